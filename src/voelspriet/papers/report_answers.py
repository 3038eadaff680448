# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The part of an evening's report on what the room answered: in numbers or in words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.listen.evenings.queries.reports import ReportItem
from voelspriet.listen.evenings.queries.results import ResultRow
from voelspriet.listen.evenings.rules.results import FEWEST_KNEW, Outcome, untold
from voelspriet.papers.report_words import dutch, percent
from voelspriet.papers.writers.document import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Table,
    Words,
    words,
)


def answered(items: tuple[ReportItem, ...]) -> list[Block]:
    """Return each question and its answers, a heading each; nothing where none was asked."""
    asked = [one for one in items if one.results is not None]
    if not asked:
        return []
    blocks: list[Block] = [Heading(2, words(_("Wat vond de zaal?")))]
    for one in asked:
        blocks += _item(one)
    return blocks


def _item(item: ReportItem) -> list[Block]:
    heading = Heading(3, words(f"{item.row.number}. {item.row.title}"))
    results = item.results
    assert results is not None  # noqa: S101  for the type: see answered
    count = results.outcome.answered
    told = ngettext("%(count)s antwoord", "%(count)s antwoorden", count) % {"count": count}
    if results.outcome.too_few:
        few = _("Te weinig antwoorden om iets over te zeggen.")
        return [heading, Paragraph(words(few))]
    if not results.rows:
        if not results.texts:
            return [heading, Paragraph(words(told))]
        return [
            heading,
            Paragraph(words(told), keeps_next=True),
            Listing(tuple(dutch(text) for text in results.texts)),
        ]
    return [heading, _table(results.outcome, results.rows, told)]


def _table(found: Outcome, rows: tuple[ResultRow, ...], caption: str) -> Table:
    """Return the answers: in words, as counts, and as shares too where ten people or more knew."""
    header = (words(_("Antwoord")), words(_("Hoeveel")), words(_("Deel")))
    if not found.in_numbers:
        said = tuple((words(row.label), words(row.word)) for row in rows)
        return Table(caption=caption, header=header[:2], rows=said, shares=(3, 2))
    hidden = untold([row.bar for row in rows])
    counted = (_counted(row, is_hidden=row.bar.name in hidden) for row in rows)
    columns = 3 if found.base >= FEWEST_KNEW else 2
    return Table(
        caption=caption,
        header=header[:columns],
        rows=tuple(row[:columns] for row in counted),
        shares=(4, 1, 1)[:columns],
    )


def _counted(row: ResultRow, *, is_hidden: bool) -> tuple[Words, ...]:
    if is_hidden:
        return words(row.label), words("–"), words("–")
    return words(row.label), words(str(row.bar.count)), words(percent(row.bar.share))

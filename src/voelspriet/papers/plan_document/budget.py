# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan as an appendix: by year, covered from what, hired, and checked again."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.budget_page_rows import AmountsRow, BudgetPage, ProjectGroup
from voelspriet.papers.plan_document.words import PART, dots, table, told
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import (
    Block,
    Heading,
    Listing,
    Panel,
    Paragraph,
    Run,
    Words,
    words,
)


def budget(page: BudgetPage) -> list[Block]:
    """Return the whole budget; nothing of a plan without one."""
    if page.is_empty:
        return []
    parts = (
        (_("Producten per jaar"), [*_products(page), *_kinds(page)]),
        (_("Dekking"), _years(page, _("Waaruit het betaald wordt"), page.covers,
                              page.cover_totals)),
        (_("Inhuur"), _hires(page)),
        (_("Projecten"), [block for one in page.projects for block in _projects(one)]),
        (_("Controlesommen"), _controls(page)),
        (_("Wat bij het geld te weten is"), _remarks(page)),
    )  # fmt: skip
    blocks: list[Block] = _wrong(page)
    for title, inside in parts:
        if inside:
            blocks += [Heading(PART, words(title)), *inside]
    return blocks


def _wrong(page: BudgetPage) -> list[Block]:
    """Return what does not agree, before anything else."""
    if not page.wrong:
        return []
    title = Paragraph(words(Run(_("Dit klopt niet met elkaar"), is_bold=True)), keeps_next=True)
    return [Panel((title, Listing(tuple(words(one) for one in page.wrong))))]


def _products(page: BudgetPage) -> list[Block]:
    return _years(page, _("Begroot, in euro"), page.products, page.totals)


def _kinds(page: BudgetPage) -> list[Block]:
    return _years(page, _("Structureel en incidenteel"), page.kinds, None)


def _years(
    page: BudgetPage, caption: str, rows: Sequence[AmountsRow], totals: AmountsRow | None
) -> list[Block]:
    if not rows:
        return []
    header = [_("Wat"), *(str(year) for year in page.years), _("Samen")]
    cells = [_amounts(row, is_total=False) for row in rows]
    if totals is not None:
        cells.append(_amounts(totals, is_total=True))
    notes = [f"{row.label}: {_sentences(row.notes)}" for row in rows if row.notes]
    wide = (2.4, *(1.0 for _year in page.years), 1.1)
    return [*table(caption, header, cells, wide), *dots(notes)]


def _amounts(row: AmountsRow, *, is_total: bool) -> tuple[Words, ...]:
    by_year = (words(Run(amount, is_bold=is_total)) for _year, amount in row.by_year)
    return (dutch(row.label), *by_year, words(Run(row.total, is_bold=True)))


def _sentences(notes: Sequence[str]) -> str:
    """Return notes one after another, each with its full stop."""
    return " ".join(f"{note.rstrip('.')}." for note in notes)


def _hires(page: BudgetPage) -> list[Block]:
    rows = [
        (
            dutch(one.label),
            words(str(one.year)),
            (*words(one.words), *(words("\n", one.period) if one.period else ())),
            words(one.cost),
        )
        for one in page.hires
    ]
    header = (_("Wie"), _("Jaar"), _("De som"), _("Bedrag"))
    return table(_("Inhuur, opnieuw uitgerekend"), header, rows, (1.8, 0.7, 3, 1.6))


def _projects(group: ProjectGroup) -> list[Block]:
    caption = _("%(label)s, %(year)s") % {"label": group.label, "year": group.year}
    rows = [
        (
            dutch(one.label),
            words(one.kind or "–"),
            words(one.amount),
            told(_sentences(one.notes)),
        )
        for one in group.projects
    ]
    whole = words(Run(group.total, is_bold=True))
    rows.append((words(_("Samen")), words("–"), whole, words("–")))
    header = (_("Project"), _("Soort"), _("Bedrag"), _("Toelichting"))
    return table(caption, header, rows, (2.2, 1.2, 1.5, 2.4))


def _controls(page: BudgetPage) -> list[Block]:
    rows = [
        (
            (*dutch(one.label), *(words("\n", _("een vermoeden")) if one.is_hypothesis else ())),
            words(one.scope),
            words(one.computed),
            words(one.printed),
            words(Run(one.verdict_label, is_bold=one.verdict == "differs")),
        )
        for one in page.controls
    ]
    header = (_("Som"), _("Wat is opgeteld"), _("Opgeteld"), _("Afgedrukt"), _("Oordeel"))
    return table(_("Sommen, opnieuw uitgerekend"), header, rows, (2, 2.2, 1.4, 1.4, 1.3))


def _remarks(page: BudgetPage) -> list[Block]:
    return dots(
        [
            " ".join(
                part
                for part in (
                    _sentences((one.label,)),
                    _sentences((one.remark,)) if one.remark else "",
                    f"({one.amount})" if one.amount else "",
                )
                if part
            )
            for one in page.remarks
        ]
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan as an appendix: by year, covered from what, hired, and checked again."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.budget_page_rows import (
    AmountsRow,
    BudgetPage,
    ControlRow,
    HireRow,
    ProjectGroup,
)
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
        (_("Producten per jaar"), [*products(page), *kinds(page)]),
        (_("Dekking"), years(page, _("Waaruit het betaald wordt"), page.covers,
                              page.cover_totals)),
        (_("Inhuur"), hires(page)),
        (_("Projecten"), [block for one in page.projects for block in projects(one)]),
        (_("Controlesommen"), controls(page)),
        (_("Wat bij het geld te weten is"), remarks(page)),
    )  # fmt: skip
    blocks: list[Block] = wrong(page)
    for title, inside in parts:
        if inside:
            blocks += [Heading(PART, words(title)), *inside]
    return blocks


def wrong(page: BudgetPage) -> list[Block]:
    """Return what does not agree, before anything else."""
    if not page.wrong:
        return []
    title = Paragraph(words(Run(_("Dit klopt niet met elkaar"), is_bold=True)), keeps_next=True)
    return [Panel((title, Listing(tuple(words(one) for one in page.wrong))))]


def products(page: BudgetPage) -> list[Block]:
    """Return the products by year with their total."""
    return years(page, _("Begroot, in euro"), page.products, page.totals)


def kinds(page: BudgetPage) -> list[Block]:
    """Return what is structural and what incidental."""
    return years(page, _("Structureel en incidenteel"), page.kinds, None)


def years(
    page: BudgetPage, caption: str, rows: Sequence[AmountsRow], totals: AmountsRow | None
) -> list[Block]:
    """Return a table by year; what is said of its rows stands below it."""
    if not rows:
        return []
    header = [_("Wat"), *(str(year) for year in page.years), _("Samen")]
    cells = [_amounts(row, is_total=False) for row in rows]
    if totals is not None:
        cells.append(_amounts(totals, is_total=True))
    notes = [f"{row.label}: {_sentences(row.notes)}" for row in rows if row.notes]
    wide = (2.4, *(1.0 for _year in page.years), 1.1)
    amounts = tuple(range(1, len(header)))
    return [*table(caption, header, cells, wide, amounts), *dots(notes)]


def _amounts(row: AmountsRow, *, is_total: bool) -> tuple[Words, ...]:
    by_year = (words(Run(amount, is_bold=is_total)) for _year, amount in row.by_year)
    label = dutch(row.label) if row.key else words(Run(row.label, is_bold=is_total))
    return (label, *by_year, words(Run(row.total, is_bold=True)))


def _sentences(notes: Sequence[str]) -> str:
    """Return notes one after another, each with its full stop."""
    return " ".join(f"{note.rstrip('.')}." for note in notes)


def hires(page: BudgetPage) -> list[Block]:
    """Return the sum of each hire, with what it gives."""
    rows = [
        (
            dutch(one.label),
            words(str(one.year)),
            _hired(one),
            words(one.cost),
        )
        for one in page.hires
    ]
    header = (_("Wie"), _("Jaar"), _("De som"), _("Bedrag"))
    return table(_("Inhuur, opnieuw uitgerekend"), header, rows, (1.8, 0.7, 3, 1.6), (3,))


def _hired(one: HireRow) -> Words:
    """Return the sum of a hire, where its amount stands, and what is to know about it."""
    where = (
        _("Zit in het bedrag van %(product)s.") % {"product": one.inside}
        if one.inside
        else _("Komt boven op de producten.")
    )
    lines = (where, one.period)
    told_here = [part for line in lines if line for part in ("\n", line)]
    return (*words(one.words, *told_here), *(dutch(f"\n{one.remark}") if one.remark else ()))


def projects(group: ProjectGroup) -> list[Block]:
    """Return the projects of a product in a year, with what they add up to."""
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
    return table(caption, header, rows, (2.2, 1.2, 1.5, 2.4), (2,))


def controls(page: BudgetPage) -> list[Block]:
    """Return every control sum with its verdict."""
    rows = [
        (
            dutch(one.label),
            _added(one),
            words(one.computed),
            words(one.printed),
            words(Run(one.verdict_label, is_bold=one.verdict == "differs")),
        )
        for one in page.controls
    ]
    header = (_("Som"), _("Wat is opgeteld"), _("Opgeteld"), _("Afgedrukt"), _("Oordeel"))
    return table(_("Sommen, opnieuw uitgerekend"), header, rows, (2, 3, 1.2, 1.4, 1.2), (2, 3))


def _added(one: ControlRow) -> Words:
    """Return what a sum adds up, whether that is a guess, and what is to know about it."""
    guess = words("\n", _("een vermoeden")) if one.is_hypothesis else ()
    return (*words(one.scope), *guess, *(dutch(f"\n{one.remark}") if one.remark else ()))


def remarks(page: BudgetPage) -> list[Block]:
    """Return what is to know about the money."""
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

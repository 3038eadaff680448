# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan as a page shows it: a table by year, and what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_told import BudgetTold, ProjectTold
from voelspriet.act.plans.choices import AmountCertainty, MoneyKind, SumVerdict
from voelspriet.act.plans.queries.budget_outcomes import PlanBudgetTold, plan_budget
from voelspriet.act.plans.queries.budget_page_rows import (
    AmountsRow,
    BudgetPage,
    ControlRow,
    HireRow,
    MeasuredRow,
    ProjectGroup,
    ProjectRow,
    RemarkRow,
)
from voelspriet.act.plans.queries.budget_words import (
    amount_words,
    disagreements,
    hire_words,
    period_words,
    printed_words,
    scope_words,
    sum_words,
)
from voelspriet.act.plans.queries.measuring import Paid, measured_from
from voelspriet.act.plans.rules.amounts import AmountRange, exactly, range_words, total
from voelspriet.act.plans.rules.budgets import (
    CheckedSum,
    checked,
    cover_total,
    hire_cost,
    kind_total,
    projects_sum,
    year_total,
)
from voelspriet.ground.privacy.actors import Actor


def budget_page(*, reference: str, by: Actor, years: tuple[int, int] | None = None) -> BudgetPage:
    """Return the page of a plan's budget, or of its years from the first to the last of `years`.

    Raises OutOfScope for a plan `by` may not read.
    """
    held = plan_budget(reference=reference, by=by)
    budget = held.budget.in_years(*years) if years else held.budget
    return page_of(held, budget, measured_from(reference=reference, by=by))


def page_of(held: PlanBudgetTold, budget: BudgetTold, paid: Paid) -> BudgetPage:
    """Return the page of a budget, or of a part of it, of a plan."""
    sums = checked(budget)
    return BudgetPage(
        reference=held.reference,
        title=held.title,
        is_empty=not any(budget.rows()),
        may_write=held.may_write,
        years=tuple(budget.years),
        wrong=tuple(disagreements(budget, sums)),
        products=_products(budget),
        totals=amounts_row(
            "", "", _("Totaal"), {year: year_total(budget, year) for year in budget.years}
        ),
        kinds=tuple(_kinds(budget)),
        covers=_covers(budget),
        cover_totals=_exact(
            _("Totaal"), {year: cover_total(budget, year) for year in budget.years}
        ),
        hires=_hires(budget),
        projects=_groups(budget, paid),
        controls=_controls(budget, sums),
        verdicts=_verdicts(sums),
        remarks=_remarks(budget),
    )


def amounts_row(
    part: str,
    key: str,
    label: str,
    amounts: Mapping[int, AmountRange],
    notes: Iterable[str] = (),
) -> AmountsRow:
    """Return a row of a table by year, with the total of its amounts."""
    by_year = tuple((year, range_words(one)) for year, one in amounts.items())
    told = tuple(one for one in notes if one)
    return AmountsRow(part, key, label, told, by_year, range_words(total(amounts.values())))


def _exact(label: str, amounts: Mapping[int, int]) -> AmountsRow:
    return amounts_row("", "", label, {year: exactly(one) for year, one in amounts.items()})


def _products(budget: BudgetTold) -> tuple[AmountsRow, ...]:
    rows = []
    for one in budget.products:
        amounts = {year: exactly(one.amounts.get(year, 0)) for year in budget.years}
        notes = (_kind(one.kind), one.remark, _certainty(one.certainty))
        rows.append(amounts_row("products", one.key, one.label, amounts, notes))
    for hire in budget.hires:
        if not hire.product:
            cost = {
                year: hire_cost(hire) if year == hire.year else exactly(0) for year in budget.years
            }
            rows.append(amounts_row("hires", hire.key, hire.label, cost, (_("Inhuur"),)))
    return tuple(rows)


def _kinds(budget: BudgetTold) -> Iterable[AmountsRow]:
    """Yield what is structural and what incidental, when that is said of products."""
    if all(one.kind is None for one in budget.products):
        return
    for kind in (*MoneyKind, None):
        amounts = {year: kind_total(budget, year, kind) for year in budget.years}
        if any(amounts.values()):
            yield _exact(_kind(kind) or _("Niet gezegd"), amounts)


def _covers(budget: BudgetTold) -> tuple[AmountsRow, ...]:
    return tuple(
        amounts_row(
            "covers",
            one.key,
            one.label,
            {year: exactly(one.amounts.get(year, 0)) for year in budget.years},
            (_kind(one.kind), one.remark),
        )
        for one in budget.covers
    )


def _hires(budget: BudgetTold) -> tuple[HireRow, ...]:
    labels = {one.key: one.label for one in budget.products}
    return tuple(
        HireRow(
            one.key,
            one.label,
            one.year,
            hire_words(one),
            range_words(hire_cost(one)),
            labels.get(one.product, ""),
            one.remark,
            period_words(one),
        )
        for one in budget.hires
    )


def _groups(budget: BudgetTold, paid: Paid) -> tuple[ProjectGroup, ...]:
    found = []
    for year in budget.years:
        for product in budget.products:
            here = [
                one for one in budget.projects if (one.product, one.year) == (product.key, year)
            ]
            if here:
                added = range_words(projects_sum(here, budget.projects))
                rows = tuple(_project(one, paid.get(one.key, ())) for one in here)
                found.append(ProjectGroup(product.label, year, rows, added))
    return tuple(found)


def _project(one: ProjectTold, paid: tuple[MeasuredRow, ...]) -> ProjectRow:
    notes = []
    if one.amount_certainty == AmountCertainty.DERIVED:
        notes.append(_("Het bedrag is afgeleid."))
    if one.kind_certainty != AmountCertainty.PRINTED:
        notes.append(_("De soort is niet afgedrukt."))
    told = tuple(note for note in (*notes, one.remark) if note)
    is_open = one.euro_cents is None
    return ProjectRow(one.key, one.label, _kind(one.kind), amount_words(one), is_open, told, paid)


def _controls(budget: BudgetTold, sums: tuple[CheckedSum, ...]) -> tuple[ControlRow, ...]:
    return tuple(
        ControlRow(
            one.control.key,
            one.control.label,
            scope_words(one.control, budget),
            sum_words(one.computed, one.control.unit),
            printed_words(one.control),
            one.verdict,
            str(one.verdict.label),
            one.control.is_hypothesis,
            one.control.remark,
        )
        for one in sums
    )


def _verdicts(sums: tuple[CheckedSum, ...]) -> tuple[tuple[str, int], ...]:
    counts = ((verdict, sum(one.verdict == verdict for one in sums)) for verdict in SumVerdict)
    return tuple((str(verdict.label), count) for verdict, count in counts if count)


def _remarks(budget: BudgetTold) -> tuple[RemarkRow, ...]:
    return tuple(
        RemarkRow(
            one.key,
            one.label,
            "" if one.euro_cents is None else range_words(exactly(one.euro_cents)),
            one.remark,
        )
        for one in budget.remarks
    )


def _kind(kind: MoneyKind | None) -> str:
    return str(kind.label) if kind else ""


def _certainty(certainty: AmountCertainty) -> str:
    if certainty == AmountCertainty.DERIVED:
        return _("Dat het bedrag hierbij hoort, is afgeleid")
    return (
        _("Of het bedrag hierbij hoort, is onzeker")
        if certainty == AmountCertainty.UNCERTAIN
        else ""
    )

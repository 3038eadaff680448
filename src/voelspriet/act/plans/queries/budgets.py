# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan as a page shows it: a table by year, and what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_told import BudgetTold, ProjectTold
from voelspriet.act.plans.choices import AmountCertainty, MoneyKind, SumVerdict
from voelspriet.act.plans.queries.budget_outcomes import plan_budget
from voelspriet.act.plans.queries.budget_words import (
    amount_words,
    disagreements,
    hire_words,
    period_words,
    printed_words,
    range_words,
    scope_words,
    sum_words,
)
from voelspriet.act.plans.rules.budgets import (
    AmountRange,
    CheckedSum,
    checked,
    cover_total,
    exactly,
    hire_cost,
    kind_total,
    projects_sum,
    total,
    year_total,
)
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class AmountsRow:
    """A row of a table by year: its name, what is said of it, its amounts and their total."""

    part: str
    key: str
    label: str
    notes: tuple[str, ...]
    by_year: tuple[tuple[int, str], ...]
    total: str


@dataclass(frozen=True, slots=True)
class HireRow:
    """A hire: its sum, what that gives, and what is to know about it."""

    key: str
    label: str
    year: int
    words: str
    cost: str
    inside: str
    remark: str
    period: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project: its amount or those it can be, and what is not sure."""

    key: str
    label: str
    kind: str
    amount: str
    is_open: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectGroup:
    """The projects of a product in a year, with what they add up to."""

    label: str
    year: int
    projects: tuple[ProjectRow, ...]
    total: str


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A control sum: what it adds up, its answer, what is printed, and the verdict."""

    key: str
    label: str
    scope: str
    computed: str
    printed: str
    verdict: str
    verdict_label: str
    is_hypothesis: bool
    remark: str


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """Something to know about the money."""

    key: str
    label: str
    amount: str
    remark: str


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """Everything on the page of a plan's budget."""

    reference: str
    title: str
    is_empty: bool
    may_write: bool
    years: tuple[int, ...]
    wrong: tuple[str, ...]
    products: tuple[AmountsRow, ...]
    totals: AmountsRow
    kinds: tuple[AmountsRow, ...]
    covers: tuple[AmountsRow, ...]
    cover_totals: AmountsRow
    hires: tuple[HireRow, ...]
    projects: tuple[ProjectGroup, ...]
    controls: tuple[ControlRow, ...]
    verdicts: tuple[tuple[str, int], ...]
    remarks: tuple[RemarkRow, ...]


def budget_page(*, reference: str, by: Actor) -> BudgetPage:
    """Return the page of a plan's budget. Raises OutOfScope for a plan `by` may not read."""
    held = plan_budget(reference=reference, by=by)
    budget = held.budget
    sums = checked(budget)
    return BudgetPage(
        reference=reference,
        title=held.title,
        is_empty=not any(budget.rows()),
        may_write=held.may_write,
        years=tuple(budget.years),
        wrong=tuple(disagreements(budget, sums)),
        products=_products(budget),
        totals=_row("", "", _("Totaal"), {year: year_total(budget, year) for year in budget.years}),
        kinds=tuple(_kinds(budget)),
        covers=_covers(budget),
        cover_totals=_exact(
            _("Totaal"), {year: cover_total(budget, year) for year in budget.years}
        ),
        hires=_hires(budget),
        projects=_groups(budget),
        controls=_controls(budget, sums),
        verdicts=_verdicts(sums),
        remarks=_remarks(budget),
    )


def _row(
    part: str,
    key: str,
    label: str,
    amounts: Mapping[int, AmountRange],
    notes: Iterable[str] = (),
) -> AmountsRow:
    by_year = tuple((year, range_words(one)) for year, one in amounts.items())
    told = tuple(one for one in notes if one)
    return AmountsRow(part, key, label, told, by_year, range_words(total(amounts.values())))


def _exact(label: str, amounts: Mapping[int, int]) -> AmountsRow:
    return _row("", "", label, {year: exactly(one) for year, one in amounts.items()})


def _products(budget: BudgetTold) -> tuple[AmountsRow, ...]:
    rows = []
    for one in budget.products:
        amounts = {year: exactly(one.amounts.get(year, 0)) for year in budget.years}
        notes = (_kind(one.kind), one.remark, _certainty(one.certainty))
        rows.append(_row("products", one.key, one.label, amounts, notes))
    for hire in budget.hires:
        if not hire.product:
            cost = {
                year: hire_cost(hire) if year == hire.year else exactly(0) for year in budget.years
            }
            rows.append(_row("hires", hire.key, hire.label, cost, (_("Inhuur"),)))
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
        _row(
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


def _groups(budget: BudgetTold) -> tuple[ProjectGroup, ...]:
    found = []
    for year in budget.years:
        for product in budget.products:
            here = [
                one for one in budget.projects if (one.product, one.year) == (product.key, year)
            ]
            if here:
                added = range_words(projects_sum(here, budget.projects))
                rows = tuple(map(_project, here))
                found.append(ProjectGroup(product.label, year, rows, added))
    return tuple(found)


def _project(one: ProjectTold) -> ProjectRow:
    notes = []
    if one.amount_certainty == AmountCertainty.DERIVED:
        notes.append(_("Het bedrag is afgeleid."))
    if one.kind_certainty != AmountCertainty.PRINTED:
        notes.append(_("De soort is niet afgedrukt."))
    told = tuple(note for note in (*notes, one.remark) if note)
    is_open = one.euro_cents is None
    return ProjectRow(one.key, one.label, _kind(one.kind), amount_words(one), is_open, told)


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
    return "" if certainty == AmountCertainty.PRINTED else str(certainty.label)

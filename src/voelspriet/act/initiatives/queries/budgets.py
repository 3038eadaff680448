# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading budgets of areas: per year with totals, and one with its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _

from voelspriet.act.initiatives.choices import BudgetKind, BudgetLineState
from voelspriet.act.initiatives.models import AreaBudget, BudgetLine
from voelspriet.act.initiatives.rules.access import visible_budgets
from voelspriet.act.initiatives.rules.money import left
from voelspriet.ground.privacy.actors import Actor, OutOfScope


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A budget in euro cents. `promised` is what is not paid yet; `left` can still be promised."""

    id: int
    area_name: str
    year: int
    kind_label: str
    rate: int | None
    inhabitants: int | None
    amount: int
    requested: int
    promised: int
    spent: int
    left: int
    may_decide: bool


@dataclass(frozen=True, slots=True)
class BudgetTotals:
    """The sums of several budgets, in euro cents."""

    amount: int
    requested: int
    promised: int
    spent: int
    left: int


@dataclass(frozen=True, slots=True)
class BudgetLineRow:
    """What was asked from a budget and what came of it, in euro cents."""

    id: int
    budget_id: int
    area_name: str
    year: int
    kind_label: str
    what: str
    initiative_reference: str
    state: str
    state_label: str
    requested: int
    promised: int | None
    spent: int | None
    reason: str
    requested_on: date


def budgets(*, year: int, by: Actor, area_id: int | None = None) -> tuple[BudgetRow, ...]:
    """Return the budgets of a year that `by` may see, by area. One query."""
    found = _with_sums(visible_budgets(by)).filter(year=year)
    if area_id is not None:
        found = found.filter(area_id=area_id)
    return _in_order(found, by)


def budget_years(*, by: Actor) -> tuple[int, ...]:
    """Return the years of which there are budgets, newest first."""
    years = visible_budgets(by).order_by().values_list("year", flat=True).distinct()
    return tuple(sorted(years, reverse=True))


def totals(rows: tuple[BudgetRow, ...]) -> BudgetTotals:
    """Return the sums of budgets."""
    names = ("amount", "requested", "promised", "spent", "left")
    return BudgetTotals(*(sum(getattr(row, name) for row in rows) for name in names))


def budget_detail(*, budget_id: int, by: Actor) -> tuple[BudgetRow, tuple[BudgetLineRow, ...]]:
    """Return a budget with its lines. Raises OutOfScope for one `by` may not see. Two queries."""
    one = _with_sums(visible_budgets(by)).filter(pk=budget_id).first()
    if one is None:
        raise OutOfScope(_("Dit budget is er niet."))
    lines = BudgetLine.objects.filter(budget=one).select_related("initiative", "budget__area")
    return _row(one, by), tuple(line_row(line) for line in lines.order_by("id"))


def open_budgets(*, area_ids: frozenset[int], year: int, by: Actor) -> tuple[BudgetRow, ...]:
    """Return the budgets of a year that an adviser decides about, for a choice."""
    found = _with_sums(visible_budgets(by)).filter(year=year, area_id__in=sorted(area_ids))
    return _in_order(found, by)


def every_line(*, year: int, by: Actor) -> Iterator[BudgetLineRow]:
    """Yield every line of a year that `by` may see, a few hundred at a time."""
    lines = BudgetLine.objects.filter(budget__in=visible_budgets(by), budget__year=year)
    ordered = lines.select_related("budget__area", "initiative").order_by("budget_id", "id")
    for line in ordered.iterator(chunk_size=500):
        yield line_row(line)


def line_row(line: BudgetLine) -> BudgetLineRow:
    """Return the row of a line (budget and area loaded)."""
    return BudgetLineRow(
        id=line.pk,
        budget_id=line.budget_id,
        area_name=line.budget.area.name,
        year=line.budget.year,
        kind_label=str(BudgetKind(line.budget.kind).label),
        what=line.what,
        initiative_reference=line.initiative.reference if line.initiative else "",
        state=line.state,
        state_label=str(BudgetLineState(line.state).label),
        requested=line.requested_euro_cents,
        promised=line.promised_euro_cents,
        spent=line.spent_euro_cents,
        reason=line.reason,
        requested_on=line.requested_on,
    )


def _with_sums(found: QuerySet[AreaBudget]) -> QuerySet[AreaBudget]:
    requested = Q(lines__state=BudgetLineState.REQUESTED)
    promised = Q(lines__state=BudgetLineState.PROMISED)
    return found.select_related("area").annotate(
        requested_sum=Sum("lines__requested_euro_cents", filter=requested),
        promised_sum=Sum("lines__promised_euro_cents", filter=promised),
        spent_sum=Sum("lines__spent_euro_cents"),
    )


def _in_order(found: QuerySet[AreaBudget], by: Actor) -> tuple[BudgetRow, ...]:
    """Return rows by area, the livability budget of each first."""
    kinds = list(BudgetKind)
    ordered = sorted(
        found, key=lambda one: (one.area.name, one.area_id, kinds.index(BudgetKind(one.kind)))
    )
    return tuple(_row(one, by) for one in ordered)


def _row(one: AreaBudget, by: Actor) -> BudgetRow:
    return BudgetRow(
        id=one.pk,
        area_name=one.area.name,
        year=one.year,
        kind_label=str(BudgetKind(one.kind).label),
        rate=one.rate_euro_cents,
        inhabitants=one.inhabitants,
        amount=one.amount_euro_cents,
        requested=getattr(one, "requested_sum", 0) or 0,
        promised=getattr(one, "promised_sum", 0) or 0,
        spent=getattr(one, "spent_sum", 0) or 0,
        left=left(one.amount_euro_cents, one.bound_euro_cents),
        may_decide=by.advises(one.area_id),
    )

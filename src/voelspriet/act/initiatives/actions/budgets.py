# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budgets of areas: setting one up, asking, promising, paying. Never more than there is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.writing import worded
from voelspriet.act.initiatives.choices import BudgetKind, BudgetLineState
from voelspriet.act.initiatives.models import AreaBudget, BudgetLine, Initiative
from voelspriet.act.initiatives.rules.access import (
    KEEPS_BUDGETS,
    visible_budgets,
    visible_initiatives,
)
from voelspriet.act.initiatives.rules.money import MOST_EURO_CENTS, left
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.money import written
from voelspriet.lib.working_days import dutch_day

WHAT_LIMIT = 200
REASON_LIMIT = 300
FIRST_YEAR, LAST_YEAR = 2000, 2100


@action
def set_budget(
    *,
    area_id: int,
    year: int,
    kind: BudgetKind,
    rate_euro_cents: int | None,
    amount_euro_cents: int | None,
    by: Actor,
    at: datetime,
) -> int:
    """Set what an area may spend in a year, and return the id of its budget.

    With a rate: rate × inhabitants, from the area's own figures. Doing it again changes the
    amount. Refuses: neither or both, an unknown number of inhabitants, an amount below what is
    promised already. OutOfScope: an area of another municipality.
    """
    if not (by.kind is ActorKind.SYSTEM or by.has(*KEEPS_BUDGETS)):
        raise Refused(_("Alleen een beleidsadviseur stelt een budget vast."))
    area = _area(area_id, by)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(_("Kies een jaar."), field="year")
    values = _amount(area, rate_euro_cents, amount_euro_cents)
    budget = AreaBudget.objects.select_for_update().filter(area=area, year=year, kind=kind).first()
    if budget is None:
        budget = AreaBudget(
            municipality_id=by.municipality_id or 0, area=area, year=year, kind=kind
        )
    if (values["amount_euro_cents"] or 0) < budget.bound_euro_cents:
        raise Refused(
            _("Er is al %(bound)s toegezegd of uitgegeven.")
            % {"bound": written(budget.bound_euro_cents)},
            field="amount",
        )
    for name, value in values.items():
        setattr(budget, name, value)
    budget.save()
    _audit("budget.set", budget, by, at, amount_euro_cents=budget.amount_euro_cents)
    return budget.pk


@action
def request_money(
    *,
    budget_id: int,
    what: str,
    euro_cents: int,
    initiative_reference: str,
    by: Actor,
    at: datetime,
) -> int:
    """Write down what is asked from a budget, for an initiative or for something else.

    Refuses: no words, no amount. OutOfScope: a budget or an initiative that is not `by`'s.
    """
    budget = _budget(budget_id, by)
    initiative = _initiative(initiative_reference, by) if initiative_reference else None
    line = BudgetLine.objects.create(
        budget=budget,
        initiative=initiative,
        what=worded(what, WHAT_LIMIT, "what"),
        requested_euro_cents=_positive(euro_cents, "amount"),
        requested_on=dutch_day(at),
    )
    _audit("budget.request", budget, by, at, line=line.pk, euro_cents=euro_cents)
    return line.pk


@action
def promise_money(*, line_id: int, euro_cents: int, by: Actor, at: datetime) -> None:
    """Promise money that was asked. Refuses more than is left of the budget, and says how much.

    The budget's row is held, so that two promises at once cannot both take the last euro.
    """
    line, budget = _line(line_id, by, BudgetLineState.REQUESTED)
    amount = _positive(euro_cents, "amount")
    still = left(budget.amount_euro_cents, budget.bound_euro_cents)
    if amount > still:
        raise Refused(
            _("Er is nog %(left)s over in dit budget.") % {"left": written(still)}, field="amount"
        )
    line.state, line.promised_euro_cents = BudgetLineState.PROMISED, amount
    line.decided_on = dutch_day(at)
    line.save(update_fields=["state", "promised_euro_cents", "decided_on"])
    budget.bound_euro_cents += amount
    budget.save(update_fields=["bound_euro_cents"])
    _audit("budget.promise", budget, by, at, line=line.pk, euro_cents=amount)


@action
def refuse_money(*, line_id: int, reason: str, by: Actor, at: datetime) -> None:
    """Refuse what was asked, with a reason. Refuses what was promised already."""
    line, budget = _line(line_id, by, BudgetLineState.REQUESTED)
    line.reason = worded(reason, REASON_LIMIT, "reason")
    line.state, line.decided_on = BudgetLineState.REFUSED, dutch_day(at)
    line.save(update_fields=["reason", "state", "decided_on"])
    _audit("budget.refuse", budget, by, at, line=line.pk)


@action
def spend_money(*, line_id: int, euro_cents: int, by: Actor, at: datetime) -> None:
    """Write down what a promise cost in the end; what is over is free again.

    Refuses more than was promised.
    """
    line, budget = _line(line_id, by, BudgetLineState.PROMISED)
    promised = line.promised_euro_cents or 0
    if not 0 <= euro_cents <= promised:
        raise Refused(
            _("Er is %(promised)s toegezegd.") % {"promised": written(promised)}, field="amount"
        )
    line.state, line.spent_euro_cents = BudgetLineState.SPENT, euro_cents
    line.spent_on = dutch_day(at)
    line.save(update_fields=["state", "spent_euro_cents", "spent_on"])
    budget.bound_euro_cents -= promised - euro_cents
    budget.save(update_fields=["bound_euro_cents"])
    _audit("budget.spend", budget, by, at, line=line.pk, euro_cents=euro_cents)


def _amount(area: Area, rate: int | None, amount: int | None) -> dict[str, int | None]:
    if (rate is None) == (amount is None):
        raise Refused(_("Vul een bedrag per inwoner in, of een vast bedrag."), field="rate")
    if amount is not None:
        clean = _positive(amount, "amount")
        return {"amount_euro_cents": clean, "rate_euro_cents": None, "inhabitants": None}
    if area.population is None:
        raise Refused(
            _("Van dit gebied weten wij niet hoeveel mensen er wonen. Vul een vast bedrag in."),
            field="rate",
        )
    per_head = _positive(rate or 0, "rate")
    return {
        "amount_euro_cents": per_head * area.population,
        "rate_euro_cents": per_head,
        "inhabitants": area.population,
    }


def _positive(euro_cents: int, field: str) -> int:
    if not 0 < euro_cents <= MOST_EURO_CENTS:
        raise Refused(_("Vul een bedrag in."), field=field)
    return euro_cents


def _area(area_id: int, by: Actor) -> Area:
    town = Municipality.objects.get(pk=by.municipality_id or 0)
    found = Area.objects.filter(
        pk=area_id, municipality_code=town.area_code, year=town.area_year
    ).first()
    if found is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    return found


def _budget(budget_id: int, by: Actor) -> AreaBudget:
    """Return a budget `by` decides about, held in this transaction."""
    found = visible_budgets(by).select_for_update().filter(pk=budget_id).first()
    if found is None:
        raise OutOfScope(_("Dit budget is er niet."))
    if not by.advises(found.area_id):
        raise Refused(_("Alleen de adviseur van dit gebied gaat over dit geld."))
    return found


def _initiative(reference: str, by: Actor) -> Initiative:
    found = visible_initiatives(by).filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit initiatief is er niet."))
    return found


def _line(line_id: int, by: Actor, state: BudgetLineState) -> tuple[BudgetLine, AreaBudget]:
    row = BudgetLine.objects.filter(pk=line_id).first()
    if row is None:
        raise OutOfScope(_("Deze regel is er niet."))
    budget = _budget(row.budget_id, by)
    line = BudgetLine.objects.select_for_update().get(pk=line_id)  # again, now that it is held
    if line.state != state:
        raise Refused(_("Dit is intussen al besloten. Kijk nog eens."))
    return line, budget


def _audit(name: str, budget: AreaBudget, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="budget",
        reference=str(budget.pk),
        municipality_id=budget.municipality_id,
        year=budget.year,
        **detail,
    )

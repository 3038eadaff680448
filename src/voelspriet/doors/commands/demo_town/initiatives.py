# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Initiatives of the demo in every state, and a budget of each area, partly spent."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.act.initiatives import actions
from voelspriet.act.initiatives.actions.budgets import (
    promise_money,
    request_money,
    set_budget,
    spend_money,
)
from voelspriet.act.initiatives.choices import (
    BudgetKind,
    InitiativeOutcome,
    InitiativeStatus,
)
from voelspriet.act.initiatives.rules.money import RATE_EURO_CENTS
from voelspriet.act.initiatives.told import InitiativeTold
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.doors.commands.demo_town.words_initiatives import PLANS, Plan
from voelspriet.ground.privacy.actors import Actor, resident
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.money import CENTS
from voelspriet.lib.working_days import add_working_days, dutch_day

PROJECT = 5_000_00
COMMUNICATION = 750_00
DECIDED_AFTER = timedelta(days=16)
FIRST = "Kadekwartier"  # where the first of them is
STEP = 3  # so that the plans lie spread over the neighbourhoods


def begin_initiatives(land: Land, staff: Staff, *, at: datetime) -> None:
    """Let residents begin, advisers answer, and money be promised and spent."""
    budgets = _budgets(land, staff, at)
    names = [each.plan.name for each in land.town.neighbourhoods]
    start = names.index(FIRST) if FIRST in names else 0
    for number, plan in enumerate(PLANS):
        place = (start + number * STEP) % len(land.neighbourhood_ids)
        district = land.district_of[place]
        by = staff.duos[district][number % 2]
        reference = _begin(plan, land, land.neighbourhood_ids[place], at)
        _answer(plan, reference, by, at)
        if plan.euros:
            _pay(plan, reference, budgets[district], by, at)


def _budgets(land: Land, staff: Staff, at: datetime) -> list[int]:
    """Set the budgets of every district for this year; return the ids of the livability ones."""
    keeper, year = staff.others[Role.POLICY_ADVISER], dutch_day(at).year
    found = []
    for area_id in land.district_ids:
        for kind, rate, amount in (
            (BudgetKind.LIVABILITY, RATE_EURO_CENTS, None),
            (BudgetKind.PROJECT, None, PROJECT),
            (BudgetKind.COMMUNICATION, None, COMMUNICATION),
        ):
            made = set_budget(
                area_id=area_id,
                year=year,
                kind=kind,
                rate_euro_cents=rate,
                amount_euro_cents=amount,
                by=keeper,
                at=at,
            )
            if kind == BudgetKind.LIVABILITY:
                found.append(made)
    return found


def _begin(plan: Plan, land: Land, area_id: int, at: datetime) -> str:
    told = InitiativeTold(
        submission=f"demo:{plan.title}",
        idea=plan.idea,
        who=plan.who,
        area_id=area_id,
        needs=plan.needs,
        open_for=plan.open_for,
        who_missing=plan.missing,
        may_list=bool(plan.texts),
        email="bewoner@voorbeeld.example" if plan.answer else "",
        language=plan.language,
    )
    return actions.start_initiative(
        municipality_id=land.municipality_id,
        told=told,
        by=resident(land.municipality_id),
        at=at - timedelta(weeks=plan.weeks),
    ).reference


def _answer(plan: Plan, reference: str, by: Actor, at: datetime) -> None:
    begun = at - timedelta(weeks=plan.weeks)
    decided = min(begun + DECIDED_AFTER, at)
    if plan.answer:
        answered = begun + timedelta(days=4)
        actions.answer_starter(
            reference=reference,
            text=plan.answer,
            promised_on=add_working_days(dutch_day(answered), 20),
            by=by,
            at=answered,
        )
    if plan.outcome is not None:
        actions.title_initiative(reference=reference, title=plan.title, by=by, at=decided)
        actions.decide_initiative(
            reference=reference, outcome=plan.outcome, reason=plan.reason, by=by, at=decided
        )
    for number, (status, source, why, replaces) in enumerate(plan.said):
        moment = decided + timedelta(days=7 * number)
        actions.say_status(
            reference=reference,
            status=InitiativeStatus(status),
            source=source,
            said_on=dutch_day(moment),
            why=why,
            replaces=replaces,
            by=by,
            at=moment,
        )
    for language, title, about in plan.texts:
        actions.write_text(
            reference=reference, language=language, title=title, about=about, by=by, at=decided
        )
    if plan.texts:
        actions.list_initiative(reference=reference, by=by, at=decided)


def _pay(plan: Plan, reference: str, budget: int, by: Actor, at: datetime) -> None:
    line = request_money(
        budget_id=budget,
        what=plan.title,
        euro_cents=plan.euros * CENTS,
        initiative_reference=reference,
        by=by,
        at=at,
    )
    if plan.outcome not in {None, InitiativeOutcome.REFUSED}:
        promise_money(line_id=line, euro_cents=plan.euros * CENTS, by=by, at=at)
    if plan.spent is not None:
        spend_money(line_id=line, euro_cents=plan.spent * CENTS, by=by, at=at)

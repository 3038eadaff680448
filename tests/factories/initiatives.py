# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Residents' initiatives, what is said about them, budgets of areas, and returning moments."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import Any

from django.conf import settings

from tests.conftest import arranging
from tests.factories.signals import NOON, municipality_of
from voelspriet.act.initiatives.choices import (
    BudgetKind,
    InitiativeOrigin,
    InitiativeOutcome,
    InitiativeStatus,
    MomentKind,
    MomentStatus,
    RemarkKind,
    StatementOrigin,
)
from voelspriet.act.initiatives.models import (
    AreaBudget,
    BudgetLine,
    ContactMoment,
    Initiative,
    InitiativeContact,
    InitiativeDecision,
    InitiativeMessage,
    InitiativeText,
    Remark,
    Settlement,
    StatusStatement,
)
from voelspriet.ground.areas.models import Area
from voelspriet.lib.working_days import add_working_days, dutch_day

_numbers = count(1)


def code_of_number(number: int) -> str:
    """Return a receipt code of a number."""
    return f"{number:016d}"


def make_initiative(
    area: Area,
    *,
    idea: str = "Samen koken op het plein",
    code: str = "",
    contact: str = "",
    started_at: datetime = NOON,
    **more: Any,
) -> Initiative:
    """Make an initiative that somebody began and nobody answered yet."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "origin": InitiativeOrigin.RESIDENT,
        "receipt_hash": settings.KEYRING.receipt_hash(code or code_of_number(7_000_000 + number)),
        "started_at": started_at,
        "last_heard_on": dutch_day(started_at),
        "waiting_since": started_at,
        "due_on": add_working_days(dutch_day(started_at), 5),
    }
    with arranging():
        made = Initiative.objects.create(
            municipality=municipality_of(area),
            area=area,
            responsible_area=area,
            reference=f"I-{number:04d}-TEST",
            idea=idea,
            **values | more,
        )
        if contact:
            InitiativeContact.objects.create(initiative=made, email=contact)
    make_statement(made, InitiativeStatus.IDEA, origin=StatementOrigin.STARTER, source="starter")
    return made


def make_statement(
    initiative: Initiative,
    status: str = InitiativeStatus.ACTIVE,
    *,
    source: str = "Het jongerenwerk",
    said_on: date = date(2026, 3, 2),
    **more: Any,
) -> StatusStatement:
    """Make something that was said about how an initiative stands."""
    values = {"origin": StatementOrigin.COLLEAGUE, "at": NOON, "why": "Dat weet niemand."}
    with arranging():
        return StatusStatement.objects.create(
            initiative=initiative, status=status, source=source, said_on=said_on, **values | more
        )


def make_budget(area: Area, *, amount: int = 200_000, **more: Any) -> AreaBudget:
    """Make a budget of an area, of this year's kind unless said otherwise."""
    values = {"year": date.today().year, "kind": BudgetKind.LIVABILITY}  # noqa: DTZ011
    with arranging():
        return AreaBudget.objects.create(
            municipality=municipality_of(area),
            area=area,
            amount_euro_cents=amount,
            **values | more,
        )


def make_line(budget: AreaBudget, *, requested: int = 5_000, **more: Any) -> BudgetLine:
    """Make a request for money."""
    values = {"what": "Tafels en banken", "requested_on": date(2026, 3, 2)}
    with arranging():
        return BudgetLine.objects.create(
            budget=budget, requested_euro_cents=requested, **values | more
        )


def make_moment(area: Area, number: int = 0, **more: Any) -> ContactMoment:
    """Make a moment of contact that returns."""
    values = {"name": f"Spreekuur {number}", "kind": MomentKind.CONSULTATION_HOUR}
    values |= {"status": MomentStatus.ACTIVE, "import_key": f"moment-{next(_numbers)}"}
    with arranging():
        return ContactMoment.objects.create(
            municipality=municipality_of(area), area=area, **values | more
        )


def more_initiatives(area: Area, parts: dict[str, Any], number: int) -> None:
    """Make one more of everything that pages about initiatives show."""
    listed = make_initiative(
        area, idea=f"Samen koken {number}", title=f"Koken {number}", may_list=True, listed_at=NOON
    )
    budget = make_budget(area, year=2000 + number, kind=BudgetKind.PROJECT)
    shown = make_budget(area, kind=list(BudgetKind)[1 + number % 2]) if number < 3 else budget
    initiative = parts["initiative"]
    make_line(shown, initiative=initiative)
    make_line(parts["budget"], initiative=initiative)
    make_statement(initiative, source=f"Bron {number}")
    settled = make_statement(initiative, source=f"Oude bron {number}")
    moment = make_moment(area, number)
    with arranging():
        for language, _name in settings.LANGUAGES:
            InitiativeText.objects.create(
                initiative=listed, language=language, title=f"Koken {number}", about="Kom eten."
            )
        settlement = Settlement.objects.create(
            initiative=initiative, why=f"Gebeld {number}", by_name="Noor", at=NOON
        )
        StatusStatement.objects.filter(pk=settled.pk).update(settled_by=settlement)
        InitiativeMessage.objects.create(
            initiative=initiative, is_from_starter=True, text=f"Nog iets {number}", at=NOON
        )
        InitiativeDecision.objects.create(
            initiative=initiative,
            outcome=InitiativeOutcome.GRANTED,
            reason=f"Mooi plan {number}",
            by_name="Noor",
            at=NOON,
        )
        for target in ({"initiative": initiative}, {"moment": moment},
                       {"organisation": parts["organisation"]}):  # fmt: skip
            Remark.objects.create(kind=RemarkKind.NOTE, text=f"Let op {number}", **target)

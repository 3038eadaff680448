# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows for the ledger benchmark: agreements, meetings, and actions on neighbourhood agendas.

Imported once the settings are there. What is written follows its number, so that a second call
goes on where the first stopped.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Model

from voelspriet.act.agenda.choices import (
    PUBLIC_KINDS,
    AgreementState,
    AttendeeKind,
    MeetingKind,
    MeetingState,
    Visibility,
)
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import (
    Agreement,
    AreaAgenda,
    Meeting,
    MeetingAttendance,
    MeetingMinute,
    MeetingPoint,
    MeetingText,
    Priority,
    PriorityAction,
)
from voelspriet.act.agenda.models.area_agendas import AreaAgendaText
from voelspriet.act.agenda.models.priorities import PriorityActionText, PriorityText
from voelspriet.act.agenda.rules import counted_days
from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.areas.queries import neighbourhoods
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import AreaDuty
from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.lib.working_days import dutch_day

OPEN_ONE_IN = 10  # agreements that run, meetings that come
PRIORITIES, ACTIONS = 5, 3  # of an agenda, of a priority: as many as there may be
PER_AGENDA = PRIORITIES * ACTIONS
DAYS = 1460  # four years
BATCH = 2_000


@dataclass
class Town:
    """Where rows are written, and by whom."""

    at: datetime
    rng: random.Random
    municipality: Municipality = field(init=False)
    areas: list[int] = field(init=False)
    parties: list[int] = field(init=False)
    followers: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Read the town of the demo."""
        self.municipality = Municipality.objects.get()
        self.areas = [row.id for row in neighbourhoods(municipality_id=self.municipality.pk)]
        self.parties = list(Organisation.objects.order_by("id").values_list("id", flat=True))
        self.followers = list(AreaDuty.objects.order_by("id").values_list("user_id", flat=True))

    def made(self) -> dict[str, object]:
        """Return who made a row, as most tables have it."""
        return {
            "municipality": self.municipality,
            "made_by_id": self.followers[0],
            "made_by_name": "Noor",
        }


def write(town: Town, first: int, count: int, row: Callable[[Town, int], list[Model]]) -> None:
    """Write what `row` makes of the numbers `first` up to `count`, each kind in bulk."""
    for start in range(first, count, BATCH):
        kinds: dict[type[Model], list[Model]] = {}
        for number in range(start, min(start + BATCH, count)):
            for one in row(town, number):
                kinds.setdefault(type(one), []).append(one)
        with housekeeping("benchmark"):
            for kind, rows in kinds.items():  # what another points at comes first and has its id
                kind._default_manager.bulk_create(rows, BATCH)  # noqa: SLF001  Django's own way


def agreement(town: Town, number: int) -> list[Model]:
    """Return an agreement; every tenth runs, the others ended over four years."""
    rng, is_open = town.rng, number % OPEN_ONE_IN == 0
    made = town.at - timedelta(days=rng.uniform(0, 20) if is_open else rng.uniform(30, DAYS))
    due = dutch_day(made) + timedelta(days=rng.randint(5, 40))
    ended = None if is_open else made + timedelta(days=rng.randint(1, 45))
    return [
        Agreement(
            **town.made(),
            area_id=rng.choice(town.areas),
            reference=f"A-B{number:06d}",
            organisation_id=rng.choice(town.parties),
            what=f"De lantaarnpaal {number} maken",
            first_due_on=due,
            due_on=due,
            visibility=Visibility.PUBLIC,
            state=AgreementState.OPEN if is_open else AgreementState.DONE,
            made_at=made,
            **counted_days(made, due),
            follower_id=rng.choice(town.followers) if is_open else None,
            ended_at=ended,
            ended_on=dutch_day(ended) if ended else None,
        )
    ]


def meeting(town: Town, number: int) -> list[Model]:
    """Return a meeting with its words, points, minutes and who came; every tenth is to come."""
    rng, is_ahead = town.rng, number % OPEN_ONE_IN == 0
    kind = rng.choice(MeetingKind.values)
    starts = town.at + timedelta(days=rng.uniform(1, 360) if is_ahead else -rng.uniform(1, DAYS))
    is_public = kind in PUBLIC_KINDS
    one = Meeting(
        **town.made(),
        area_id=rng.choice(town.areas),
        reference=f"B-B{number:06d}",
        kind=kind,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=90),
        place="Buurthuis",
        is_public=is_public,
        state=MeetingState.PLANNED if is_ahead else MeetingState.HELD,
        attended=12 if is_public and not is_ahead else None,
        made_at=starts - timedelta(days=20),
        changed_at=starts - timedelta(days=20),
        held_at=None if is_ahead else starts + timedelta(hours=2),
    )
    found: list[Model] = [one, MeetingText(meeting=one, language="nl", about="Verlichting")]
    found += [
        MeetingPoint(meeting=one, text=text, made_at=one.made_at)
        for text in ("De verlichting", "De hondenpoep")
    ]
    if not is_ahead:
        found.append(MeetingMinute(meeting=one, text="Het is donker.", at=starts))
        if is_public:
            found.append(MeetingAttendance(meeting=one, kind=AttendeeKind.RESIDENTS, number=12))
    return found


def agenda(town: Town, number: int) -> list[Model]:
    """Return an agenda with five priorities and fifteen actions, each one of the agreements.

    The first are of this year, one for each neighbourhood; the next of the year before.
    """
    back, place = divmod(number, len(town.areas))
    one = AreaAgenda(
        **town.made(),
        area_id=town.areas[place],
        year=town.at.year - back,
        reference=f"P-B{number:06d}",
        is_public=True,
        made_at=town.at,
    )
    found: list[Model] = [one, AreaAgendaText(agenda=one, language="nl", safe="Licht en leven")]
    links = number * PER_AGENDA
    for slot in range(1, PRIORITIES + 1):
        priority = Priority(
            agenda=one,
            reference=f"Q-B{number:05d}{slot}",
            slot=slot,
            position=slot,
            state=PriorityState.RUNNING,
            made_at=town.at,
        )
        found += [priority, PriorityText(priority=priority, language="nl", title=f"Licht {slot}")]
        for order in range(1, ACTIONS + 1):
            links += 1
            action = PriorityAction(
                priority=priority, agreement_id=links, number=order, made_at=town.at
            )
            words = PriorityActionText(action=action, language="nl", measure="Elke lamp brandt")
            found += [action, words]
    return found

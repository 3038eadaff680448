# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbourhood agendas, with priorities, actions and what residents chose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.signals import municipality_of
from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import (
    AreaAgenda,
    AreaAgendaText,
    Priority,
    PriorityAction,
    PriorityActionText,
    PriorityText,
    RankingVoice,
)
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation

MADE = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
_numbers = count(1)


def make_agenda(
    area: Area,
    *,
    year: int = 2026,
    is_public: bool = True,
    safe: str = "Veilig is: de kinderen lopen zelf naar school.",
    **more: object,
) -> AreaAgenda:
    """Make an agenda with a definition of safe, three words and a strength, in Dutch."""
    values = {"made_by_id": 1, "made_by_name": "Noor Visser", "made_at": MADE}
    with arranging():
        agenda = AreaAgenda.objects.create(
            municipality=municipality_of(area),
            area=area,
            year=year,
            reference=f"B-{next(_numbers):04d}-TEST",
            is_public=is_public,
            **values | more,
        )
        AreaAgendaText.objects.create(
            agenda=agenda,
            language="nl",
            safe=safe,
            three_words="groen, druk, samen",
            strengths="De buurttafel",
        )
    return agenda


def make_priority(
    agenda: AreaAgenda, title: str = "Beter licht op de looproute", **more: object
) -> Priority:
    """Make a priority in the first free slot; a stopped one has none."""
    with arranging():
        taken = agenda.priorities.exclude(slot=None).count()
        stopped = more.get("state") == PriorityState.STOPPED
        values: dict[str, object] = {
            "slot": None if stopped else taken + 1,
            "position": agenda.priorities.count() + 1,
            "made_at": MADE,
        }
        if more.get("state") in {PriorityState.STOPPED, PriorityState.DONE}:
            values |= {"ended_at": MADE, "stopped_why": "Het geld is op." if stopped else ""}
        priority = Priority.objects.create(
            agenda=agenda, reference=f"P-{next(_numbers):04d}-TEST", **values | more
        )
        PriorityText.objects.create(priority=priority, language="nl", title=title, why="Te donker.")
    return priority


def make_action(
    priority: Priority,
    organisation: Organisation,
    *,
    what: str = "Vijf lampen plaatsen",
    partners: Iterable[Organisation] = (),
    outcome: str = "",
    visibility: str = Visibility.PUBLIC,
    **more: object,
) -> PriorityAction:
    """Make an action: an agreement of the area of the agenda, with a measurable result."""
    agreement = make_agreement_row(
        priority.agenda.area, organisation, what=what, visibility=visibility, **more
    )
    with arranging():
        action = PriorityAction.objects.create(
            priority=priority,
            agreement=agreement,
            number=priority.actions.count() + 1,
            made_at=MADE,
        )
        action.partners.set(partners)
        PriorityActionText.objects.create(
            action=action, language="nl", measure="Vijf lampen branden", outcome=outcome
        )
    return action


def make_voice(agenda: AreaAgenda, *order: Priority) -> RankingVoice:
    """Make what one browser chose, first choice first."""
    second = order[1] if len(order) > 1 else None
    third = order[2] if len(order) > 2 else None
    with arranging():
        return RankingVoice.objects.create(
            agenda=agenda,
            token_hash=f"hash{next(_numbers)}",
            first=order[0],
            second=second,
            third=third,
        )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shared priorities: adding one, its words and grounds, where it stands, and their order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.area_agendas import audit_agenda, brief, led_agenda
from voelspriet.act.agenda.actions.making import worded
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import AreaAgenda, Priority, PriorityText
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.agenda.queries.rankings import order_of_residents
from voelspriet.act.agenda.rules.area_agendas import (
    ORDER_REASON_LIMIT,
    SLOTS,
    SOURCE_LIMIT,
    STOPPED_LIMIT,
    TITLE_LIMIT,
    WHY_LIMIT,
)
from voelspriet.act.agenda.rules.rankings import deviates
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.status import FLAGS_UP, LOCKED_PERMISSIONS

LOOK_BACK = timedelta(days=365)
ENDED = (PriorityState.DONE, PriorityState.STOPPED)


@dataclass(frozen=True, slots=True)
class PriorityGiven:
    """What an adviser fills in for a priority; only a title is needed.

    `category`: signals of the area about it in the last year count as its ground.
    """

    title: str
    why: str = ""
    source: str = ""
    source_on: date | None = None
    category: str = ""
    is_public: bool = True


@action
def add_priority(
    *,
    agenda_reference: str,
    given: PriorityGiven,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Add a priority to an agenda, at the end, and return its reference.

    Signals of its category are counted as its ground. Refuses: a sixth, no title, what is too long,
    a source without a day or the other way round. OutOfScope for anyone but the advisers.
    """
    agenda = led_agenda(agenda_reference, by)
    priority = Priority(
        agenda=agenda,
        reference=new_reference("P", rng=rng),
        slot=_free_slot(agenda),
        position=max(agenda.priorities.values_list("position", flat=True), default=0) + 1,
        made_at=at,
    )
    _fill(priority, given, by, at)
    audit_agenda("priority.add", agenda, by, at, priority=priority.reference)
    return priority.reference


@action
def change_priority(*, reference: str, given: PriorityGiven, by: Actor, at: datetime) -> None:
    """Write a priority anew, in Dutch. Refuses what `add_priority` refuses but a sixth."""
    priority = led_priority(reference, by)
    _fill(priority, given, by, at)
    audit_agenda("priority.change", priority.agenda, by, at, priority=reference)


@action
def set_priority_state(
    *, reference: str, state: PriorityState, why: str, by: Actor, at: datetime
) -> None:
    """Say where a priority stands; stopping one says why, in public too, and frees its slot.

    Refuses: stopping without why, and starting again when five others stand there. OutOfScope for
    anyone but the advisers of its area.
    """
    priority = led_priority(reference, by)
    stops = state == PriorityState.STOPPED
    if stops:
        priority.stopped_why = worded(why, STOPPED_LIMIT, "why")
        priority.slot = None
    elif priority.slot is None:
        priority.slot = _free_slot(priority.agenda)
    priority.ended_at = at if state in ENDED else None
    priority.state = state
    priority.save(update_fields=["state", "stopped_why", "slot", "ended_at"])
    audit_agenda(
        "priority.set_state", priority.agenda, by, at, priority=reference, state=str(state)
    )


@action
def arrange_priorities(
    *, agenda_reference: str, order: Sequence[int], reason: str, by: Actor, at: datetime
) -> None:
    """Put the priorities of an agenda in an order, by id.

    Where residents gave an order, another one needs `reason`, which stands on the public page; the
    residents' own order needs none and takes an earlier deviation back. Refuses: a deviation
    without reason, ids that are not all priorities in a slot once. OutOfScope for anyone but the
    advisers of its area.
    """
    agenda = led_agenda(agenda_reference, by)
    rows = {row.pk: row for row in agenda.priorities.exclude(slot=None)}
    if sorted(order) != sorted(rows):
        raise Refused(_("Geef elke prioriteit een eigen plaats."), field="order")
    ranked = order_of_residents(agenda)
    agenda.own_order = bool(ranked) and deviates(order, ranked)
    agenda.order_reason = worded(reason, ORDER_REASON_LIMIT, "reason") if agenda.own_order else ""
    for number, pk in enumerate(order, 1):
        rows[pk].position = number
    Priority.objects.bulk_update(rows.values(), ["position"])
    agenda.save(update_fields=["own_order", "order_reason"])
    if not agenda.own_order:  # a translated reason of an order that was taken back
        agenda.texts.exclude(order_reason="").update(order_reason="")
    audit_agenda("area_agenda.arrange", agenda, by, at, own_order=agenda.own_order)


def _fill(priority: Priority, given: PriorityGiven, by: Actor, at: datetime) -> None:
    """Store what was given: the row, its Dutch words, and which signals are its ground."""
    title = worded(given.title, TITLE_LIMIT, "title")
    why = brief(given.why, WHY_LIMIT, "why")
    priority.source = brief(given.source, SOURCE_LIMIT, "source")
    if bool(priority.source) != (given.source_on is not None):
        field = "source_on" if priority.source else "source"
        raise Refused(_("Vul bron en dag allebei in, of geen van beide."), field=field)
    if given.source_on is not None and given.source_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="source_on")
    priority.source_on = given.source_on
    priority.category = given.category
    priority.is_public = given.is_public
    priority.save()
    PriorityText.objects.update_or_create(
        priority=priority, language=SOURCE_LANGUAGE, defaults={"title": title, "why": why}
    )
    priority.signals.set(_grounds(priority, by, at))


def _grounds(priority: Priority, by: Actor, at: datetime) -> list[Signal]:
    """Return the signals of the last year about the category, in the area and below it.

    Not those somebody took back or keeps locked, nor those that point at a person.
    """
    if not priority.category:
        return []
    area = priority.agenda.area
    within = [area.pk, *area.children.values_list("pk", flat=True)]
    decided = Q(category=priority.category)
    suggested = Q(category="", suggested_category=priority.category)
    found = Signal.objects.filter(
        decided | suggested,
        responsible_area_id__in=[one for one in within if by.advises(one)],
        received_at__gte=at - LOOK_BACK,
        withdrawn_at__isnull=True,
    ).exclude(Q(permission__in=LOCKED_PERMISSIONS) | Q(person_flag__in=FLAGS_UP))
    return list(found.order_by("id"))


def _free_slot(agenda: AreaAgenda) -> int:
    taken = set(agenda.priorities.exclude(slot=None).values_list("slot", flat=True))
    free = [slot for slot in SLOTS if slot not in taken]
    if not free:
        raise Refused(_("Er staan al vijf prioriteiten. Rond er eerst een af of stop er een."))
    return free[0]


def led_priority(reference: str, by: Actor) -> Priority:
    """Return a priority of an agenda `by` leads, its agenda held in this transaction."""
    found = Priority.objects.filter(reference=reference).select_related("agenda__area").first()
    if found is None:
        raise OutOfScope(_("Deze prioriteit is er niet."))
    led_agenda(found.agenda.reference, by)
    return found

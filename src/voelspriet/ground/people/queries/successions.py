# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who came after whom, and what still has to pass on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.holdings import Ownerless, find_ownerless, holdings
from voelspriet.ground.people.models import AreaDuty, Leaving, Succession, User
from voelspriet.ground.people.queries.actors import areas_with
from voelspriet.ground.people.queries.duos import upwards
from voelspriet.ground.people.rules import must_manage, not_over
from voelspriet.ground.privacy.actors import Actor, OutOfScope


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """A place in a duo that passed on, in first names as residents know them."""

    id: int
    area_ids: frozenset[int]
    area_name: str
    old_name: str
    new_name: str
    is_gap: bool
    starts_on: date
    passed_at: datetime


@dataclass(frozen=True, slots=True)
class HeldRow:
    """So many things of one kind."""

    kind: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in a duo that must pass on, who else is there, and what hangs on it."""

    duty_id: int
    area_name: str
    kind_label: str
    others: tuple[str, ...]
    held: tuple[HeldRow, ...]
    planned_successor_id: int | None


@dataclass(frozen=True, slots=True)
class LeavingPage:
    """Everything that hangs on one colleague. `leaves_on` is set when a day was planned."""

    user_id: int
    name: str
    is_active: bool
    leaves_on: date | None
    left_on: date | None
    places: tuple[PlaceRow, ...]
    own: tuple[HeldRow, ...]
    passed: tuple[SuccessionRow, ...]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A place somebody took over, with what hangs on it."""

    succession: SuccessionRow
    held: tuple[HeldRow, ...]


def successions_of_area(*, area_id: int) -> tuple[SuccessionRow, ...]:
    """Return the places that passed on and that an area went with, oldest first."""
    found = _passed().filter(area_id__in=upwards(area_id)).exclude(kind=DutyKind.STAND_IN)
    rows = tuple(_row(one) for one in found)
    return tuple(row for row in rows if area_id in row.area_ids)


def taken_over(*, by: Actor) -> tuple[SuccessionRow, ...]:
    """Return the places `by` took over, or has too since nobody new came, newest first."""
    return tuple(_row(one) for one in _passed().filter(successor_id=by.user_id or 0))[::-1]


def taken_over_page(*, by: Actor) -> tuple[TakenOver, ...]:
    """Return what `by` took over and what hangs on it now, newest first. Counts only."""
    rows = taken_over(by=by)
    found = holdings(by.user_id or 0, frozenset().union(*(row.area_ids for row in rows)))
    return tuple(
        TakenOver(row, _summed(one for one in found if one.area_id in row.area_ids)) for row in rows
    )


def ownerless(*, municipality_id: int, on: date) -> tuple[Ownerless, ...]:
    """Return whatever nobody in the municipality has to do with, in every room."""
    return find_ownerless(municipality_id, on)


def leaving_page(*, user_id: int, by: Actor, on: date) -> LeavingPage:
    """Return everything that hangs on a colleague, for who manages accounts. Counts only."""
    where = must_manage(by)
    user = User.objects.filter(pk=user_id, assignments__municipality_id=where).first()
    if user is None:
        raise OutOfScope(_("Dit account is er niet."))
    planned = Leaving.objects.filter(user=user, municipality_id=where).order_by("-id").first()
    duties = list(
        AreaDuty.objects.filter(not_over(on), user=user)
        .select_related("area")
        .order_by("area__name", "id")
    )
    places, own = _held(user_id, duties, planned, on)
    passed = _passed().filter(leaving__user=user)
    is_open = planned is not None and planned.done_at is None
    return LeavingPage(
        user_id=user.pk,
        name=user.name,
        is_active=user.is_active,
        leaves_on=planned.leaves_on if planned and is_open else None,
        left_on=planned.leaves_on if planned and not is_open else None,
        places=places,
        own=own,
        passed=tuple(_row(one) for one in passed),
    )


def _held(
    user_id: int, duties: list[AreaDuty], planned: Leaving | None, on: date
) -> tuple[tuple[PlaceRow, ...], tuple[HeldRow, ...]]:
    spread = {duty.pk: areas_with(area_ids=frozenset({duty.area_id}), on=on) for duty in duties}
    every = frozenset().union(*spread.values()) if spread else frozenset()
    found = holdings(user_id, every)
    others = _others(duties, user_id, on)
    chosen = {}
    if planned is not None and planned.done_at is None:
        chosen = {(one.area_id, one.kind): one.successor_id for one in planned.successions.all()}
    places = tuple(
        PlaceRow(
            duty_id=duty.pk,
            area_name=duty.area.name,
            kind_label=str(DutyKind(duty.kind).label),
            others=tuple(others[duty.area_id]),
            held=_summed(one for one in found if one.area_id in spread[duty.pk]),
            planned_successor_id=chosen.get((duty.area_id, duty.kind)),
        )
        for duty in duties
    )
    return places, _summed(one for one in found if one.area_id is None)


def _others(duties: list[AreaDuty], user_id: int, on: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = AreaDuty.objects.filter(
        not_over(on), area_id__in=[duty.area_id for duty in duties], user__is_active=True
    ).exclude(user_id=user_id)
    for other in rows.select_related("user").order_by("kind", "id"):
        found[other.area_id].append(f"{other.user.name} ({DutyKind(other.kind).label})")
    return found


def _summed(held: Any) -> tuple[HeldRow, ...]:
    numbers: dict[str, int] = defaultdict(int)
    labels: dict[str, str] = {}
    for one in held:
        numbers[one.kind] += one.number
        labels[one.kind] = str(one.label)
    return tuple(HeldRow(kind, labels[kind], number) for kind, number in numbers.items() if number)


def _passed() -> QuerySet[Succession]:
    found = Succession.objects.filter(passed_at__isnull=False)
    return found.select_related("area", "successor").order_by("passed_at", "id")


def _row(one: Succession) -> SuccessionRow:
    return SuccessionRow(
        id=one.pk,
        area_ids=frozenset(one.covered),
        area_name=one.area.name,
        old_name=one.old_first_name,
        new_name=one.successor.first_name if one.successor else "",
        is_gap=one.is_gap,
        starts_on=one.starts_on,
        passed_at=one.passed_at or datetime.min.replace(tzinfo=UTC),
    )

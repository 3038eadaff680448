# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Passing one place in a duo on: who has it now, who must be introduced, and what is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from voelspriet.ground.people.actions.roles import end_now
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.holdings import Passed, meet_newcomers
from voelspriet.ground.people.models import AreaDuty, Leaving, RoleAssignment, Succession, User
from voelspriet.ground.people.queries.actors import areas_with
from voelspriet.ground.people.queries.duos import duo_area, duo_of
from voelspriet.ground.people.rules import STAND_IN_DAYS, current, must_not_be_self, not_over
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.choices import Role


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes the duos of a municipality, and when."""

    municipality_id: int
    by: Actor
    at: datetime
    today: date
    leaving: Leaving | None = None


def readers_of(area_id: int, on: date) -> frozenset[int]:
    """Return who reads what is told in confidence in an area: its duo and their stand-ins."""
    return frozenset(face.user_id for face in duo_of(area_id=area_id, on=on))


def introduce(
    area_ids: frozenset[int], area_id: int, before: frozenset[int], change: Change
) -> None:
    """Have rooms ask what must be asked before whoever is new in a duo reads along.

    Not of stand-ins: every reporter was told that a stand-in reads too.
    """
    now = duo_of(area_id=area_id, on=change.today)
    new = {face.user_id for face in now if not face.is_stand_in} - before
    meet_newcomers(area_ids, frozenset(new), change.at)


def pass_place(
    duty: AreaDuty, successor_id: int | None, change: Change, *, stays_until: date | None = None
) -> Passed:
    """End a place in a duo and give it to the successor, or to who stays; return who has it.

    Refuses: the same person, oneself, somebody who is no adviser, and nobody where no colleague
    of the duo and no duo above is left.
    """
    today, area_id, user_id = change.today, duty.area_id, duty.user_id
    kind = DutyKind(duty.kind)
    areas = areas_with(area_ids=frozenset({area_id}), on=today)
    before = readers_of(area_id, today)
    if successor_id is None:
        _vacate(duty, today)
    else:
        _give(duty, successor_id, change, stays_until)
    introduce(areas, area_id, before, change)
    now = successor_id or _who_stays(area_id, user_id, today)
    old = User.objects.get(pk=user_id)
    succession, _made = Succession.objects.update_or_create(
        leaving=change.leaving,
        area_id=area_id,
        kind=kind,
        old_name=old.name,
        starts_on=today,
        defaults={
            "old_first_name": old.first_name,
            "successor_id": now,
            "is_gap": successor_id is None,
            "covered": sorted(areas),
            "passed_at": change.at,
        },
    )
    name = User.objects.values_list("name", flat=True).get(pk=now)
    return Passed(succession.pk, areas, now, name, successor_id is None)


def _who_stays(area_id: int, user_id: int, today: date) -> int:
    """Return who of the duo has it now; the successor may not be the one who goes."""
    for face in duo_of(area_id=area_id, on=today):
        if face.user_id != user_id:
            return face.user_id
    raise Refused(
        _("Dit gebied houdt dan geen eerste adviseur over. Kies een opvolger."), field="successor"
    )


def _give(duty: AreaDuty, successor_id: int, change: Change, stays_until: date | None) -> None:
    today, area, kind, user_id = change.today, duty.area, DutyKind(duty.kind), duty.user_id
    if successor_id == user_id:
        raise Refused(_("Kies een andere collega als opvolger."), field="successor")
    must_not_be_self(change.by, successor_id)
    must_be_adviser(successor_id, change.municipality_id, today)
    end_now(duty, today)
    for old in AreaDuty.objects.filter(not_over(today), user_id=successor_id, area=area):
        end_now(old, today)  # somebody holds one place in a duo
    AreaDuty.objects.create(user_id=successor_id, area=area, kind=kind, starts_on=today)
    if change.leaving is not None or kind is DutyKind.STAND_IN:
        return
    last_day = today + timedelta(days=STAND_IN_DAYS) if stays_until is None else stays_until
    if last_day > today:
        AreaDuty.objects.create(
            user_id=user_id, area=area, kind=DutyKind.STAND_IN, starts_on=today, ends_on=last_day
        )


def _vacate(duty: AreaDuty, today: date) -> None:
    """End a place nobody new comes for: the second becomes first, else the duo above has it."""
    others = AreaDuty.objects.filter(not_over(today), area=duty.area).exclude(pk=duty.pk)
    second = others.filter(current(today), kind=DutyKind.SECOND).first()
    if duty.kind != DutyKind.FIRST:
        end_now(duty, today)
        return
    if second is None:
        _must_have_duo_above(duty, today)
        for other in others:
            end_now(other, today)  # stand-ins of a duo that is no more
        end_now(duty, today)
        return
    end_now(duty, today)
    end_now(second, today)
    AreaDuty.objects.create(
        user_id=second.user_id, area=duty.area, kind=DutyKind.FIRST, starts_on=today
    )


def _must_have_duo_above(duty: AreaDuty, today: date) -> None:
    above = duty.area.parent_id
    if above is None or duo_area(area_id=above, on=today) is None:
        raise Refused(
            _("Dit gebied houdt dan geen eerste adviseur over. Kies een opvolger."),
            field="successor",
        )


def must_be_adviser(user_id: int, municipality_id: int, on: date) -> None:
    """Refuse somebody who does not hold the adviser's role on a day."""
    held = RoleAssignment.objects.filter(
        current(on),
        user_id=user_id,
        user__is_active=True,
        municipality_id=municipality_id,
        role=Role.AREA_ADVISER,
    )
    if not held.exists():
        raise Refused(_("Deze collega heeft de rol gebiedsadviseur niet."), field="user")

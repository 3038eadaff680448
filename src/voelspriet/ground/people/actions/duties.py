# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is of the duo of an area. An area is never left without a first adviser."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.people.actions.passing import (
    Change,
    introduce,
    must_be_adviser,
    pass_place,
    readers_of,
)
from voelspriet.ground.people.actions.roles import end_now
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.holdings import Passing, pass_on
from voelspriet.ground.people.models import AreaDuty
from voelspriet.ground.people.queries.actors import areas_with
from voelspriet.ground.people.queries.duos import duo_area
from voelspriet.ground.people.rules import current, must_manage, must_not_be_self, not_over
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def set_duty(
    *,
    user_id: int,
    area_id: int,
    kind: DutyKind,
    by: Actor,
    at: datetime,
    starts_on: date | None = None,
    municipality_id: int | None = None,
) -> int:
    """Give an adviser a place in the duo of an area, from `starts_on` (today); return its id.

    Refuses: no administrator, one's own account, nobody with the adviser's role, a day before
    today, a place somebody has, a second place in the same duo, and a second adviser or
    stand-in where nobody is first adviser.
    """
    where = must_manage(by, municipality_id)
    must_not_be_self(by, user_id)
    area = _area(area_id, where)
    first_day = starts_on or dutch_day(at)
    if first_day < dutch_day(at):
        raise Refused(_("Kies vandaag of een latere dag."), field="starts_on")
    must_be_adviser(user_id, where, first_day)
    _must_fit(user_id, area, kind, first_day)
    areas = areas_with(area_ids=frozenset({area_id}), on=first_day)
    before = readers_of(area_id, first_day)
    duty = AreaDuty.objects.create(user_id=user_id, area=area, kind=kind, starts_on=first_day)
    change = Change(municipality_id=where, by=by, at=at, today=first_day)
    introduce(areas, area_id, before, change)
    _record("duty.set", duty, where, by, at)
    return duty.pk


@action
def end_duty(
    *,
    duty_id: int,
    by: Actor,
    at: datetime,
    successor_id: int | None = None,
    stays_until: date | None = None,
    municipality_id: int | None = None,
) -> None:
    """End somebody's place in a duo today, with a warm hand-over to a successor.

    Every room passes on what hangs on that place, and those concerned are told once.

    The successor has the place from today; the predecessor stays as stand-in until
    `stays_until` (two weeks; today or earlier: not at all), so that people can be introduced.
    Refuses: no administrator, one's own place, a first adviser without successor where no area
    above has one or while others are of the same duo, a successor without the adviser's role.
    """
    where = must_manage(by, municipality_id)
    today = dutch_day(at)
    duty = _duty(duty_id, where, today)
    must_not_be_self(by, duty.user_id)
    if successor_id is None:
        _must_not_leave_alone(duty, today)
    user_id = duty.user_id
    if successor_id is None and duty.starts_on > today:
        end_now(duty, today)  # never in force: nothing hangs on it
    else:
        change = Change(municipality_id=where, by=by, at=at, today=today)
        place = pass_place(duty, successor_id, change, stays_until=stays_until)
        pass_on(Passing(user_id, where, today, leaves=False, places=(place,)), by, at)
    _record("duty.end", duty, where, by, at, successor=successor_id)


def _must_not_leave_alone(duty: AreaDuty, today: date) -> None:
    """Refuse to end a first adviser's place when nobody would own the area, or others stay."""
    if duty.kind != DutyKind.FIRST:
        return
    others = AreaDuty.objects.filter(not_over(today), area=duty.area).exclude(pk=duty.pk)
    if others.exclude(kind=DutyKind.FIRST).exists():
        raise Refused(
            _("Er zijn nog anderen in dit duo. Kies een opvolger, of beëindig eerst hun dienst."),
            field="successor",
        )
    above = duty.area.parent_id
    if above is None or duo_area(area_id=above, on=today) is None:
        raise Refused(
            _("Dit gebied houdt dan geen eerste adviseur over. Kies een opvolger."),
            field="successor",
        )


def _must_fit(user_id: int, area: Area, kind: DutyKind, first_day: date) -> None:
    here = AreaDuty.objects.filter(not_over(first_day), area=area)
    if here.filter(user_id=user_id).exists():
        raise Refused(_("Deze collega heeft hier al een dienst."), field="user")
    if kind != DutyKind.STAND_IN and here.filter(kind=kind).exists():
        raise Refused(_("Deze plaats in het duo is bezet. Draag die dienst over."), field="kind")
    first = here.filter(current(first_day), kind=DutyKind.FIRST)
    if kind != DutyKind.FIRST and not first.exists():
        raise Refused(_("Kies hier eerst een eerste adviseur."), field="kind")


def _area(area_id: int, municipality_id: int) -> Area:
    municipality = Municipality.objects.get(pk=municipality_id)
    area = Area.objects.filter(pk=area_id, municipality_code=municipality.area_code).first()
    if area is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    return area


def _duty(duty_id: int, municipality_id: int, today: date) -> AreaDuty:
    municipality = Municipality.objects.get(pk=municipality_id)
    duty = (
        AreaDuty.objects.filter(
            not_over(today), pk=duty_id, area__municipality_code=municipality.area_code
        )
        .select_related("area")
        .first()
    )
    if duty is None:
        raise OutOfScope(_("Deze dienst is er niet."))
    return duty


def _record(name: str, duty: AreaDuty, where: int, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="account",
        reference=str(duty.user_id),
        municipality_id=where,
        area=duty.area.code,
        kind=duty.kind,
        **detail,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which two advisers own an area. There is always exactly one duo: the nearest one upwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.models import AreaDuty, User
from voelspriet.ground.people.rules import current

FILE_NAME = re.compile(r"^[0-9a-f]{32}\.jpg$")
FACES = "faces"
ORDER = {DutyKind.FIRST: 0, DutyKind.SECOND: 1, DutyKind.STAND_IN: 2}


@dataclass(frozen=True, slots=True)
class FaceRow:
    """Somebody people in an area can turn to. `photo` is empty unless they chose to show it."""

    user_id: int
    first_name: str
    name: str
    function: str
    phone: str
    photo: str
    is_stand_in: bool
    kind: str


def duo_area(*, area_id: int, on: date) -> int | None:
    """Return the area whose duo owns `area_id`: itself or the nearest above with one; or None."""
    chain = upwards(area_id)
    owned = set(
        AreaDuty.objects.filter(current(on), area_id__in=chain, kind=DutyKind.FIRST).values_list(
            "area_id", flat=True
        )
    )
    return next((one for one in chain if one in owned), None)


def duo_of(*, area_id: int, on: date) -> tuple[FaceRow, ...]:
    """Return the duo of an area on a day: first, second, then stand-ins.

    Empty only in a municipality where nobody was made first adviser yet.
    """
    owner = duo_area(area_id=area_id, on=on)
    if owner is None:
        return ()
    duties = AreaDuty.objects.filter(
        current(on), area_id=owner, user__is_active=True
    ).select_related("user")
    ordered = sorted(duties, key=lambda duty: (ORDER[DutyKind(duty.kind)], duty.pk))
    return tuple(_face(duty) for duty in ordered)


def areas_without_duo(*, municipality_id: int, on: date) -> tuple[str, ...]:
    """Return the names of areas nobody is first adviser of, at their level or above."""
    municipality = Municipality.objects.get(pk=municipality_id)
    areas = Area.objects.filter(
        municipality_code=municipality.area_code, year=municipality.area_year
    )
    parents = dict(areas.values_list("id", "parent_id"))
    owned = set(
        AreaDuty.objects.filter(
            current(on), kind=DutyKind.FIRST, area__municipality_code=municipality.area_code
        ).values_list("area_id", flat=True)
    )
    bare = [one for one in parents if not _has_owner(one, parents, owned)]
    return tuple(areas.filter(pk__in=bare).order_by("level", "name").values_list("name", flat=True))


def areas_owned(*, municipality_id: int, on: date) -> frozenset[int]:
    """Return the areas with a first adviser who has an account at work, there or above."""
    municipality = Municipality.objects.get(pk=municipality_id)
    areas = Area.objects.filter(municipality_code=municipality.area_code)
    parents = dict(areas.values_list("id", "parent_id"))
    duties = AreaDuty.objects.filter(
        current(on),
        kind=DutyKind.FIRST,
        user__is_active=True,
        area__municipality_code=municipality.area_code,
    )
    owned = set(duties.values_list("area_id", flat=True))
    return frozenset(one for one in parents if _has_owner(one, parents, owned))


def face_photo(*, file_name: str) -> bytes | None:
    """Return the photo of a colleague who chose to be shown; None when there is none to show."""
    if not FILE_NAME.match(file_name):
        return None
    if not User.objects.filter(photo=file_name, is_public_face=True, is_active=True).exists():
        return None
    path = settings.MEDIA_ROOT / FACES / file_name
    return settings.KEYRING.decrypt(path.read_bytes()) if path.is_file() else None


def _has_owner(area_id: int, parents: Mapping[int, int | None], owned: set[int]) -> bool:
    step: int | None = area_id
    while step is not None:
        if step in owned:
            return True
        step = parents.get(step)
    return False


def upwards(area_id: int) -> list[int]:
    """Return an area and those above it, nearest first."""
    above = "parent_id", "parent__parent_id", "parent__parent__parent_id"
    row = Area.objects.filter(pk=area_id).values_list("id", *above).first()
    return [one for one in row or () if one is not None]


def _face(duty: AreaDuty) -> FaceRow:
    user = duty.user
    return FaceRow(
        user_id=user.pk,
        first_name=user.first_name,
        name=user.name,
        function=user.function,
        phone=user.phone,
        photo=user.photo if user.is_public_face else "",
        is_stand_in=duty.kind == DutyKind.STAND_IN,
        kind=duty.kind,
    )

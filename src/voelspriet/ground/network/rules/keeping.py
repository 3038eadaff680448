# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who keeps the network, and when something in it must be looked at again."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import ActorKind, Role

STALE_AFTER = timedelta(days=365)
KEEPERS = (Role.AREA_ADVISER, Role.ADMINISTRATOR)


def stale_before(on: date) -> date:
    """Return the day before which a check is too long ago.

    >>> stale_before(date(2026, 3, 2))
    datetime.date(2025, 3, 2)
    """
    return on - STALE_AFTER


def is_stale(checked_on: date, on: date) -> bool:
    """Tell whether something was last checked more than a year ago."""
    return checked_on < stale_before(on)


def must_keep_map(by: Actor) -> int:
    """Return the municipality whose social map `by` keeps: its advisers and administrators."""
    if by.municipality_id is None:
        raise Refused(_("Zeg eerst om welke gemeente het gaat."))
    if by.kind is not ActorKind.SYSTEM and not by.has(*KEEPERS):
        raise Refused(_("Alleen een gebiedsadviseur of beheerder mag dit."))
    return by.municipality_id


def advised_area(by: Actor, area_id: int) -> Area:
    """Return an area `by` is adviser of. OutOfScope for any other."""
    area = Area.objects.filter(pk=area_id).first() if by.advises(area_id) else None
    if area is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    return area


def areas_of(municipality_id: int, area_ids: tuple[int, ...]) -> tuple[Area, ...]:
    """Return these areas of a municipality. OutOfScope when one of them is none of its."""
    code = Municipality.objects.values_list("area_code", flat=True).get(pk=municipality_id)
    found = tuple(Area.objects.filter(pk__in=area_ids, municipality_code=code).order_by("id"))
    if len(found) != len(set(area_ids)):
        raise OutOfScope(_("Dit gebied is er niet."))
    return found


def chain_of(area_id: int) -> list[int]:
    """Return an area and those above it, nearest first; empty when there is no such area."""
    above = "parent_id", "parent__parent_id"
    row = Area.objects.filter(pk=area_id).values_list("id", *above).first()
    return [one for one in row or () if one is not None]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of an area for its advisers, and what of it must be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from voelspriet.ground.network.choices import KeyFigureState, Subject
from voelspriet.ground.network.models import Face, KeyFigure, Organisation
from voelspriet.ground.network.queries.key_figures import KeyFigureRow, key_figures
from voelspriet.ground.network.queries.organisations import PartnerFaceRow, face_row, faces
from voelspriet.ground.network.queries.social_map import EntryRow, entries, places_for
from voelspriet.ground.network.queries.welcome import (
    WelcomeRow,
    WelcomeTexts,
    stale_welcomes,
    welcome_row,
    welcome_texts,
)
from voelspriet.ground.network.rules.keeping import advised_area, is_stale, stale_before
from voelspriet.ground.network.rules.key_figures import own_key_figures
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class FaceHere:
    """A partner's face an area can turn to; `is_own` when it is this area's and not one above."""

    face: PartnerFaceRow
    is_own: bool
    is_old: bool


@dataclass(frozen=True, slots=True)
class AreaNetwork:
    """Who and what there is in an area. `gaps` are subjects without a face to turn to."""

    area_id: int
    area_name: str
    faces: tuple[FaceHere, ...]
    gaps: tuple[str, ...]
    key_figures: tuple[KeyFigureRow, ...]
    places: tuple[EntryRow, ...]
    welcome: WelcomeTexts


@dataclass(frozen=True, slots=True)
class Stale:
    """What nobody checked for a year, within what `by` keeps."""

    faces: tuple[PartnerFaceRow, ...]
    key_figures: tuple[KeyFigureRow, ...]
    welcomes: tuple[WelcomeRow, ...]
    places: tuple[EntryRow, ...]
    more_places: bool


def area_network(*, area_id: int, by: Actor, on: date) -> AreaNetwork:
    """Return the network of an area `by` is adviser of. OutOfScope for any other."""
    area = advised_area(by, area_id)
    here = faces(area_id=area.pk, on=on)
    known = {code for face in here for code in face.subject_codes}
    return AreaNetwork(
        area_id=area.pk,
        area_name=area.name,
        faces=tuple(
            FaceHere(face, face.area_id == area.pk, is_stale(face.checked_on, on)) for face in here
        ),
        gaps=tuple(str(one.label) for one in Subject if one not in known),
        key_figures=key_figures(by=by, on=on, area_ids=(area.pk,)),
        places=places_for(area_id=area.pk, by=by, on=on),
        welcome=welcome_texts(area_id=area.pk, by=by, on=on),
    )


def stale(*, by: Actor, on: date) -> Stale:
    """Return everything that must be checked again, by area."""
    found = _stale_faces(by, on).select_related("area", "organisation").prefetch_related("subjects")
    old = [row for row in key_figures(by=by, on=on) if row.is_stale]
    places = entries(by=by, on=on, stand="stale")
    return Stale(
        faces=tuple(face_row(one) for one in found.order_by("area__name", "id")),
        key_figures=tuple(old),
        welcomes=tuple(
            welcome_row(one)
            for one in stale_welcomes(by=by, on=on)
            .select_related("area")
            .order_by("area__name", "id")
        ),
        places=places.items,
        more_places=bool(places.next_cursor),
    )


def stale_count(*, by: Actor, on: date) -> int:
    """Return how much must be checked again."""
    before = stale_before(on)
    old_places = Organisation.objects.filter(
        municipality_id=by.municipality_id or 0,
        is_active=True,
        is_listed=True,
        checked_on__lt=before,
    )
    found = (_stale_faces(by, on), _stale_figures(by, on), stale_welcomes(by=by, on=on), old_places)
    return sum(one.count() for one in found)


def _stale_faces(by: Actor, on: date) -> QuerySet[Face]:
    return (
        Face.objects.filter(area_id__in=sorted(by.area_ids))
        .filter(Q(organisation__isnull=True) | Q(organisation__is_active=True))
        .annotate(last_on=Coalesce("checked_on", "agreed_on"))
        .filter(last_on__lt=stale_before(on))
    )


def _stale_figures(by: Actor, on: date) -> QuerySet[KeyFigure]:
    return own_key_figures(by).filter(
        state=KeyFigureState.AGREED, expires_on__gte=on, checked_on__lt=stale_before(on)
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Setting a municipality up on this installation."""

from __future__ import annotations

from datetime import datetime

import shapely
from django.utils.translation import gettext as _

from voelspriet.ground.areas.actions.areas import import_areas
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.areas.rows import MunicipalityRow, municipality_row_of
from voelspriet.ground.areas.told import AreaFile, AreaTold
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action


@action
def set_up_municipality(
    *,
    name: str,
    slug: str,
    area_code: str,
    area_year: int,
    by: Actor,
    at: datetime,
    host: str = "",
    sender: str = "",
    phone: str = "",
    first_answer_days: int = 5,
    longest_promise_days: int = 30,
) -> MunicipalityRow:
    """Make a municipality of whose areas of `area_year` the installation will serve the people.

    Where the municipality itself was not imported as an area, it is made from its parts, so
    that what has no place can belong to the whole. Refused when its slug or code is in use, or
    none of its areas was imported for that year.
    """
    if Municipality.objects.filter(slug=slug).exists():
        raise Refused(_("Er is al een gemeente met dit webadres."), field="slug")
    if Municipality.objects.filter(area_code=area_code).exists():
        raise Refused(_("Deze gemeente is al ingericht."), field="area_code")
    _ensure_whole(name=name, area_code=area_code, area_year=area_year, by=by, at=at)
    municipality = Municipality.objects.create(
        name=name,
        slug=slug,
        area_code=area_code,
        area_year=area_year,
        host=host,
        sender=sender,
        phone=phone,
        first_answer_days=first_answer_days,
        longest_promise_days=longest_promise_days,
    )
    record(
        "municipality.set_up",
        by=by,
        at=at,
        subject="municipality",
        reference=area_code,
        municipality_id=municipality.pk,
    )
    return municipality_row_of(municipality)


def _ensure_whole(*, name: str, area_code: str, area_year: int, by: Actor, at: datetime) -> None:
    areas = Area.objects.filter(municipality_code=area_code, year=area_year)
    if areas.filter(level=AreaLevel.MUNICIPALITY).exists():
        return
    parts = list(areas.values_list("boundary", "population"))
    shapes = [shapely.from_wkb(bytes(boundary)) for boundary, _people in parts if boundary]
    if not shapes:
        reason = _("Er zijn nog geen gebieden van deze gemeente en dit jaar ingelezen.")
        raise Refused(reason, field="area_code")
    whole = shapely.MultiPolygon(
        [part for part in shapely.get_parts(shapely.union_all(shapes)) if part.area]
    )
    told = AreaTold(code=area_code, name=name, shape=whole)
    file = AreaFile(AreaLevel.MUNICIPALITY, area_year, (told,), source="from its parts")
    import_areas(file=file, by=by, at=at)

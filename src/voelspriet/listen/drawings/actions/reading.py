# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at where people drew, and taking it along: exact places, so each look leaves a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.geopackages import Layer, geopackage
from voelspriet.lib.photos import PHOTO_TYPE
from voelspriet.listen.drawings.actions.rounds import audit_round
from voelspriet.listen.drawings.models import MapRound, SheetPhoto
from voelspriet.listen.drawings.queries.shapes import (
    EXPORT_COLUMNS,
    ExportedShape,
    exported_rows,
    shapes_geojson,
)
from voelspriet.listen.drawings.rules.photos import photo_path
from voelspriet.listen.drawings.rules.rounds import visible_rounds

GEOJSON_TYPE = "application/geo+json"
GEOPACKAGE_TYPE = "application/geopackage+sqlite3"
# a street somebody chose may lie in several pieces
LAYERS = (("points", "GEOMETRY"), ("lines", "GEOMETRY"), ("areas", "POLYGON"))


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file to take along."""

    name: str
    media_type: str
    content: bytes


@action
def read_drawn_shapes(*, reference: str, by: Actor, at: datetime) -> bytes:
    """Return all shapes of a round as GeoJSON for the map of colleagues, without words.

    OutOfScope for who may not see the round.
    """
    one = _seen(reference, by)
    content = shapes_geojson(round_id=one.pk)
    audit_round("map_round.read_shapes", one, by, at)
    return content


@action
def export_map_round(*, reference: str, form: str, by: Actor, at: datetime) -> ExportedFile:
    """Return the shapes of a round as a GeoJSON or GeoPackage file, without anybody's words.

    `form` is "geojson" or "gpkg". OutOfScope for another form, or who may not see the round.
    """
    one = _seen(reference, by)
    rows = exported_rows(round_id=one.pk)
    if form == "geojson":
        made = ExportedFile(f"{one.reference}.geojson", GEOJSON_TYPE, _geojson(rows))
    elif form == "gpkg":
        layers = [
            Layer(name, kind, EXPORT_COLUMNS, [row for row in rows if row.layer == name])
            for name, kind in LAYERS
        ]
        content = geopackage(layers, at=at, description=f"{one.reference}: {one.area.name}")
        made = ExportedFile(f"{one.reference}.gpkg", GEOPACKAGE_TYPE, content)
    else:
        raise OutOfScope(_("Deze vorm is er niet."))
    audit_round("map_round.export", one, by, at, form=form, shapes=len(rows))
    return made


@action
def open_sheet_photo(*, file_name: str, by: Actor, at: datetime) -> tuple[bytes, str]:
    """Return the photo of a paper sheet and its media type. OutOfScope for who may not see it."""
    photo = SheetPhoto.objects.select_related("sheet__round").filter(file_name=file_name).first()
    if photo is None:
        raise OutOfScope(_("Deze foto is er niet."))
    one = _seen(photo.sheet.round.reference, by)
    try:
        content = settings.KEYRING.decrypt(photo_path(file_name).read_bytes())
    except FileNotFoundError as error:
        raise OutOfScope(_("Deze foto is er niet.")) from error
    record("map_sheet.read_photo", by=by, at=at, subject="map_sheet",
           reference=photo.sheet.reference, municipality_id=one.municipality_id)  # fmt: skip
    return content, PHOTO_TYPE


def _seen(reference: str, by: Actor) -> MapRound:
    one = visible_rounds(by).select_related("area").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze kaartronde is er niet."))
    return one


def _geojson(rows: Sequence[ExportedShape]) -> bytes:
    features = [
        {
            "type": "Feature",
            "geometry": json.loads(row.geometry),
            "properties": dict(
                zip((name for name, _kind in EXPORT_COLUMNS), row.values, strict=True)
            ),
        }
        for row in rows
    ]
    return json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False
    ).encode()

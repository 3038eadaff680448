# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what was drawn is a shape we can take: GeoJSON, few points, not crossing itself."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

import shapely
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.ground.areas.ground_plan import StreetLine
from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.drawings.choices import ShapeForm
from voelspriet.listen.drawings.told import MOST_VERTICES

DECIMALS = 6  # about 10 cm
TYPES = {ShapeForm.POINT: "Point", ShapeForm.LINE: "LineString", ShapeForm.AREA: "Polygon"}
LEAST = {ShapeForm.POINT: 1, ShapeForm.LINE: 2, ShapeForm.AREA: 4}
EAST, NORTH = 180.0, 90.0
Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that can be stored: GeoJSON as text, and every point of it."""

    geometry: str
    points: tuple[Position, ...]


def shape_of(told: Any, form: ShapeForm) -> Shape:
    """Return a drawn geometry as it can be stored.

    `told` is GeoJSON, parsed or as text. Refuses: no GeoJSON, another form than the kind asks
    for, points that are no place on earth, more than 300 points, a line on one spot, an area that
    crosses itself or has a hole.
    """
    coordinates = _coordinates(told, form)
    if form is ShapeForm.POINT:
        spot = _position(coordinates)
        return Shape(_text("Point", spot), (spot,))
    rings = [coordinates] if form is ShapeForm.LINE else coordinates
    if not isinstance(rings, list) or len(rings) != 1 or not isinstance(rings[0], list):
        raise _unreadable()
    if len(rings[0]) > MOST_VERTICES:
        raise _too_many()
    points = tuple(_position(one) for one in rings[0])
    if len(points) < LEAST[form] or len(set(points)) < LEAST[form] - (form is ShapeForm.AREA):
        raise Refused(_("Een lijn of vlak heeft meer punten nodig. Teken het opnieuw."))
    if form is ShapeForm.LINE:
        return Shape(_text("LineString", points), points)
    if points[0] != points[-1]:
        raise _unreadable()
    if not shapely.Polygon(points).is_valid:
        raise Refused(_("Een vlak loopt door zichzelf heen. Teken het opnieuw, langs de rand."))
    return Shape(_text("Polygon", [points]), points)


def shape_of_streets(lines: list[StreetLine]) -> Shape:
    """Return the shape of streets somebody chose: their lines, or their spots."""
    pieces = [piece for line in lines for piece in line.pieces]
    points = tuple(_round(*point) for piece in pieces for point in piece)
    if len(points) == 1:
        return Shape(_text("Point", points[0]), points)
    drawn = [[_round(*point) for point in piece] for piece in pieces if len(piece) > 1]
    if not drawn:
        return Shape(_text("MultiPoint", points), points)
    if len(drawn) == 1 and len(drawn[0]) == len(points):
        return Shape(_text("LineString", drawn[0]), points)
    return Shape(_text("MultiLineString", drawn), points)


def _coordinates(told: Any, form: ShapeForm) -> Any:
    if isinstance(told, str):
        try:
            told = json.loads(told)
        except (ValueError, RecursionError) as error:
            raise _unreadable() from error
    if not isinstance(told, dict) or told.get("type") != TYPES[form]:
        raise _unreadable()
    return told.get("coordinates")


def _position(told: Any) -> Position:
    if not isinstance(told, list) or len(told) not in {2, 3}:
        raise _unreadable()
    numbers = [
        one for one in told[:2] if isinstance(one, int | float) and not isinstance(one, bool)
    ]
    if len(numbers) != 2 or not all(math.isfinite(one) for one in numbers):  # noqa: PLR2004
        raise _unreadable()
    lon, lat = numbers
    if not (-EAST <= lon <= EAST and -NORTH <= lat <= NORTH):
        raise _unreadable()
    return _round(float(lon), float(lat))


def _round(lon: float, lat: float) -> Position:
    return round(lon, DECIMALS), round(lat, DECIMALS)


def _text(kind: str, coordinates: Any) -> str:
    return json.dumps({"type": kind, "coordinates": coordinates}, separators=(",", ":"))


def _unreadable() -> Refused:
    return Refused(_("Wij kunnen een tekening niet lezen. Haal die weg en teken het opnieuw."))


def _too_many() -> Refused:
    return Refused(
        ngettext(
            "Een lijn of vlak heeft ten hoogste %(count)s punt. Teken het in delen.",
            "Een lijn of vlak heeft ten hoogste %(count)s punten. Teken het in delen.",
            MOST_VERTICES,
        )
        % {"count": MOST_VERTICES}
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a printed sheet of a round needs: its map as an SVG, its legend, its code and its link."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.areas.ground_plan import (
    Extent,
    StreetLine,
    edges_of,
    extent_of,
    metres_of,
    streets_in,
)
from voelspriet.ground.areas.projection import to_wgs84
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.listen.drawings.models import MapRound
from voelspriet.listen.drawings.rules.legend import LegendEntry, entries_of
from voelspriet.listen.drawings.rules.rounds import visible_rounds

MARGIN = 40.0  # metres around the area
MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A round as it can be printed.

    `svg` is drawn in RD metres, north up: the boundary, the streets and their names. Corner
    marks of a sheet belong at the four corners of `extent` (WGS84 degrees): then a photo of it
    can be laid on the map. `path` is the address behind the site's own; `link` holds both.
    """

    reference: str
    code: str
    path: str
    link: str
    question: str
    translations: dict[str, str]
    area_name: str
    legend: tuple[LegendEntry, ...]
    extent: Extent
    corners: tuple[tuple[float, float], ...]
    width_metres: float
    height_metres: float
    svg: str


def sheet_plan(*, reference: str, by: Actor) -> SheetPlan:
    """Return what a printed sheet needs. OutOfScope for who may not see the round."""
    if by.kind is ActorKind.SYSTEM:
        found = MapRound.objects.filter(municipality_id=by.municipality_id or 0)
    else:
        found = visible_rounds(by)
    one = found.select_related("area").filter(reference=reference).first()
    extent = extent_of(area_id=one.area_id) if one else None
    if one is None or extent is None:
        raise OutOfScope(_("Deze kaartronde is er niet."))
    rings = edges_of(area_id=one.area_id)
    points = [point for ring in rings for point in metres_of(ring).tolist()]
    west, east = min(x for x, _y in points) - MARGIN, max(x for x, _y in points) + MARGIN
    south, north = min(y for _x, y in points) - MARGIN, max(y for _x, y in points) + MARGIN
    path = f"/kaart/{one.code}/"
    return SheetPlan(
        reference=one.reference,
        code=one.code,
        path=path,
        link=f"{settings.PUBLIC_URL}{path}",
        question=one.question,
        translations=dict(one.question_translations),
        area_name=one.area.name,
        legend=entries_of(one.kinds),
        extent=extent,
        corners=tuple(
            (round(lon, 6), round(lat, 6))
            for lon, lat in (
                to_wgs84(x, y)
                for x, y in ((west, north), (east, north), (east, south), (west, south))
            )
        ),
        width_metres=east - west,
        height_metres=north - south,
        svg=_svg(rings, streets_in(area_id=one.area_id), (west, south, east, north)),
    )


def _svg(
    rings: tuple[tuple[tuple[float, float], ...], ...],
    streets: tuple[StreetLine, ...],
    box: tuple[float, float, float, float],
) -> str:
    west, south, east, north = box
    width, height = east - west, north - south

    def path_of(points: Any) -> str:
        steps = " L".join(f"{x - west:.1f} {north - y:.1f}" for x, y in metres_of(points).tolist())
        return f"M{steps}"

    label = escape(_("Kaart van de buurt"))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height:.1f}"'
    parts = [f'{head} role="img" aria-label="{label}">']
    parts += [
        f'<path d="{path_of(ring)} Z" fill="#fbfaf6" stroke="#0b5a61" stroke-width="4"/>'
        for ring in rings
    ]
    lines = [piece for street in streets for piece in street.pieces if len(piece) > 1]
    parts += [
        f'<path d="{path_of(piece)}" fill="none" stroke="#b3ab99" stroke-width="8"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
        for piece in lines
    ]
    size = max(width, height) / 90
    for street in streets[:MOST_NAMES]:
        piece = max(street.pieces, key=len)
        ((x, y),) = metres_of([piece[len(piece) // 2]]).tolist()
        parts.append(
            f'<text x="{x - west:.1f}" y="{north - y:.1f}" font-size="{size:.1f}"'
            f' text-anchor="middle" font-family="Noto Sans, sans-serif" fill="#1b2530"'
            f' stroke="#fff" stroke-width="{size / 5:.1f}" paint-order="stroke">'
            f"{escape(street.name)}</text>"
        )
    return "".join([*parts, "</svg>"])

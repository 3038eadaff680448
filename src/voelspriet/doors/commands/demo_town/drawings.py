# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Maps residents of the demo drew: one round that is closed and public, and one that is open."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from voelspriet.doors.commands.demo_town import words_drawings as words
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.sheet_photos import photo_of
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.areas.ground_plan import StreetLine, inside_each, streets_in
from voelspriet.ground.privacy.actors import Actor, resident
from voelspriet.listen.drawings.actions import (
    close_map_round,
    create_map_round,
    publish_map_result,
    submit_map_sheet,
)
from voelspriet.listen.drawings.choices import ShapeForm, ShapeTime, SheetChannel
from voelspriet.listen.drawings.queries import sheet_plan
from voelspriet.listen.drawings.rules.legend import legend, usual_kinds
from voelspriet.listen.drawings.told import ShapeTold

CLOSED_SHEETS, OPEN_SHEETS = 42, 7
LIKED = 5  # streets that most people speak of
SCATTER = 0.00025  # degrees between what somebody means and where they tap
AROUND = 0.0008
EDGES = (-AROUND - SCATTER, AROUND + SCATTER)


@dataclass(frozen=True, slots=True)
class _Place:
    streets: tuple[StreetLine, ...]
    rng: random.Random

    def street(self) -> StreetLine:
        """Return a street, mostly one of the few that everybody speaks of."""
        few = self.streets[:LIKED] if self.rng.random() < 0.75 else self.streets  # noqa: PLR2004
        return self.rng.choice(few)


def draw_maps(land: Land, staff: Staff, *, at: datetime, rng: random.Random) -> None:
    """Hold the rounds of the demo up to `at`: one that ended and one that is open."""
    begun = at - timedelta(days=45)
    adviser = staff.duos[0][0]
    reference = _round(land, 0, words.QUESTION, words.TRANSLATIONS, by=adviser, at=begun)
    draw_sheets(land, 0, reference, CLOSED_SHEETS, by=adviser, begun=begun, rng=rng)
    close_map_round(reference=reference, by=adviser, at=at - timedelta(days=20))
    publish_map_result(reference=reference, by=adviser, at=at - timedelta(days=12))
    number = next(
        place for place, district in enumerate(land.district_of) if district != land.district_of[0]
    )
    adviser = staff.duos[land.district_of[number]][0]
    begun = at - timedelta(days=6)
    reference = _round(
        land, number, words.OPEN_QUESTION, words.OPEN_TRANSLATIONS, by=adviser, at=begun
    )
    draw_sheets(land, number, reference, OPEN_SHEETS, by=adviser, begun=begun, rng=rng)


def _round(
    land: Land, number: int, question: str, translations: dict[str, str], *, by: Actor, at: datetime
) -> str:
    return create_map_round(
        area_id=land.neighbourhood_ids[number],
        question=question,
        kinds=usual_kinds(),
        translations=translations,
        by=by,
        at=at,
    )


def draw_sheets(
    land: Land, number: int, reference: str, count: int, *, by: Actor, begun: datetime,
    rng: random.Random, every: timedelta = timedelta(hours=3),
) -> None:  # fmt: skip
    """Hand in sheets for a round of a neighbourhood, one `every` so long; each sixth on paper."""
    streets = streets_in(area_id=land.neighbourhood_ids[number])
    drawn = well_inside(streets, municipality_id=land.municipality_id)
    place = _Place(tuple(rng.sample(drawn, len(drawn))), rng)
    plan = sheet_plan(reference=reference, by=by)
    for sheet in range(count):
        on_paper = sheet % 6 == 5  # noqa: PLR2004
        shapes = [_shape(kind, place) for kind in _kinds(rng)]
        submit_map_sheet(
            round_reference=reference,
            shapes=shapes,
            channel=SheetChannel.PAPER if on_paper else SheetChannel.PHONE,
            token=f"demo {reference} {sheet}",
            language="nl",
            photo=photo_of(plan, streets, shapes) if on_paper else None,
            by=by if on_paper else resident(land.municipality_id),
            at=begun + every * (sheet + 1),
        )


def well_inside(streets: tuple[StreetLine, ...], *, municipality_id: int) -> tuple[StreetLine, ...]:
    """Return the streets around which everything somebody draws lies in the municipality."""
    lines = [street for street in streets if len(street.pieces[0]) > 1]
    around = [
        [(x + dx, y + dy) for x, y in line.pieces[0] for dx in EDGES for dy in EDGES]
        for line in lines
    ]
    inside = inside_each(around, municipality_id=municipality_id)
    return tuple(line for line, is_inside in zip(lines, inside, strict=True) if is_inside)


def _kinds(rng: random.Random) -> list[str]:
    kinds = usual_kinds()
    return ["safe_place", *rng.choices(kinds, k=rng.randint(1, 5))]


def _shape(kind: str, place: _Place) -> ShapeTold:
    rng, street = place.rng, place.street()
    is_avoided = kind == "avoided_route"
    said: dict[str, Any] = {
        "note": rng.choice(words.NOTES[kind]),
        "time": str(rng.choice(list(ShapeTime))) if rng.random() < 0.5 else "",  # noqa: PLR2004
        "why": rng.choice(words.WHY) if is_avoided else "",
        "instead": rng.choice(words.INSTEAD) if is_avoided else "",
    }
    if rng.random() < 0.2:  # noqa: PLR2004  some choose from the list
        return ShapeTold(kind=kind, streets=(street.name,), **said)
    piece = street.pieces[0]
    lon, lat = (part + rng.uniform(-SCATTER, SCATTER) for part in piece[len(piece) // 2])
    form = legend()[kind].form
    if form is ShapeForm.POINT:
        geometry = {"type": "Point", "coordinates": [lon, lat]}
    elif form is ShapeForm.LINE:
        geometry = {"type": "LineString", "coordinates": [list(point) for point in piece]}
    else:
        corners = ((-1, -0.6), (1, -0.6), (1, 0.6), (-1, 0.6), (-1, -0.6))
        ring = [[lon + x * AROUND, lat + y * AROUND] for x, y in corners]
        geometry = {"type": "Polygon", "coordinates": [ring]}
    return ShapeTold(kind=kind, geometry=geometry, **said)

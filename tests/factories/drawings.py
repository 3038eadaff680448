# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rounds of maps, sheets and what was drawn on them."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from io import BytesIO
from itertools import count

from PIL import Image

from tests.conftest import arranging
from tests.factories.areas import point_in
from tests.factories.signals import NOON, municipality_of
from voelspriet.ground.areas.models import Area
from voelspriet.listen.drawings.actions.photos import keep_photo
from voelspriet.listen.drawings.choices import SheetChannel
from voelspriet.listen.drawings.models import DrawnShape, MapRound, MapSheet, SheetPhoto
from voelspriet.listen.drawings.rules.grid import cells_of
from voelspriet.listen.drawings.rules.legend import legend
from voelspriet.listen.drawings.rules.submissions import submission_hash
from voelspriet.listen.drawings.told import ShapeTold

_numbers = count(1)


def make_round(area: Area, **more: object) -> MapRound:
    """Make a round that is open at noon and stays so; every kind is on offer."""
    number = next(_numbers)
    values = {
        "municipality": municipality_of(area),
        "reference": f"K-{number:04d}-TEST",
        "code": f"KAART{number}",
        "question": "Waar voelt u zich veilig?",
        "kinds": list(legend()),
        "opens_at": NOON - timedelta(days=1),
        "made_by_name": "Noor",
        "made_at": NOON - timedelta(days=1),
    }
    with arranging():
        return MapRound.objects.create(area=area, **values | more)


def make_sheet(one: MapRound, *shapes: DrawnShape, **more: object) -> MapSheet:
    """Make a sheet with these shapes, or with one safe place in the middle of the area."""
    number = next(_numbers)
    values = {
        "reference": f"B-{number:04d}-TEST",
        "submission": submission_hash(f"test {number}"),
        "channel": SheetChannel.PHONE,
        "handed_in_on": date(2026, 9, 1),
    }
    with arranging():
        sheet = MapSheet.objects.create(round=one, **values | more)
        for shape in shapes or (shape_at(one.area),):
            shape.sheet = sheet
            shape.save()
    return sheet


def shape_at(
    area: Area, kind: str = "safe_place", *, east: float = 0.5, north: float = 0.5, **more: object
) -> DrawnShape:
    """Return a point, not stored yet, in an area's box."""
    geometry = json.dumps({"type": "Point", "coordinates": point_in(area, east=east, north=north)})
    return DrawnShape(kind=kind, geometry=geometry, cells=cells_of(geometry), **more)


def told_point(area: Area, kind: str = "safe_place", **more: object) -> ShapeTold:
    """Return a point as somebody draws it."""
    geometry = {"type": "Point", "coordinates": list(point_in(area))}
    return ShapeTold(kind=kind, geometry=geometry, **more)  # type: ignore[arg-type]


def jpeg(colour: str = "teal") -> bytes:
    """Return a clean photo."""
    buffer = BytesIO()
    Image.new("RGB", (40, 30), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def make_photo(sheet: MapSheet, *, kept_until: date = date(2026, 11, 1)) -> SheetPhoto:
    """Make the photo of a paper sheet, file and row."""
    with arranging():
        return SheetPhoto.objects.create(
            sheet=sheet, file_name=keep_photo(jpeg()), kept_until=kept_until
        )


def draw_round(area: Area) -> dict[str, object]:
    """Make a round with a sheet of paper, words beside it and its photo: for the scene of pages."""
    one = make_round(area)
    sheet = make_sheet(
        one, shape_at(area, "dark_route", note="Twee lampen zijn stuk"), channel=SheetChannel.PAPER
    )
    return {"map_round": one, "sheet_photo": make_photo(sheet)}


def more_rounds(area: Area, one: MapRound, number: int) -> None:
    """Make one more round for the list, and one more sheet for the pages of one."""
    make_round(area, question=f"Vraag {number}")
    make_photo(
        make_sheet(
            one,
            shape_at(area, "dark_route", note=f"Donker {number}"),
            shape_at(area, "safe_place", east=0.1 + (number % 5) / 5),
        )
    )


def close(one: MapRound, at: datetime = NOON) -> MapRound:
    """Close a round."""
    with arranging():
        MapRound.objects.filter(pk=one.pk).update(closes_at=at)
    one.refresh_from_db()
    return one

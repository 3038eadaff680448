# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos of paper sheets of the demo: the streets of the sheet and what a pen drew over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from voelspriet.ground.areas.ground_plan import StreetLine, metres_of
from voelspriet.lib.photos import drawn_anew
from voelspriet.listen.drawings.queries import SheetPlan
from voelspriet.listen.drawings.told import PhotoTold, ShapeTold

WIDE = 900
PAPER, STREET, PEN = "#f6f2e7", "#b7b0a0", "#1d3f8a"
STREET_WIDTH, PEN_WIDTH, DOT = 7, 6, 9
Pixel = tuple[float, float]


def photo_of(
    plan: SheetPlan, streets: Iterable[StreetLine], shapes: Iterable[ShapeTold]
) -> PhotoTold:
    """Return a photo of a sheet with `shapes` drawn on it, cut off at its four corner marks."""
    west, north = metres_of(plan.corners[:1]).tolist()[0]
    scale = WIDE / plan.width_metres
    image = Image.new("RGB", (WIDE, round(scale * plan.height_metres)), PAPER)
    pen = ImageDraw.Draw(image)

    def pixels(points: Sequence[Sequence[float]]) -> list[Pixel]:
        metres = metres_of([(lon, lat) for lon, lat in points]).tolist()
        return [((x - west) * scale, (north - y) * scale) for x, y in metres]

    for street in streets:
        for piece in street.pieces:
            pen.line(pixels(piece), fill=STREET, width=STREET_WIDTH)
    for shape in shapes:
        _draw(pen, shape.geometry, pixels)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return PhotoTold(drawn_anew(buffer.getvalue()), plan.corners)


def _draw(pen: ImageDraw.ImageDraw, geometry: Any, pixels: Callable[..., list[Pixel]]) -> None:
    if geometry is None:  # chosen from the list: nothing on paper
        return
    told = geometry["coordinates"]
    if geometry["type"] == "Point":
        ((x, y),) = pixels([told])
        pen.ellipse((x - DOT, y - DOT, x + DOT, y + DOT), outline=PEN, width=PEN_WIDTH)
    else:
        line = told if geometry["type"] == "LineString" else told[0]
        pen.line(pixels(line), fill=PEN, width=PEN_WIDTH, joint="curve")

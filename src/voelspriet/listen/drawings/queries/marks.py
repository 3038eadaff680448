# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which sheets marked which squares, and which streets run through a square."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from voelspriet.ground.areas.ground_plan import StreetLine
from voelspriet.listen.drawings.models import DrawnShape, MapRound
from voelspriet.listen.drawings.rules.grid import cells_of, public_cell
from voelspriet.listen.drawings.rules.publishing import Marked

MOST_NAMES = 3


def marks_of(one: MapRound) -> list[Marked]:
    """Return what each shape of a round marks. One query; nothing is decrypted."""
    found = DrawnShape.objects.filter(sheet__round=one).order_by("id")
    return [
        Marked(sheet_id, kind, tuple(cells))
        for sheet_id, kind, cells in found.values_list("sheet_id", "kind", "cells")
    ]


def streets_by_cell(streets: Iterable[StreetLine], *, times: int = 1) -> dict[str, tuple[str, ...]]:
    """Return the names of at most three streets in each square; public squares for `times` 2."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for street in streets:
        pieces = [[[x, y] for x, y in piece] for piece in street.pieces if len(piece) > 1]
        spots = [[x, y] for piece in street.pieces for x, y in piece]
        kind = "MultiLineString" if pieces else "MultiPoint"
        shape = {"type": kind, "coordinates": pieces or spots}
        cells = cells_of(json.dumps(shape))
        for cell in {public_cell(one) for one in cells} if times > 1 else cells:
            if street.name not in found[cell] and len(found[cell]) < MOST_NAMES:
                found[cell].append(street.name)
    return {cell: tuple(names) for cell, names in found.items()}

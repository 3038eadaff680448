# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody draws or chooses, before it is stored, and what they get back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

QUESTION_LIMIT = 200
NOTE_LIMIT = 300
WORDS_LIMIT = 200
MOST_SHAPES = 40
MOST_VERTICES = 300


@dataclass(frozen=True, slots=True)
class ShapeTold:
    """One thing on a map.

    Either `geometry` (GeoJSON in WGS84 degrees, as it was drawn) or `streets` (names chosen from
    the list). `why`, `time` and `instead` belong to a route one does not take; the rest may use
    them too.
    """

    kind: str
    geometry: Any = None
    streets: tuple[str, ...] = ()
    note: str = ""
    time: str = ""
    why: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class SheetReceipt:
    """What a sheet is known by. `is_repeat`: this submission had been received before."""

    reference: str
    shapes: int
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class PhotoTold:
    """The photo of a paper sheet: a clean JPEG, and where its four corners lie if that is known.

    `corners` are longitude and latitude of the photo's own corners: top left, top right, bottom
    right, bottom left.
    """

    content: bytes
    corners: tuple[tuple[float, float], ...] = field(default=())

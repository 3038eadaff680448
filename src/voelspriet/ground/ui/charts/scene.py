# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands where in a drawing, before anything is drawn.

All places are pixels from the top left corner of a drawing that is `WIDTH` wide. Charts are laid
out here and not by the plotting library, whose layout depends on the fonts of the machine: so the
same numbers give the same drawing everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, TypeAlias

from voelspriet.ground.ui.charts.tokens import ACCENT, INK, LINE

# text of 15 pixels is 12 on a phone of 390
WIDTH = 480
TEXT_SIZE = 15
MARGIN = 16

Shape: TypeAlias = Literal["circle", "square", "diamond", "triangle-up"]
Align: TypeAlias = Literal["left", "center", "right"]
Place: TypeAlias = tuple[float, float]
Dash: TypeAlias = tuple[int, ...]

SOLID: Dash = ()
DASHED: Dash = (7, 4)
DOTTED: Dash = (2, 3)
DASH_DOTTED: Dash = (9, 3, 2, 3)


class Plane(IntEnum):
    """What lies over what, from the back to the front."""

    BAND = 0
    GRID = 1
    DATA = 2
    SYMBOL = 3
    TEXT = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn."""

    colour: str = INK
    width: float = 1
    dash: Dash = SOLID


GRID_STROKE = Stroke(LINE)
DATA_STROKE = Stroke(ACCENT, 2.5)


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark looks; a hollow one hides the line under it."""

    shape: Shape = "circle"
    is_filled: bool = True
    colour: str = ACCENT
    size: int = 90

    def at(self, x: float, y: float) -> Symbol:
        """Return a mark of this look at a place."""
        return Symbol(x, y, self)


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points, from first to last."""

    points: tuple[Place, ...]
    stroke: Stroke = DATA_STROKE
    plane: Plane = Plane.DATA


@dataclass(frozen=True, slots=True)
class Band:
    """What lies between two lines: points of (x, top, bottom)."""

    points: tuple[tuple[float, float, float], ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A mark at a place, in a look."""

    x: float
    y: float
    look: Look


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is where its letters stand."""

    x: float
    y: float
    text: str
    align: Align = "left"
    colour: str = INK
    is_bold: bool = False
    size: int = TEXT_SIZE


Mark: TypeAlias = Path | Band | Symbol | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn, and how high the drawing is."""

    marks: tuple[Mark, ...]
    height: int


def line(start: Place, end: Place, stroke: Stroke, plane: Plane = Plane.DATA) -> Path:
    """Return a straight line between two places."""
    return Path((start, end), stroke, plane)


def interval_line(low: float, high: float, y: float, stroke: Stroke) -> tuple[Path, ...]:
    """Return a line from `low` to `high` with a short upright line at both ends."""
    ends = (line((x, y - 5), (x, y + 5), stroke) for x in (low, high))
    return (line((low, y), (high, y), stroke), *ends)


def interval_line_up(x: float, low: float, high: float, stroke: Stroke) -> tuple[Path, ...]:
    """Return the same upright: from `low` to `high` at `x`."""
    ends = (line((x - 5, y), (x + 5, y), stroke) for y in (low, high))
    return (line((x, low), (x, high), stroke), *ends)

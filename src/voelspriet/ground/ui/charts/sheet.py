# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sheet that is filled from top to bottom: title, keys, panels, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from voelspriet.ground.ui.charts.lettering import fitted, width_of, wrapped
from voelspriet.ground.ui.charts.scale import Scale
from voelspriet.ground.ui.charts.scene import (
    GRID_STROKE,
    MARGIN,
    TEXT_SIZE,
    WIDTH,
    Band,
    Look,
    Mark,
    Plane,
    Scene,
    Stroke,
    Text,
    line,
)
from voelspriet.ground.ui.charts.tokens import EDGE, INK, INK_SOFT

Ticker: TypeAlias = Callable[[float], str]

ROOM = WIDTH - 2 * MARGIN
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
TITLE_SIZE, HEADING_SIZE = 19, 16
LINE_HEIGHT = 21
KEY_ROOM = 34
LONGEST_TITLE, LONGEST_NOTE = 4, 6


class Sheet:
    """Marks gathered so far, and how far down the sheet is filled (`y`, pixels)."""

    def __init__(self, title: str) -> None:
        self.marks: list[Mark] = []
        self.y = float(MARGIN)
        for text in wrapped(title, ROOM, TITLE_SIZE, LONGEST_TITLE, is_bold=True):
            self.y += TITLE_SIZE + 5
            self.add(Text(LEFT, self.y - 5, text, is_bold=True, size=TITLE_SIZE))
        self.y += 4

    def add(self, *marks: Mark) -> None:
        """Put marks on the sheet, wherever they say."""
        self.marks.extend(marks)

    def paragraph(
        self, text: str, *, colour: str = INK_SOFT, is_bold: bool = False, indent: float = 0
    ) -> None:
        """Write lines of text and go on below them."""
        room = ROOM - indent
        for one in wrapped(text, room, TEXT_SIZE, LONGEST_NOTE, is_bold=is_bold):
            self.y += LINE_HEIGHT
            self.add(Text(LEFT + indent, self.y - 5, one, colour=colour, is_bold=is_bold))

    def key(self, text: str, look: Look | None = None, stroke: Stroke | None = None) -> None:
        """Explain a mark: the mark itself and what it means, and go on below it."""
        middle = self.y + LINE_HEIGHT - 10
        if stroke:
            self.add(line((LEFT, middle), (LEFT + KEY_ROOM - 8, middle), stroke))
        if look:
            self.add(look.at(LEFT + KEY_ROOM / 2 - 4, middle))
        self.paragraph(text, colour=INK, indent=KEY_ROOM)

    def band_key(self, text: str, fill: str, stroke: Stroke) -> None:
        """Explain a band, and go on below it."""
        right, top, bottom = LEFT + KEY_ROOM - 8, self.y + 5, self.y + LINE_HEIGHT - 4
        self.add(Band(((LEFT, top, bottom), (right, top, bottom)), fill))
        self.add(*(line((LEFT, y), (right, y), stroke) for y in (top, bottom)))
        self.paragraph(text, colour=INK, indent=KEY_ROOM)

    def heading(self, text: str) -> None:
        """Write the heading of a panel, if it has one, and go on below it."""
        if not text:
            return
        self.y += 12
        for one in wrapped(text, ROOM, HEADING_SIZE, 2, is_bold=True):
            self.y += HEADING_SIZE + 6
            self.add(Text(LEFT, self.y - 4, one, is_bold=True, size=HEADING_SIZE))

    def axis(self, scale: Scale, text: Ticker) -> None:
        """Draw a horizontal axis with its text below, and go on below it."""
        self.add(line((scale.start, self.y), (scale.end, self.y), Stroke(EDGE), Plane.GRID))
        for value in scale.ticks():
            x = scale.place(value)
            self.add(line((x, self.y), (x, self.y + 5), Stroke(EDGE), Plane.GRID))
            self.add(
                Text(x, self.y + LINE_HEIGHT - 1, text(value), align="center", colour=INK_SOFT)
            )
        self.y += LINE_HEIGHT + 6

    def axis_above(self, scale: Scale, text: Ticker) -> None:
        """Draw the same axis with its text above, and go on below it."""
        self.y += LINE_HEIGHT + 6
        self.add(line((scale.start, self.y), (scale.end, self.y), Stroke(EDGE), Plane.GRID))
        for value in scale.ticks():
            x = scale.place(value)
            self.add(line((x, self.y - 5), (x, self.y), Stroke(EDGE), Plane.GRID))
            self.add(Text(x, self.y - 9, text(value), align="center", colour=INK_SOFT))

    def grid(self, scale: Scale, top: float, bottom: float) -> None:
        """Draw upright grid lines at the ticks, between two heights."""
        for value in scale.ticks():
            x = scale.place(value)
            self.add(line((x, top), (x, bottom), GRID_STROKE, Plane.GRID))

    def centred(self, text: str, x: float) -> None:
        """Write one line of text round `x`, such as the name of an axis, and go on below it."""
        self.y += LINE_HEIGHT
        self.add(Text(x, self.y - 5, fitted(text, ROOM, TEXT_SIZE), align="center"))

    def notes(self, texts: Iterable[str]) -> None:
        """Write what must be known below everything else."""
        self.y += 4
        for text in texts:
            if text:
                self.paragraph(text)

    def scene(self) -> Scene:
        """Return what is on the sheet, cut off below the last line."""
        return Scene(tuple(self.marks), round(self.y + MARGIN))


def two_ends(sheet: Sheet, y: float, left: str, right: str, *, colour: str = INK) -> None:
    """Write `left` at the left and `right` at the right of one line; what is too long is cut."""
    from_right = fitted(right, ROOM * 0.62, TEXT_SIZE)
    room = ROOM - width_of(from_right, TEXT_SIZE) - 12
    sheet.add(Text(LEFT, y, fitted(left, room, TEXT_SIZE)))
    sheet.add(Text(RIGHT, y, from_right, align="right", colour=colour))

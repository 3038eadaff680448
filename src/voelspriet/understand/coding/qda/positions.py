# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where selections stand: programs count differently, and the names of selections tell who did.

The standard counts codepoints. Seen besides: a line end of two signs counted as one, one counted
as two, the byte order mark counted along, UTF-16 units, and an end that is included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

SPACES = re.compile(r"\s+")
CUT = re.compile(r"(?:\.{3}|…)?\s*\Z")
LONGEST_COMPARED = 200
SHORTEST_COMPARED = 2
ASTRAL = 0xFFFF


class Lines(StrEnum):
    """How a line end is counted."""

    AS_IS = "as_is"
    ONE = "one"
    TWO = "two"


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count positions."""

    lines: Lines = Lines.AS_IS
    mark: bool = False
    units: bool = False
    closed: bool = False

    @property
    def strangeness(self) -> int:
        """In how many ways this is not the standard's."""
        return (self.lines != Lines.AS_IS) + self.mark + self.units + self.closed


STANDARD = Counting()


@dataclass(frozen=True, slots=True)
class Told:
    """A selection as the file tells it."""

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a selection stands, and whether the text there begins with its name.

    `fits` is None when its name says nothing that can be compared.
    """

    start: int
    end: int
    fits: bool | None


def settled(
    text: str, told: Sequence[Told], *, had_mark: bool
) -> tuple[Counting, list[Place | None]]:
    """Return the way of counting that the names of selections speak for, and every place by it.

    The standard's way unless another fits more names, and at least half of them. A place is None
    when it lies outside the text.
    """
    best, found = STANDARD, _places(text, told, STANDARD)
    named = sum(1 for one in found if one is None or one.fits is not None)
    if all(one is not None and one.fits is not False for one in found):
        return best, found
    score = _fitting(found)
    for counting in _other_ways(text, had_mark=had_mark):
        places = _places(text, told, counting)
        fitting = _fitting(places)
        if fitting > score and 2 * fitting >= named:
            best, found, score = counting, places, fitting
    return best, found


def _other_ways(text: str, *, had_mark: bool) -> Iterator[Counting]:
    """Return the ways that would make a difference in this text, the least strange first."""
    lines = [Lines.AS_IS]
    if "\r\n" in text:
        lines.append(Lines.ONE)
    elif "\n" in text:
        lines.append(Lines.TWO)
    units = (False, True) if any(ord(sign) > ASTRAL for sign in text) else (False,)
    ways = product(lines, (False, True) if had_mark else (False,), units, (False, True))
    yield from sorted((Counting(*way) for way in ways), key=lambda one: one.strangeness)[1:]


def _fitting(places: Iterable[Place | None]) -> int:
    return sum(1 for one in places if one is not None and one.fits)


def _places(text: str, told: Sequence[Told], counting: Counting) -> list[Place | None]:
    extra = 1 if counting.closed else 0
    wanted = {one.start for one in told} | {one.end + extra for one in told}
    found = _indexes(text, sorted(wanted), counting)
    return [_place(text, one, found.get(one.start), found.get(one.end + extra)) for one in told]


def _place(text: str, told: Told, start: int | None, end: int | None) -> Place | None:
    if start is None or end is None or end < start:
        return None
    return Place(start, end, _fits(text, start, end, told.name))


def _indexes(text: str, wanted: Sequence[int], counting: Counting) -> dict[int, int]:
    """Return for told positions the index in the text; those outside it are left out."""
    if counting in (STANDARD, Counting(closed=True)):
        return {one: one for one in wanted if 0 <= one <= len(text)}
    found: dict[int, int] = {}
    waiting = iter(one for one in wanted if one >= 0)
    told = next(waiting, None)
    passed = 1 if counting.mark else 0
    for index, sign in enumerate(text):
        if told is None:
            return found
        passed += _width(text, index, sign, counting)
        while told is not None and told < passed:
            found[told] = index
            told = next(waiting, None)
    if told == passed:
        found[passed] = len(text)
    return found


def _width(text: str, index: int, sign: str, counting: Counting) -> int:
    """Return how many positions a sign takes."""
    if sign == "\n" and counting.lines == Lines.ONE and text[index - 1 : index] == "\r":
        return 0
    if sign == "\n" and counting.lines == Lines.TWO:
        return 2
    return 2 if counting.units and ord(sign) > ASTRAL else 1


def _fits(text: str, start: int, end: int, name: str) -> bool | None:
    """Tell whether a piece of text begins with a name; a name may have been cut short."""
    cut = CUT.sub("", SPACES.sub(" ", name[: 2 * LONGEST_COMPARED]))[:LONGEST_COMPARED]
    if len(cut) < SHORTEST_COMPARED:
        return None
    piece = text[start : min(end, start + 4 * len(cut) + 64)]
    return SPACES.sub(" ", piece).startswith(cut)

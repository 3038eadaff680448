# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where two coders of one text differ: pieces that one can talk through as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """A code that one of both gave to `text[start:end]`; `code` is its key."""

    start: int
    end: int
    code: str
    is_second: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text on which two coders differ."""

    start: int
    end: int


def pieces(given: Iterable[Given]) -> tuple[Piece, ...]:
    """Return the pieces on which both differ, in reading order.

    Fragments that overlap, of whichever coder, belong to one piece; those that only touch do not.
    Two coders differ on it when some code does not lie on exactly the same codepoints.

    >>> pieces([Given(0, 9, "8", False), Given(0, 9, "8", True), Given(9, 20, "1", True)])
    (Piece(start=9, end=20),)
    >>> pieces([Given(0, 9, "8", False), Given(5, 20, "8", True)])
    (Piece(start=0, end=20),)
    """
    return tuple(
        Piece(group[0].start, max(one.end for one in group))
        for group in _overlapping(given)
        if _covered(group, is_second=False) != _covered(group, is_second=True)
    )


def _overlapping(given: Iterable[Given]) -> Iterator[list[Given]]:
    group: list[Given] = []
    reach = 0
    for one in sorted(given, key=lambda one: (one.start, one.end)):
        if group and one.start >= reach:
            yield group
            group = []
        reach = max(reach, one.end) if group else one.end
        group.append(one)
    if group:
        yield group


def _covered(group: list[Given], *, is_second: bool) -> dict[str, list[tuple[int, int]]]:
    """Return per code the codepoints a coder gave it, as ranges that neither overlap nor touch."""
    found: dict[str, list[tuple[int, int]]] = {}
    for one in sorted(group, key=lambda one: (one.start, one.end)):
        if one.is_second != is_second:
            continue
        ranges = found.setdefault(one.code, [])
        if ranges and one.start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], one.end))
        else:
            ranges.append((one.start, one.end))
    return found

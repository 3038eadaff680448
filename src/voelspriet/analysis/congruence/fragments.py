# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coded fragments as rows of who named which factor, in which world, area and conversation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.congruence.results import LeftOut
from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Codes, Frame, FrameLike, without_blank
from voelspriet.analysis.frames.codes import MISSING, Whole, one_group

RESIDENT, PROFESSIONAL = 0, 1
SIDES = ("resident", "professional")
BOTH = "both"
PURPOSE = {"bedoeling", "purpose"}
FACTOR_COLUMNS = ("factor", "factor_number")
PAIR = 2


@dataclass(frozen=True, slots=True)
class Rows:
    """One row per fragment, side, area and world: places in the labels, -1 where there is none.

    `factor` is -1 for a speaker who named nothing, `world` where none was given.
    """

    side: Whole
    area: Whole
    world: Whole
    factor: Whole
    speaker: Whole
    conversation: Whole

    def of(self, chosen: np.ndarray) -> Rows:
        """Return the rows that `chosen` (true and false, or places) picks."""
        return Rows(
            self.side[chosen], self.area[chosen], self.world[chosen], self.factor[chosen],
            self.speaker[chosen], self.conversation[chosen],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fragments:
    """All rows that can be counted, and every factor named, with speakers or without.

    `named` has the world and factor of every pair that occurs in the file, in order;
    `without_speakers` the area, world and factor named by nobody who was recorded.
    """

    areas: tuple[str, ...]
    worlds: tuple[str, ...]
    factors: tuple[str, ...]
    rows: Rows
    named: tuple[tuple[int, int], ...]
    without_speakers: frozenset[tuple[int, int, int]]
    left_out: LeftOut


def read_fragments(data: FrameLike, by: str | None) -> Fragments:
    """Read rows `speaker, conversation, perspective, world, factor`, and `by` for the area.

    `factor_number` serves when there is no `factor`; without a `world` column all is one world;
    without `speaker` or `conversation` no row can be counted. `perspective` is resident,
    professional or both. An empty factor says that the speaker named nothing. Area and world may
    say `both`: see `_pair`. Raises ColumnError for a column that is missing and another
    perspective.
    """
    frame = Frame.of(data)
    factor = _codes(frame, next((n for n in FACTOR_COLUMNS if n in frame.names), "factor"))
    area = _codes(frame, by) if by else one_group(len(frame))
    world = _codes(frame, "world") if "world" in frame.names else one_group(len(frame))
    speaker, conversation = (_codes_if_there(frame, n) for n in ("speaker", "conversation"))
    side = _sides(_codes(frame, "perspective"))
    rows = Rows(
        side.values, area.values, world.values, factor.values, speaker.values, conversation.values
    )
    _refuse_empty(by or "area", area)
    _refuse_empty("factor", factor)
    rows, _ = _spread(rows, "side", side.labels, (RESIDENT, PROFESSIONAL))
    rows, areas = _spread(rows, "area", area.labels, _pair(by or "area", area))
    rows, worlds = _spread(rows, "world", world.labels, _pair("world", world))
    unknown = (rows.speaker < 0) | (rows.conversation < 0)
    known = ~unknown & (rows.area >= 0) & (rows.side >= 0)
    return Fragments(
        areas=areas,
        worlds=worlds,
        factors=factor.labels,
        rows=rows.of(known),
        named=_named(rows),
        without_speakers=frozenset(_triples(rows.of(~known)) - _triples(rows.of(known))),
        left_out=_left_out(side, speaker, conversation, (area, world, factor)),
    )


def _codes(frame: Frame, name: str) -> Codes:
    return without_blank(frame.codes(name))


def _refuse_empty(name: str, codes: Codes) -> None:
    if not codes.labels:
        raise ColumnError(name, "no row has a value")


def _codes_if_there(frame: Frame, name: str) -> Codes:
    if name in frame.names:
        return _codes(frame, name)
    return Codes((), np.full(len(frame), MISSING, dtype=np.int64))


def _sides(perspective: Codes) -> Codes:
    """Return the perspectives in a fixed order; refuse any other."""
    labels = (*SIDES, BOTH)
    place = np.full(len(perspective.labels) + 1, MISSING, dtype=np.int64)
    for number, label in enumerate(perspective.labels):
        if label not in labels:
            row = int(np.argmax(perspective.values == number)) + 1
            raise ColumnError(
                "perspective", f"{label!r} is not resident, professional or both", row=row
            )
        place[number] = labels.index(label)
    return Codes(labels, place[perspective.values])


def _pair(name: str, codes: Codes) -> tuple[int, int] | None:
    """Return which two groups a row of `both` counts in; None when there is nothing to share.

    They are the two others that are named, the purpose not counted. Where only one other is named,
    `both` stands on as the name of the second. Raises ColumnError when there are more than two.
    """
    if BOTH not in codes.labels:
        return None
    place = codes.labels.index(BOTH)
    others = [n for n, label in enumerate(codes.labels) if label not in PURPOSE | {BOTH}]
    if len(others) > PAIR:
        named = ", ".join(repr(codes.labels[other]) for other in others)
        row = int(np.argmax(codes.values == place)) + 1
        raise ColumnError(name, f"{BOTH!r} does not say which two of {named}", row=row)
    if not others:
        return None
    return others[0], others[1] if len(others) == PAIR else place


def _spread(
    rows: Rows, name: str, labels: tuple[str, ...], pair: tuple[int, int] | None
) -> tuple[Rows, tuple[str, ...]]:
    """Count rows that say `both` in either of the pair, and drop the label when no group has it."""
    if pair is None:
        return rows, labels
    values = getattr(rows, name)
    place = labels.index(BOTH)
    twice = np.flatnonzero(values == place)
    spread = rows.of(np.concatenate((np.arange(len(values)), twice)))
    found = getattr(spread, name)
    found[twice], found[len(values) :] = pair
    if place in pair:
        return spread, labels
    found[found > place] -= 1  # labels behind `both` move up by one
    return spread, tuple(label for label in labels if label != BOTH)


def _named(rows: Rows) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(world, factor) for _, world, factor in _triples(rows)}))


def _triples(rows: Rows) -> set[tuple[int, int, int]]:
    """Return every area, world and factor that a row names."""
    whole = rows.of((rows.factor >= 0) & (rows.world >= 0) & (rows.area >= 0))
    found = np.unique(np.stack([whole.area, whole.world, whole.factor]), axis=1)
    return {(int(area), int(world), int(factor)) for area, world, factor in found.T}


def _left_out(
    side: Codes, speaker: Codes, conversation: Codes, others: tuple[Codes, Codes, Codes]
) -> LeftOut:
    area, world, factor = others
    left = np.ones(len(side.values), dtype=bool)
    counts = []
    for wrong in (
        side.values < 0,
        (speaker.values < 0) | (conversation.values < 0),
        area.values < 0,
        (world.values < 0) & (factor.values >= 0),
    ):
        counts.append(int(np.count_nonzero(left & wrong)))
        left &= ~wrong
    return LeftOut(*counts)

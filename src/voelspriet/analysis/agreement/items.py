# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Items with the values coders gave them, checked, and alike items kept together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.agreement.results import Level
from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Codes, Frame, FrameLike, without_blank
from voelspriet.analysis.frames.codes import MISSING, Whole
from voelspriet.analysis.frames.frame import Vector

COLUMNS = ("item", "coder", "value")
PAIRED = 2
FOLDABLE = 4_000_000  # judgements; above it alike items are not looked for


@dataclass(frozen=True, slots=True)
class Items:
    """Items with at least two values, folded: items with the same values are one kind.

    `times` is how many items there are of each kind, `sizes` how many values an item of that kind
    has. `kind`, `value` and `count` are three arrays of one length: an item of this kind has this
    value (a place in the sorted distinct values) so many times; by kind, then value. `numbers` are
    the distinct values themselves, or their places when they are labels.
    """

    times: Whole
    sizes: Whole
    kind: Whole
    value: Whole
    count: Whole
    numbers: Vector
    coders: int
    alone: int
    missing: int


def read_items(data: FrameLike, level: Level) -> Items:
    """Read rows `item, coder, value`; a missing row, or an empty value, is a missing value.

    Raises ColumnError (with the row) for a value that is no number at any level above nominal, one
    below 0 at the ratio level, a missing item or coder, and an item a coder valued twice;
    InputError unless two coders are there and an item has two values.
    """
    frame = Frame.of(data)
    frame.require(COLUMNS)
    item, coder = (frame.codes(name, complete=True) for name in ("item", "coder"))
    if len(coder.labels) < PAIRED:
        there = ", ".join(repr(label) for label in coder.labels) or "none"
        raise InputError(f"agreement takes at least two coders; there is {there}")
    _refuse_twice(item, coder)
    value, numbers = _values(frame, level)
    given = value >= 0
    paired = np.bincount(item.values[given], minlength=len(item.labels)) >= PAIRED
    if not paired.any():
        raise InputError("no item has a value from two coders")
    kept = given & paired[item.values]
    times, kinds = _folded(item.values[kept], value[kept])
    used = np.unique(kinds.value)
    return Items(
        times=times,
        sizes=np.bincount(kinds.kind, weights=kinds.count).astype(np.int64),
        kind=kinds.kind,
        value=np.searchsorted(used, kinds.value),
        count=kinds.count,
        numbers=numbers[used],
        coders=len(np.unique(coder.values[kept])),
        alone=int(len(item.labels) - np.count_nonzero(paired)),
        missing=int(len(item.labels) * len(coder.labels) - np.count_nonzero(given)),
    )


def _refuse_twice(item: Codes, coder: Codes) -> None:
    keys = item.values * len(coder.labels) + coder.values
    _, first = np.unique(keys, return_index=True)
    if len(first) == len(keys):
        return
    again = np.ones(len(keys), dtype=bool)
    again[first] = False
    row = int(np.argmax(again))
    who, what = coder.labels[coder.values[row]], item.labels[item.values[row]]
    raise ColumnError("item", f"coder {who!r} gave item {what!r} a value before", row=row + 1)


def _values(frame: Frame, level: Level) -> tuple[Whole, Vector]:
    """Return the place of each row's value among the sorted distinct ones, and these."""
    if level is Level.NOMINAL:
        codes = without_blank(frame.codes("value"))
        return codes.values, np.arange(len(codes.labels), dtype=np.float64)
    given = frame.numbers("value")
    if level is Level.RATIO and (given < 0).any():
        row = int(np.argmax(given < 0))
        raise ColumnError("value", f"{given[row]:g} is below 0, so no ratio", row=row + 1)
    known = ~np.isnan(given)
    numbers, places = np.unique(given[known], return_inverse=True)
    value = np.full(len(given), MISSING, dtype=np.int64)
    value[known] = places
    return value, numbers


@dataclass(frozen=True, slots=True)
class _Kinds:
    kind: Whole
    value: Whole
    count: Whole


def _folded(item: Whole, value: Whole) -> tuple[Whole, _Kinds]:
    """Return how often each kind of item is there, and what values each kind has."""
    order = np.lexsort((value, item))
    item, value = item[order], value[order]
    _, first, sizes = np.unique(item, return_index=True, return_counts=True)
    widest = int(sizes.max())
    if len(sizes) * widest > FOLDABLE:
        place = np.repeat(np.arange(len(sizes)), sizes)
        return np.ones(len(sizes), dtype=np.int64), _counted(place, value)
    rows = np.full((len(sizes), widest), MISSING, dtype=np.int64)
    within = np.arange(len(item)) - np.repeat(first, sizes)
    rows[np.repeat(np.arange(len(sizes)), sizes), within] = value
    kinds, times = np.unique(rows, axis=0, return_counts=True)
    filled = kinds >= 0
    place = np.repeat(np.arange(len(kinds)), filled.sum(axis=1))
    return times.astype(np.int64), _counted(place, kinds[filled])


def _counted(kind: Whole, value: Whole) -> _Kinds:
    """Count equal values of one kind; both arrays are sorted by kind, then value."""
    new = np.concatenate(([True], (kind[1:] != kind[:-1]) | (value[1:] != value[:-1])))
    places = np.flatnonzero(new)
    count = np.diff(np.concatenate((places, [len(kind)])))
    return _Kinds(kind[places], value[places], count.astype(np.int64))

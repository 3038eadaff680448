# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A coefficient of two coders per code, over all of the text that both went through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from voelspriet.analysis.agreement.bootstrap import (
    REPLICATIONS,
    Progress,
    draws,
    interval,
    too_few,
)
from voelspriet.analysis.agreement.codings import PAIR, Codings, read_codings
from voelspriet.analysis.agreement.ranges import lengths, merged, overlaps
from voelspriet.analysis.agreement.results import Agreement, CodingAgreement, Interval, Unit
from voelspriet.analysis.agreement.segments import in_segments
from voelspriet.analysis.frames import FrameLike
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

NOTHING = "neither coder used this code where both looked"
EVERYTHING = "both coders gave this code to everything"


@dataclass(frozen=True, slots=True)
class Formula:
    """A coefficient as a fraction: `parts` gives above and below the line.

    Of the units in all, those coded by one, by the other and by both: whole numbers, or arrays of
    them. Below the line stands 0 where both coders gave a code to nothing or to everything.
    """

    name: str
    parts: Callable[[Any, Any, Any, Any], tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class _Counts:
    """Units per source (`all`), and per source and code: coded by one, by the other, by both."""

    all: Whole
    one: Whole
    other: Whole
    both: Whole


def per_code(
    formula: Formula,
    data: FrameLike,
    unit: Unit,
    *,
    rng: np.random.Generator,
    replications: int = REPLICATIONS,
    progress: Progress | None = None,
) -> CodingAgreement:
    """Return a coefficient per code, with an interval by drawing sources again."""
    codings = read_codings(data)
    counts = _counted(codings, unit)
    sources, codes = len(codings.sources), len(codings.codes)
    if none := too_few(sources, "sources that both coded"):
        intervals = (none,) * codes
    else:
        drawn = draws(np.ones(sources, dtype=np.int64), rng, replications, progress)
        intervals = _intervals(formula, counts, drawn)
    total = int(counts.all.sum())
    agreements = tuple(
        _agreement(formula, code, total, (int(one), int(other), int(both)), found)
        for code, one, other, both, found in zip(
            codings.codes,
            counts.one.sum(axis=0),
            counts.other.sum(axis=0),
            counts.both.sum(axis=0),
            intervals,
            strict=True,
        )
    )
    return CodingAgreement(agreements, codings.coders, len(codings.sources), codings.left_out)


def _counted(codings: Codings, unit: Unit) -> _Counts:
    sources, codes = len(codings.sources), len(codings.codes)
    one, other = (merged(ranges) for ranges in codings.by_coder)
    units = codings.lengths
    if unit is Unit.SEGMENT:
        (one, other), units = in_segments((one, other), units, codes)
    groups, shape = sources * codes, (sources, codes)
    return _Counts(
        all=units,
        one=lengths(one, groups).reshape(shape),
        other=lengths(other, groups).reshape(shape),
        both=overlaps(one, other, groups).reshape(shape),
    )


def _agreement(
    formula: Formula, code: str, total: int, counted: tuple[int, int, int], found: Interval
) -> Agreement:
    # whole numbers stay exact
    above, below = formula.parts(total, *counted)
    value = above / below if below else None
    why = "" if below else NOTHING if counted[0] == 0 else EVERYTHING
    if value is None:
        found = Interval(None, None, why)
    return Agreement(code, formula.name, value, why, found, total, PAIR)


def _intervals(formula: Formula, counts: _Counts, drawn: Iterator[Vector]) -> tuple[Interval, ...]:
    replicated = np.concatenate([_values(formula, times, counts) for times in drawn])
    sources, codes = counts.one.shape
    return tuple(interval(replicated[:, code], sources, "sources") for code in range(codes))


def _values(formula: Formula, times: Vector, counts: _Counts) -> Vector:
    """Return a coefficient per replication and code; NaN where it is undefined."""
    every = (times @ counts.all)[:, np.newaxis]
    above, below = formula.parts(
        every, times @ counts.one, times @ counts.other, times @ counts.both
    )
    values: Vector = np.divide(above, below, out=np.full_like(below, np.nan), where=below > 0)
    return values

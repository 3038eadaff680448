# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cohen's kappa of two coders, per code, over all of the text that both went through."""

from __future__ import annotations

from dataclasses import dataclass

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
from voelspriet.analysis.agreement.results import KAPPA, Agreement, CodingAgreement, Interval, Unit
from voelspriet.analysis.agreement.segments import in_segments
from voelspriet.analysis.frames import FrameLike
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

NOTHING = "neither coder used this code where both looked"
EVERYTHING = "both coders gave this code to everything"


@dataclass(frozen=True, slots=True)
class _Counts:
    """Units per source (`all`), and per source and code: coded by one, by the other, by both."""

    all: Whole
    one: Whole
    other: Whole
    both: Whole


def kappa(
    data: FrameLike,
    *,
    unit: Unit | str = Unit.CODEPOINT,
    rng: np.random.Generator,
    replications: int = REPLICATIONS,
    progress: Progress | None = None,
) -> CodingAgreement:
    """Return how far two coders agree on each code beyond chance (Cohen 1960, EPM 20:37-46).

    `data` has rows `source, length, coder, code, start, end` (see `codings.read_codings`). With
    `unit` "codepoint" every codepoint of every source that both coded is one judgement, coded or
    not; with "segment" every segment between two cuts is (see `segments`). Ranges of one coder and
    one code that overlap are merged. kappa is undefined where chance alone explains everything:
    a code used nowhere, or everywhere, by both.

    The 95 % interval draws sources `replications` times (see `bootstrap`); below eight sources
    there is none. `progress` hears how far it is. Raises ColumnError and InputError as
    `read_codings` does, and ValueError for a unit that is none.
    """
    unit = Unit(unit)
    codings = read_codings(data)
    counts = _counted(codings, unit)
    intervals = _intervals(counts, codings, rng, replications, progress)
    total = int(counts.all.sum())
    agreements = tuple(
        _agreement(code, total, (int(one), int(other), int(both)), found)
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


def _agreement(code: str, total: int, counted: tuple[int, int, int], found: Interval) -> Agreement:
    one, other, both = counted
    # (observed - expected) / (1 - expected), both sides times total² / 2: whole numbers stay exact
    above, below = total * both - one * other, total * (one + other) - 2 * one * other
    value = 2 * above / below if below else None
    why = "" if below else NOTHING if one == 0 else EVERYTHING
    if value is None:
        found = Interval(None, None, why)
    return Agreement(code, KAPPA, value, why, found, total, PAIR)


def _intervals(
    counts: _Counts,
    codings: Codings,
    rng: np.random.Generator,
    replications: int,
    progress: Progress | None,
) -> tuple[Interval, ...]:
    sources, codes = len(codings.sources), len(codings.codes)
    if none := too_few(sources, "sources that both coded"):
        return (none,) * codes
    blocks = [
        _kappas(times @ counts.all, times @ counts.one, times @ counts.other, times @ counts.both)
        for times in draws(np.ones(sources, dtype=np.int64), rng, replications, progress)
    ]
    replicated = np.concatenate(blocks)
    return tuple(interval(replicated[:, code], sources, "sources") for code in range(codes))


def _kappas(total: Vector, one: Vector, other: Vector, both: Vector) -> Vector:
    """Return a kappa per replication and code; NaN where it is undefined."""
    every = total[:, np.newaxis]
    below = every * (one + other) - 2 * one * other
    above = 2 * (every * both - one * other)
    return np.divide(above, below, out=np.full_like(below, np.nan), where=below > 0)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who coded which text how: rows of ranges, checked and laid out for two coders."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.agreement.ranges import Ranges
from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Codes, Frame, FrameLike, without_blank
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector

COLUMNS = ("source", "length", "coder", "code", "start", "end")
PAIR = 2


@dataclass(frozen=True, slots=True)
class Codings:
    """What two coders did in the sources both coded.

    `lengths` has the codepoints of each of `sources`; `by_coder` the ranges of either coder, whose
    group is the place of the source times the number of codes plus the place of the code.
    `left_out` names the sources that only one coder coded.
    """

    sources: tuple[str, ...]
    lengths: Whole
    codes: tuple[str, ...]
    coders: tuple[str, str]
    by_coder: tuple[Ranges, Ranges]
    left_out: tuple[str, ...]


def read_codings(data: FrameLike) -> Codings:
    """Read rows `source, length, coder, code, start, end` and check them.

    A row is one range `[start, end)` of codepoints that a coder gave a code. A row with `code`,
    `start` and `end` all empty only says that this coder went through this source: every coder of
    a source has coded all of it, so what is not coded is an answer too.

    Raises ColumnError (with the row) for a missing value, a length that changes within a source and
    a range outside its source; InputError unless there are exactly two coders, a source that
    both coded, and a code.
    """
    frame = Frame.of(data)
    frame.require(COLUMNS)
    source, coder = (frame.codes(name, complete=True) for name in ("source", "coder"))
    lengths = _lengths(source, _whole(frame, "length", complete=True))
    pair = _two(coder.labels)
    code = without_blank(frame.codes("code"))
    ranged = _ranged(frame, code)
    starts, ends = (_whole(frame, name, complete=False) for name in ("start", "end"))
    _refuse_outside(starts, ends, lengths[source.values], ranged)
    if not code.labels:
        raise InputError("no row has a code: there is nothing to agree on")
    joint = _joint(source, coder)
    if not joint.any():
        raise InputError(f"no source was coded by both {pair[0]!r} and {pair[1]!r}")
    place = np.cumsum(joint) - 1
    kept = ranged & joint[source.values]
    group = place[source.values] * len(code.labels) + code.values
    whole = Ranges(group, starts, ends)
    return Codings(
        sources=_picked(source.labels, joint),
        lengths=lengths[joint],
        codes=code.labels,
        coders=pair,
        by_coder=(whole.of(kept & (coder.values == 0)), whole.of(kept & (coder.values == 1))),
        left_out=_picked(source.labels, ~joint),
    )


def _picked(labels: tuple[str, ...], chosen: np.ndarray) -> tuple[str, ...]:
    return tuple(label for label, is_chosen in zip(labels, chosen, strict=True) if is_chosen)


def _two(coders: tuple[str, ...]) -> tuple[str, str]:
    if len(coders) != PAIR:
        there = ", ".join(repr(coder) for coder in coders) or "none"
        raise InputError(f"Cohen's kappa compares two coders; there are {len(coders)}: {there}")
    return coders[0], coders[1]


def _whole(frame: Frame, name: str, *, complete: bool) -> Whole:
    """Return a column of whole numbers, 0 where missing."""
    values: Vector = frame.numbers(name, complete=complete)
    broken = np.isfinite(values) & (values != np.floor(values))
    if broken.any():
        row = int(np.argmax(broken))
        raise ColumnError(name, f"{values[row]:g} is not a whole number", row=row + 1)
    return np.where(np.isnan(values), 0, values).astype(np.int64)


def _lengths(source: Codes, given: Whole) -> Whole:
    """Return one length per source."""
    if (given < 1).any():
        row = int(np.argmax(given < 1))
        raise ColumnError("length", f"{given[row]} is no length of a text", row=row + 1)
    first = np.zeros(len(source.labels), dtype=np.int64)
    # written backwards, so that the first row of a source is what stays
    first[source.values[::-1]] = np.arange(len(given))[::-1]
    lengths = given[first]
    wrong = given != lengths[source.values]
    if wrong.any():
        row = int(np.argmax(wrong))
        place = int(source.values[row])
        raise ColumnError(
            "length",
            f"source {source.labels[place]!r} is {given[row]} long here"
            f" and {lengths[place]} in row {int(first[place]) + 1}",
            row=row + 1,
        )
    return lengths


def _ranged(frame: Frame, code: Codes) -> np.ndarray:
    """Tell which rows are ranges; a row is one, or has none of code, start and end."""
    filled = {"code": code.values >= 0}
    filled |= {name: ~np.isnan(frame.numbers(name)) for name in ("start", "end")}
    some = np.logical_or.reduce(list(filled.values()))
    for name, is_filled in filled.items():
        wrong = some & ~is_filled
        if wrong.any():
            why = "is missing; leave code, start and end all empty to say that nothing was coded"
            raise ColumnError(name, why, row=int(np.argmax(wrong)) + 1)
    return np.asarray(some, dtype=bool)


def _refuse_outside(starts: Whole, ends: Whole, lengths: Whole, ranged: np.ndarray) -> None:
    checks = (
        ("start", starts < 0, "{start} lies before the text"),
        ("end", ends <= starts, "a range [{start}, {end}) holds nothing: end is above start"),
        ("end", ends > lengths, "{end} lies beyond the text, which is {length} long"),
    )
    for name, is_wrong, why in checks:
        wrong = is_wrong & ranged
        if wrong.any():
            row = int(np.argmax(wrong))
            told = why.format(start=starts[row], end=ends[row], length=lengths[row])
            raise ColumnError(name, told, row=row + 1)


def _joint(source: Codes, coder: Codes) -> np.ndarray:
    """Tell which sources both coders went through."""
    seen = np.zeros((len(source.labels), PAIR), dtype=bool)
    seen[source.values, coder.values] = True
    return np.asarray(seen.all(axis=1), dtype=bool)

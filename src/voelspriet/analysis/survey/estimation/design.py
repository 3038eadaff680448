# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a sample was drawn: weights, strata, clusters, and how much of the population it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Codes, Frame, FrameLike
from voelspriet.analysis.frames.codes import Whole, one_group
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.frames.pairs import occurring_pairs
from voelspriet.analysis.survey.estimation.cell_regression import CellRegression
from voelspriet.analysis.survey.estimation.choices import chosen


class Lonely(StrEnum):
    """What to do with a stratum of which one unit was drawn, which cannot tell how units differ.

    *fail*: refuse the design. *certainty*: the stratum adds nothing to the variance. *adjust*: its
    linearised total is taken from 0, the mean of the whole sample, instead of from the mean of its
    stratum (too much rather than too little). *average*: it adds what the other strata of the
    domain add on average.

    The rules are those of R `survey` (`survey.lonely.psu`).
    """

    FAIL = "fail"
    CERTAINTY = "certainty"
    ADJUST = "adjust"
    AVERAGE = "average"


class Calibration(Protocol):
    """What a calibration of the weights must be able to do for standard errors."""

    def residuals(self, scores: Vector) -> Vector:
        """Return what of `scores` the margins do not explain, one value per row of the sample.

        `scores` are linearised values, not multiplied by weights, and 0 outside the domain; the
        residuals are those of their regression on the margins with the weights before calibration,
        and are in general not 0 outside the domain.
        """

    def in_cells(self) -> CellRegression | None:
        """Return the same for many scores at once, None when margins hold numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """A one-stage sample. Make one with `survey_design`.

    Per row: `weights`, `strata`, and `units` with the number of the sampling unit (None when every
    row is its own). Per unit: `unit_strata`. Per stratum: `units_drawn`, and `sampled_share`, the
    share of its units that was drawn (0 without finite population correction). With `calibration`
    the weights are those after calibration.
    """

    weights: Vector
    strata: Codes
    units: Whole | None
    unit_strata: Whole
    units_drawn: Vector
    sampled_share: Vector
    lonely: Lonely = Lonely.ADJUST
    calibration: Calibration | None = None

    def __len__(self) -> int:
        return len(self.weights)

    @property
    def lonely_strata(self) -> tuple[str, ...]:
        """Return the strata of which one unit was drawn and not all there are."""
        alone = (self.units_drawn == 1) & (self.sampled_share < 1)
        return tuple(self.strata.labels[place] for place in np.flatnonzero(alone))

    @property
    def degrees_of_freedom(self) -> int:
        """Return units minus strata, of units with a weight above 0."""
        weighing = self.weights > 0
        strata = np.unique(self.strata.values[weighing])
        if self.units is None:
            return int(np.count_nonzero(weighing)) - len(strata)
        return len(np.unique(self.units[weighing])) - len(strata)


def survey_design(
    data: FrameLike,
    *,
    weights: str | None = None,
    strata: str | None = None,
    cluster: str | None = None,
    fpc: str | None = None,
    lonely: Lonely | str = Lonely.ADJUST,
) -> Design:
    """Describe how the rows of `data` were drawn; every argument but `lonely` names a column.

    Without `weights` all rows weigh 1, or, when there is an `fpc`, the inverse of their chance to
    be drawn. Clusters are numbered within strata: cluster 1 of one stratum is not cluster 1 of
    another. `fpc` is constant within a stratum: the number of units (clusters, or rows without
    clusters) in the population, or, when it is at most 1, the share of them that was drawn.

    Raises ColumnError, with the row, for a missing value in any of these columns, a negative
    weight, an `fpc` that varies within a stratum, mixes numbers with shares, or is smaller than
    the number of units drawn; InputError without rows, and with `lonely="fail"` for a stratum with
    one unit.

    Source: Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 3 and 4.
    """
    frame = Frame.of(data)
    if not len(frame):
        raise InputError("there are no rows to estimate from")
    frame.require(name for name in (weights, strata, cluster, fpc) if name is not None)
    groups = one_group(len(frame)) if strata is None else frame.codes(strata, complete=True)
    units, unit_strata = _units(frame, groups, cluster)
    drawn = np.bincount(unit_strata, minlength=len(groups.labels)).astype(float)
    shares = np.zeros(len(drawn)) if fpc is None else _sampled_shares(frame, fpc, groups, drawn)
    design = Design(
        weights=_weights(frame, weights, groups, shares if fpc is not None else None),
        strata=groups,
        units=units,
        unit_strata=unit_strata,
        units_drawn=drawn,
        sampled_share=shares,
        lonely=chosen(Lonely, lonely, "lonely"),
    )
    if design.lonely is Lonely.FAIL and design.lonely_strata:
        alone = ", ".join(repr(label) for label in design.lonely_strata[:5])
        column = strata or cluster or "rows"
        raise ColumnError(column, f"one unit in {len(design.lonely_strata)} strata: {alone}")
    return design


def _units(frame: Frame, strata: Codes, cluster: str | None) -> tuple[Whole | None, Whole]:
    if cluster is None:
        return None, strata.values
    clusters = frame.codes(cluster, complete=True)
    sizes = (len(strata.labels), len(clusters.labels))
    pairs = occurring_pairs(strata.values, clusters.values, sizes)
    return pairs.of_row, pairs.one


def _weights(frame: Frame, name: str | None, strata: Codes, shares: Vector | None) -> Vector:
    if name is not None:
        values = frame.numbers(name, complete=True)
        if (values < 0).any():
            raise ColumnError(name, "is negative", row=int(np.argmax(values < 0)) + 1)
        return values
    if shares is None:
        return np.ones(len(frame))
    inverse: Vector = 1 / shares
    return inverse[strata.values]


def _sampled_shares(frame: Frame, name: str, strata: Codes, drawn: Vector) -> Vector:
    """Return per stratum which share of its units was drawn."""
    values = frame.numbers(name, complete=True)
    _refuse(name, values <= 0, "is the size of a population, or a share, above 0")
    first = np.zeros(len(drawn))
    first[strata.values[::-1]] = values[::-1]
    _refuse(name, values != first[strata.values], "varies within a stratum")
    if (first > 1).any():
        _refuse(name, values < 1, "is a share where other strata have numbers")
    _refuse(
        name,
        (values > 1) & (values < drawn[strata.values]),
        "is less than the number of units drawn in this stratum",
    )
    return np.where(first > 1, drawn / np.maximum(first, 1), first)


def _refuse(name: str, wrong: np.ndarray, why: str) -> None:
    if wrong.any():
        raise ColumnError(name, why, row=int(np.argmax(wrong)) + 1)

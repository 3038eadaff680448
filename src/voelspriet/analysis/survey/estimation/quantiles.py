# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quantiles per domain: the smallest answer that at least a given share of the weight reaches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation.respondents import Respondents

ALMOST = 1e-10  # a share reached but for rounding is reached


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """Answers from low to high within each domain, with the weight up to and with each of them.

    `starts` are the places of the first answer of each domain, and the end; `before` is the weight
    of all domains before it.
    """

    answers: Vector
    up_to: Vector
    starts: Whole
    before: Vector
    weight: Vector

    def at(self, shares: Vector) -> Vector:
        """Return per domain the quantile at its own share; NaN outside 0 to 1 or without answers.

        The left-continuous inverse of the weighted distribution, `qrule="math"` of R `svyquantile`
        and definition 1 of Hyndman & Fan (1996), The American Statistician 50:361-365.
        """
        inside = (shares >= 0) & (shares <= 1) & (self.weight > 0)
        sought = self.before + (np.where(inside, shares, 0.0) - ALMOST) * self.weight
        place = np.searchsorted(self.up_to, sought, side="left")
        place = np.clip(place, self.starts[:-1], np.maximum(self.starts[1:] - 1, 0))
        found = np.append(self.answers, np.nan)[place]
        return np.where(inside, found, np.nan)


def ladder(values: Vector, respondents: Respondents) -> Ladder:
    """Sort the answers of those who answered, and weigh anything, within their domain."""
    within = respondents.within
    places = np.flatnonzero(respondents.weights > 0)
    of_place = np.repeat(within.occurring, within.by_domain.lengths)[places]
    order = np.lexsort((values[places], of_place))
    places, of_place = places[order], of_place[order]
    up_to = np.cumsum(respondents.weights[places])
    starts = np.searchsorted(of_place, np.arange(within.count + 1))
    before = np.append(0.0, up_to)[starts]
    return Ladder(values[places], up_to, starts, before[:-1], np.diff(before))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What unequal weights cost, and how the largest of them are kept within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames.frame import Vector

LARGEST_SHARE = 10.0  # no square of a weight above ten times their mean, unless told
ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Kish:
    """What the spread of weights costs.

    `rows` have a weight above 0; `effective_rows` with equal weights would tell as much about a
    mean that has nothing to do with the weights; `deff` = rows ÷ effective rows = 1 + CV² is how
    much larger the variance is.
    """

    rows: int
    effective_rows: float
    deff: float

    @property
    def weight_cv(self) -> float:
        """Return the coefficient of variation of the weights (standard deviation ÷ mean)."""
        return sqrt(max(self.deff - 1, 0.0))


def kish(weights: Vector) -> Kish:
    """Return Kish's effective size and design effect of `weights` (any length, any scale).

    Rows of weight 0 take no part. Raises InputError when no weight is above 0 or one is missing.
    Negative weights, which GREG can give, count with their squares.

    Source: Kish (1965), Survey Sampling, 11.2C; Kish (1992), J. Official Statistics 8:183-200.
    """
    values = np.asarray(weights, dtype=float)
    total, squares = float(values.sum()), float(np.square(values).sum())
    if not total > 0 or not np.isfinite(squares):
        raise InputError("weights add up to more than 0, and none of them is missing")
    rows = int(np.count_nonzero(values))
    effective = total * total / squares
    return Kish(rows, effective, rows / effective)


@dataclass(frozen=True, slots=True, eq=False)
class Trimmed:
    """Weights of which the largest were cut off, with the same total.

    `largest_weight` is the limit; `trimmed_rows` had more; `moved_share` is the part of all weight
    that was taken from them and given to the others.
    """

    weights: Vector
    largest_weight: float
    trimmed_rows: int
    moved_share: float
    before: Kish
    after: Kish

    @property
    def statement(self) -> str:
        """Say what was done, for beneath a table."""
        if not self.trimmed_rows:
            return f"no weight was above {self.largest_weight:.4g}: none was trimmed"
        return (
            f"{self.trimmed_rows} of {self.before.rows} weights were trimmed to"
            f" {self.largest_weight:.4g} and {self.moved_share:.1%} of the weight moved to the"
            f" others; design effect of the weights (Kish) {self.before.deff:.2f} before,"
            f" {self.after.deff:.2f} after"
        )


def weight_limit(weights: Vector, largest_share: float = LARGEST_SHARE) -> float:
    """Return the largest weight the rule allows: √(`largest_share` · mean of the squared weights).

    So no row adds more than `largest_share` times the average to the sum of squared weights, which
    is what the variance of a weighted mean grows with. Unlike rules on quartiles it is never 0 and
    does not cut when most weights are equal. Rows of weight 0 take no part. Raises InputError for
    `largest_share` of 1 or less and for weights that are missing, negative or all 0.

    Source: Potter (1990), A study of procedures to identify and trim extreme sampling weights,
    Proceedings of the Survey Research Methods Section, ASA, 225-230 (the "NAEP procedure").
    """
    if not largest_share > 1:
        raise InputError("the largest share of a weight is a number above 1, such as 10")
    values = np.asarray(weights, dtype=float)
    if not (values >= 0).all() or not values.any():
        raise InputError("weights to trim are at least 0, not all 0, and none is missing")
    return sqrt(largest_share * float(np.square(values).sum()) / int(np.count_nonzero(values)))


def trim_weights(weights: Vector, largest_share: float = LARGEST_SHARE) -> Trimmed:
    """Cut off the largest weights by `weight_limit` and give what is cut to the others.

    What is cut is spread in proportion to the weights below the limit, so that the total stays;
    the limit follows the weights, and this is repeated until no weight is above it. Raises
    InputError as `weight_limit`, and when all weights would be at the limit. For weights that must
    keep adding up to population margins trim with `calibrate(..., largest_share=...)` instead.

    Source: Potter (1990), as `weight_limit`.
    """
    found = np.array(weights, dtype=float)
    total = float(found.sum())
    limit = weight_limit(found, largest_share)
    cut = np.zeros(len(found), dtype=bool)
    for _ in range(ROUNDS):
        above = found > limit * (1 + 1e-9)
        if not above.any():
            break
        cut |= above
        found[cut] = limit
        rest = float(found[~cut].sum())
        if not rest > 0:
            raise InputError("this limit would cut every weight: allow a larger share")
        found[~cut] *= (total - limit * int(cut.sum())) / rest
        limit = weight_limit(found, largest_share)
    else:
        raise InputError(f"trimming did not settle in {ROUNDS} rounds: allow a larger share")
    before = np.asarray(weights, dtype=float)
    moved = float(np.maximum(before - found, 0).sum()) / total
    trimmed = int(np.count_nonzero(found < before))
    return Trimmed(found, limit, trimmed, moved, kish(before), kish(found))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Intervals of estimates per domain, by the kind of estimate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation.bases import Basis
from voelspriet.analysis.survey.estimation.respondents import Respondents, quotient

FEW = 10  # effective cases on either side below which a share gets an exact interval


@dataclass(frozen=True, slots=True, eq=False)
class Intervals:
    """Bounds per domain, NaN where there is none, and what it rests on (`Basis`)."""

    low: Vector
    high: Vector
    basis: Whole


def t_points(degrees_of_freedom: Whole, level: float) -> Vector:
    """Return the point of Student's t that `level` lies within; NaN below 1 degree of freedom."""
    some = degrees_of_freedom >= 1
    points = special.stdtrit(np.where(some, degrees_of_freedom, 1).astype(float), (1 + level) / 2)
    return np.where(some, points, np.nan)


def t_intervals(estimate: Vector, standard_error: Vector, points: Vector) -> Intervals:
    """Return estimate ± t × standard error."""
    half = points * standard_error
    return Intervals(estimate - half, estimate + half, np.full(len(estimate), Basis.T))


def share_intervals(
    share: Vector, standard_error: Vector, respondents: Respondents, points: Vector, level: float
) -> Intervals:
    """Return logit intervals with t, and Korn-Graubard's where cases are few.

    The effective number is p(1 − p) ÷ variance, at most n ÷ the share of the population that was
    not drawn; where the variance is 0 (a share of 0 or 1 among them) it is Kish's (Σw)²/Σw². Cases
    are few when that number times p, or times 1 − p, is below 10, or the variance is 0. Then the
    interval is the exact binomial one of the effective number, corrected for the degrees of
    freedom: × (t of n − 1 ÷ t of the design)².

    Source: Korn & Graubard (1998), Survey Methodology 24:193-201. As R `svyciprop` with methods
    "logit" and "beta", but that R sets the effective number no bound.
    """
    # weights below 0 can bring a share outside 0 to 1
    varies = (standard_error > 0) & (share > 0) & (share < 1)
    squares = np.where(varies, standard_error * standard_error, 1.0)
    most = quotient(respondents.n.astype(float), respondents.left)
    effective = np.where(
        varies, np.minimum(share * (1 - share) / squares, most), respondents.kish()
    )
    few = ~varies | (effective * np.minimum(share, 1 - share) < FEW)
    low, high = _logit(share, standard_error, points)
    corrected = effective * (t_points(respondents.n - 1, level) / points) ** 2
    exact_low, exact_high = korn_graubard(share, corrected, level)
    return Intervals(
        np.where(few, exact_low, low),
        np.where(few, exact_high, high),
        np.where(few, Basis.KORN_GRAUBARD, Basis.LOGIT),
    )


def korn_graubard(share: Vector, effective: Vector, level: float) -> tuple[Vector, Vector]:
    """Return the exact binomial bounds (Clopper & Pearson 1934) of a share of an effective n."""
    tail, share = (1 - level) / 2, np.clip(share, 0.0, 1.0)
    cases, others = effective * share, effective * (1 - share)
    low = special.betaincinv(np.maximum(cases, 1e-300), others + 1, tail)
    high = special.betaincinv(cases + 1, np.maximum(others, 1e-300), 1 - tail)
    return np.where(share <= 0, 0.0, low), np.where(share >= 1, 1.0, high)


def _logit(share: Vector, standard_error: Vector, points: Vector) -> tuple[Vector, Vector]:
    inner = (share > 0) & (share < 1)
    safe = np.where(inner, share, 0.5)
    half = points * quotient(standard_error, safe * (1 - safe))
    middle = special.logit(safe)
    low, high = special.expit(middle - half), special.expit(middle + half)
    return np.where(inner, low, share), np.where(inner, high, share)

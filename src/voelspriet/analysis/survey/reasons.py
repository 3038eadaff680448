# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""No interval, and why, where a formula would feign one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from voelspriet.analysis.survey.bases import Basis
from voelspriet.analysis.survey.intervals import Intervals
from voelspriet.analysis.survey.measures import Measure


def explained(measure: Measure) -> Measure:
    """Return the measure with reasons for what is not there; later rules prevail.

    Who asked everybody has nothing to be unsure of: where all units of the strata were drawn the
    interval is the estimate itself, *census*.
    """
    people, error = measure.respondents, measure.standard_error
    basis, unknown = measure.intervals.basis.copy(), np.isnan(measure.estimate)
    free, plain = people.degrees_of_freedom >= 1, basis == Basis.T
    basis[plain & (error == 0)] = Basis.NO_SPREAD
    basis[plain & np.isnan(error)] = Basis.ALL_LONELY
    basis[~free] = Basis.NO_FREEDOM
    basis[people.n == 1] = Basis.ONE_ANSWER
    basis[people.census & ~unknown] = Basis.CENSUS
    basis[unknown] = Basis.NO_DENOMINATOR
    basis[people.weight <= 0] = Basis.NO_WEIGHT
    basis[people.n == 0] = Basis.NO_ANSWER
    census, none = basis == Basis.CENSUS, basis >= Basis.NO_SPREAD
    # within one unit answers cannot differ between units: 0 would feign certainty
    unknown |= ~free & (error == 0) & ~census
    low, high = (
        np.where(none, np.nan, np.where(census, measure.estimate, bound))
        for bound in (measure.intervals.low, measure.intervals.high)
    )
    return replace(
        measure,
        standard_error=np.where(census, 0.0, np.where(unknown, np.nan, error)),
        intervals=Intervals(low, high, basis),
        deff=np.where(unknown | (basis == Basis.NO_SPREAD), np.nan, measure.deff),
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""No interval, and why, where a formula would feign one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from voelspriet.analysis.survey.bases import Basis
from voelspriet.analysis.survey.intervals import Intervals
from voelspriet.analysis.survey.measures import Measure


def explained(measure: Measure, *, calibrated: bool) -> Measure:
    """Return the measure with reasons for what is not there; later rules prevail.

    Who asked everybody has nothing to be unsure of: where all units of the strata were drawn the
    interval is the estimate itself, *census*. Nor is what follows from the margins of a calibrated
    design, *margin*.
    """
    people, error = measure.respondents, measure.standard_error
    basis, unknown = measure.intervals.basis.copy(), np.isnan(measure.estimate)
    free, plain = people.degrees_of_freedom >= 1, basis == Basis.T
    basis[plain & (error == 0)] = Basis.NO_SPREAD
    basis[plain & np.isnan(error)] = Basis.ALL_LONELY
    if calibrated:
        # answers differ, which the design effect tells, and the margins leave none of it to chance
        basis[(error == 0) & np.isfinite(measure.deff)] = Basis.MARGIN
    basis[~free] = Basis.NO_FREEDOM
    basis[people.n == 1] = Basis.ONE_ANSWER
    basis[people.census & ~unknown] = Basis.CENSUS
    basis[unknown] = Basis.NO_DENOMINATOR
    basis[people.weight <= 0] = Basis.NO_WEIGHT
    basis[people.n == 0] = Basis.NO_ANSWER
    known, none = np.isin(basis, (Basis.CENSUS, Basis.MARGIN)), basis >= Basis.NO_SPREAD
    # within one unit answers cannot differ between units: 0 would feign certainty
    unknown |= ~free & (error == 0) & ~known
    low, high = (
        np.where(none, np.nan, np.where(known, measure.estimate, bound))
        for bound in (measure.intervals.low, measure.intervals.high)
    )
    return replace(
        measure,
        standard_error=np.where(known, 0.0, np.where(unknown, np.nan, error)),
        intervals=Intervals(low, high, basis),
        deff=np.where(unknown | (basis == Basis.NO_SPREAD), np.nan, measure.deff),
    )

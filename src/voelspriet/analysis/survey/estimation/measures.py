# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From columns to estimates: means, totals, ratios and proportions, one variable at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.estimation import linearised
from voelspriet.analysis.survey.estimation.effects import Against, design_effects
from voelspriet.analysis.survey.estimation.intervals import (
    Intervals,
    share_intervals,
    t_intervals,
    t_points,
)
from voelspriet.analysis.survey.estimation.respondents import Asked, Respondents
from voelspriet.analysis.survey.estimation.variance import variance_in_order

MOST_CATEGORIES = 100
NOBODY = np.zeros(0, dtype=np.int64)
YES = {"1", "1.0", "true"}
NO_AND_YES = ({"0", "1"}, {"0.0", "1.0"}, {"false", "true"})
ROUNDING = 1e-12  # a standard error this small beside its estimate is rounding, not spread


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked of every variable alike; `everyones_points` are t where nobody is missing."""

    frame: Frame
    asked: Asked
    level: float
    against: Against
    everyones_points: Vector

    def points(self, respondents: Respondents) -> Vector:
        """Return the points of Student's t per domain."""
        if respondents is self.asked.everyone:
            return self.everyones_points
        return t_points(respondents.degrees_of_freedom, self.level)


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """One variable in every domain."""

    variable: str
    respondents: Respondents
    estimate: Vector
    standard_error: Vector
    intervals: Intervals
    deff: Vector


def means(question: Question, name: str) -> Iterator[Measure]:
    """Give the mean of a column of numbers."""
    values, respondents = numbers(question, name)
    yield _with_t(question, name, respondents, linearised.mean(values, respondents))


def totals(question: Question, name: str) -> Iterator[Measure]:
    """Give the total of a column of numbers, of those who answered."""
    values, respondents = numbers(question, name)
    yield _with_t(question, name, respondents, linearised.total(values, respondents))


def ratios(question: Question, name: str) -> Iterator[Measure]:
    """Give the total of one column ÷ that of another, named `numerator/denominator`.

    Raises ColumnError when there are no two such columns.
    """
    columns = (question.frame.numbers(part) for part in two_columns(question.frame, name))
    above, below = map(question.asked.within.in_order, columns)
    missing = np.flatnonzero(np.isnan(above) | np.isnan(below))
    respondents = question.asked.respondents(missing)
    above[missing], below[missing] = 0.0, 0.0
    yield _with_t(question, name, respondents, linearised.ratio(above, below, respondents))


def proportions(question: Question, name: str) -> Iterator[Measure]:
    """Give the share of 1 (or true) in a column of 0 and 1, otherwise the share of each category.

    Raises ColumnError for more than 100 categories.
    """
    codes = question.frame.codes(name)
    answers = question.asked.within.in_order(codes.values)
    respondents = question.asked.respondents(np.flatnonzero(answers < 0))
    for label, counting in _categories(name, codes.labels):
        yield share_measure(question, label, respondents, counting[answers])


def share_measure(
    question: Question, label: str, respondents: Respondents, values: Vector
) -> Measure:
    """Return the share of ones among `values`, in the order of the domains, 0 where missing."""
    found = linearised.mean(values, respondents)
    variance, errors = spread(question, respondents, found)
    points = question.points(respondents)
    return Measure(
        variable=label,
        respondents=respondents,
        estimate=found.estimate,
        standard_error=errors,
        intervals=share_intervals(found.estimate, errors, respondents, points, question.level),
        deff=design_effects(variance, found.squares, respondents, question.against),
    )


def spread(
    question: Question, respondents: Respondents, found: linearised.Linearised
) -> tuple[Vector, Vector]:
    """Return per domain the variance of the scores and the standard error of the estimate.

    Both are 0 where they are nothing but rounding.
    """
    asked = question.asked
    if asked.calibrated is None:
        variance = variance_in_order(
            asked.design,
            found.scores,
            found.weighted,
            respondents.within,
            respondents.answering,
        )
    else:
        variance = asked.calibrated.variances(found.scores, found.weighted)
    errors = np.sqrt(variance) * found.scale
    rounding = errors <= ROUNDING * np.abs(found.estimate)
    return np.where(rounding, 0.0, variance), np.where(rounding, 0.0, errors)


def _with_t(
    question: Question, name: str, respondents: Respondents, found: linearised.Linearised
) -> Measure:
    variance, errors = spread(question, respondents, found)
    return Measure(
        variable=name,
        respondents=respondents,
        estimate=found.estimate,
        standard_error=errors,
        intervals=t_intervals(found.estimate, errors, question.points(respondents)),
        deff=design_effects(variance, found.squares, respondents, question.against),
    )


def numbers(question: Question, name: str) -> tuple[Vector, Respondents]:
    """Return a column in the order of the domains, 0 where missing, and who answered."""
    within, stored = question.asked.within, question.frame.whole_numbers(name)
    if stored is None:
        values = within.in_order(question.frame.numbers(name))
        missing = np.flatnonzero(np.isnan(values))
        values[missing] = 0.0
    else:
        values = within.in_order(stored[0]).astype(float)
        absent = stored[1]
        missing = NOBODY if absent is None else np.flatnonzero(within.in_order(absent))
    return values, question.asked.respondents(missing)


def two_columns(frame: Frame, name: str) -> tuple[str, str]:
    """Return the columns of a ratio. Raises ColumnError when there are no two such columns."""
    for place, sign in enumerate(name):
        above, below = name[:place].strip(), name[place + 1 :].strip()
        if sign == "/" and {above, below} <= set(frame.names):
            return above, below
    raise ColumnError(name, "a ratio is named numerator/denominator, two columns that are there")


def _categories(name: str, labels: tuple[str, ...]) -> list[tuple[str, Vector]]:
    """Return what to count: a name and, per label and for missing, 1 or 0."""
    lowered = [label.strip().lower() for label in labels]
    if any(set(lowered) <= both for both in NO_AND_YES):
        return [(name, np.array([*(label in YES for label in lowered), False], dtype=float))]
    if len(lowered) > MOST_CATEGORIES:
        raise ColumnError(name, f"has {len(lowered)} different values, too many to be categories")
    return [
        (f"{name}={label}", np.eye(len(labels) + 1)[place]) for place, label in enumerate(labels)
    ]

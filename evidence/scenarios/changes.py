# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two waves: does the interval hold the change, and does a plan give the power it says?"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from evidence.drawing import Samples, gamma_weights
from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values, covered
from voelspriet.analysis.survey.estimation.results import Estimates
from voelspriet.analysis.survey.planner import (
    Way,
    detectable_share,
    needed_per_wave,
    needed_per_wave_for_means,
)
from voelspriet.analysis.survey.waves.waves import Change, Wave, WaveChange, change_between

COVERAGE = Claim("coverage of 95 %", 0.935, 0.965)
NO_CHANGE = Claim("told more or less when nothing changed", 0.035, 0.065)
SHOWN = "told more"
BEFORE, AFTER = 0.83, 0.85
PLANNED = needed_per_wave(BEFORE, AFTER).n or 0
SEEN = detectable_share(BEFORE, Way.RISE, n_first=1_100, n_second=1_100) or 0.0
GRADE_SD, GRADE_RISE = 1.6, 0.2
PLANNED_GRADE = needed_per_wave_for_means(GRADE_RISE, GRADE_SD).n or 0


def compared(before: Estimates, after: Estimates) -> list[WaveChange]:
    """Compare two waves, sample by sample."""
    waves = zip(_waves(before), _waves(after), strict=True)
    return [change_between(first, second) for first, second in waves]


def _waves(found: Estimates) -> list[Wave]:
    rows = zip(found.estimate, found.standard_error, found.degrees_of_freedom, strict=True)
    return [Wave(float(value), float(error), float(df)) for value, error, df in rows]


def outcome(changes: list[WaveChange], truth: float) -> Outcomes:
    """Return which intervals hold the change and, when there is none, which told of one."""
    low, high = (np.array([getattr(c, end) for c in changes]) for end in ("low", "high"))
    found = {COVERAGE.quantity: covered(low, high, truth)}
    if truth == 0:
        told = [change.statement in {Change.MORE, Change.LESS} for change in changes]
        found[NO_CHANGE.quantity] = np.array(told, dtype=float)
    return found


def means(sizes: tuple[int, int], spreads: tuple[float, float], change: float) -> Replicate:
    """Two independent weighted samples of unequal size and spread."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        found = []
        for n, spread, mean in zip(sizes, spreads, (0.0, change), strict=True):
            y = mean + spread * rng.standard_normal((count, n))
            columns = {"y": y, "w": gamma_weights(rng, (count, n), 0.5)}
            found.append(Samples(count, columns, weights="w").estimates(["y"]))
        return outcome(compared(found[0], found[1]), change)

    return replicate


def shares(n: int, before: float, after: float) -> Replicate:
    """Two independent simple samples of a share."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        first, second = (
            Samples(count, {"y": (rng.random((count, n)) < share).astype(np.int8)}).estimates(
                ["y"], kind="proportion"
            )
            for share in (before, after)
        )
        return outcome(compared(first, second), after - before)

    return replicate


def panel(n: int, correlation: float, change: float) -> Replicate:
    """The same people twice; the covariance of the means is that of the answers ÷ n."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        first = rng.standard_normal((count, n))
        rest = np.sqrt(1 - correlation**2) * rng.standard_normal((count, n))
        second = change + correlation * first + rest
        waves = [Samples(count, {"y": values}).estimates(["y"]) for values in (first, second)]
        around = [values - values.mean(axis=1, keepdims=True) for values in (first, second)]
        covariance = (around[0] * around[1]).sum(axis=1) / (n - 1) / n
        pairs = zip(_waves(waves[0]), _waves(waves[1]), covariance, strict=True)
        changes = [change_between(a, b, covariance=float(both)) for a, b, both in pairs]
        return outcome(changes, change)

    return replicate


def power(draw: Callable[[np.random.Generator, int], tuple[Values, Values, float]]) -> Replicate:
    """How often a rise is told; `draw` gives both waves' estimates and errors, and their df."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        estimates, errors, df = draw(rng, count)
        told = [
            change_between(Wave(a, e, df), Wave(b, f, df)).statement is Change.MORE
            for a, b, e, f in zip(*estimates.tolist(), *errors.tolist(), strict=True)
        ]
        return {SHOWN: np.array(told, dtype=float)}

    return replicate


def of_shares(
    n: int, before: float, after: float
) -> Callable[[np.random.Generator, int], tuple[Values, Values, float]]:
    """Draw the counts of two simple samples, and what `estimate` would make of them."""

    def draw(rng: np.random.Generator, count: int) -> tuple[Values, Values, float]:
        found = np.stack([rng.binomial(n, share, count) / n for share in (before, after)])
        return found, np.sqrt(found * (1 - found) / (n - 1)), n - 1.0

    return draw


def of_grades(
    n: int, rise: float, sd: float
) -> Callable[[np.random.Generator, int], tuple[Values, Values, float]]:
    """Draw the means and standard deviations of two simple samples of a normal grade."""

    def draw(rng: np.random.Generator, count: int) -> tuple[Values, Values, float]:
        found = np.array([[7.0], [7.0 + rise]]) + sd / np.sqrt(n) * rng.standard_normal((2, count))
        spread = sd * np.sqrt(rng.chisquare(n - 1, (2, count)) / (n - 1))
        return found, spread / np.sqrt(n), n - 1.0

    return draw


CHANGE = "estimate, change_between"

CHAPTER = Chapter(
    place=5,
    title="Changes between waves and plans",
    told="""
        The interval of a change should hold it in 95 of 100 pairs of waves, and where nothing
        changed a change should be told in 5 of 100. A plan says how many answers show a change in
        80 of 100 cases; the samples of that size are drawn, and counted how often it is shown.
    """,
    rooms=("survey",),
    scenarios=(
        Scenario(
            "change-of-a-mean",
            "n = 100 and 200 with unequal spread, weights that vary 0.5 of their mean.",
            CHANGE,
            (COVERAGE,),
            means((100, 200), (1.0, 2.0), 0.4),
            is_quick=True,
        ),
        Scenario(
            "no-change-of-a-mean",
            "the same without a change.",
            CHANGE,
            (COVERAGE, NO_CHANGE),
            means((100, 200), (1.0, 2.0), 0.0),
        ),
        Scenario(
            "change-of-a-share",
            "n = 400 twice, from 83 to 85 %.",
            CHANGE,
            (COVERAGE,),
            shares(400, BEFORE, AFTER),
        ),
        Scenario(
            "no-change-of-a-share",
            "n = 400 twice, 83 %.",
            CHANGE,
            (COVERAGE, NO_CHANGE),
            shares(400, BEFORE, BEFORE),
        ),
        Scenario(
            "change-in-a-panel",
            "the same 150 people twice, correlation 0.6.",
            CHANGE,
            (COVERAGE,),
            panel(150, 0.6, 0.2),
        ),
        Scenario(
            "plan-of-a-share",
            f"83 to 85 % with the planned {PLANNED:,} answers per wave.",
            "needed_per_wave, change_between",
            (Claim(SHOWN, 0.79, 0.81),),
            power(of_shares(PLANNED, BEFORE, AFTER)),
        ),
        Scenario(
            "plan-with-1100",
            f"83 to {100 * SEEN:.1f} %, what 1,100 answers per wave are told to see.",
            "detectable_share, change_between",
            (Claim(SHOWN, 0.79, 0.81),),
            power(of_shares(1_100, BEFORE, SEEN)),
        ),
        Scenario(
            "plan-too-small",
            "83 to 85 % with 1,100 answers per wave, told to have a power of 25 %.",
            "power_for_shares, change_between",
            (Claim(SHOWN, 0.24, 0.26),),
            power(of_shares(1_100, BEFORE, AFTER)),
        ),
        Scenario(
            "plan-of-a-grade",
            f"a grade that rises 0.2 (SD 1.6) with the planned {PLANNED_GRADE:,} answers per wave.",
            "needed_per_wave_for_means, change_between",
            (Claim(SHOWN, 0.79, 0.81),),
            power(of_grades(PLANNED_GRADE, GRADE_RISE, GRADE_SD)),
        ),
    ),
)

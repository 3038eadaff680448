# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A chance that is told should come true that often: targets, with truths drawn from the model."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values, covered
from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.targets.target import TargetOutlook, target_outlook

TARGET = 75.0
START = date(2020, 7, 1)
DAYS_IN_YEAR = 365.25
ON, OFF = 0.8, 0.2
IN_BAND = "true value in the 95 % band"
MET_ON, MET_OFF = "target met when told on course", "target met when told off course"
# what happened (1 or 0) minus the chance that was told, within a range of chances; few samples tell
# a chance in the middle, so that more of them are drawn: an error of 0.01 against a band of 0.03
SAMPLES = 40_000
RANGES = ((0.0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.0))
GAPS = tuple(f"met minus chance told, {100 * a:.0f}-{100 * b:.0f} %" for a, b in RANGES)
CLAIMS = (
    Claim(IN_BAND, 0.935, 0.965),
    Claim(MET_ON, 0.8, is_conditional=True),
    Claim(MET_OFF, high=0.2, is_conditional=True),
    *(Claim(gap, -0.03, 0.03, is_rate=False, is_conditional=True) for gap in GAPS),
)


def drawn_from_the_model(years: tuple[float, ...], deadline: float, error: float) -> Replicate:
    """Draw a level, a drift and wandering, measure them at `years`, and wait for the deadline.

    Nothing is assumed of the level, so it is drawn evenly from a range far wider than the errors.
    """

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        times = np.array([*years, deadline])
        level = rng.uniform(TARGET - 12, TARGET + 12, (count, 1))
        drift = rng.standard_normal((count, 1))
        gaps = np.diff(times, prepend=0.0)
        wandering = np.cumsum(np.sqrt(gaps) * rng.standard_normal((count, len(times))), axis=1)
        true = level + drift * times + wandering
        measured = true[:, :-1] + error * rng.standard_normal((count, len(years)))
        told = [outlook(years, row, error, deadline) for row in np.clip(measured, 0, 100).tolist()]
        return outcome(told, true[:, -1])

    return replicate


def outlook(
    years: tuple[float, ...], measured: list[float], error: float, deadline: float
) -> TargetOutlook:
    """Ask what the waves say of the target."""
    waves = [MeasuredWave(_day(y), m, error) for y, m in zip(years, measured, strict=True)]
    return target_outlook(waves, target_points=TARGET, deadline=_day(deadline))


def outcome(told: list[TargetOutlook], true: Values) -> Outcomes:
    """Compare what was told with what happened."""
    chance = np.array([one.probability for one in told], dtype=float)
    met = (true >= TARGET).astype(float)
    ends = [one.band[-1] for one in told]
    low, high = (np.array([getattr(e, name) for e in ends]) for name in ("low_95", "high_95"))
    found = {
        IN_BAND: covered(low, high, true),
        MET_ON: met[chance >= ON],
        MET_OFF: met[chance <= OFF],
    }
    for gap, (least, most) in zip(GAPS, RANGES, strict=True):
        here = (chance >= least) & ((chance < most) | (most == 1))
        found[gap] = (met - chance)[here]
    return found


def _day(years: float) -> date:
    return START + timedelta(days=round(years * DAYS_IN_YEAR))


CHAPTER = Chapter(
    place=6,
    title="Targets",
    told="""
        Truths are drawn from the model itself: a level that drifts and wanders. Then a chance of
        70 % must come true in 70 of 100 cases. Where the world does not follow the model (a sudden
        break that nobody marked) none of this is promised.
    """,
    rooms=("survey",),
    scenarios=(
        Scenario(
            "target-two-waves",
            "waves after 0 and 2 years with an error of 1.5 points, deadline after 4.",
            "target_outlook",
            CLAIMS,
            drawn_from_the_model((0.0, 2.0), 4.0, 1.5),
            SAMPLES,
            1_000,
            is_quick=True,
        ),
        Scenario(
            "target-four-waves",
            "waves after 0, 1, 2 and 4 years with an error of 2.5 points, deadline after 5.",
            "target_outlook",
            CLAIMS,
            drawn_from_the_model((0.0, 1.0, 2.0, 4.0), 5.0, 2.5),
            SAMPLES,
            1_000,
        ),
        Scenario(
            "target-with-sure-waves",
            "waves after 0, 2 and 4 years with an error of 0.4 points, deadline after 6.",
            "target_outlook",
            CLAIMS,
            drawn_from_the_model((0.0, 2.0, 4.0), 6.0, 0.4),
            SAMPLES,
            1_000,
        ),
    ),
)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A true value that wanders and may have a direction, seen through samples.

    y(t) = μ(t) + e(t)          e(t) ~ N(0, standard error²), known
    dμ(t) = δ dt + σ dW(t)      δ ~ N(0, τ²), the level flat beforehand

with σ = 1 point per √year and τ = 1 point per year (method §4). The local linear trend of Harvey
(1989), Forecasting, Structural Time Series Models and the Kalman Filter, §2.3 and §9.1 (unequal
spacing), with a drift that does not change and no prior on the level.
"""

from __future__ import annotations

from dataclasses import dataclass

DRIFT_SD = 1.0  # points per year
INNOVATION_SD = 1.0  # points per √year


@dataclass(frozen=True, slots=True)
class State:
    """What is believed of the true value and its drift at one moment (points, points a year)."""

    level: float
    drift: float
    level_variance: float
    covariance: float
    drift_variance: float


def first_seen(estimate: float, standard_error: float) -> State:
    """Return the state at the first wave: the level is what was measured, the drift unknown."""
    return State(estimate, 0.0, standard_error**2, 0.0, DRIFT_SD**2)


def moved_on(state: State, years: float) -> State:
    """Return the state `years` later, without a new wave."""
    return State(
        state.level + years * state.drift,
        state.drift,
        state.level_variance
        + 2 * years * state.covariance
        + years**2 * state.drift_variance
        + years * INNOVATION_SD**2,
        state.covariance + years * state.drift_variance,
        state.drift_variance,
    )


def seen_again(state: State, estimate: float, standard_error: float) -> State:
    """Return the state after a wave at the same moment (one step of the Kalman filter)."""
    total = state.level_variance + standard_error**2
    surprise = estimate - state.level
    gain, pull = state.level_variance / total, state.covariance / total
    return State(
        state.level + gain * surprise,
        state.drift + pull * surprise,
        state.level_variance * (1 - gain),
        state.covariance * (1 - gain),
        state.drift_variance - pull * state.covariance,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""R-indicators: their bias with and without adjustment, and whether intervals hold the truth."""

from __future__ import annotations

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.representativeness import (
    Indicator,
    margin_response,
    sample_response,
)

ADJUSTED, UNADJUSTED = "adjusted R minus the true one", "unadjusted R minus the true one"
INTERVAL = "coverage of 95 %, R"
PART = "coverage of 95 %, partial indicator of the young"
SHARES = (np.array([0.5, 0.5]), np.array([0.14, 0.30, 0.31, 0.25]), np.array([0.3, 0.3, 0.4]))
NAMES = ("sex", "age", "region")
CELLS = np.array([(s, a, r) for s in range(2) for a in range(4) for r in range(3)])
CELL_SHARES = np.prod([SHARES[v][CELLS[:, v]] for v in range(3)], axis=0)
YOUNG = CELLS[:, 1] == 0
PEOPLE = 1_000_000.0
# method asks for the adjustment and promises no band
CLAIMS = (
    Claim(ADJUSTED, is_judged=False, is_rate=False),
    Claim(UNADJUSTED, is_judged=False, is_rate=False),
    Claim(INTERVAL, 0.935, is_judged=False),
    Claim(PART, 0.935, 0.965, is_judged=False),
)


def logistic(steepness: float) -> Values:
    """Return the response chance per cell: about 35 %, less for the young and for men."""
    slope = 0.5 * (CELLS[:, 0] - 0.5) + 0.45 * (CELLS[:, 1] - 1.5) - 0.3 * (CELLS[:, 2] - 1)
    return 1 / (1 + np.exp(0.62 - steepness * slope))


def linear(steepness: float) -> Values:
    """Return the response chance per cell as a sum, which the model from margins supposes."""
    slope = 0.10 * (CELLS[:, 0] - 0.5) + 0.08 * (CELLS[:, 1] - 1.5) - 0.05 * (CELLS[:, 2] - 1)
    return 0.38 + steepness * slope


def true_values(chances: Values) -> tuple[float, float]:
    """Return R and the partial indicator P_u of the young."""
    mean = float(CELL_SHARES @ chances)
    spread = float(np.sqrt(CELL_SHARES @ (chances - mean) ** 2))
    young = CELL_SHARES[YOUNG]
    rate = float(young @ chances[YOUNG] / young.sum())
    return 1 - 2 * spread, float(np.sqrt(young.sum()) * (rate - mean))


def outcome(found: list[tuple[Indicator, Indicator]], chances: Values) -> Outcomes:
    """Compare indicators with the truth."""
    whole, part = true_values(chances)
    return {
        ADJUSTED: np.array([one.value - whole for one, _ in found]),
        UNADJUSTED: np.array([one.unadjusted - whole for one, _ in found]),
        INTERVAL: np.array([one.low <= whole <= one.high for one, _ in found], dtype=float),
        PART: np.array([two.low <= part <= two.high for _, two in found], dtype=float),
    }


def from_a_frame(n: int, chances: Values) -> Replicate:
    """Invite `n` people; all their characteristics are known."""

    def one(rng: np.random.Generator) -> tuple[Indicator, Indicator]:
        cell = rng.choice(len(CELLS), n, p=CELL_SHARES)
        columns = {name: CELLS[cell, place] for place, name in enumerate(NAMES)}
        answered = (rng.random(n) < chances[cell]).astype(np.int8)
        found = sample_response(Frame.of({**columns, "y": answered}), NAMES, responded="y")
        partial = next(g.partial for g in found.groups if (g.variable, g.category) == ("age", "0"))
        return _both(found.indicator, partial)

    return lambda rng, count: outcome([one(rng) for _ in range(count)], chances)


def from_margins(n: int, chances: Values) -> Replicate:
    """Invite `n` people; only of those who answer anything is known, and the margins."""
    margins = Frame.of(
        {
            "variable": [name for name, s in zip(NAMES, SHARES, strict=True) for _ in s],
            "category": [str(place) for s in SHARES for place in range(len(s))],
            "total": PEOPLE * np.concatenate(SHARES),
        }
    )

    def one(rng: np.random.Generator) -> tuple[Indicator, Indicator]:
        cell = rng.choice(len(CELLS), n, p=CELL_SHARES)
        cell = cell[rng.random(n) < chances[cell]]
        sample = Frame.of({name: CELLS[cell, place] for place, name in enumerate(NAMES)})
        found = margin_response(sample, margins, invited=n, rng=rng, replicates=49)
        partial = next(g.partial for g in found.groups if (g.variable, g.category) == ("age", "0"))
        return _both(found.indicator, partial)

    return lambda rng, count: outcome([one(rng) for _ in range(count)], chances)


def _both(whole: Indicator | None, part: Indicator | None) -> tuple[Indicator, Indicator]:
    if whole is None or part is None:
        raise ValueError("an indicator is missing")
    return whole, part


def of_response(
    name: str,
    drawn: str,
    replicate: Replicate,
    *,
    called: str = "sample_response",
) -> Scenario:
    """Return a scenario about R-indicators."""
    return Scenario(name, drawn, called, CLAIMS, replicate, chunk=100)


CHAPTER = Chapter(
    place=9,
    title="Representative response",
    told="""
        Chance alone makes response look uneven, so that an R-indicator without adjustment is too
        low. The adjustment is right for the variance of response; the indicator is made from its
        root and cannot pass 1, which leaves a little, most where response is perfectly even. No
        band is promised. The interval of R is made from that of the variance, cut off at 0, and
        holds more where response is even.
    """,
    rooms=("survey", "proportions.py"),
    scenarios=(
        of_response(
            "r-uneven-response",
            "1,000 invited, response about 35 %, uneven.",
            from_a_frame(1_000, logistic(1.0)),
        ),
        of_response(
            "r-slightly-uneven-response",
            "1,000 invited, response about 35 %, a little uneven.",
            from_a_frame(1_000, logistic(0.5)),
        ),
        of_response(
            "r-even-response",
            "1,000 invited, response 35 %, the same for all.",
            from_a_frame(1_000, logistic(0.0)),
        ),
        of_response(
            "r-from-margins",
            "2,000 invited, response about 38 %, uneven, known from margins (49 bootstraps).",
            from_margins(2_000, linear(1.0)),
            called="margin_response",
        ),
    ),
)

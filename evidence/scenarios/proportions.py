# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shares: logit intervals, and Korn-Graubard's where cases are few."""

from __future__ import annotations

import numpy as np

from evidence.drawing import Samples, coverage, gamma_weights
from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario

COVERAGE = Claim("coverage of 95 %", 0.935, 0.965)
PRINTED = Claim("coverage of 95 %", 0.935, 0.965, is_judged=False)
AT_LEAST = Claim("coverage of 95 %, few cases", 0.94)
CALLED = 'estimate(kind="proportion")'


def outcome(samples: Samples, truth: float, quantity: str) -> Outcomes:
    """Estimate the share of column y of every sample, and see which intervals hold the truth."""
    found = samples.estimates(["y"], kind="proportion")
    return {quantity: coverage(found, truth)}


def simple(n: int, share: float, quantity: str = COVERAGE.quantity) -> Replicate:
    """Simple random samples."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        return outcome(Samples(count, {"y": _yes(rng, share, (count, n))}), share, quantity)

    return replicate


def about(n: int, low: float, high: float) -> Replicate:
    """Simple random samples from populations whose share lies anywhere between two."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        share = rng.uniform(low, high, count)
        found = Samples(count, {"y": _yes(rng, share[:, None], (count, n))}).estimates(
            ["y"], kind="proportion"
        )
        return {COVERAGE.quantity: coverage(found, share)}

    return replicate


def weighted(
    n: int, share: float, variation: float, quantity: str = COVERAGE.quantity
) -> Replicate:
    """Weights of a given coefficient of variation in four unequally sampled strata."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        weights = gamma_weights(rng, (count, n), variation)
        columns = {"y": _yes(rng, share, (count, n)), "w": weights, "h": np.arange(n) % 4}
        return outcome(Samples(count, columns, weights="w", strata="h"), share, quantity)

    return replicate


def clustered(
    units: int, size: int, share: float, icc: float, quantity: str = COVERAGE.quantity
) -> Replicate:
    """Clusters whose own shares are beta distributed: their correlation is `icc`."""
    precision = (1 - icc) / icc

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        cluster = np.repeat(np.arange(units), size)
        own = rng.beta(share * precision, (1 - share) * precision, (count, units))[:, cluster]
        columns = {"y": _yes(rng, own, own.shape), "c": cluster}
        return outcome(Samples(count, columns, cluster="c"), share, quantity)

    return replicate


def _yes(rng: np.random.Generator, share: float | np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    return (rng.random(shape) < share).astype(np.int8)


def of_share(
    name: str,
    drawn: str,
    replicate: Replicate,
    claim: Claim = COVERAGE,
    *,
    is_quick: bool = False,
) -> Scenario:
    """Return a scenario about the interval of a share."""
    return Scenario(name, drawn, CALLED, (claim,), replicate, is_quick=is_quick)


FEW = AT_LEAST.quantity
MANY_CASES = (
    of_share(
        "share-about-50-percent",
        "simple random sample, n = 100, from 45 to 55 %.",
        about(100, 0.45, 0.55),
        is_quick=True,
    ),
    of_share(
        "share-exactly-50-percent",
        "simple random sample, n = 100, 50 %.",
        simple(100, 0.5),
        PRINTED,
    ),
    of_share(
        "share-about-20-percent",
        "simple random sample, n = 100, from 15 to 25 %.",
        about(100, 0.15, 0.25),
    ),
    of_share(
        "share-exactly-20-percent",
        "simple random sample, n = 100, 20 %.",
        simple(100, 0.2),
        PRINTED,
    ),
    of_share(
        "share-about-5-percent",
        "simple random sample, n = 400, from 4 to 6 % (16 to 24 cases).",
        about(400, 0.04, 0.06),
    ),
    of_share(
        "share-exactly-5-percent",
        "simple random sample, n = 400, 5 %.",
        simple(400, 0.05),
        PRINTED,
    ),
    of_share(
        "share-20-percent-weights",
        "n = 100 in four strata, weights that vary 0.7 of their mean, 20 % (13 effective cases).",
        weighted(100, 0.2, 0.7),
    ),
    of_share(
        "share-5-percent-weights",
        "n = 400 in four strata, weights that vary 0.7 of their mean, 5 % (13 effective cases).",
        weighted(400, 0.05, 0.7),
    ),
    of_share(
        "share-20-percent-weights-far-apart",
        "n = 100 in four strata, weights that vary 1.5 times their mean, 20 %.",
        weighted(100, 0.2, 1.5),
        PRINTED,
    ),
    of_share(
        "share-20-percent-40-clusters",
        "40 clusters of 10, 20 %, ICC 0.05.",
        clustered(40, 10, 0.2, 0.05),
    ),
    of_share(
        "share-20-percent-20-clusters",
        "20 clusters of 10, 20 %, ICC 0.1.",
        clustered(20, 10, 0.2, 0.1),
    ),
)
FEW_CASES = (
    of_share(
        "share-few-5-percent",
        "simple random sample, n = 100, 5 % (5 cases).",
        simple(100, 0.05, FEW),
        AT_LEAST,
        is_quick=True,
    ),
    of_share(
        "share-few-2-percent",
        "simple random sample, n = 100, 2 % (2 cases).",
        simple(100, 0.02, FEW),
        AT_LEAST,
    ),
    of_share(
        "share-few-98-percent",
        "simple random sample, n = 200, 98 % (4 others).",
        simple(200, 0.98, FEW),
        AT_LEAST,
    ),
    of_share(
        "share-few-weights",
        "n = 200 in four strata, weights that vary 0.5 of their mean, 3 % (5 effective cases).",
        weighted(200, 0.03, 0.5, FEW),
        AT_LEAST,
    ),
    of_share(
        "share-few-weights-apart",
        "n = 100 in four strata, weights that vary 0.7 of their mean, 5 % (3 effective cases).",
        weighted(100, 0.05, 0.7, FEW),
        AT_LEAST,
    ),
    of_share(
        "share-few-clusters",
        "40 clusters of 5, 3 %, ICC 0.02.",
        clustered(40, 5, 0.03, 0.02, FEW),
        AT_LEAST,
    ),
)

CHAPTER = Chapter(
    place=2,
    title="Shares",
    told="""
        The interval of a share is a logit interval with t; where the effective number of cases, or
        of others, is below 10 it is Korn and Graubard's exact one, which must hold the truth in at
        least 94 %: it may be too wide and not too narrow. Counts are whole numbers, so that the
        coverage of one exact share jumps: worked out without drawing, that of n = 100 runs from
        94.1 to 96.8 % between shares of 10 and 90 %, with 95.6 % on average; exactly 20 % is at the
        top. So simple random samples are judged over a range of shares, and exact ones are printed.
    """,
    rooms=("survey",),
    scenarios=MANY_CASES + FEW_CASES,
)

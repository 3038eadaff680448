# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Means: simple, weighted, stratified, clustered, large parts of a population, domains."""

from __future__ import annotations

import numpy as np

from evidence.drawing import Samples, coverage, gamma_weights
from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values

COVERAGE = Claim("coverage of 95 %", 0.935, 0.965)
PRINTED = Claim("coverage of 95 %", 0.935, 0.965, is_judged=False)
CALLED = 'estimate(kind="mean")'


def outcome(samples: Samples, truth: Values | float, *, by: str | None = None) -> Outcomes:
    """Estimate the mean of column y of every sample, and see which intervals hold the truth."""
    found = samples.estimates(["y"], by=by)
    return {COVERAGE.quantity: coverage(found, truth)}


def simple(n: int, shape: str) -> Replicate:
    """Simple random samples of a normal, skewed or 0-10 score variable."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        if shape == "normal":
            y, truth = rng.standard_normal((count, n)), 0.0
        elif shape == "exponential":
            y, truth = rng.exponential(1.0, (count, n)), 1.0
        elif shape == "lognormal":
            y, truth = rng.lognormal(0.0, 1.0, (count, n)), float(np.exp(0.5))
        else:
            y, truth = rng.binomial(10, 0.74, (count, n)).astype(float), 7.4
        return outcome(Samples(count, {"y": y}), truth)

    return replicate


def weighted(n: int, variation: float, dependence: float) -> Replicate:
    """Weights of a given coefficient of variation, on which the answer may depend.

    The weights are inverse chances: a person of weight w is drawn with chance 1 ÷ w of the others,
    so the weighted mean is about the population in which weights are as drawn times themselves.
    """

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        weights = gamma_weights(rng, (count, n), variation)
        y = rng.standard_normal((count, n)) + dependence * weights
        # the population's mean of w is E(w²) ÷ E(w)
        return outcome(
            Samples(count, {"y": y, "w": weights}, weights="w"),
            dependence * (1 + variation**2),
        )

    return replicate


def stratified(sizes: tuple[int, ...], shares: tuple[float, ...]) -> Replicate:
    """Strata of unequal sampling rates, so of unequal weights, with means and spreads apart."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        stratum = np.repeat(np.arange(len(sizes)), sizes)
        weights = np.repeat(np.array(shares) / np.array(sizes), sizes)
        y = stratum + (1 + 0.5 * stratum) * rng.standard_normal((count, len(stratum)))
        truth = float(np.dot(shares, np.arange(len(sizes))))
        columns = {"y": y, "w": weights, "h": stratum}
        return outcome(Samples(count, columns, weights="w", strata="h"), truth)

    return replicate


def clustered(units: int, size: int, icc: float, *, uneven: bool = False) -> Replicate:
    """Clusters drawn at random; `icc` is the part of the variance that lies between them."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        cluster = np.repeat(np.arange(units), size)
        between = rng.standard_normal((count, units))[:, cluster]
        y = np.sqrt(icc) * between + np.sqrt(1 - icc) * rng.standard_normal((count, len(cluster)))
        weights = np.ones((count, len(cluster)))
        if uneven:
            # answers that did not come weigh nothing: sizes differ from cluster to cluster
            response = rng.uniform(0.3, 1.0, (count, units))[:, cluster]
            weights = (rng.random((count, len(cluster))) < response).astype(float)
        columns = {"y": y, "w": weights, "c": cluster}
        return outcome(Samples(count, columns, weights="w", cluster="c"), 0.0)

    return replicate


def large_part(n: int, population: int) -> Replicate:
    """Draw a large part of one population that stays the same, without replacement."""
    fixed = np.random.default_rng(1).gamma(2.0, 1.0, population)

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        drawn = np.argpartition(rng.random((count, population)), n, axis=1)[:, :n]
        columns = {"y": fixed[drawn], "N": np.full(n, float(population))}
        return outcome(Samples(count, columns, fpc="N"), float(fixed.mean()))

    return replicate


def large_part_of_clusters(units: int, population: int, size: int) -> Replicate:
    """Draw a large part of the clusters of one population that stays the same, with all people."""
    fixed = np.random.default_rng(2)
    people = fixed.standard_normal((population, size)) + 0.4 * fixed.standard_normal(
        (population, 1)
    )

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        drawn = np.argpartition(rng.random((count, population)), units, axis=1)[:, :units]
        columns = {
            "y": people[drawn].reshape(count, -1),
            "c": np.repeat(np.arange(units), size),
            "N": np.full(units * size, float(population)),
        }
        samples = Samples(count, columns, cluster="c", fpc="N")
        return outcome(samples, float(people.mean()))

    return replicate


def domain(n: int, share: float) -> Replicate:
    """A domain that crosses the strata, of which every sample holds another number."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        stratum = np.arange(n) % 4
        weights = np.array([0.6, 0.8, 1.2, 1.4])[stratum]
        inside = (rng.random((count, n)) < share).astype(np.int64)
        y = rng.standard_normal((count, n)) + 0.5 * stratum
        columns = {"y": y, "w": weights, "h": stratum, "d": inside}
        samples = Samples(count, columns, weights="w", strata="h")
        truth = float(np.dot(weights, 0.5 * stratum) / weights.sum())
        found = samples.estimates(["y"], by="d")
        held = coverage(found, truth)
        wanted = np.array([label.endswith("× 1") for label in found.domain])
        return {COVERAGE.quantity: held[wanted]}

    return replicate


def of_mean(
    name: str, drawn: str, replicate: Replicate, *, is_judged: bool = True, is_quick: bool = False
) -> Scenario:
    """Return a scenario about the interval of a mean."""
    claim = COVERAGE if is_judged else PRINTED
    return Scenario(name, drawn, CALLED, (claim,), replicate, is_quick=is_quick)


CLUSTERS = tuple(
    of_mean(
        f"mean-{units}-clusters-icc-{icc:g}",
        f"{units} clusters of 10 with intraclass correlation {icc:g}.",
        clustered(units, 10, icc),
        is_quick=(units, icc) == (20, 0.1),
    )
    for units in (20, 40, 100)
    for icc in (0.02, 0.1)
)

CHAPTER = Chapter(
    place=1,
    title="Means",
    told="""
        Does the interval of a mean hold the truth, however the sample was drawn? Judged from
        n = 100 and with weights that vary no more than 0.7 of their mean. Outside that a few people
        can decide: one strongly skewed variable (as incomes are), weights far apart, or one small
        stratum that stands for many. These are printed, and show what then happens.
    """,
    rooms=("survey",),
    scenarios=(
        of_mean(
            "mean-simple-normal",
            "simple random sample, n = 100, normal.",
            simple(100, "normal"),
            is_quick=True,
        ),
        of_mean(
            "mean-simple-score",
            "simple random sample, n = 100, a score of 0-10 with mean 7.4.",
            simple(100, "score"),
        ),
        of_mean(
            "mean-simple-exponential",
            "simple random sample, n = 100, exponential (skewness 2).",
            simple(100, "exponential"),
        ),
        of_mean(
            "mean-simple-lognormal",
            "simple random sample, n = 100, lognormal (skewness 6).",
            simple(100, "lognormal"),
            is_judged=False,
        ),
        of_mean(
            "mean-weights",
            "n = 100, weights that vary 0.7 of their mean, unrelated to the answer.",
            weighted(100, 0.7, 0.0),
            is_quick=True,
        ),
        of_mean(
            "mean-weights-that-matter",
            "the same weights, and answers that depend on them.",
            weighted(100, 0.7, 0.5),
        ),
        of_mean(
            "mean-weights-far-apart",
            "n = 100, weights that vary 1.5 times their mean.",
            weighted(100, 1.5, 0.0),
            is_judged=False,
        ),
        of_mean(
            "mean-strata",
            "samples of 40, 30, 20 and 10 from 20, 25, 30 and 25 % of the people (weights vary"
            " 0.62 of their mean).",
            stratified((40, 30, 20, 10), (0.2, 0.25, 0.3, 0.25)),
            is_quick=True,
        ),
        of_mean(
            "mean-one-small-stratum-decides",
            "samples of 40, 30, 20 and 10 from 10, 20, 30 and 40 % of the people (weights vary 1.1"
            " times their mean).",
            stratified((40, 30, 20, 10), (0.1, 0.2, 0.3, 0.4)),
            is_judged=False,
        ),
        of_mean(
            "mean-many-small-strata",
            "fifty strata of two, with unequal weights.",
            stratified((2,) * 50, tuple(np.linspace(1, 3, 50) / 100)),
        ),
        *CLUSTERS,
        of_mean(
            "mean-uneven-clusters",
            "40 clusters of up to 10, of which 30 to 100 % answered, ICC 0.05.",
            clustered(40, 10, 0.05, uneven=True),
        ),
        of_mean(
            "mean-half-the-population",
            "200 of 400 people, with finite population correction.",
            large_part(200, 400),
            is_quick=True,
        ),
        of_mean(
            "mean-half-the-clusters",
            "30 of 60 clusters of 8, with finite population correction.",
            large_part_of_clusters(30, 60, 8),
        ),
        of_mean(
            "mean-domain-across-strata",
            "about 120 of 400 people, spread over four strata.",
            domain(400, 0.3),
        ),
        of_mean(
            "mean-small-domain",
            "about 20 of 400 people, spread over four strata.",
            domain(400, 0.05),
            is_judged=False,
        ),
    ),
)

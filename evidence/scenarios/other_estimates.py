# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Totals, ratios and quantiles: printed, since the band is promised for means and shares."""

from __future__ import annotations

import numpy as np
from scipy import stats

from evidence.drawing import Samples, coverage, gamma_weights
from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario

PRINTED = Claim("coverage of 95 %", 0.935, 0.965, is_judged=False)


def total(n: int) -> Replicate:
    """The total of a domain in four strata of known size: also how many are in it varies."""
    any_share = 0.4
    people = np.array([1000.0, 2000.0, 3000.0, 4000.0])

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        stratum = np.arange(n) % 4
        inside = rng.random((count, n)) < any_share
        y = np.where(inside, rng.gamma(2.0, 1.0, (count, n)), 0.0)
        columns = {"y": y, "w": (people / (n / 4))[stratum], "h": stratum}
        found = Samples(count, columns, weights="w", strata="h").estimates(["y"], kind="total")
        return {PRINTED.quantity: coverage(found, any_share * 2.0 * people.sum())}

    return replicate


def ratio(n: int) -> Replicate:
    """The total of one variable ÷ that of another it goes with, with unequal weights."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        below = rng.gamma(4.0, 1.0, (count, n))
        above = 0.8 * below + rng.normal(0.0, 1.0, (count, n))
        columns = {"a": above, "b": below, "w": gamma_weights(rng, (count, n), 0.5)}
        found = Samples(count, columns, weights="w").estimates(["a/b"], kind="ratio")
        return {PRINTED.quantity: coverage(found, 0.8)}

    return replicate


def quantile(n: int, share: float, *, clusters: int = 0) -> Replicate:
    """A quantile of a skewed variable; in clusters when asked."""
    truth = float(stats.gamma.ppf(share, 2.0))

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        columns = {"y": rng.gamma(2.0, 1.0, (count, n)), "w": gamma_weights(rng, (count, n), 0.5)}
        cluster = None
        if clusters:
            # people of one cluster share where they stand in the distribution, in part
            own = np.arange(n) % clusters
            common = rng.standard_normal((count, clusters))[:, own]
            mixed = np.sqrt(0.05) * common + np.sqrt(0.95) * rng.standard_normal((count, n))
            columns |= {"y": stats.gamma.ppf(stats.norm.cdf(mixed), 2.0), "c": own}
            cluster = "c"
        found = Samples(count, columns, weights="w", cluster=cluster).estimates(
            ["y"], kind="quantile", quantiles=(share,)
        )
        return {PRINTED.quantity: coverage(found, truth)}

    return replicate


CHAPTER = Chapter(
    place=3,
    title="Totals, ratios and quantiles",
    told="Estimates for which no band is promised; the band of means is drawn to compare with.",
    rooms=("survey",),
    scenarios=(
        Scenario(
            "total-of-a-domain",
            "n = 200 in four strata, the total of the 40 % that have any.",
            'estimate(kind="total")',
            (PRINTED,),
            total(200),
        ),
        Scenario(
            "ratio",
            "n = 100, weights that vary 0.5 of their mean.",
            'estimate(kind="ratio")',
            (PRINTED,),
            ratio(100),
        ),
        Scenario(
            "median",
            "n = 100, gamma, weights that vary 0.5 of their mean.",
            'estimate(kind="quantile")',
            (PRINTED,),
            quantile(100, 0.5),
        ),
        Scenario(
            "quartile",
            "n = 200, gamma, the third quartile, weights that vary 0.5 of their mean.",
            'estimate(kind="quantile")',
            (PRINTED,),
            quantile(200, 0.75),
        ),
        Scenario(
            "median-in-clusters",
            "40 clusters of 10, gamma, ICC 0.05, weights that vary 0.5.",
            'estimate(kind="quantile")',
            (PRINTED,),
            quantile(400, 0.5, clusters=40),
        ),
    ),
)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kappa and alpha: intervals from drawing few sources or items again."""

from __future__ import annotations

from functools import cache

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values, covered
from voelspriet.analysis.agreement import alpha
from voelspriet.analysis.agreement.bootstrap import draws, interval

KAPPA = Claim("coverage of 95 %", 0.92, 0.965)
ALPHA = Claim("coverage of 95 %", 0.92, 0.965, is_judged=False)
DRAWS = 1_000


def counts(rng: np.random.Generator, sources: int) -> Values:
    """Segments per source: all, coded by one, by the other and by both; few sources hold most."""
    every = rng.integers(10, 60, sources)
    really = rng.binomial(every, rng.beta(2, 8, sources))
    one = rng.binomial(really, 0.85)
    both = rng.binomial(one, 0.8)
    other = both + rng.binomial(every - one, 0.04)
    return np.stack([every, one, other, both], axis=1).astype(float)


def kappas(table: Values) -> Values:
    """Return kappa of the counts in the last dimension; NaN where it is undefined."""
    every, one, other, both = np.moveaxis(table, -1, 0)
    below = every * (one + other) - 2 * one * other
    above = 2 * (every * both - one * other)
    return np.divide(above, below, out=np.full_like(below, np.nan), where=below > 0)


@cache
def kappa_of_all() -> float:
    """Return kappa of as good as endless talks."""
    return float(kappas(counts(np.random.default_rng(1), 1_000_000).sum(axis=0)))


def of_sources(sources: int) -> Replicate:
    """Talks of 10 to 60 segments, of which two coders gave a fifth a code, more in some talks."""
    each = np.ones(sources, dtype=np.int64)

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        held = np.empty((2, count))
        for place in range(count):
            table = counts(rng, sources)
            (times,) = draws(each, rng, DRAWS)
            found = interval(kappas(times @ table), sources, "sources")
            held[:, place] = [np.nan if end is None else end for end in (found.low, found.high)]
        return {KAPPA.quantity: covered(held[0], held[1], kappa_of_all())}

    return replicate


def of_items(items: int) -> Replicate:
    """Three coders give items grades: the item's own, each coder with an error as large."""
    truth = 0.5  # of the variance, at interval level

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        held = np.empty((2, count))
        names = {"item": np.repeat(np.arange(items), 3), "coder": np.tile(["a", "b", "c"], items)}
        for place in range(count):
            own = np.repeat(rng.standard_normal(items), 3)
            data = names | {"value": own + rng.standard_normal(3 * items)}
            found = alpha(data, level="interval", rng=rng, replications=DRAWS).agreement.interval
            held[:, place] = [np.nan if end is None else end for end in (found.low, found.high)]
        return {ALPHA.quantity: covered(held[0], held[1], truth)}

    return replicate


CHAPTER = Chapter(
    place=20,
    title="Agreement of coders",
    told="No band is promised here. Plain percentiles of eight sources hold the truth 88 times in"
    " 100; the expanded ones that are used are held to 92. Alpha of few items is printed.",
    rooms=("agreement",),
    scenarios=(
        *(
            Scenario(
                f"kappa-{sources}-sources",
                f"{sources} talks of 10-60 segments, kappa about 0.7, the code common in few.",
                "bootstrap.interval",
                (KAPPA,),
                of_sources(sources),
                is_quick=sources == 8,  # noqa: PLR2004  the fewest that have an interval
            )
            for sources in (8, 12, 20, 40)
        ),
        *(
            Scenario(
                f"alpha-{items}-items",
                f"{items} items, three coders, alpha 0.5 at interval level.",
                'alpha(level="interval")',
                (ALPHA,),
                of_items(items),
            )
            for items in (12, 50)
        ),
    ),
)

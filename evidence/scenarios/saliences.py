# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Differences of two shares, and what is said of them: less, more, equally."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values, covered
from voelspriet.analysis.congruence import salience
from voelspriet.analysis.congruence.results import Salience, Saying
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.proportions import newcombe

COVERAGE = Claim("coverage of 95 %", 0.935, 0.965)
PRINTED = Claim("coverage of 95 %", 0.935, 0.965, is_judged=False)
# 5 %, and three Monte Carlo errors of 10,000 samples
MOST_FALSE = 0.0565
FALSE_DIFFERENCE = Claim("told less or more when equal", high=MOST_FALSE)
FALSE_EQUALLY = Claim("told equally when 10 points apart", high=MOST_FALSE)
ANY_SAID = Claim("anything determined", is_judged=False)
FACTORS = 50  # a call, each a sample of its own: what one factor is named tells nothing of another


def two_shares(n: int, share: float, other_n: int, other: float) -> Replicate:
    """Two independent binomial counts."""

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        one, two = rng.binomial(n, share, count) / n, rng.binomial(other_n, other, count) / other_n
        pairs = zip(one.tolist(), two.tolist(), strict=True)
        ends = np.array([newcombe(a, n, b, other_n) for a, b in pairs])
        return {COVERAGE.quantity: covered(ends[:, 0], ends[:, 1], share - other)}

    return replicate


@dataclass(frozen=True, slots=True)
class Side:
    """Talks of some speakers each; `echo` is the correlation of speakers of one talk."""

    talks: int
    speakers: int
    share: float
    echo: float

    def naming(self, rng: np.random.Generator) -> Values:
        """Return who names which factor: talk × speaker, by factor."""
        shape = (self.talks, FACTORS)
        own = np.full(shape, self.share)
        if self.echo:
            precision = (1 - self.echo) / self.echo
            own = rng.beta(self.share * precision, (1 - self.share) * precision, shape)
        spoken = rng.random((self.talks, self.speakers, FACTORS)) < own[:, np.newaxis]
        return spoken.reshape(-1, FACTORS)


def conversations(residents: Side, professionals: Side, claims: tuple[Claim, ...]) -> Replicate:
    """Fragments of whole talks, as a researcher would hand them over, fifty factors at a time."""
    wanted = {claim.quantity for claim in claims}
    truth = residents.share - professionals.share

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        found: list[Salience] = []
        while len(found) < count:
            report = salience(fragments((residents, professionals), rng))
            found += sorted(report.saliences, key=lambda one: int(one.factor))
        outcomes = judged(found[:count], truth)
        return {quantity: outcomes[quantity] for quantity in wanted}

    return replicate


def fragments(sides: tuple[Side, Side], rng: np.random.Generator) -> Frame:
    """Return a row per factor named, and one without a factor for every speaker."""
    columns: dict[str, list[str | None]] = {
        name: [] for name in ("perspective", "speaker", "conversation", "factor")
    }
    for perspective, side in zip(("resident", "professional"), sides, strict=True):
        naming = side.naming(rng)
        speakers, factors = np.nonzero(naming)
        everyone = np.arange(len(naming))
        rows = np.concatenate([speakers, everyone])
        columns["perspective"] += [perspective] * len(rows)
        columns["speaker"] += [f"{perspective} {row}" for row in rows]
        columns["conversation"] += [f"{perspective} {row // side.speakers}" for row in rows]
        columns["factor"] += [*map(str, factors), *[None] * len(everyone)]
    # a factor that nobody named would be no row: every factor is asked about
    return Frame.of(columns)


def judged(found: list[Salience], truth: float) -> Outcomes:
    """Return everything that can be claimed of what was said."""
    low, high = (np.array([getattr(one, end) for one in found], float) for end in ("low", "high"))
    saying = np.array([one.saying for one in found])
    return {
        COVERAGE.quantity: covered(low, high, truth),
        FALSE_DIFFERENCE.quantity: np.isin(saying, (Saying.LESS, Saying.MORE)).astype(float),
        FALSE_EQUALLY.quantity: (saying == Saying.EQUALLY).astype(float),
        ANY_SAID.quantity: (saying != Saying.UNDETERMINED).astype(float),
    }


def of_talks(
    name: str, drawn: str, residents: Side, professionals: Side, *claims: Claim
) -> Scenario:
    """Return a scenario about what is said of talks."""
    return Scenario(
        name, drawn, "salience", claims, conversations(residents, professionals, claims)
    )


CHAPTER = Chapter(
    place=7,
    title="Differences of two shares",
    told="""
        Newcombe's interval of a difference, alone and in what is said of conversations. "Less" and
        "more" may be told of equal shares in at most 5 of 100 cases, "equally" of shares 10 points
        apart in at most 5; 5.65 % allows for three Monte Carlo errors. The interval is judged where
        each side has 100 speakers or more and 10 effective cases. That little is determined with
        few conversations is what the rules ask, and is printed.
    """,
    rooms=("proportions.py", "congruence"),
    scenarios=(
        Scenario(
            "difference-of-shares",
            "n = 120 and 150, 20 and 30 %.",
            "newcombe",
            (COVERAGE,),
            two_shares(120, 0.2, 150, 0.3),
            is_quick=True,
        ),
        Scenario(
            "difference-of-few",
            "n = 40 and 20, 15 and 5 %.",
            "newcombe",
            (PRINTED,),
            two_shares(40, 0.15, 20, 0.05),
        ),
        of_talks(
            "talks-alone-equal",
            "120 residents and 100 professionals spoken to one by one, both 30 %.",
            Side(120, 1, 0.3, 0.0),
            Side(100, 1, 0.3, 0.0),
            COVERAGE,
            FALSE_DIFFERENCE,
            ANY_SAID,
        ),
        of_talks(
            "talks-in-groups-equal",
            "40 talks of 5 residents and 30 of 4 professionals, echo 0.1, both 30 %.",
            Side(40, 5, 0.3, 0.1),
            Side(30, 4, 0.3, 0.1),
            COVERAGE,
            FALSE_DIFFERENCE,
            ANY_SAID,
        ),
        of_talks(
            "talks-ten-points-apart",
            "400 residents and 400 professionals spoken to one by one, 40 and 30 %.",
            Side(400, 1, 0.4, 0.0),
            Side(400, 1, 0.3, 0.0),
            COVERAGE,
            FALSE_EQUALLY,
            ANY_SAID,
        ),
        of_talks(
            "talks-in-groups-ten-points-apart",
            "60 talks of 6 residents and 60 of 5 professionals, echo 0.05, 40 and 30 %.",
            Side(60, 6, 0.4, 0.05),
            Side(60, 5, 0.3, 0.05),
            COVERAGE,
            FALSE_EQUALLY,
            ANY_SAID,
        ),
    ),
)

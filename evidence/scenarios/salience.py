# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The difference of two shares when one side spoke in groups, and how often a word is wrong."""

from __future__ import annotations

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario
from voelspriet.analysis.congruence import DELTA, Saying
from voelspriet.analysis.congruence.clusters import spoken
from voelspriet.analysis.congruence.sayings import LEVEL, difference_interval, saying

COVERAGE = Claim("coverage of 95 %", 0.935)
FALSE = Claim("less or more, without a difference", high=0.065)
WRONGLY_EQUAL = Claim("equally, at a difference of 10 points", high=0.055)
PER_TALK = 8


def talks(
    number: int, professionals: int, share: float, echo: float, *, difference: float = 0.0
) -> Replicate:
    """Residents in talks of eight whose correlation is `echo`; professionals one by one."""
    each = np.ones(professionals, dtype=np.int64)
    asked = np.full(number, PER_TALK)
    truth = share - (share + difference)

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        found = np.zeros((3, count))
        for place in range(count):
            moods = np.full(number, share)
            if echo:
                rest = (1 - echo) / echo
                moods = rng.beta(share * rest, (1 - share) * rest, number)
            sides = (
                spoken(asked, rng.binomial(PER_TALK, moods)),
                spoken(each, rng.binomial(1, share + difference, professionals)),
            )
            low, high = difference_interval(*sides, LEVEL)
            said = saying(*sides, DELTA)
            found[:, place] = (
                low <= truth <= high,
                said in {Saying.LESS, Saying.MORE},
                said is Saying.EQUALLY,
            )
        wrong = WRONGLY_EQUAL if difference else FALSE
        return {COVERAGE.quantity: found[0], wrong.quantity: found[2 if difference else 1]}

    return replicate


CHAPTER = Chapter(
    place=21,
    title="Who speaks of it how often",
    told="Group talks of eight residents against professionals one by one. Few talks are on the"
    " careful side: the interval holds the truth more often than 95 times in 100.",
    rooms=("congruence", "proportions.py"),
    scenarios=(
        *(
            Scenario(
                f"salience-{number}-talks-{round(100 * echo)}-echo-{round(100 * share)}-percent",
                f"{number} talks, correlation {echo:g} within a talk, 24 professionals, both"
                f" {100 * share:g} %.",
                "difference_interval, saying",
                (COVERAGE, FALSE),
                talks(number, 24, share, echo),
                is_quick=(number, echo, share) == (8, 0.1, 0.3),
            )
            for number in (5, 8, 12, 20)
            for echo in (0.0, 0.1, 0.3)
            for share in (0.1, 0.3)
        ),
        *(
            Scenario(
                f"salience-equally-{number}-talks",
                f"{number} talks, correlation {echo:g}, {8 * number} professionals, 30 and 40 %.",
                "difference_interval, saying",
                (COVERAGE, WRONGLY_EQUAL),
                talks(number, 8 * number, 0.3, echo, difference=0.1),
            )
            for number, echo in ((40, 0.1), (100, 0.05))
        ),
    ),
)

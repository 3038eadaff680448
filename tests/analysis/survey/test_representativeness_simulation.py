# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""On populations of which response probabilities are known: bias goes, intervals cover."""

from __future__ import annotations

import numpy as np
import pytest

from voelspriet.analysis.survey.representativeness import margin_response, sample_response

PEOPLE, INVITED, TURNS = 20_000, 800, 120
AGE, PART = np.array([-0.6, -0.2, 0.2, 0.6]), np.array([0.0, 0.4, -0.4])


def population(rng):
    age = rng.integers(0, 4, PEOPLE)
    # parts of town differ in age, so that combinations do not follow from margins
    part = (rng.integers(0, 3, PEOPLE) + (rng.random(PEOPLE) < 0.4) * age) % 3
    return age, part, 1 / (1 + np.exp(0.2 - AGE[age] - PART[part]))


def margins(age, part):
    return {
        "variable": ["age"] * 4 + ["part"] * 3,
        "category": [*"0123", *"012"],
        "total": [*np.bincount(age), *np.bincount(part)],
    }


def turns(case):
    """Yield for every survey what was found, of the same population."""
    rng = np.random.default_rng(20261125)
    age, part, chance = population(rng)
    known = margins(age, part)
    for _ in range(TURNS):
        drawn = rng.choice(PEOPLE, INVITED, replace=False)
        answered = rng.random(INVITED) < chance[drawn]
        if case == "frame":
            invited = {"age": age[drawn], "part": part[drawn], "answered": answered}
            yield sample_response(invited, ["age", "part"], responded="answered", population=PEOPLE)
        else:
            who = drawn[answered]
            yield margin_response(
                {"age": age[who], "part": part[who]},
                known,
                invited=INVITED,
                rng=rng,
                replicates=30,
            )


@pytest.mark.parametrize("case", ["frame", "margins"])
def test_bias_goes_and_intervals_cover(case):
    age, _, chance = population(np.random.default_rng(20261125))
    truth = 1 - 2 * chance.std(ddof=1)
    youngest = np.sqrt((age == 0).mean()) * (chance[age == 0].mean() - chance.mean())
    found = list(turns(case))
    values = np.array([one.indicator.value for one in found])
    plain = np.array([one.indicator.unadjusted for one in found])
    assert abs(values.mean() - truth) < 0.01 < truth - plain.mean()
    covers = np.mean([one.indicator.low <= truth <= one.indicator.high for one in found])
    assert covers >= 0.92
    errors = [one.indicator.standard_error for one in found]
    assert np.median(errors) == pytest.approx(values.std(), rel=0.25)
    partials = [one.groups[0].partial for one in found]
    inside = np.mean([partial.low <= youngest <= partial.high for partial in partials])
    assert 0.91 <= inside <= 0.99
    assert np.mean([partial.unadjusted for partial in partials]) == pytest.approx(
        youngest, abs=5e-3
    )

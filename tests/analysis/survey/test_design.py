# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Designs: what is derived from their columns, and errors that name column and row."""

from __future__ import annotations

import numpy as np
import pytest

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames.pairs import DENSE, occurring_pairs
from voelspriet.analysis.survey.estimation.design import Lonely, survey_design
from voelspriet.analysis.survey.estimation.segments import segments, stable_order

SAMPLE = {
    "stratum": ["a", "a", "a", "b", "b", "c"],
    "cluster": [1, 1, 2, 1, 2, 1],
    "weight": [1.5, 2, 2, 0, 3, 1],
    "people": [30, 30, 30, 8, 8, 1],
}


def test_weights_are_one_without_a_design():
    design = survey_design(SAMPLE)
    assert design.weights.tolist() == [1] * 6
    assert (len(design), design.degrees_of_freedom, design.lonely_strata) == (6, 5, ())


def test_clusters_are_numbered_within_strata_and_count_for_the_degrees_of_freedom():
    design = survey_design(SAMPLE, weights="weight", strata="stratum", cluster="cluster")
    assert design.units is not None
    assert design.units.tolist() == [0, 0, 1, 2, 3, 4]
    assert design.units_drawn.tolist() == [2, 2, 1]
    # the one unit of stratum b that weighs nothing is no unit
    assert design.degrees_of_freedom == 4 - 3
    assert design.lonely_strata == ("c",)


def test_a_stratum_that_was_drawn_wholly_is_not_lonely():
    design = survey_design(SAMPLE, strata="stratum", fpc="people")
    assert design.sampled_share.tolist() == [3 / 30, 2 / 8, 1]
    assert design.lonely_strata == ()


def test_weights_are_the_inverse_of_the_chance_when_only_the_population_is_known():
    design = survey_design(SAMPLE, strata="stratum", fpc="people")
    assert design.weights.tolist() == [10, 10, 10, 4, 4, 1]


def test_a_share_drawn_is_as_good_as_a_number_of_units():
    shares = SAMPLE | {"people": [0.1, 0.1, 0.1, 0.25, 0.25, 1]}
    design = survey_design(shares, strata="stratum", fpc="people")
    assert design.sampled_share.tolist() == [0.1, 0.25, 1]


@pytest.mark.parametrize(
    ("changed", "columns", "message"),
    [
        ({"weight": [1, None, 1, 1, 1, 1]}, {"weights": "weight"}, "'weight', row 2: is missing"),
        ({"weight": [1, 1, -1, 1, 1, 1]}, {"weights": "weight"}, "'weight', row 3: is negative"),
        ({"weight": ["1", "x"] * 3}, {"weights": "weight"}, "'weight', row 2: 'x' is not a number"),
        ({"stratum": ["a", None] * 3}, {"strata": "stratum"}, "'stratum', row 2: is missing"),
        ({"cluster": [1, None] * 3}, {"cluster": "cluster"}, "'cluster', row 2: is missing"),
        ({"people": [30, 30, 31, 8, 8, 1]}, {"strata": "stratum", "fpc": "people"},
         "'people', row 3: varies within a stratum"),
        ({"people": [30, 30, 30, 1.5, 1.5, 1]}, {"strata": "stratum", "fpc": "people"},
         "'people', row 4: is less than the number of units drawn"),
        ({"people": [30, 30, 30, 0, 0, 1]}, {"strata": "stratum", "fpc": "people"},
         "'people', row 4: is the size of a population, or a share, above 0"),
        ({"people": [30, 30, 30, 0.5, 0.5, 1]}, {"strata": "stratum", "fpc": "people"},
         "'people', row 4: is a share where other strata have numbers"),
        ({}, {"weights": "wight"}, "'wight': there is none"),
        ({}, {"strata": "stratum", "lonely": "fail"}, "'stratum': one unit in 1 strata: 'c'"),
    ],
)  # fmt: skip
def test_a_design_that_cannot_be_names_column_and_row(changed, columns, message):
    with pytest.raises(ColumnError) as refused:
        survey_design(SAMPLE | changed, **columns)
    assert message in str(refused.value)


def test_no_rows_and_an_unknown_rule_are_refused():
    with pytest.raises(InputError, match="there are no rows"):
        survey_design({"grade": []})
    with pytest.raises(InputError, match="lonely is one of fail, certainty, adjust, average"):
        survey_design(SAMPLE, lonely="remove")
    assert survey_design(SAMPLE, lonely=Lonely.AVERAGE).lonely is Lonely.AVERAGE


@pytest.mark.parametrize("sizes", [(40, 50), (DENSE, 50)])
def test_pairs_are_numbered_in_order_whether_few_or_many_can_occur(sizes):
    rng = np.random.default_rng(4)
    one, other = rng.integers(0, 40, 500), rng.integers(0, 50, 500)
    pairs = occurring_pairs(one, other, sizes)
    told = list(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))
    assert told == sorted(set(zip(one.tolist(), other.tolist(), strict=True)))
    assert (pairs.one[pairs.of_row] == one).all()
    assert (pairs.other[pairs.of_row] == other).all()


@pytest.mark.parametrize("count", [300, 1 << 17, 1 << 33])
def test_order_is_stable_for_small_and_large_numbers(count):
    numbers = np.random.default_rng(5).integers(0, count, 5000)
    assert (stable_order(numbers, count) == np.argsort(numbers, kind="stable")).all()


def test_segments_sum_and_spread():
    cut = segments(np.array([0, 0, 2, 5, 5, 5]))
    assert cut.sums(np.arange(6.0)).tolist() == [1, 2, 12]
    assert cut.spread(np.array([7.0, 8, 9])).tolist() == [7, 7, 8, 9, 9, 9]
    assert segments(np.array([], dtype=np.int64)).sums(np.array([])).tolist() == []

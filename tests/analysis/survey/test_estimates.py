# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates: worked numbers, what is not there said in words, and refusals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.survey.estimation.design import survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate

ANSWERS = {
    "area": ["north", "north", "north", "north", "south", "south", "south", None],
    "sex": ["f", "m", "f", "m", "f", "m", "f", "m"],
    "grade": [6, 7, 8, None, 5, 7, 6, 9],
    "safe": [True, True, False, None, False, True, True, True],
    "mode": ["web", "web", "paper", "web", "web", "phone", "paper", "web"],
}


def one(data, variable, **options):
    (row,) = estimate(data, variable, **options)
    return row


def test_a_mean_of_a_simple_random_sample_is_the_textbook_one():
    row = one({"y": [2, 4, 4, 6]}, "y")
    assert (row.estimate, row.base, row.n, row.degrees_of_freedom) == (4, 4, 4, 3)
    # s² = 8/3, SE = √(s²/n), and t of 3 degrees of freedom is 3.182446
    assert row.standard_error == pytest.approx(math.sqrt(8 / 3 / 4))
    assert row.ci_high == pytest.approx(4 + 3.182446305 * math.sqrt(2 / 3))
    assert row.deff == pytest.approx(1)


def test_domains_count_who_was_asked_who_answered_and_who_is_in_none():
    found = estimate(ANSWERS, "grade", by="area")
    assert [(row.domain, row.base, row.n, row.missing) for row in found] == [
        ("north", 4, 3, 1), ("south", 3, 3, 0),
    ]  # fmt: skip
    assert found.without_domain == 1
    assert found.estimate.tolist() == [7, 6]
    assert found.missing.tolist() == [1, 0]


def test_columns_are_the_contract():
    assert list(estimate(ANSWERS, "grade").columns()) == [
        "variable", "domain", "base", "n", "estimate", "standard_error", "ci_low", "ci_high",
        "interval", "deff",
    ]  # fmt: skip


def test_domains_are_crossed_and_only_those_that_occur():
    found = estimate(ANSWERS, ["grade", "safe"], by=("area", "sex"))
    assert found.domain[:4] == ("north × f", "north × m", "south × f", "south × m")
    assert found.variable == ("grade",) * 4 + ("safe",) * 4


def test_a_yes_or_no_has_one_row_and_categories_have_one_each():
    found = estimate(ANSWERS, ["safe", "mode"], kind="proportion")
    assert found.variable == ("safe", "mode=paper", "mode=phone", "mode=web")
    assert found.estimate.tolist() == [5 / 7, 2 / 8, 1 / 8, 5 / 8]
    texts = {"yes": ["1", "0", "", "1"], "no": ["False", "False", "True", "False"]}
    found = estimate(texts | {"yes": ["1", "0", None, "1"]}, ["yes", "no"], kind="proportion")
    assert found.estimate.tolist() == [2 / 3, 1 / 4]


def test_a_census_has_no_uncertainty_and_says_so():
    everybody = ANSWERS | {"people": [8] * 8}
    design = survey_design(everybody, fpc="people")
    for kind in ("mean", "proportion", "quantile", "total"):
        row = one(everybody, "safe", design=design, kind=kind)
        assert row.interval == "census"
        assert row.ci_low == row.estimate == row.ci_high
        assert row.standard_error == 0


@pytest.mark.parametrize(
    ("data", "options", "interval"),
    [
        ({"y": [5, 5, 5]}, {}, "none: answers do not vary"),
        ({"y": [0.1, 0.1, 0.1]}, {}, "none: answers do not vary"),
        ({"y": [0, 0]}, {"kind": "total"}, "none: answers do not vary"),
        ({"y": [7, None]}, {}, "none: one answer"),
        ({"y": [7, None]}, {"kind": "proportion"}, "none: one answer"),
        ({"y": [7]}, {"kind": "quantile"}, "none: one answer"),
        ({"y": [None, None]}, {}, "none: no answers"),
        ({"y": [None, None]}, {"kind": "proportion"}, "none: no answers"),
        ({"y": [None, None]}, {"kind": "quantile"}, "none: no answers"),
        ({"y": [None, None]}, {"kind": "total"}, "none: no answers"),
        ({"y": [1, 2, 3]}, {"kind": "quantile", "quantiles": [0.05]},
         "none: too few answers for this quantile"),
        ({"y": [3, 4], "w": [0, 0]}, {"design": {"weights": "w"}}, "none: all weights are 0"),
        ({"y": [3, 4], "c": [1, 1]}, {"design": {"cluster": "c"}}, "none: no degrees of freedom"),
        ({"y": [3, 4], "h": [1, 2]}, {"design": {"strata": "h", "lonely": "average"}},
         "none: no degrees of freedom"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("error")
def test_what_is_not_there_is_said_in_words(data, options, interval):
    design = survey_design(data, **options.pop("design", {}))
    row = one(data, "y", design=design, **options)
    assert row.interval == interval
    assert math.isnan(row.ci_low)
    assert math.isnan(row.ci_high)
    known = any(value is not None for value in data["y"]) and any(data.get("w", [1]))
    assert math.isnan(row.estimate) is not known


def test_who_weighs_nothing_was_asked_and_does_not_count():
    data = {"y": [3, 4, 5, 9], "w": [2, 2, 2, 0]}
    row = one(data, "y", design=survey_design(data, weights="w"), against="replacement")
    assert (row.base, row.n, row.degrees_of_freedom) == (4, 3, 2)
    # of four rows drawn, three of which count: (4/3 · 8/36) ÷ (1/3)
    assert (row.estimate, row.deff) == (4, pytest.approx(8 / 9))


def test_a_ratio_without_a_denominator_says_so():
    row = one({"a": [1, 2, 3], "b": [0, 0, 0]}, "a/b", kind="ratio")
    assert (math.isnan(row.estimate), row.interval) == (True, "none: the denominator is 0")


def test_strata_with_one_unit_alone_have_no_average_to_take():
    data = {"y": [3, 4, 5, 6], "h": [1, 2, 3, 3], "d": ["x", "x", "y", "y"]}
    design = survey_design(data, strata="h", lonely="average")
    lonely, pair = estimate(data, "y", design=design, by="d")
    assert math.isnan(lonely.standard_error)
    assert lonely.interval == "none: no degrees of freedom"
    assert pair.interval == "t"


def test_shares_of_zero_and_one_have_exact_intervals_of_the_effective_number():
    data = {"none": [0] * 20, "all": [1] * 20, "w": [1, 3] * 10}
    none, everyone = estimate(
        data, ["none", "all"], kind="proportion", design=survey_design(data, weights="w")
    )
    # Kish: 40² / 100 = 16, and P(no case among 16) = 2.5 %
    assert none.interval == everyone.interval == "korn-graubard"
    assert (none.ci_low, none.ci_high) == (0, pytest.approx(1 - 0.025 ** (1 / 16)))
    assert (everyone.ci_low, everyone.ci_high) == (pytest.approx(0.025 ** (1 / 16)), 1)


def test_the_effective_number_is_no_more_than_the_number_of_answers():
    # one case of little weight: without a bound it would count as one of 190
    data = {"rare": [1] + [0] * 19, "w": [0.1] + [1] * 19}
    row = one(data, "rare", kind="proportion", design=survey_design(data, weights="w"))
    assert row.standard_error**2 < row.estimate * (1 - row.estimate) / 100
    assert row.ci_high > 1 - 0.025 ** (1 / 20)


def test_strata_that_each_answer_alike_leave_the_effective_number_to_the_weights():
    data = {"y": [0, 0, 1, 1], "h": ["a", "a", "b", "b"]}
    row = one(data, "y", kind="proportion", design=survey_design(data, strata="h"))
    assert (row.standard_error, row.interval) == (0, "korn-graubard")
    assert row.ci_low < 0.1
    assert row.ci_high > 0.9


def test_dont_know_is_no_answer_and_has_a_share_of_its_own():
    data = {"agree": ["1", "0", "1", "8", "8", None], "area": ["x"] * 6}
    found = estimate(data, "agree", kind="proportion", dont_know=["8", "9"], by="area")
    agree, unsure = found
    assert (agree.variable, agree.estimate, agree.base, agree.n) == ("agree", 2 / 3, 6, 3)
    assert (unsure.variable, unsure.estimate, unsure.n) == ("agree: don't know", 2 / 5, 5)
    assert found.unseen_dont_know == ("9",)


def test_all_dont_know_leaves_no_answer_and_a_share_of_one():
    agree, unsure = estimate({"a": ["?", "?", "?"]}, "a", dont_know=["?"])
    assert (agree.interval, agree.n, unsure.estimate) == ("none: no answers", 0, 1)


def test_weights_that_are_relative_compare_with_replacement():
    data = {"y": [1, 2, 3, 4], "relative": [0.5, 1, 1, 1.5], "people": [50, 100, 100, 150]}
    relative, people = (
        one(data, "y", design=survey_design(data, weights=weights)).deff
        for weights in ("relative", "people")
    )
    against = one(data, "y", design=survey_design(data, weights="people"), against="replacement")
    assert relative == pytest.approx(against.deff)
    assert people == pytest.approx(against.deff / (1 - 4 / 400))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"variables": "gade"}, "column 'gade': there is none"),
        ({"variables": "mode"}, "column 'mode', row 1: 'web' is not a number"),
        ({"variables": []}, "at least one variable"),
        ({"variables": "grade", "by": "place"}, "column 'place': there is none"),
        ({"variables": "grade", "kind": "median"}, "kind is one of mean, proportion, total"),
        ({"variables": "grade", "kind": "ratio"}, "column 'grade': a ratio is named"),
        ({"variables": "grade/nothing", "kind": "ratio"}, "column 'grade/nothing': a ratio"),
        ({"variables": "grade", "kind": "quantile", "quantiles": [50]}, "between 0 and 1, not 50"),
        ({"variables": "grade", "kind": "quantile", "quantiles": []}, "between 0 and 1"),
        ({"variables": "grade", "level": 95}, "a level lies between 0 and 1, not 95"),
        ({"variables": "grade", "against": "kish"}, "against is one of"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(options, message):
    with pytest.raises(InputError) as refused:
        estimate(ANSWERS, **options)
    assert message in str(refused.value)


def test_too_many_categories_and_another_design_are_refused():
    many = {"answer": [f"text {number}" for number in range(101)]}
    with pytest.raises(ColumnError, match="101 different values, too many to be categories"):
        estimate(many, "answer", kind="proportion")
    with pytest.raises(InputError, match="the design has 101 rows, the data 8"):
        estimate(ANSWERS, "grade", design=survey_design(many))


def test_a_column_of_a_ratio_may_have_a_slash_in_its_name():
    data = {"km/h": [10, 20], "hours": [1, 2]}
    assert one(data, "km/h/hours", kind="ratio").estimate == 10


def test_data_out_of_order_by_domain_gives_the_same_as_each_domain_alone():
    rng = np.random.default_rng(3)
    data = {"y": rng.normal(5, 2, 300), "d": rng.integers(0, 7, 300)}
    found = estimate(data, "y", by="d")
    for row in found:
        own = data["y"][data["d"] == int(row.domain)]
        assert row.estimate == pytest.approx(own.mean())
        # a domain of a sample has a number of answers left to chance: close to, not equal
        assert row.standard_error == pytest.approx(own.std(ddof=1) / len(own) ** 0.5, rel=0.1)

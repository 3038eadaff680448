# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calibration: what it promises of weights, and what it refuses, with where it went wrong."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.survey.calibration import calibrate, read_margins
from voelspriet.analysis.survey.estimation.design import survey_design

PEOPLE = {
    "sex": ["man", "man", "woman", "woman", "woman", "man"],
    "age": ["young", "old", "young", "old", "old", "old"],
    "cars": [0, 1, 0, 2, 1, 1],
    "weight": [1.0, 2.0, 1.0, 3.0, 1.0, 2.0],
}
SEX, AGE = {"man": 40, "woman": 60}, {"young": 30, "old": 70}


def table(cars=None, **variables):
    rows = [(v, c, t) for v, held in variables.items() for c, t in held.items()]
    if cars is not None:
        rows.append(("cars", "", cars))
    columns = list(zip(*rows, strict=True))
    return dict(zip(("variable", "category", "total"), map(list, columns), strict=True))


def weighed(data=PEOPLE, margins=None, **options):
    margins = table(sex=SEX, age=AGE) if margins is None else margins
    return calibrate(data, margins, design=survey_design(data, weights="weight"), **options)


def reached(found, name):
    groups = np.array(PEOPLE[name])
    return {str(g): float(found.design.weights[groups == g].sum()) for g in np.unique(groups)}


@pytest.mark.parametrize("method", ["raking", "greg"])
def test_weights_add_up_to_every_margin(method):
    found = weighed(method=method, margins=table(sex=SEX, age=AGE, cars=105))
    assert reached(found, "sex") == pytest.approx(SEX, rel=1e-8)
    assert reached(found, "age") == pytest.approx(AGE, rel=1e-8)
    assert found.design.weights @ PEOPLE["cars"] == pytest.approx(105, rel=1e-8)
    assert found.largest_margin_error <= 1e-8


def test_raking_is_proportional_fitting():
    weights = np.array(PEOPLE["weight"])
    sexes, ages = np.array(PEOPLE["sex"]), np.array(PEOPLE["age"])
    for _ in range(500):
        for groups, wanted in ((sexes, SEX), (ages, AGE)):
            for group, total in wanted.items():
                weights[groups == group] *= total / weights[groups == group].sum()
    assert weighed().design.weights == pytest.approx(weights, rel=1e-9)


def test_margins_that_are_met_already_change_nothing():
    sex, age = {"man": 5, "woman": 5}, {"young": 2, "old": 8}
    for method in ("raking", "greg"):
        found = weighed(margins=table(sex=sex, age=age), method=method)
        assert found.design.weights == pytest.approx(PEOPLE["weight"])
        assert (found.lowest_factor, found.highest_factor) == pytest.approx((1, 1))
        assert found.before.deff == pytest.approx(found.after.deff)


def test_numeric_margins_alone_do_not_need_categories():
    for method in ("raking", "greg"):
        found = weighed(margins=table(cars=30), method=method)
        assert found.design.weights @ PEOPLE["cars"] == pytest.approx(30, rel=1e-8)
        assert found.design.weights[0] == PEOPLE["weight"][0]


def test_a_region_that_follows_from_its_municipalities_is_no_obstacle():
    region = ["north" if sex == "man" else "south" for sex in PEOPLE["sex"]]
    margins = table(sex=SEX, age=AGE, region={"north": 40, "south": 60})
    for method in ("raking", "greg"):
        found = weighed({**PEOPLE, "region": region}, margins, method=method)
        plain = weighed(method=method)
        assert found.design.weights == pytest.approx(plain.design.weights)
        scores = np.arange(6.0)
        assert found.design.calibration.residuals(scores) == pytest.approx(
            plain.design.calibration.residuals(scores)
        )


def test_residuals_of_what_the_margins_explain_are_nothing():
    calibration = weighed(margins=table(sex=SEX, age=AGE, cars=105)).design.calibration
    explained = 3.0 * (np.array(PEOPLE["sex"]) == "man") - 2.0 * np.array(PEOPLE["cars"]) + 7
    assert calibration.residuals(explained) == pytest.approx(np.zeros(6), abs=1e-12)


@settings(max_examples=40)
@given(
    st.lists(st.floats(0.2, 5), min_size=12, max_size=12),
    st.floats(0.01, 1000),
    st.permutations(range(12)),
    st.sampled_from(["raking", "greg"]),
)
def test_scale_and_order_of_rows_change_nothing(base, scale, order, method):
    data = {"a": ["x", "y", "z"] * 4, "b": ["p", "q"] * 6, "weight": base}
    margins = table(a={"x": 20, "y": 30, "z": 50}, b={"p": 45, "q": 55})
    plain = weighed(data, margins, method=method).design
    scaled = {**data, "weight": [scale * weight for weight in base]}
    assert weighed(scaled, margins, method=method).design.weights == pytest.approx(
        plain.weights, rel=1e-6
    )
    moved = {name: [values[place] for place in order] for name, values in data.items()}
    found = weighed(moved, margins, method=method).design
    assert found.weights == pytest.approx(plain.weights[list(order)], rel=1e-6)
    scores = np.array(base) ** 2
    assert found.calibration.residuals(scores[list(order)]) == pytest.approx(
        plain.calibration.residuals(scores)[list(order)], abs=1e-9
    )


def test_missing_values_are_refused_with_their_row_or_left_out_and_counted():
    holes = {**PEOPLE, "age": [*PEOPLE["age"][:4], None, "old"]}
    with pytest.raises(ColumnError, match=r"column 'age', row 5: is missing .*1 rows"):
        weighed(holes)
    found = weighed(holes, leave_out_missing=True)
    assert (found.left_out, found.design.weights[4]) == (1, 0)
    assert found.design.weights.sum() == pytest.approx(100)
    assert "1 rows without a value in a margin left out" in found.statement
    with pytest.raises(ColumnError, match="column 'cars', row 2: is missing"):
        weighed({**PEOPLE, "cars": [0, None, 0, 2, 1, 1]}, table(sex=SEX, cars=105))


@pytest.mark.parametrize(
    ("margins", "why"),
    [
        (table(sex=SEX, age={"young": 100}), "column 'age', row 2: category 'old' is not in the"),
        (table(sex={**SEX, "other": 5}, age={"young": 30, "old": 75}), "'sex': no respondent .* 5"),
        (table(sex={"man": 0, "woman": 100}), "column 'sex': category 'man' has respondents"),
        (table(sex=SEX, age={"young": 30, "old": 71}), "'age' add up to 101, those of 'sex'"),
        (table(colour=SEX), "column 'colour': there is none"),
        (table(sex={"man": -1, "woman": 101}), "column 'total', row 1: 'sex', category 'man'"),
        (table(sex={"man": 0}), "add up to 0"),
        ({"variable": ["sex"] * 2, "category": ["man"] * 2, "total": [1, 2]}, "row 2: .* twice"),
        ({"variable": ["cars"] * 2, "category": ["", None], "total": [1, 2]}, "row 2: .* twice"),
        ({"variable": ["sex"] * 2, "category": ["man", ""], "total": [1, 2]}, "row 2: .* without"),
        ({"variable": ["sex"], "category": ["man"], "total": [None]}, "'total', row 1: is missing"),
        ({"variable": [None], "category": ["man"], "total": [1]}, "'variable', row 1: is missing"),
        ({"variable": ["sex"], "total": [1]}, "column 'category': there is none"),
    ],
)  # fmt: skip
def test_margins_that_cannot_be_are_refused_with_their_place(margins, why):
    with pytest.raises(ColumnError, match=why):
        weighed(margins=margins)


@pytest.mark.parametrize("method", ["raking", "greg"])
def test_margins_that_contradict_each_other_are_named_and_give_nothing(method):
    region = ["north" if sex == "man" else "south" for sex in PEOPLE["sex"]]
    margins = table(sex=SEX, region={"north": 50, "south": 50})
    with pytest.raises(ColumnError, match=r"column '(sex|region)': after \d+ rounds category"):
        weighed({**PEOPLE, "region": region}, margins, method=method)


def test_a_total_out_of_reach_of_positive_weights_is_said():
    with pytest.raises(ColumnError, match=r"after \d+ rounds .* 250 "):
        weighed(margins=table(sex=SEX, cars=250))
    assert weighed(margins=table(sex=SEX, cars=250), method="greg").negative_weights > 0


def test_combinations_that_nobody_has_are_said():
    data = {"a": ["x", "y"], "b": ["p", "q"], "weight": [1, 1]}
    with pytest.raises(ColumnError, match="combinations they need have no respondents"):
        weighed(data, table(a={"x": 50, "y": 50}, b={"p": 40, "q": 60}))


def test_small_differences_between_margins_are_scaled_away():
    found = weighed(margins=table(sex=SEX, age={"young": 30.00001, "old": 70.00001}))
    assert reached(found, "age") == pytest.approx(AGE, rel=1e-6)


def test_a_category_of_nobody_is_left_out():
    found = weighed(margins=table(sex={**SEX, "other": 0}, age=AGE))
    assert found.design.weights == pytest.approx(weighed().design.weights)


def test_what_cannot_be_calibrated_is_refused():
    design = survey_design(PEOPLE, weights="weight")
    with pytest.raises(InputError, match="the method is one of raking, greg"):
        weighed(method="magic")
    with pytest.raises(InputError, match="6 rows and the design 2"):
        calibrate(PEOPLE, table(sex=SEX), design=survey_design({"weight": [1, 2]}))
    with pytest.raises(InputError, match="calibrated already"):
        calibrate(PEOPLE, table(sex=SEX), design=calibrate(
            PEOPLE, table(sex=SEX), design=design).design)  # fmt: skip
    with pytest.raises(InputError, match="there are no margins"):
        read_margins({"variable": [], "category": [], "total": []})


def test_the_statement_tells_the_method_and_the_cost():
    assert weighed().statement.startswith("weights raked to the margins of sex, age; multiplied by")
    assert "Kish's design effect 1.20 before" in weighed().statement
    greg = weighed(method="greg", margins=table(sex=SEX, cars=105)).statement
    assert greg.startswith("weights calibrated by GREG (linear) to the margins of sex, cars;")


def skewed(rows=400):
    rng = np.random.default_rng(3)
    return {
        "sex": [["man", "woman"][place] for place in rng.integers(0, 2, rows)],
        "age": [["young", "old"][place] for place in rng.integers(0, 2, rows)],
        "weight": list(rng.lognormal(0, 1.2, rows)),
    }


def test_trimmed_weights_stay_below_the_limit_and_meet_the_margins():
    data = skewed()
    plain, found = weighed(data), weighed(data, largest_share=6)
    assert found.largest_weight < plain.design.weights.max()
    assert found.design.weights.max() <= found.largest_weight * (1 + 1e-8)
    assert found.trimmed_rows == np.isclose(found.design.weights, found.largest_weight).sum() > 0
    assert found.largest_margin_error <= 1e-8
    assert found.design.weights.sum() == pytest.approx(100)
    assert found.after.deff < plain.after.deff
    assert f"{found.trimmed_rows} weights trimmed to" in found.statement


def test_trimming_beyond_the_margins_is_refused():
    few = {"sex": ["man"] * 4 + ["woman"] * 96, "weight": [1] * 100}
    with pytest.raises(InputError, match="category 'man' does not reach its margin"):
        weighed(few, table(sex={"man": 90, "woman": 10}), largest_share=1.5)
    with pytest.raises(InputError, match="trim raked weights instead"):
        weighed(margins=table(sex=SEX, cars=250), method="greg", largest_share=5)

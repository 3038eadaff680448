# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Representativeness: cases worked by hand, what is refused, and what holds for any response."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.proportions import wilson
from voelspriet.analysis.survey.representativeness import (
    Case,
    Verdict,
    margin_response,
    open_response,
    sample_response,
)


def people(**groups):
    """Return invited people: per group how many were invited and how many answered."""
    return {
        "group": [name for name, (asked, _) in groups.items() for _ in range(asked)],
        "answered": [int(i < some) for asked, some in groups.values() for i in range(asked)],
    }


def respondents(**groups):
    return {"group": [name for name, number in groups.items() for _ in range(number)]}


def margins(**totals):
    return {
        "variable": ["group"] * len(totals),
        "category": list(totals),
        "total": list(totals.values()),
    }


def of_frame(data, **options):
    return sample_response(data, ["group"], responded="answered", **options)


def of_margins(data, totals, invited, **options):
    options = {"rng": np.random.default_rng(1), "replicates": 200} | options
    return margin_response(data, totals, invited=invited, **options)


def verdicts(found):
    return {group.category: group.verdict for group in found.groups}


def test_one_variable_by_hand():
    # rates .5 and .3, mean .4: S² = .01; bias (.25 + .21)/200 − .01/200, so S² = .00775 adjusted
    found = of_frame(people(north=(100, 50), south=(100, 30)))
    assert (found.case, found.respondents, found.invited) == (Case.FRAME, 80, 200)
    assert found.response_rate == pytest.approx(0.4)
    assert found.indicator.unadjusted == pytest.approx(0.8)
    assert found.indicator.value == pytest.approx(1 - 2 * sqrt(0.00775))
    north, south = found.groups
    assert (north.response_rate, south.response_rate) == pytest.approx((0.5, 0.3))
    assert north.partial.unadjusted == pytest.approx(sqrt(0.5) * 0.1)
    assert south.partial.unadjusted == pytest.approx(-sqrt(0.5) * 0.1)
    # chance in who answers: √½·½ times the difference of two rates of 100; in who was invited:
    # ½·.1/(2√½) per person of the north or the south, less √½·.1 for who is in the mean
    moved = np.array([0.1 / (2 * sqrt(0.5)) * 0.5 - sqrt(0.5) * 0.1, 0])
    moved[1] = -0.1 / (2 * sqrt(0.5)) * 0.5 + sqrt(0.5) * 0.1
    error = sqrt(0.5 * (0.25 + 0.21) / 4 / 100 + float((moved**2).sum()) * 100 / 200**2)
    assert north.partial.standard_error == pytest.approx(error)
    assert south.people_short == pytest.approx(10)
    assert verdicts(found) == {"north": Verdict.MORE, "south": Verdict.FEWER}
    assert south.advice == "knock here first: 10 people short of their part"
    assert found.variables[0].partial.value == pytest.approx(sqrt(0.00775))


def test_when_everybody_was_invited_only_answering_is_chance():
    found = of_frame(people(north=(100, 50), south=(100, 30)), population=200)
    # 1 − n/N = 0 and S² with N − 1: .01·200/199 − .46/200
    assert found.indicator.value == pytest.approx(1 - 2 * sqrt(0.01 * 200 / 199 - 0.0023))
    assert found.groups[0].partial.standard_error == pytest.approx(sqrt(0.5 * 0.46 / 400))


def test_share_and_partial_indicator_tell_the_same():
    invited = people(north=(100, 50), south=(150, 30), east=(50, 20))
    totals = margins(north=4000, south=5000, east=1000)
    by_margins = of_margins(respondents(north=50, south=30, east=20), totals, 300)
    for found in (of_frame(invited), by_margins):
        for group in found.groups:
            root = sqrt(group.population_share) / found.response_rate
            moved = group.population_share + root * group.partial.unadjusted
            assert group.share == pytest.approx(moved)
            assert (group.high < group.population_share) == (group.partial.high < 0)
            assert (group.low > group.population_share) == (group.partial.low > 0)


def test_the_size_of_a_partial_indicator_is_without_what_chance_adds():
    for group in of_frame(people(north=(90, 50), south=(80, 30), east=(80, 37))).groups:
        raw, error = group.partial.unadjusted, group.partial.standard_error
        assert abs(group.partial.value) == pytest.approx(sqrt(max(raw**2 - error**2, 0)))
        assert group.partial.value * raw >= 0
        assert group.partial.low <= group.partial.value <= group.partial.high


def test_equal_response_is_representative():
    found = of_frame(people(north=(100, 40), south=(100, 40)))
    assert (found.indicator.value, found.indicator.high) == (1, 1)
    assert found.indicator.standard_error is None
    assert 0.7 < found.indicator.low < 1
    assert set(verdicts(found).values()) == {Verdict.NO_CLEAR_DIFFERENCE}
    assert found.knock_next == ()


def test_a_group_that_did_not_answer_at_all_has_an_interval():
    found = of_frame(people(north=(60, 30), south=(20, 0), east=(30, 30)))
    north, south, east = found.groups[1], found.groups[2], found.groups[0]
    assert (south.response_rate, east.response_rate) == (0, 1)
    assert south.partial.low < south.partial.unadjusted < south.partial.high < 0
    assert east.partial.standard_error > 0
    assert north.verdict is Verdict.NO_CLEAR_DIFFERENCE
    both = sample_response(
        people(north=(60, 30), south=(20, 0)) | {"sex": ["m", "w"] * 40},
        ["group", "sex"],
        responded="answered",
    )
    assert 0 < both.indicator.value < 1


def test_one_category_or_everybody_answering_is_a_defined_answer():
    for data in (people(north=(50, 20)), people(north=(50, 50), south=(20, 20))):
        found = of_frame(data)
        assert found.indicator.value == 1
        assert {group.share for group in found.groups} <= {1.0, 50 / 70, 20 / 70}


def test_nobody_answering_is_refused():
    with pytest.raises(InputError, match="nobody answered"):
        of_frame(people(north=(5, 0)))


def test_margins_with_one_variable_by_hand():
    # 1,000 invited of 10,000: rates 300/600 and 100/400, mean .4; S² = .6·.01 + .4·.0225 = .015
    found = of_margins(respondents(north=300, south=100), margins(north=6000, south=4000), 1000)
    assert (found.case, found.invited) == (Case.MARGINS, 1000)
    assert found.response_rate == pytest.approx(0.4)
    assert found.indicator.unadjusted == pytest.approx(1 - 2 * sqrt(0.015))
    # V(b_k)/N² = noise_k − (1/n − 1/N) b_k²/N², noise_k = b_k/N · (1/n − ρ_k/N) with b/N .3 and .1
    noise = np.array([0.3 * (1e-3 - 0.5e-4), 0.1 * (1e-3 - 0.25e-4)])
    variance = noise - 9e-4 * np.array([0.09, 0.01])
    bias = variance[0] / 0.6 + variance[1] / 0.4 - (noise.sum() - 9e-4 * 0.16)
    assert found.indicator.value == pytest.approx(1 - 2 * sqrt(0.015 - bias))
    assert verdicts(found) == {"north": Verdict.MORE, "south": Verdict.FEWER}
    assert found.groups[1].people_short == pytest.approx(60)
    assert found.indicator.low < found.indicator.value < found.indicator.high


def test_margins_tell_of_a_group_that_did_not_answer():
    found = of_margins(respondents(north=60), margins(north=6000, south=4000), 200)
    south = found.groups[1]
    assert (south.respondents, south.share, south.response_rate) == (0, 0, 0)
    assert south.verdict is Verdict.FEWER
    assert south.partial.low < south.partial.high < 0
    assert 0 < found.indicator.value < 1


def test_the_bootstrap_repeats_with_the_same_generator():
    data, totals = respondents(north=30, south=20), margins(north=600, south=400)
    one, other = of_margins(data, totals, 200), of_margins(data, totals, 200)
    assert one == other
    assert one != of_margins(data, totals, 200, rng=np.random.default_rng(2))


def test_an_open_link_has_shares_and_no_indicator():
    found = open_response(respondents(north=60, south=40), margins(north=400, south=600))
    assert (found.case, found.indicator, found.invited, found.response_rate) == (
        Case.OPEN, None, None, None,
    )  # fmt: skip
    north, south = found.groups
    assert (north.share, north.ratio) == pytest.approx((0.6, 1.5))
    assert (north.low, north.high) == pytest.approx(wilson(60, 100))
    assert (north.partial, north.response_rate, found.variables[0].partial) == (None, None, None)
    assert south.advice == "knock here first: 20 people short of their part"
    assert north.advice == "more than their part: 20 people over"


def test_where_to_knock_is_ordered_by_people_short():
    found = open_response(
        respondents(a=10, b=30, c=10, d=50, e=100),
        margins(a=50, b=45, c=30, d=50, e=25),
    )
    assert [group.category for group in found.knock_next] == ["a", "c", "b"]
    assert found.groups[2].advice == "knock here next (2): 20 people short of their part"
    assert found.groups[3].verdict is Verdict.NO_CLEAR_DIFFERENCE


def test_weights_count_with_their_effective_number():
    data = respondents(north=50, south=50) | {"w": [1.0] * 50 + [3.0] * 50}
    north = open_response(data, margins(north=1, south=1), weights="w").groups[0]
    assert north.share == pytest.approx(0.25)
    effective = 200**2 / 500
    assert (north.low, north.high) == pytest.approx(
        wilson(int(effective / 4), int(effective)), rel=1e-12
    )


def test_more_than_ten_categories_carry_q_and_speak_with_care():
    totals = {f"area {i:02}": 10.0 for i in range(12)}
    counts = dict.fromkeys(totals, 20) | {"area 00": 10}
    found = open_response(respondents(**counts), margins(**totals))
    assert found.carries_q
    first = found.groups[0]
    assert first.p_value < 0.05
    assert first.q_value > 0.1
    assert first.verdict is Verdict.PERHAPS_FEWER
    assert "among so many categories" in first.advice
    clear = open_response(respondents(**counts | {"area 01": 60}), margins(**totals))
    assert clear.groups[1].verdict is Verdict.MORE
    few = open_response(respondents(a=1, b=2), margins(a=1, b=1))
    assert (few.carries_q, few.groups[0].q_value) == (False, None)


def test_missing_values_are_counted():
    data = people(north=(10, 5), south=(10, 6))
    data["group"][0] = None
    found = of_frame(data)
    assert (found.left_out, found.variables[0].missing, found.invited) == (1, 1, 19)
    some = {"group": ["north", None, "south", "south"], "sex": ["m", "m", "w", None]}
    totals = {
        "variable": ["group", "group", "sex", "sex"],
        "category": ["north", "south", "m", "w"],
        "total": [5, 5, 4, 6],
    }
    shares = open_response(some, totals)
    assert [part.missing for part in shares.variables] == [1, 1]
    assert [group.respondents for group in shares.groups] == [1, 2, 2, 1]
    response = of_margins(some, totals, 8)
    # the two without a value answered too: the other two stand for them
    assert (response.left_out, response.response_rate) == (2, pytest.approx(0.5))


def test_categories_of_nobody_are_left_out_and_variables_can_be_chosen():
    totals = {
        "variable": ["group", "group", "group", "sex", "sex"],
        "category": ["north", "south", "sea", "m", "w"],
        "total": [6, 4, 0, 5, 5],
    }
    data = respondents(north=3, south=1) | {"sex": ["m", "w", "w", "w"]}
    found = open_response(data, totals, variables=["group"])
    assert [group.category for group in found.groups] == ["north", "south"]
    assert {group.variable for group in open_response(data, totals).groups} == {"group", "sex"}


TWO = margins(north=6, south=4)


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (lambda: open_response(respondents(west=1), TWO), "row 1: category 'west' is not in the"),
        (lambda: open_response(respondents(north=1), TWO, variables=["age"]), "'age': has no marg"),
        (lambda: open_response({"age": [1]}, TWO), "column 'group': there is none"),
        (lambda: of_frame({"group": ["a"], "answered": ["perhaps"]}), "row 1: 'perhaps' is nei"),
        (lambda: of_frame({"group": ["a"], "answered": [None]}), "'answered', row 1: is missing"),
        (lambda: of_frame({"group": ["a"]}), "column 'answered': there is none"),
        (lambda: open_response(
            respondents(north=2) | {"w": [1, -1]}, TWO, weights="w"), "'w', row 2: is negative"),
        (lambda: open_response(respondents(north=1) | {"w": [0]}, TWO, weights="w"), "all weights"),
        (lambda: open_response({"n": [1]}, {"variable": ["n"], "category": [""], "total": [4]}),
         "no variable of the margins has categories"),
        (lambda: open_response({"n": [1]}, {"variable": ["n"], "category": [""], "total": [4]},
                               variables=["n"]), "'n': has a total and no categories"),
    ],
)  # fmt: skip
def test_columns_that_cannot_be_are_refused_with_their_place(call, why):
    with pytest.raises(ColumnError, match=why):
        call()


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (lambda: open_response({"group": []}, TWO), "nobody answered"),
        (lambda: open_response({"group": [None]}, TWO), "nobody who answered has a value"),
        (lambda: of_margins({"group": [None]}, TWO, 5), "nobody who answered has a value"),
        (lambda: of_margins(respondents(north=5), TWO, 4), "5 answered, 4 were invited"),
        (lambda: of_margins(respondents(north=5), TWO, 11), "the population is 10"),
        (lambda: of_margins(respondents(north=2), TWO, 5, replicates=1), "at least 2"),
        (lambda: of_margins(respondents(north=2) | {"w": [9, 9]}, TWO, 5, weights="w"), "up to 18"),
        (lambda: of_frame(people(north=(5, 2)), population=4), "population of 4 is smaller"),
        (lambda: sample_response(people(n=(5, 2)), [], responded="answered"), "at least one varia"),
    ],
)  # fmt: skip
def test_numbers_that_do_not_go_up_are_refused(call, why):
    with pytest.raises(InputError, match=why):
        call()


def test_too_many_combinations_are_refused_before_memory_is():
    names = [f"v{i}" for i in range(6)]
    data = {name: ["0"] for name in names}
    totals = {
        "variable": [name for name in names for _ in range(10)],
        "category": [str(i) for _ in names for i in range(10)],
        "total": [10] * 60,
    }
    with pytest.raises(InputError, match="1,000,000 combinations"):
        of_margins(data, totals, 50)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(5, 40), st.floats(0.1, 0.9)), min_size=2, max_size=5),
    st.floats(0.01, 100),
    st.randoms(use_true_random=False),
)
def test_order_of_rows_and_scale_of_weights_change_nothing(groups, scale, shuffler):
    data = people(**{f"g{i}": (n, max(1, round(n * p))) for i, (n, p) in enumerate(groups)})
    rows = len(data["group"])
    data["weight"] = [1.0 + (i % 3) for i in range(rows)]
    one = of_frame(data, weights="weight")
    order = list(range(rows))
    shuffler.shuffle(order)
    moved = {name: [values[i] for i in order] for name, values in data.items()}
    moved["weight"] = [scale * weight for weight in moved["weight"]]
    other = of_frame(moved, weights="weight")
    assert other.indicator.value == pytest.approx(one.indicator.value, abs=1e-6)
    assert other.indicator.low == pytest.approx(one.indicator.low, abs=1e-6)
    assert 0 <= one.indicator.low <= one.indicator.value <= one.indicator.high <= 1
    assert one.indicator.unadjusted <= one.indicator.value + 1e-9
    assert sum(group.share for group in one.groups) == pytest.approx(1)
    assert sum(group.people_short for group in one.groups) == pytest.approx(0, abs=1e-6)
    squares = sum(group.partial.unadjusted**2 for group in one.groups)
    assert squares == pytest.approx(one.variables[0].partial.unadjusted ** 2)

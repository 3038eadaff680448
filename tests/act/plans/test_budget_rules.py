# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the money of a plan adds up to, on real amounts and on made-up ones."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.act.plans.budget_file import read_budget
from voelspriet.act.plans.budget_told import BudgetTold, HireTold, ProductTold, ProjectTold
from voelspriet.act.plans.choices.budgets import ControlUnit, SumVerdict
from voelspriet.act.plans.rules.amounts import AmountRange, exactly
from voelspriet.act.plans.rules.budgets import (
    checked,
    hire_cost,
    period_remark,
    projects_sum,
    specified,
    typed_sum,
    verdict_of,
    year_total,
)
from voelspriet.lib.money import CENTS, cents_of, typed

HOUR = 60
VERDICTS = {True: "agrees", False: "differs", None: "nothing_printed"}


def _hire(weeks: int = 24, **more) -> HireTold:
    """The hire of the college's decision: 24 weeks × 32–36 hours × € 90."""
    values = {"minutes_low": 32 * HOUR, "minutes_high": 36 * HOUR, "rate_euro_cents": 90 * CENTS}
    return HireTold("regie", "Procesregie", 2019, weeks, **values | more)


def _project(key: str, **more) -> ProjectTold:
    return ProjectTold(key, key, "p", 2019, **more)


@pytest.mark.real_data
def test_every_sum_of_the_huizen_budget_comes_out_as_it_was_checked(shared):
    path = shared / "cases" / "huizen_budget_2019_2022.yaml"
    told = yaml.safe_load(path.read_bytes())
    budget = read_budget(path.read_bytes(), name=path.name, years=range(2019, 2023))
    found = {one.control.key: one for one in checked(budget)}
    assert len(told["checks"]) == 16
    assert list(found) == [one["id"] for one in told["checks"]]
    for one in told["checks"]:
        mine = found[one["id"]]
        unit = CENTS if mine.control.unit == ControlUnit.EURO else 1
        assert mine.computed == exactly(one["recomputed_value"] * unit), one["id"]
        assert mine.verdict == VERDICTS[one["agrees"]], one["id"]
    assert [one.control.key for one in found.values() if one.verdict == SumVerdict.DIFFERS] == [
        "b_polar_4y"  # D04: 276,000 is printed where the row adds up to 314,000
    ]
    assert not found["b_polar_4y"].control.typed  # it follows the row, it is no copy of amounts


@pytest.mark.real_data
def test_open_amounts_of_huizen_stay_open_one_by_one_and_are_exact_together(shared):
    path = shared / "cases" / "huizen_budget_2019_2022.yaml"
    budget = read_budget(path.read_bytes(), name=path.name, years=range(2019, 2023))
    by_key = {one.key: one for one in budget.projects}
    director = projects_sum([by_key["P03"]], budget.projects)
    assert director == AmountRange(38_000_00, 39_000_00)
    assert projects_sum([by_key["P03"], by_key["P04"]], budget.projects) == exactly(77_000_00)
    assert projects_sum(budget.projects, budget.projects) == exactly(521_988_00)
    lines = {(one.product, one.year): one for one in specified(budget)}
    assert lines["lokaal_veiligheidsbeleid", 2019].inside == exactly(204_087_00)
    assert not any(one.is_more for one in lines.values())


def test_a_hire_is_weeks_times_hours_times_rate():
    assert hire_cost(_hire()) == AmountRange(69_120_00, 77_760_00)
    budget = BudgetTold(
        2019, 2019, products=(ProductTold("u", "Uitvoering", amounts={2019: 10_000_00}),),
        hires=(_hire(),),
    )  # fmt: skip
    assert year_total(budget, 2019) == AmountRange(79_120_00, 87_760_00)


def test_a_hire_inside_a_product_is_not_counted_twice():
    product = ProductTold("u", "Uitvoering", amounts={2019: 80_000_00})
    budget = BudgetTold(2019, 2019, products=(product,), hires=(_hire(product="u"),))
    assert year_total(budget, 2019) == exactly(80_000_00)
    (line,) = specified(budget)
    assert line.inside == AmountRange(69_120_00, 77_760_00)
    assert not line.is_more


def test_a_hire_says_that_its_period_is_longer_than_its_sum():
    hire = _hire(starts_on=date(2024, 10, 1), ends_on=date(2025, 3, 31))
    remark = period_remark(hire)
    assert remark is not None
    assert (remark.weeks, remark.weeks_reckoned) == (26, 24)
    assert remark.cost == AmountRange(74_880_00, 84_240_00)
    as_long = _hire(weeks=26, starts_on=hire.starts_on, ends_on=hire.ends_on)
    assert period_remark(as_long) is None
    assert period_remark(_hire()) is None


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, 60_000), min_size=2, max_size=4),
    st.integers(1, 4),
    st.integers(0, 4),
)
def test_shared_amounts_have_the_bounds_of_every_way_to_share_them(amounts, projects, asked):
    projects, asked = min(projects, len(amounts)), min(asked, projects, len(amounts))
    every = [_project(str(n), candidates=tuple(amounts)) for n in range(projects)]
    ways = [sum(way[:asked]) for way in permutations(amounts, projects)]
    found = projects_sum(every[:asked], every)
    assert (found.low, found.high) == (min(ways), max(ways))


def test_with_more_projects_than_amounts_each_can_have_any():
    every = [_project(str(n), candidates=(1, 2)) for n in range(3)]
    assert projects_sum(every, every) == AmountRange(3, 6)


@settings(max_examples=60)
@given(
    st.integers(0, 999), st.integers(0, 999), st.none() | st.integers(0, 1_999), st.integers(0, 99)
)
def test_a_verdict_is_never_surer_than_the_bounds(low, width, printed, tolerance):
    computed = AmountRange(low, low + width)
    verdict = verdict_of(computed, printed, tolerance)
    if printed is None:
        assert verdict == SumVerdict.NOTHING_PRINTED
        return
    near = [abs(one - printed) <= tolerance for one in range(low, low + width + 1)]
    if verdict == SumVerdict.AGREES:
        assert all(near)
    elif verdict == SumVerdict.DIFFERS:
        assert not any(near)
    else:
        assert any(near)
        assert not all(near)


@given(st.integers(0, 10**11))
def test_an_amount_is_read_as_it_is_typed(cents):
    assert cents_of(typed(cents)) == cents


@pytest.mark.parametrize("strange", ["", "1 x 2", "1 +", "1 - - 2", "2**8", "1,234", "een", "+"])
def test_a_typed_sum_that_can_be_read_otherwise_is_not_read(strange):
    assert typed_sum(strange, ControlUnit.EURO) is None

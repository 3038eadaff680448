# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sums of hires, and weeks against a period."""

from __future__ import annotations

from datetime import date

import pytest

from voelspriet.act.plans.rules.amounts import AmountRange, other_weeks, total
from voelspriet.act.plans.rules.proposal_content import (
    Alternative,
    CostLine,
    ProposalContent,
    frozen,
    thawed,
)
from voelspriet.act.plans.rules.proposal_money import (
    Hire,
    weeks_remark,
)

OCTOBER, MARCH = date(2024, 10, 1), date(2025, 3, 31)


def test_a_hire_is_weeks_by_hours_by_rate():
    hire = Hire(24, 32, 36, 90_00)
    assert hire.amount == AmountRange(69_120_00, 77_760_00)
    assert total([hire.amount, AmountRange(10_000_00, 10_000_00)]) == AmountRange(
        79_120_00, 87_760_00
    )


def test_weeks_that_do_not_fit_the_period_are_remarked():
    assert other_weeks(24, OCTOBER, MARCH) == 26
    found = weeks_remark(Hire(24, 32, 36, 90_00, OCTOBER, MARCH))
    assert (found.printed, found.counted) == (24, 26)
    assert found.amount == AmountRange(74_880_00, 84_240_00)
    too_many = weeks_remark(Hire(30, 32, 36, 90_00, OCTOBER, MARCH))
    assert too_many.counted == 26


@pytest.mark.parametrize("weeks", [1, 2])
def test_a_week_begun_may_be_counted_or_not(weeks):
    assert weeks_remark(Hire(weeks, 8, 8, 80_00, date(2026, 1, 1), date(2026, 1, 8))) is None
    assert weeks_remark(Hire(weeks, 8, 8, 80_00)) is None


def test_what_was_frozen_comes_back_the_same():
    content = ProposalContent(
        subject="Regie", meets_on=OCTOBER, plan_title="Plan", texts={"goal": "85%"},
        costs=(CostLine(1, "Regie", "9600010", Hire(24, 32, 36, 90_00, OCTOBER, MARCH)),
               CostLine(2, "Budget", amount_cents=10_000_00)),
        alternatives=(Alternative(1, "Niets", "Dan niets.", None),),
    )  # fmt: skip
    assert thawed(frozen(content)) == content

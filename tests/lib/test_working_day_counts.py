# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many pairs of days at once give what one pair gives."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.lib.working_day_counts import count_working_days
from voelspriet.lib.working_days import working_days_between

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def as_days(values):
    return np.array(values, dtype="datetime64[D]")


@given(st.lists(st.tuples(days, days), max_size=20))
def test_every_pair_gives_the_working_days_between_them(pairs):
    found = count_working_days(as_days([a for a, _ in pairs]), as_days([b for _, b in pairs]))
    assert found.tolist() == [working_days_between(a, b) for a, b in pairs]


def test_easter_and_kings_day_are_no_working_days():
    # 2026: Good Friday 3 and Easter Monday 6 April, King's Day Monday 27 April
    found = count_working_days(as_days(["2026-04-01", "2026-04-24"]), as_days(["2026-04-08"] * 2))
    assert found.tolist() == [3, 0]  # 2, 7 and 8 April; the end comes first
    assert count_working_days(as_days(["2026-04-24"]), as_days(["2026-04-28"])).tolist() == [1]


@pytest.mark.parametrize(
    ("start", "why"), [("NaT", "missing"), ("1967-12-31", "1968"), ("2101-01-03", "2100")]
)
def test_a_day_that_is_missing_or_has_no_known_holidays_is_refused(start, why):
    with pytest.raises(ValueError, match=why):
        count_working_days(as_days([start]), as_days(["2026-04-08"]))

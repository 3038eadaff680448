# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch working days, counted by hand from the calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.lib.working_days import (
    add_working_days,
    dutch_day,
    is_working_day,
    working_days_between,
)

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 1, 1),  # New Year's Day
        date(2026, 4, 3),  # Good Friday: Algemene termijnenwet, article 3, second paragraph
        date(2026, 4, 6),  # Easter Monday
        date(2026, 4, 27),  # King's Day
        date(2025, 5, 5),  # Liberation Day, a day off in lustrum years
        date(2026, 5, 14),  # Ascension Day
        date(2026, 5, 25),  # Whit Monday
        date(2026, 12, 25),  # Christmas Day
        date(2025, 12, 26),  # the second day of Christmas
        date(2027, 4, 27),  # King's Day on a Tuesday
        date(2025, 4, 26),  # King's Day a day early, for the 27th was a Sunday
    ],
)
def test_public_holidays_are_no_working_days(holiday):
    assert not is_working_day(holiday)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 5, 5),  # Liberation Day in an ordinary year
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2025, 4, 28),  # the Monday after that early King's Day
    ],
)
def test_ordinary_weekdays_are_working_days(day):
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(2026, 3, 2), 5, date(2026, 3, 9)),  # Monday to Monday
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # over a weekend
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # told on a Saturday
        (date(2026, 4, 2), 2, date(2026, 4, 8)),  # over Easter, Friday to Monday
        (date(2026, 12, 24), 5, date(2027, 1, 4)),  # over Christmas and New Year
        (date(2026, 5, 13), 8, date(2026, 5, 27)),  # over Ascension Day and Whit Monday
    ],
)
def test_working_days_are_counted_from_the_day_after(start, count, expected):
    assert add_working_days(start, count) == expected


def test_a_negative_count_is_an_error():
    with pytest.raises(ValueError, match="0 or more"):
        add_working_days(date(2026, 3, 2), -1)


@given(days, st.integers(0, 80))
def test_counting_back_gives_the_same_number(day, count):
    assert working_days_between(day, add_working_days(day, count)) == count


@given(days, st.integers(1, 80))
def test_the_day_found_is_a_working_day_and_more_days_are_later(day, count):
    found = add_working_days(day, count)
    assert is_working_day(found)
    assert found > add_working_days(day, count - 1)


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_periods_add_up(day, first, second):
    middle, end = day + timedelta(days=first), day + timedelta(days=first + second)
    parts = working_days_between(day, middle) + working_days_between(middle, end)
    assert parts == working_days_between(day, end)


@given(days, st.integers(0, 60))
def test_an_end_before_the_start_counts_nothing(day, back):
    assert working_days_between(day, day - timedelta(days=back)) == 0


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 1, 1, 22, 59, tzinfo=UTC), date(2026, 1, 1)),  # winter: one hour ahead
        (datetime(2026, 1, 1, 23, 0, tzinfo=UTC), date(2026, 1, 2)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),  # summer: two hours
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),  # the night clocks go on
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),  # the night they go back
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_the_dutch_day_follows_daylight_saving(moment, expected):
    assert dutch_day(moment) == expected

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working hours: nine to five, weekends and holidays left out, also when the clock changes."""

from __future__ import annotations

from datetime import datetime

import pytest

from voelspriet.lib.working_days import DUTCH_TIME
from voelspriet.lib.working_hours import add_working_hours


def dutch(*parts):
    return datetime(*parts, tzinfo=DUTCH_TIME)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (dutch(2026, 9, 7, 9), 4, dutch(2026, 9, 7, 13)),
        (dutch(2026, 9, 7, 13), 4, dutch(2026, 9, 7, 17)),
        (dutch(2026, 9, 7, 13, 1), 4, dutch(2026, 9, 8, 9, 1)),
        (dutch(2026, 9, 7, 6), 4, dutch(2026, 9, 7, 13)),
        (dutch(2026, 9, 7, 22), 4, dutch(2026, 9, 8, 13)),
        (dutch(2026, 9, 5, 12), 4, dutch(2026, 9, 7, 13)),
        (dutch(2026, 10, 23, 15), 4, dutch(2026, 10, 26, 11)),  # the clock goes back between
        (dutch(2026, 4, 2, 16), 4, dutch(2026, 4, 7, 12)),  # neither Good Friday nor Easter
        (dutch(2026, 4, 3, 16), 4, dutch(2026, 4, 7, 13)),  # told on Good Friday
        (dutch(2026, 9, 7, 10), 0, dutch(2026, 9, 7, 10)),
    ],
)
def test_hours_are_added_within_working_time(start, hours, end):
    assert add_working_hours(start, hours) == end


def test_hours_back_are_refused():
    with pytest.raises(ValueError, match="0 or more"):
        add_working_hours(dutch(2026, 9, 7, 9), -1)

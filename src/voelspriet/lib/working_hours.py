# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch working hours: nine to five on working days."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from voelspriet.lib.working_days import DUTCH_TIME, is_working_day

OPENS, CLOSES = time(9), time(17)


def add_working_hours(moment: datetime, hours: int) -> datetime:
    """Return the moment `hours` working hours after an aware moment (hours ≥ 0), in Dutch time.

    >>> from datetime import datetime
    >>> add_working_hours(datetime(2026, 9, 4, 15, 0, tzinfo=DUTCH_TIME), 4).isoformat()
    '2026-09-07T11:00:00+02:00'
    """
    if hours < 0:
        raise ValueError("hours must be 0 or more")
    day = moment.astimezone(DUTCH_TIME)
    left = timedelta(hours=hours)
    while True:
        opens = datetime.combine(day.date(), OPENS, DUTCH_TIME)
        closes = datetime.combine(day.date(), CLOSES, DUTCH_TIME)
        start = max(day, opens)
        if is_working_day(day.date()) and start + left <= closes:
            return start + left
        if is_working_day(day.date()) and start < closes:
            left -= closes - start
        day = datetime.combine(day.date() + timedelta(days=1), OPENS, DUTCH_TIME)

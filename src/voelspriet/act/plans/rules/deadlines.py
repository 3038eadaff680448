# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a plan says a day, and which day that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

YEAR = r"((?:19|20)\d{2})"
DAY = re.compile(YEAR + r"-(\d{2})-(\d{2})")
WAYS = (
    (re.compile(YEAR), (12, 31), False),
    (re.compile("eind " + YEAR), (12, 31), False),
    (re.compile("medio " + YEAR), (6, 30), False),
    (re.compile("begin " + YEAR), (3, 31), False),
    (re.compile("(?:jaarlijks|elk jaar) tot en met " + YEAR), (12, 31), True),
    (re.compile(r"(?:jaarlijks|elk jaar|elke \w+) (?:19|20)\d{2}-" + YEAR), (12, 31), True),
)
FROM = re.compile(r"(?:jaarlijks|elk jaar) vanaf " + YEAR)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a term; `is_yearly`: every year until then."""

    on: date
    is_yearly: bool = False


def deadline_of(words: str, *, last_year: int) -> Deadline | None:
    """Return the day a plan means; None when the words say no day.

    A year is its last day, "medio" the last of June, "begin" the last of March. What returns
    "vanaf" a year does so until the plan ends.

    >>> deadline_of("medio 2019", last_year=2022)
    Deadline(on=datetime.date(2019, 6, 30), is_yearly=False)
    >>> deadline_of("jaarlijks vanaf 2019", last_year=2022)
    Deadline(on=datetime.date(2022, 12, 31), is_yearly=True)
    >>> deadline_of("zo snel mogelijk", last_year=2022) is None
    True
    """
    plain = " ".join(words.split()).lower()
    day = DAY.fullmatch(plain)
    if day:
        try:
            return Deadline(date(int(day[1]), int(day[2]), int(day[3])))
        except ValueError:
            return None
    if FROM.fullmatch(plain):
        return Deadline(date(last_year, 12, 31), is_yearly=True)
    for pattern, (month, last), is_yearly in WAYS:
        found = pattern.fullmatch(plain)
        if found:
            return Deadline(date(int(found[1]), month, last), is_yearly=is_yearly)
    return None

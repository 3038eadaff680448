# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""When people tell things: seasons, evenings, weekends, New Year's Eve, and where."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from voelspriet.doors.commands.demo_town.names import DISTRICTS, Kind
from voelspriet.lib.working_days import DUTCH_TIME
from voelspriet.listen.intake.choices import Category

C = Category
A_DAY = 6.4
NEW_YEAR = (1, 1)
NEW_YEARS_EVE = (12, 31)
FIREWORKS = (C.NOISE, C.VANDALISM, C.VANDALISM, C.LITTER)
FIREWORKS_SIGNALS = 22
BURST_CHANCE = 0.045
SATURDAY = 5

# how often a category is told, all neighbourhoods together
SHARES: dict[Category, float] = {
    C.LITTER: 16, C.LIGHTING: 9, C.PAVEMENT: 9, C.GREEN: 8, C.TRAFFIC: 10, C.PARKING: 7, C.NOISE: 9,
    C.YOUTH: 8, C.NEIGHBOURS: 4, C.VANDALISM: 5, C.BURGLARY: 3.5, C.DRUGS: 4, C.THREAT: 1.5,
    C.CONFUSED: 2, C.DISCRIMINATION: 1.2, C.FEELING: 3, C.TOGETHER: 2, C.STRENGTH: 2.5,
    C.OTHER: 2.5,
}  # fmt: skip
# more or less of it, by what the neighbourhood looks like
LEANINGS: dict[Kind, dict[Category, float]] = {
    Kind.OLD: {C.NOISE: 1.8, C.PARKING: 1.6, C.PAVEMENT: 1.4, C.VANDALISM: 1.3},
    Kind.FLATS: {C.YOUTH: 1.9, C.DRUGS: 2.2, C.NEIGHBOURS: 1.8, C.LITTER: 1.4, C.BURGLARY: 1.5,
                 C.CONFUSED: 1.6, C.FEELING: 1.5, C.PARKING: 0.6},
    Kind.ROWS: {C.TRAFFIC: 1.4, C.PARKING: 1.2, C.GREEN: 1.2},
    Kind.GREEN: {C.GREEN: 2.0, C.TRAFFIC: 1.4, C.YOUTH: 0.4, C.DRUGS: 0.3, C.NOISE: 0.5},
    Kind.HARBOUR: {C.NOISE: 2.2, C.DRUGS: 1.5, C.LITTER: 1.3, C.THREAT: 1.8, C.VANDALISM: 1.5},
}  # fmt: skip
# by month, January first
SEASONS: dict[Category, tuple[float, ...]] = {
    C.LIGHTING: (1.8, 1.5, 1.1, 0.7, 0.4, 0.3, 0.3, 0.5, 0.9, 1.5, 1.9, 2.0),
    C.YOUTH: (0.5, 0.5, 0.8, 1.1, 1.4, 1.6, 1.7, 1.6, 1.2, 0.8, 0.6, 0.5),
    C.NOISE: (0.6, 0.6, 0.8, 1.0, 1.4, 1.6, 1.7, 1.6, 1.1, 0.7, 0.6, 0.9),
    C.GREEN: (0.3, 0.4, 0.8, 1.2, 1.6, 1.7, 1.4, 1.2, 1.1, 1.4, 1.0, 0.4),
    C.BURGLARY: (1.5, 1.2, 0.9, 0.7, 0.7, 0.8, 1.2, 1.2, 0.8, 1.0, 1.3, 1.7),
    C.PAVEMENT: (1.5, 1.5, 1.3, 1.0, 0.9, 0.8, 0.8, 0.8, 0.9, 0.9, 1.0, 1.2),
    C.DRUGS: (0.8, 0.8, 0.9, 1.0, 1.2, 1.2, 1.2, 1.2, 1.0, 0.9, 0.9, 0.9),
    C.FEELING: (1.4, 1.2, 1.0, 0.8, 0.7, 0.6, 0.6, 0.7, 1.0, 1.3, 1.5, 1.5),
}
EVENING = (C.YOUTH, C.NOISE, C.DRUGS, C.THREAT, C.FEELING, C.VANDALISM)
# hours at which people write, by whether it is something of the evening
DAY_HOURS = (0, 0, 0, 0, 0, 0, 1, 3, 6, 8, 9, 8, 6, 6, 6, 6, 6, 6, 5, 6, 6, 4, 2, 1)
EVENING_HOURS = (3, 2, 1, 0, 0, 0, 0, 1, 3, 3, 3, 2, 2, 2, 2, 2, 3, 4, 5, 8, 10, 11, 10, 6)


@dataclass(frozen=True, slots=True)
class Moment:
    """Somebody tells something: when, in which neighbourhood (by number), about what.

    Those of one `burst` tell the same matter in the same street.
    """

    at: datetime
    neighbourhood: int
    category: Category
    burst: int | None = None


def moments(
    *,
    first: date,
    last: datetime,
    people: tuple[int, ...],
    rng: random.Random,
    bursts_on: frozenset[date] = frozenset(),
) -> list[Moment]:
    """Return everything told from `first` up to `last`; `people` per neighbourhood, in order.

    On the days of `bursts_on` there surely is one matter that several people tell.
    """
    combinations, weights = _weights(people)
    found: list[Moment] = []
    day, bursts = first, 0
    while day <= last.date():
        found += _ordinary_day(day, combinations, weights, rng)
        if rng.random() < BURST_CHANCE or day in bursts_on:
            bursts += 1
            found += _burst(day, bursts, combinations, weights, rng)
        if (day.month, day.day) in {NEW_YEAR, NEW_YEARS_EVE}:
            found += _fireworks(day, len(people), rng)
        day += timedelta(days=1)
    return sorted((each for each in found if each.at < last), key=lambda each: each.at)


def _weights(people: tuple[int, ...]) -> tuple[list[tuple[int, Category]], list[float]]:
    plans = [plan for district in DISTRICTS for plan in district.neighbourhoods]
    combinations, weights = [], []
    for number, (plan, count) in enumerate(zip(plans, people, strict=True)):
        for category, share in SHARES.items():
            leaning = LEANINGS[plan.kind].get(category, 1.0)
            combinations.append((number, category))
            weights.append(count * plan.load * share * leaning)
    return combinations, weights


def _ordinary_day(
    day: date,
    combinations: list[tuple[int, Category]],
    weights: list[float],
    rng: random.Random,
) -> Iterator[Moment]:
    count = _poisson(A_DAY * (1.15 if day.weekday() >= SATURDAY else 0.95), rng)
    for number, category in rng.choices(combinations, weights, k=count * 2):
        # keep half on average, more in the season of this category
        if rng.random() < 0.5 * _season(category, day.month):
            yield Moment(_moment(day, category, rng), number, category)


def _season(category: Category, month: int) -> float:
    return SEASONS.get(category, (1.0,) * 12)[month - 1]


def _burst(
    day: date,
    burst: int,
    combinations: list[tuple[int, Category]],
    weights: list[float],
    rng: random.Random,
) -> Iterator[Moment]:
    number, category = rng.choices(combinations, weights)[0]
    for _ in range(rng.randint(3, 7)):
        told_on = day + timedelta(days=rng.randint(0, 3))
        yield Moment(_moment(told_on, category, rng), number, category, burst)


def _fireworks(day: date, neighbourhoods: int, rng: random.Random) -> Iterator[Moment]:
    for _ in range(FIREWORKS_SIGNALS):
        category = rng.choice(FIREWORKS)
        yield Moment(_moment(day, category, rng), rng.randrange(neighbourhoods), category)


def _moment(day: date, category: Category, rng: random.Random) -> datetime:
    hours = EVENING_HOURS if category in EVENING else DAY_HOURS
    hour = rng.choices(range(24), hours)[0]
    told = time(hour, rng.randrange(60), rng.randrange(60), tzinfo=DUTCH_TIME)
    return datetime.combine(day, told)


def _poisson(mean: float, rng: random.Random) -> int:
    """Draw from a Poisson distribution (Knuth, The Art of Computer Programming, 3.4.1)."""
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count

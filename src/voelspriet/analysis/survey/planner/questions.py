# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be answered from what a person already knows of two waves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.planner import means, shares
from voelspriet.analysis.survey.planner.demand import STANDARD, Demand, Need, Way


class Question(StrEnum):
    """What a row of a plan answers."""

    PER_WAVE = "n_per_wave"
    SECOND_WAVE = "second_wave"
    POWER = "power"
    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand: where the figure stands and, each or None, the rest.

    `before` and `after` are shares (0 to 1), or means when `sd`, the standard deviation of one
    answer, is given. `n` is the size of both waves, or of the second when `n_first` is given.
    """

    before: float
    after: float | None = None
    n: int | None = None
    n_first: int | None = None
    sd: float | None = None
    demand: Demand = STANDARD


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """One answer. What was asked for is in it: `n_first`, `n_second`, `power` or `after`.

    An answer that does not exist is None, with `reason`; `most_power` is then the power of an
    endless second wave.
    """

    question: Question
    before: float
    after: float | None
    n_first: int | None
    n_second: int | None
    power: float | None
    reason: str = ""
    most_power: float | None = None


def plan_answers(known: Known) -> tuple[PlanAnswer, ...]:
    """Answer all that follows from what is known.

    With `after`: the answers needed per wave, with `n_first` also those of the second wave. With
    `n`: the smallest rise and fall that would be shown, with `after` also the power. Raises
    InputError when there is neither `after` nor `n`, and as the functions of the planner do.
    """
    answers = []
    if known.after is not None:
        answers.append(_per_wave(known, known.after))
        if known.n_first is not None:
            answers.append(_second_wave(known, known.after, known.n_first))
        if known.n is not None:
            answers.append(_power(known, known.after, known.n))
    if known.n is not None:
        answers += [_seen(known, way, known.n) for way in Way]
    if not answers:
        raise InputError("say where the figure goes, or how many answers there will be")
    return tuple(answers)


def _per_wave(known: Known, after: float) -> PlanAnswer:
    if known.sd is None:
        found = shares.needed_per_wave(known.before, after, demand=known.demand)
    else:
        change = after - known.before
        found = means.needed_per_wave_for_means(change, known.sd, demand=known.demand)
    return PlanAnswer(
        Question.PER_WAVE, known.before, after, found.n, found.n, known.demand.power, found.reason
    )


def _second_wave(known: Known, after: float, n_first: int) -> PlanAnswer:
    found = _second_need(known, after, n_first)
    most = None
    if found.n is None:
        most = _power_of(known, after, n_first, math.inf)
    return PlanAnswer(
        Question.SECOND_WAVE, known.before, after, n_first, found.n,
        None if found.n is None else known.demand.power, found.reason, most,
    )  # fmt: skip


def _second_need(known: Known, after: float, n_first: int) -> Need:
    if known.sd is None:
        return shares.needed_second_wave(known.before, after, n_first=n_first, demand=known.demand)
    return means.needed_second_wave_for_means(
        after - known.before, known.sd, n_first=n_first, demand=known.demand
    )


def _power(known: Known, after: float, n: int) -> PlanAnswer:
    n_first = known.n_first or n
    power = _power_of(known, after, n_first, n)
    return PlanAnswer(Question.POWER, known.before, after, n_first, n, power)


def _power_of(known: Known, after: float, n_first: float, n_second: float) -> float:
    if known.sd is None:
        return shares.power_for_shares(
            known.before, after, n_first=n_first, n_second=n_second, demand=known.demand
        )
    return means.power_for_means(
        after - known.before, known.sd, n_first=n_first, n_second=n_second, demand=known.demand
    )


def _seen(known: Known, way: Way, n: int) -> PlanAnswer:
    n_first = known.n_first or n
    after: float | None
    if known.sd is None:
        after = shares.detectable_share(
            known.before, way, n_first=n_first, n_second=n, demand=known.demand
        )
    else:
        change = means.detectable_difference(
            known.sd, n_first=n_first, n_second=n, demand=known.demand
        )
        after = known.before + (change if way is Way.RISE else -change)
    reason = "" if after is not None else f"no {way} is large enough to be shown"
    return PlanAnswer(
        Question(way.value), known.before, after, n_first, n, known.demand.power, reason
    )

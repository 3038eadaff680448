# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is an ambition on course? What can be said, what cannot, and why.

Three kinds of figures, three ways. A percentage of people is judged as targets are in
`analysis` (a level that drifts, seen through samples). What is counted whole is certain in the
year it was wanted for; before that only chance can carry it: counts of that size differ by their
root. Something to be realised is there on its day or it is not. What was said at an evening
carries none of the three: it is told beside them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from statistics import NormalDist

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import CourseState, TargetDirection
from voelspriet.act.plans.rules.course_words import honestly
from voelspriet.act.plans.rules.facts import AmbitionFacts, Measured, carrying
from voelspriet.act.plans.rules.lacks import lacks
from voelspriet.act.plans.rules.who_came import beside_words, who_came_words
from voelspriet.act.plans.rules.wording import number, with_unit
from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.targets import Course as Said
from voelspriet.analysis.survey.targets import Direction, target_outlook

WHOLE = 100
LIKELY, UNLIKELY = 0.80, 0.20
FEWEST = 2
FLOORS = (TargetDirection.AT_LEAST, TargetDirection.INCREASE, TargetDirection.REALISE)
STATES = {
    Said.ON: CourseState.ON,
    Said.OFF: CourseState.OFF,
    Said.CANNOT_BE_SAID: CourseState.UNKNOWN,
}


class Basis(StrEnum):
    """What a course rests on; the page of residents has a sentence for each."""

    LACKING = "lacking"
    ONLY_GROWTH = "only_growth"
    REALISED = "realised"
    REALISED_LATE = "realised_late"
    NOT_REALISED = "not_realised"
    REALISING = "realising"
    NOT_TOLD = "not_told"
    SAME_SHARE = "same_share"
    TOO_FEW = "too_few"
    CHANCE = "chance"
    COUNTED = "counted"
    NOT_IN_YEAR = "not_in_year"
    ONLY_IN_YEAR = "only_in_year"
    COUNTED_CHANCE = "counted_chance"
    WHO_CAME = "who_came"


@dataclass(frozen=True, slots=True)
class Course:
    """What can be said of an ambition on a day.

    `probability` is the chance that the aim is met on the last day, None when nothing carries one.
    `reasons` are sentences: why this, and what can be said all the same. `seen` is the measurement
    that tells most: of the target's own question, or the year that failed.
    """

    state: CourseState
    reasons: tuple[str, ...]
    basis: Basis
    probability: float | None = None
    seen: Measured | None = None


def course_of(one: AmbitionFacts, measured: Sequence[Measured], *, on: date) -> Course:
    """Return what can be said of an ambition on a day, from what was measured until then.

    What was said at evenings is told beside it, and never decides.
    """
    until = [wave for wave in measured if wave.on <= on]
    known = sorted(carrying(until), key=lambda wave: wave.on)
    course = _carried(one, known, on)
    if len(known) == len(until) or course.basis is Basis.LACKING:
        return course
    if not known:
        return Course(CourseState.UNKNOWN, (who_came_words(),), Basis.WHO_CAME)
    return replace(course, reasons=(*course.reasons, beside_words()))


def _carried(one: AmbitionFacts, known: Sequence[Measured], on: date) -> Course:
    missing = lacks(one)
    if missing:
        reasons = (_("Dit kan niet worden getoetst."), missing[0].why)
        return Course(CourseState.UNKNOWN, reasons, Basis.LACKING)
    if one.aim is None or one.deadline_on is None:
        why = _("Een groei in procenten is pas te zien als de aantallen zelf worden bijgehouden.")
        return Course(CourseState.UNKNOWN, (why,), Basis.ONLY_GROWTH, seen=_last(known))
    if one.is_milestone:
        return _realised(one, known, one.aim, one.deadline_on, on)
    if one.is_share:
        return _share(one, known, one.aim, one.deadline_on)
    return _count(one, known, one.aim, one.deadline_on, on)


def meets(value: Decimal, aim: Decimal, direction: str) -> bool:
    """Tell whether a value is what the aim asks."""
    if direction in FLOORS:
        return value > aim if direction == TargetDirection.INCREASE else value >= aim
    if direction in {TargetDirection.LESS_THAN, TargetDirection.DECREASE}:
        return value < aim
    return value <= aim


def _last(known: Sequence[Measured]) -> Measured | None:
    """Return the last measurement of the target's own question."""
    return next((wave for wave in reversed(known) if wave.is_same_question), None)


def _realised(
    one: AmbitionFacts, known: Sequence[Measured], aim: Decimal, last: date, on: date
) -> Course:
    there = next((wave for wave in known if meets(wave.value, aim, one.direction)), None)
    if there is not None and there.on <= last:
        told = _("Tot stand gebracht, vastgelegd op %(day)s.") % {"day": _day(there.on)}
        return Course(CourseState.ON, (told,), Basis.REALISED, seen=there)
    if there is not None:
        told = _("Tot stand gebracht op %(day)s, na de termijn.") % {"day": _day(there.on)}
        return Course(CourseState.OFF, (told,), Basis.REALISED_LATE, seen=there)
    if on <= last:
        told = _("De termijn is nog niet voorbij, en er is niet vastgelegd dat het er is.")
        return Course(CourseState.UNKNOWN, (told,), Basis.REALISING, seen=_last(known))
    if known:
        told = _("De termijn is voorbij en het is er niet.")
        return Course(CourseState.OFF, (told,), Basis.NOT_REALISED, seen=_last(known))
    told = _("De termijn is voorbij, en niemand heeft vastgelegd of het er is.")
    return Course(CourseState.UNKNOWN, (told,), Basis.NOT_TOLD)


def _share(one: AmbitionFacts, known: Sequence[Measured], aim: Decimal, last: date) -> Course:
    """Judge a percentage. Only waves with the target's own question and with a number count."""
    direction = _way(one)
    if direction is None or not 0 <= aim <= WHOLE:
        told = _("Of een percentage gelijk blijft, laat een steekproef niet zien.")
        reasons = (told, *honestly(one, known))
        return Course(CourseState.UNKNOWN, reasons, Basis.SAME_SHARE, seen=_last(known))
    waves = [
        MeasuredWave(wave.on, float(wave.value), _error(wave.value, wave.effective_n or 0), wave.n)
        for wave in known
        if wave.n and wave.is_same_question and 0 <= wave.value <= WHOLE
    ]
    outlook = target_outlook(waves, target_points=float(aim), deadline=last, direction=direction)
    if outlook.probability is None:
        told = _("Er zijn ten minste twee metingen met dezelfde vraag nodig, met het aantal"
                 " antwoorden erbij. Bruikbaar: %(usable)s van %(all)s.") % {
            "usable": number(len(outlook.waves_used)), "all": number(len(known)),
        }  # fmt: skip
    else:
        told = _("De kans dat het doel op %(day)s is gehaald, is ongeveer %(chance)s %%.") % {
            "day": _day(last), "chance": number(round(outlook.probability * WHOLE)),
        }  # fmt: skip
    reasons = (told, *honestly(one, known))
    basis = Basis.TOO_FEW if outlook.probability is None else Basis.CHANCE
    used = {wave.on for wave in outlook.waves_used}
    seen = _last([wave for wave in known if wave.on in used]) or _last(known)
    return Course(STATES[outlook.statement], reasons, basis, outlook.probability, seen)


def _way(one: AmbitionFacts) -> Direction | None:
    if one.direction in FLOORS:
        return Direction.AT_LEAST
    return None if one.direction == TargetDirection.MAINTAIN else Direction.AT_MOST


def _error(value: Decimal, n: float) -> float:
    """Return the standard error in points of `n` effective answers.

    Two answers are added, or 0 and 100 % had none.
    """
    share = (float(value) / WHOLE * n + 1) / (n + 2)
    return WHOLE * math.sqrt(share * (1 - share) / n)


def _count(
    one: AmbitionFacts, known: Sequence[Measured], aim: Decimal, last: date, on: date
) -> Course:
    same = [wave for wave in known if wave.is_same_question]
    judged = [wave for wave in same if one.is_yearly or wave.on.year == last.year]
    if judged and (one.is_yearly or on >= last or judged[-1].on.year == last.year):
        return _counted(one, judged, aim)
    if on > last:
        told = _("In het doeljaar is niet gemeten.")
        return Course(CourseState.UNKNOWN, (told,), Basis.NOT_IN_YEAR, seen=_last(same))
    if len(same) < FEWEST:
        told = _("Er zijn ten minste twee metingen met dezelfde vraag nodig, en er is er %(n)s.")
        told %= {"n": number(len(same))}
        return Course(CourseState.UNKNOWN, (told,), Basis.TOO_FEW, seen=_last(same))
    chance = _chance(one, same[-1].value, aim)
    if chance is None:
        told = _(
            "Pas in het doeljaar is te zien of dit is gehaald; de laatste waarde is %(value)s."
        )
        told %= {"value": with_unit(same[-1].value, one.unit)}
        return Course(CourseState.UNKNOWN, (told,), Basis.ONLY_IN_YEAR, seen=same[-1])
    state = CourseState.ON if chance >= LIKELY else CourseState.UNKNOWN
    state = CourseState.OFF if chance <= UNLIKELY else state
    told = _("Laatst geteld: %(value)s. Een telling van deze omvang verschilt door toeval al"
             " ongeveer %(gap)s van jaar tot jaar.") % {
        "value": with_unit(same[-1].value, one.unit),
        "gap": number(swing_of(same[-1].value)),
    }  # fmt: skip
    return Course(state, (told,), Basis.COUNTED_CHANCE, chance, same[-1])


def swing_of(value: Decimal) -> int:
    """Return how much a count like this differs by chance from year to year."""
    return round(math.sqrt(max(float(value), 1)))


def _counted(one: AmbitionFacts, judged: Sequence[Measured], aim: Decimal) -> Course:
    """Judge what was counted in the years it was wanted for; one year that fails is enough."""
    kept = [_keeps(one, wave.value, aim) for wave in judged]
    worst = judged[kept.index(False)] if False in kept else judged[-1]
    told = _("In %(year)s geteld: %(value)s; het doel is %(aim)s.") % {
        "year": worst.on.year,
        "value": with_unit(worst.value, one.unit),
        "aim": with_unit(aim, one.unit),
    }
    state = CourseState.ON if all(kept) else CourseState.OFF
    return Course(state, (told,), Basis.COUNTED, seen=worst)


def _keeps(one: AmbitionFacts, value: Decimal, aim: Decimal) -> bool:
    if one.direction != TargetDirection.MAINTAIN:
        return meets(value, aim, one.direction)
    # as low or as high as it was: within what chance does between two counts of that size
    room = NormalDist().inv_cdf(0.975) * math.sqrt(max(float(aim) + float(value), 1))
    return abs(float(value - aim)) <= room


def _chance(one: AmbitionFacts, value: Decimal, aim: Decimal) -> float | None:
    """Return the chance that a count like the last one meets the aim; None for what is no count."""
    per_year = one.unit.lower().removesuffix("per jaar")
    is_count = value == value.to_integral_value() and "per " not in per_year
    if not is_count or one.unit in {"EUR", "€"} or one.direction == TargetDirection.MAINTAIN:
        return None
    room = (float(aim) - float(value)) / math.sqrt(max(float(value), 1))
    return NormalDist().cdf(-room if one.direction in FLOORS else room)


def _day(on: date) -> str:
    return f"{on.day}-{on.month}-{on.year}"

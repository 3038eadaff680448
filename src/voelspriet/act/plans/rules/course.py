# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is an ambition on course? What can be said, what cannot, and why.

Three kinds of figures, three ways. A percentage of people is judged as targets are in
`analysis` (a level that drifts, seen through samples). What is counted whole is certain in the
year it was wanted for; before that only chance can carry it: counts of that size differ by their
root. Something to be realised is there on its day or it is not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import NormalDist

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import CourseState, TargetDirection
from voelspriet.act.plans.rules.course_words import honestly
from voelspriet.act.plans.rules.facts import AmbitionFacts, Measured
from voelspriet.act.plans.rules.lacks import lacks
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


@dataclass(frozen=True, slots=True)
class Course:
    """What can be said of an ambition on a day.

    `probability` is the chance that the aim is met on the last day, None when nothing carries one.
    `reasons` are sentences: why this, and what can be said all the same.
    """

    state: CourseState
    reasons: tuple[str, ...]
    probability: float | None = None


def course_of(one: AmbitionFacts, measured: Sequence[Measured], *, on: date) -> Course:
    """Return what can be said of an ambition on a day, from what was measured until then."""
    missing = lacks(one)
    known = sorted((wave for wave in measured if wave.on <= on), key=lambda wave: wave.on)
    if missing:
        return Course(CourseState.UNKNOWN, (_("Dit kan niet worden getoetst."), missing[0].why))
    if one.aim is None or one.deadline_on is None:
        why = _("Een groei in procenten is pas te zien als de aantallen zelf worden bijgehouden.")
        return Course(CourseState.UNKNOWN, (why,))
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


def _realised(
    one: AmbitionFacts, known: Sequence[Measured], aim: Decimal, last: date, on: date
) -> Course:
    there = next((wave for wave in known if meets(wave.value, aim, one.direction)), None)
    if there is not None and there.on <= last:
        told = _("Tot stand gebracht, vastgelegd op %(day)s.") % {"day": _day(there.on)}
        return Course(CourseState.ON, (told,))
    if there is not None:
        told = _("Tot stand gebracht op %(day)s, na de termijn.") % {"day": _day(there.on)}
        return Course(CourseState.OFF, (told,))
    if on <= last:
        told = _("De termijn is nog niet voorbij, en er is niet vastgelegd dat het er is.")
        return Course(CourseState.UNKNOWN, (told,))
    if known:
        return Course(CourseState.OFF, (_("De termijn is voorbij en het is er niet."),))
    told = _("De termijn is voorbij, en niemand heeft vastgelegd of het er is.")
    return Course(CourseState.UNKNOWN, (told,))


def _share(one: AmbitionFacts, known: Sequence[Measured], aim: Decimal, last: date) -> Course:
    """Judge a percentage. Only waves with the target's own question and with a number count."""
    direction = _way(one)
    if direction is None or not 0 <= aim <= WHOLE:
        told = _("Of een percentage gelijk blijft, laat een steekproef niet zien.")
        return Course(CourseState.UNKNOWN, (told, *honestly(one, known)))
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
    return Course(STATES[outlook.statement], reasons, outlook.probability)


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
        return Course(CourseState.UNKNOWN, (_("In het doeljaar is niet gemeten."),))
    if len(same) < FEWEST:
        told = _("Er zijn ten minste twee metingen met dezelfde vraag nodig, en er is er %(n)s.")
        return Course(CourseState.UNKNOWN, (told % {"n": number(len(same))},))
    chance = _chance(one, same[-1].value, aim)
    if chance is None:
        told = _(
            "Pas in het doeljaar is te zien of dit is gehaald; de laatste waarde is %(value)s."
        )
        return Course(CourseState.UNKNOWN, (told % {"value": with_unit(same[-1].value, one.unit)},))
    state = CourseState.ON if chance >= LIKELY else CourseState.UNKNOWN
    state = CourseState.OFF if chance <= UNLIKELY else state
    told = _("Laatst geteld: %(value)s. Een telling van deze omvang verschilt door toeval al"
             " ongeveer %(gap)s van jaar tot jaar.") % {
        "value": with_unit(same[-1].value, one.unit),
        "gap": number(round(math.sqrt(max(float(same[-1].value), 1)))),
    }  # fmt: skip
    return Course(state, (told,), chance)


def _counted(one: AmbitionFacts, judged: Sequence[Measured], aim: Decimal) -> Course:
    """Judge what was counted in the years it was wanted for; one year that fails is enough."""
    kept = [_keeps(one, wave.value, aim) for wave in judged]
    worst = judged[kept.index(False)] if False in kept else judged[-1]
    told = _("In %(year)s geteld: %(value)s; het doel is %(aim)s.") % {
        "year": worst.on.year,
        "value": with_unit(worst.value, one.unit),
        "aim": with_unit(aim, one.unit),
    }
    return Course(CourseState.ON if all(kept) else CourseState.OFF, (told,))


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

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an ambition lacks before anybody can test it, and why that is so, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import AmbitionLack, TargetDirection
from voelspriet.act.plans.rules.facts import YES_NO, AmbitionFacts

HOLDS = (TargetDirection.MAINTAIN, TargetDirection.NOT_INCREASE)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing; `why` is for who writes the plan."""

    what: AmbitionLack
    why: str


def lacks(one: AmbitionFacts) -> tuple[Lack, ...]:
    """Return what is missing, in the order it is asked: indicator, baseline, target, deadline."""
    found = (
        (AmbitionLack.INDICATOR, _indicator(one)),
        (AmbitionLack.BASELINE, _baseline(one)),
        (AmbitionLack.TARGET, _target(one)),
        (AmbitionLack.DEADLINE, _deadline(one)),
    )
    return tuple(Lack(what, why) for what, why in found if why)


def _indicator(one: AmbitionFacts) -> str:
    if not one.indicator:
        return _("Er staat geen indicator: niemand kan zien waaraan dit te merken is.")
    if one.unit in YES_NO and not one.is_milestone:
        return _("De indicator is ja of nee, maar er staat niet wanneer het antwoord ja is.")
    return ""


def _baseline(one: AmbitionFacts) -> str:
    """A target that speaks of a change needs its start.

    So does a wish without indicator and without date: nothing can be looked at on a day, and
    all that could be seen is a difference with the beginning.
    """
    if one.baseline_value is not None:
        return ""
    if one.is_relative:
        if one.baseline_year is None:
            return _("Het doel is een verandering, maar er staat geen beginwaarde en geen jaar.")
        return _("Het doel is een verandering sinds %(year)s, maar de waarde van dat jaar staat er"
                 " niet.") % {"year": one.baseline_year}  # fmt: skip
    if not one.indicator and one.deadline_on is None:
        return _("Zonder indicator en termijn is alleen een verschil met het begin te zien, en een"
                 " beginwaarde staat er niet.")  # fmt: skip
    return ""


def _target(one: AmbitionFacts) -> str:
    if one.target_value is not None:
        return ""
    if one.is_relative and one.direction in HOLDS:
        return ""  # the start itself is the target
    if one.is_relative and one.direction and one.baseline_year is not None:
        return ""  # less or more than in that year
    if one.direction in {TargetDirection.DECREASE, TargetDirection.INCREASE}:
        return _("Er staat wel een richting, maar niet hoeveel of sinds wanneer.")
    return _("Er staat niet hoeveel het moet worden.")


def _deadline(one: AmbitionFacts) -> str:
    if one.deadline_on is None:
        return _("Er staat geen termijn: het doel kan nooit te laat zijn.")
    return ""


def is_measurable(one: AmbitionFacts) -> bool:
    """Tell whether nothing is missing."""
    return not lacks(one)

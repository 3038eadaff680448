# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague writes of a plan, its frame and programmes, a theme or an ambition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from voelspriet.act.plans.choices import AmbitionKind, DecisionBody, PlanBody, PlanLineKind


@dataclass(frozen=True, slots=True)
class PlanTold:
    """A plan as a whole."""

    title: str
    motto: str
    first_year: int
    last_year: int
    vision: str = ""
    looking_back: str = ""
    framework: str = ""


@dataclass(frozen=True, slots=True)
class LineTold:
    """A line of the frame: a trend, the mission, how it is told."""

    kind: PlanLineKind
    label: str = ""
    question: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class RoleTold:
    """Who has which task."""

    body: PlanBody
    name: str
    task: str


@dataclass(frozen=True, slots=True)
class ConsultationTold:
    """In which body a role meets others; members are functions."""

    name: str
    members: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    held_when: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeTold:
    """An action programme."""

    name: str
    first_year: int
    last_year: int
    approved_by: DecisionBody


@dataclass(frozen=True, slots=True)
class ThemeTold:
    """A theme, and what is done for it line by line."""

    label: str
    motto: str = ""
    challenge: str = ""
    background: str = ""
    safety_field: str = ""
    approach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AmbitionTold:
    """An ambition as far as somebody can say it; what is missing may stay so."""

    key: str
    statement: str
    kind: AmbitionKind = AmbitionKind.EFFECT
    indicator: str = ""
    indicator_kind: str = ""
    indicator_source: str = ""
    unit: str = ""
    baseline_value: Decimal | None = None
    baseline_year: int | None = None
    target_value: Decimal | None = None
    target_direction: str = ""
    is_relative: bool = False
    is_milestone: bool = False
    deadline: str = ""
    measured_how: str = ""
    measured_years: tuple[int, ...] = ()
    paid_from: str = ""
    paid_years: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeasurementTold:
    """What was measured."""

    measured_on: date
    value: Decimal
    source: str
    n: int | None = None
    design_effect: Decimal | None = None
    is_same_question: bool = True
    difference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EveningIndicatorTold:
    """A question of an evening, and which of its answers count as met, in names and in words."""

    evening_reference: str
    evening_title: str
    held_on: date
    question: str
    words: str
    answers: tuple[str, ...]
    answer_words: str

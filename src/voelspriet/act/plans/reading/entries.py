# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file tells of a plan, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from voelspriet.act.plans.choices import (
    AmbitionKind,
    AmbitionLack,
    DecisionBody,
    IndicatorKind,
    MomentPurpose,
    PlanBody,
    PlanLineKind,
    SafetyField,
)


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A line of the frame."""

    kind: PlanLineKind
    label: str
    text: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class ConsultationEntry:
    """A body in which a role meets others."""

    name: str
    members: tuple[str, ...]
    municipalities: tuple[str, ...]
    held_when: str


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role with its task."""

    body: PlanBody
    name: str
    task: str
    consultations: tuple[ConsultationEntry, ...]


@dataclass(frozen=True, slots=True)
class MeasuredEntry:
    """A measurement the file tells of."""

    on: date
    value: Decimal
    n: int | None
    design_effect: Decimal | None
    source: str
    is_same_question: bool
    difference: str
    note: str


@dataclass(frozen=True, slots=True)
class AmbitionEntry:
    """An ambition. `said_missing`: what the file itself says it lacks; None when it is silent."""

    key: str
    kind: AmbitionKind
    statement: str
    indicator: str
    indicator_kind: IndicatorKind | str
    indicator_source: str
    unit: str
    baseline_value: Decimal | None
    baseline_year: int | None
    target_value: Decimal | None
    target_direction: str
    is_relative: bool
    is_milestone: bool
    deadline_words: str
    deadline_on: date | None
    is_yearly: bool
    measured_how: str
    measured_years: tuple[int, ...]
    paid_from: str
    paid_years: tuple[int, ...]
    note: str
    source_section: str
    measurements: tuple[MeasuredEntry, ...]
    said_missing: tuple[AmbitionLack, ...] | None


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """A theme with its ambitions and approach."""

    key: str
    label: str
    motto: str
    challenge: str
    background: str
    safety_field: SafetyField | str
    ambitions: tuple[AmbitionEntry, ...]
    approach: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MomentEntry:
    """Something that falls due; `programme` is the first year of the programme it is of."""

    purpose: MomentPurpose
    what: str
    due_on: date
    day_words: str = ""
    programme: int | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """An action programme."""

    name: str
    first_year: int
    last_year: int
    approved_by: DecisionBody


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A whole plan. `unread`: paths of fields that are not kept."""

    title: str
    municipality: str
    motto: str
    first_year: int
    last_year: int
    vision: str
    looking_back: str
    framework: str
    lines: tuple[LineEntry, ...]
    roles: tuple[RoleEntry, ...]
    overall: tuple[AmbitionEntry, ...]
    themes: tuple[ThemeEntry, ...]
    programmes: tuple[ProgrammeEntry, ...]
    moments: tuple[MomentEntry, ...]
    unread: tuple[str, ...]

    @property
    def ambitions(self) -> tuple[AmbitionEntry, ...]:
        """Return every ambition: those over the whole plan first, then theme by theme."""
        inside = (one for theme in self.themes for one in theme.ambitions)
        return (*self.overall, *inside)

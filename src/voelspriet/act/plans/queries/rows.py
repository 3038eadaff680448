# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows about plans, as doors and papers get them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from voelspriet.act.plans.choices import PlanVisibility
from voelspriet.act.plans.models import (
    EvaluationMoment,
    EveningIndicator,
    Measurement,
    Plan,
    ResidentCriterion,
)
from voelspriet.act.plans.rules.course import Course
from voelspriet.act.plans.rules.cycle import stage_on
from voelspriet.act.plans.rules.lacks import Lack
from voelspriet.act.plans.rules.remarks import Remark
from voelspriet.act.plans.rules.wording import number


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in a list; `owner_name` is empty when it is of nobody in particular."""

    reference: str
    title: str
    motto: str
    first_year: int
    last_year: int
    state: str
    state_label: str
    version: int
    owner_name: str
    is_public: bool


@dataclass(frozen=True, slots=True)
class AmbitionRow:
    """An ambition with its course today. `target` says in words what is wanted."""

    reference: str
    key: str
    statement: str
    is_process: bool
    indicator: str
    unit: str
    target: str
    deadline_words: str
    deadline_on: date | None
    course: Course
    course_label: str
    lacks: tuple[Lack, ...]

    @property
    def is_measurable(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class CourseCounts:
    """How many ambitions are where."""

    on: int = 0
    off: int = 0
    unknown: int = 0
    lacking: int = 0

    @property
    def every(self) -> int:
        """All of them together."""
        return self.on + self.off + self.unknown + self.lacking


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme in the overview."""

    reference: str
    number: int
    label: str
    motto: str
    field_label: str
    counts: CourseCounts


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """A measurement of an ambition."""

    on: date
    value: Decimal
    n: int | None
    design_effect: Decimal | None
    source: str
    is_same_question: bool
    is_of_who_came: bool
    difference: str
    note: str
    by_name: str

    @property
    def shown(self) -> str:
        """The value as it is read."""
        return number(self.value)

    @property
    def effect_shown(self) -> str:
        """The design effect as it is read; empty when nobody told it."""
        return "" if self.design_effect is None else number(self.design_effect)


@dataclass(frozen=True, slots=True)
class MomentRow:
    """Something of the cycle. `stage`: "", "ahead", "due" or "late", and "" once it was held.

    `programme_id` is that of the programme it belongs to, None for the whole plan.
    """

    id: int
    purpose_label: str
    what: str
    due_on: date
    day_words: str
    held_on: date | None
    outcome: str
    stage: str
    reminded_at: datetime | None
    plan_reference: str
    plan_title: str
    programme_id: int | None
    programme_name: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """By what residents judge a plan, and what was found."""

    id: int
    text: str
    set_by: str
    set_on: date
    finding: str
    reported_on: date | None


@dataclass(frozen=True, slots=True)
class LackRow:
    """An ambition with everything that is missing or should be looked at."""

    reference: str
    key: str
    statement: str
    theme_label: str
    lacks: tuple[Lack, ...]
    remarks: tuple[Remark, ...]


def plan_row(one: Plan) -> PlanRow:
    """Return the row of a plan, whose owner was loaded with it."""
    return PlanRow(
        reference=one.reference,
        title=one.title,
        motto=one.motto,
        first_year=one.first_year,
        last_year=one.last_year,
        state=one.state,
        state_label=one.get_state_display(),
        version=one.version,
        owner_name=one.owner.name if one.owner is not None else "",
        is_public=one.visibility == PlanVisibility.PUBLIC,
    )


@dataclass(frozen=True, slots=True)
class EveningIndicatorRow:
    """A question of an evening by which an ambition is noticed; `is_taken`: measured with it."""

    id: int
    evening_reference: str
    evening_title: str
    held_on: date
    question: str
    words: str
    answers: tuple[str, ...]
    answer_words: str
    is_taken: bool


def evening_indicator_row(one: EveningIndicator, *, is_taken: bool) -> EveningIndicatorRow:
    """Return the row of a question of an evening."""
    return EveningIndicatorRow(
        id=one.pk,
        evening_reference=one.evening_reference,
        evening_title=one.evening_title,
        held_on=one.held_on,
        question=one.question,
        words=one.words,
        answers=tuple(one.answers),
        answer_words=one.answer_words,
        is_taken=is_taken,
    )


def measurement_row(one: Measurement) -> MeasurementRow:
    """Return the row of a measurement."""
    return MeasurementRow(
        on=one.measured_on,
        value=one.value,
        n=one.n,
        design_effect=one.design_effect,
        source=one.source,
        is_same_question=one.is_same_question,
        is_of_who_came=one.evening_indicator_id is not None,
        difference=one.difference,
        note=one.note,
        by_name=one.by_name,
    )


def moment_row(one: EvaluationMoment, on: date) -> MomentRow:
    """Return the row of a moment, whose plan, programme and reminders were loaded with it."""
    told = [reminder.at for reminder in one.reminders.all()]
    stage = stage_on(one.due_on, on) if one.held_on is None else None
    return MomentRow(
        id=one.pk,
        purpose_label=one.get_purpose_display(),
        what=one.what,
        due_on=one.due_on,
        day_words=one.day_words,
        held_on=one.held_on,
        outcome=one.outcome,
        stage=str(stage or ""),
        reminded_at=max(told, default=None),
        plan_reference=one.plan.reference,
        plan_title=one.plan.title,
        programme_id=one.programme_id,
        programme_name=one.programme.name if one.programme is not None else "",
    )


def criterion_row(one: ResidentCriterion) -> CriterionRow:
    """Return the row of a criterion."""
    return CriterionRow(one.pk, one.text, one.set_by, one.set_on, one.finding, one.reported_on)

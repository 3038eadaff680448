# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ambitions of a plan with their course on a day: two questions, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import AmbitionKind, CourseState, TargetDirection
from voelspriet.act.plans.models import Ambition
from voelspriet.act.plans.queries.rows import AmbitionRow, CourseCounts
from voelspriet.act.plans.rules.course import course_of
from voelspriet.act.plans.rules.facts import YES_NO
from voelspriet.act.plans.rules.facts_of_rows import facts_of, measured_of
from voelspriet.act.plans.rules.lacks import lacks
from voelspriet.act.plans.rules.wording import with_unit


def ambition_rows(ambitions: Iterable[Ambition], *, on: date) -> tuple[AmbitionRow, ...]:
    """Return rows of ambitions whose measurements were loaded with them."""
    return tuple(ambition_row(one, on=on) for one in ambitions)


def ambition_row(one: Ambition, *, on: date) -> AmbitionRow:
    """Return an ambition with what can be said of it on a day."""
    facts = facts_of(one)
    course = course_of(facts, [measured_of(row) for row in one.measurements.all()], on=on)
    return AmbitionRow(
        reference=one.reference,
        key=one.key,
        statement=one.statement,
        is_process=one.kind == AmbitionKind.PROCESS,
        indicator=one.indicator,
        unit=one.unit,
        target=target_words(one),
        deadline_words=one.deadline_words,
        deadline_on=one.deadline_on,
        course=course,
        course_label=str(course.state.label),
        lacks=lacks(facts),
    )


def target_words(one: Ambition) -> str:
    """Return what an ambition wants, in a few words; empty when nothing says it."""
    if not one.target_direction:
        return ""
    way = str(TargetDirection(one.target_direction).label)
    if one.target_value == 1 and one.unit in YES_NO:
        return way
    if one.target_value is not None:
        return f"{way}: {with_unit(one.target_value, one.unit)}"
    if one.baseline_year is not None:
        return _("%(way)s, tegenover %(year)s") % {"way": way, "year": one.baseline_year}
    return way


def counts_of(rows: Sequence[AmbitionRow]) -> CourseCounts:
    """Count how many are on course, off it, not to be said, and not to be tested."""
    states = [row.course.state if row.is_measurable else None for row in rows]
    return CourseCounts(
        on=states.count(CourseState.ON),
        off=states.count(CourseState.OFF),
        unknown=states.count(CourseState.UNKNOWN),
        lacking=states.count(None),
    )

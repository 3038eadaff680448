# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything of a plan that its document prints: frame, themes, ambitions, cycle and budget."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import SafetyField, TargetDirection
from voelspriet.act.plans.models import Ambition, Measurement
from voelspriet.act.plans.queries.budget_page_rows import BudgetPage
from voelspriet.act.plans.queries.budgets import budget_page
from voelspriet.act.plans.queries.courses import target_words
from voelspriet.act.plans.queries.cycle import PlanCycle, plan_cycle
from voelspriet.act.plans.queries.found import read_plan
from voelspriet.act.plans.queries.frames import PlanFrame, plan_frame
from voelspriet.act.plans.rules.course import Course, course_of
from voelspriet.act.plans.rules.facts import YES_NO, AmbitionFacts
from voelspriet.act.plans.rules.facts_of_rows import facts_of, is_asked_at_evenings, measured_of
from voelspriet.act.plans.rules.lacks import Lack, lacks
from voelspriet.act.plans.rules.remarks import Remark, remarks
from voelspriet.act.plans.rules.wording import number, with_unit
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class PrintedAction:
    """What somebody does for an ambition; the ledger of agreements above this room knows it.

    `kept` says what came of it on the day agreed first. `is_internal`: colleagues alone see it.
    """

    what: str
    who: str
    area: str
    due_on: date
    state: str
    kept: str
    is_internal: bool
    years: frozenset[int]


@dataclass(frozen=True, slots=True)
class PrintedAmbition:
    """An ambition as the document prints it. Words are empty where the plan says nothing.

    `years` are those of its deadline and of its measuring, planned and done. `actions` are filled
    in by who knows the agreements.
    """

    key: str
    statement: str
    indicator: str
    source: str
    baseline: str
    target: str
    deadline: str
    measured: str
    paid_from: str
    waves: tuple[str, ...]
    course: Course
    lacks: tuple[Lack, ...]
    remarks: tuple[Remark, ...]
    years: frozenset[int] = frozenset()
    actions: tuple[PrintedAction, ...] = ()

    @property
    def is_measurable(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.lacks

    @property
    def course_label(self) -> str:
        """Return where it stands, or that nobody could tell."""
        return str(self.course.state.label) if self.is_measurable else _("Niet toetsbaar")


@dataclass(frozen=True, slots=True)
class PrintedTheme:
    """A theme with what is done for it."""

    number: int
    label: str
    motto: str
    challenge: str
    background: str
    field_label: str
    approach: tuple[str, ...]
    ambitions: tuple[PrintedAmbition, ...]


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """A whole plan, ready to be printed."""

    frame: PlanFrame
    cycle: PlanCycle
    budget: BudgetPage
    overall: tuple[PrintedAmbition, ...]
    themes: tuple[PrintedTheme, ...]

    @property
    def ambitions(self) -> tuple[PrintedAmbition, ...]:
        """Return all of them: those over the whole plan first, then theme by theme."""
        return (*self.overall, *(one for theme in self.themes for one in theme.ambitions))


def printed_plan(
    *, reference: str, by: Actor, on: date, money_of: tuple[int, int] | None = None
) -> PrintedPlan:
    """Return a plan `by` may read with all it prints; its money of some years if asked.

    Raises OutOfScope for any other plan.
    """
    plan = read_plan(reference, by)
    earlier: list[AmbitionFacts] = []
    of_theme: defaultdict[int | None, list[PrintedAmbition]] = defaultdict(list)
    for one in plan.ambitions.prefetch_related("measurements", "evening_indicators").order_by("id"):
        facts = facts_of(one)
        of_theme[one.theme_id].append(_ambition(one, facts, earlier, on, plan.first_year))
        earlier.append(facts)
    themes = plan.themes.prefetch_related("measures").order_by("position")
    return PrintedPlan(
        frame=plan_frame(reference=reference, by=by),
        cycle=plan_cycle(reference=reference, by=by, on=on),
        budget=budget_page(reference=reference, by=by, years=money_of),
        overall=tuple(of_theme[None]),
        themes=tuple(
            PrintedTheme(
                number=number,
                label=theme.label,
                motto=theme.motto,
                challenge=theme.challenge,
                background=theme.background,
                field_label=(
                    str(SafetyField(theme.safety_field).label) if theme.safety_field else ""
                ),
                approach=tuple(
                    one.text for one in sorted(theme.measures.all(), key=lambda m: m.position)
                ),
                ambitions=tuple(of_theme[theme.pk]),
            )
            for number, theme in enumerate(themes, 1)
        ),
    )


def _ambition(
    one: Ambition, facts: AmbitionFacts, earlier: list[AmbitionFacts], on: date, first_year: int
) -> PrintedAmbition:
    rows = sorted(one.measurements.all(), key=lambda row: row.measured_on)
    measured = [measured_of(row) for row in rows]
    years = ", ".join(str(year) for year in one.measured_years)
    return PrintedAmbition(
        key=one.key,
        statement=one.statement,
        indicator=one.indicator,
        source=one.indicator_source,
        baseline=_baseline(one),
        target=_target(one),
        deadline=_deadline(one),
        measured=", ".join(part for part in (one.measured_how, years) if part),
        paid_from=one.paid_from,
        waves=tuple(_wave(row, one.unit) for row in rows if row.measured_on <= on),
        course=course_of(facts, measured, on=on),
        lacks=lacks(facts),
        remarks=remarks(
            facts,
            earlier=earlier,
            measured=measured,
            is_asked_at_evenings=is_asked_at_evenings(one),
        ),
        years=_years(one, rows, first_year),
    )


def _years(one: Ambition, rows: list[Measurement], first_year: int) -> frozenset[int]:
    """Return the years an ambition is about: every one of them where it is due each year."""
    found = {*one.measured_years, *(row.measured_on.year for row in rows)}
    if one.deadline_on is not None:
        last = one.deadline_on.year
        found |= set(range(first_year, last + 1)) if one.is_yearly else {last}
    return frozenset(found)


def _wave(row: Measurement, unit: str) -> str:
    """Return a measurement in words: its value, of how many, when, and from what."""
    told = f"{with_unit(row.value, unit)} ({row.measured_on.year}"
    of = _(", n = %(n)s") % {"n": number(row.n)} if row.n else ""
    if row.design_effect is not None:
        of += _(", ontwerpeffect %(effect)s") % {"effect": number(row.design_effect)}
    other = _(", andere vraag") if not row.is_same_question else ""
    if row.evening_indicator_id is not None:
        other += _(", gezegd door wie naar een bewonersavond kwam")
    return f"{told}{of}{other}, {row.source})"


def _target(one: Ambition) -> str:
    """What has to be there is named by its indicator: "1 yes or no" adds nothing."""
    if one.unit in YES_NO and one.target_direction:
        return str(TargetDirection(one.target_direction).label)
    return target_words(one)


def _deadline(one: Ambition) -> str:
    """The words of the source, but a day as people write it."""
    if one.deadline_on is not None and one.deadline_words == one.deadline_on.isoformat():
        return date_format(one.deadline_on, "j F Y")
    return one.deadline_words


def _baseline(one: Ambition) -> str:
    if one.baseline_value is None:
        return str(one.baseline_year or "")
    value = with_unit(one.baseline_value, one.unit)
    if one.baseline_year is None:
        return value
    return _("%(value)s in %(year)s") % {"value": value, "year": one.baseline_year}

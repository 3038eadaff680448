# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a theme, an ambition, and what ambitions lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q

from voelspriet.act.plans.choices import AmbitionKind, IndicatorKind, SafetyField
from voelspriet.act.plans.models import Ambition, Measurement, MeasuringPayment, Theme
from voelspriet.act.plans.queries.courses import ambition_row, ambition_rows
from voelspriet.act.plans.queries.found import may_write, read_ambition, read_plan, read_theme
from voelspriet.act.plans.queries.rows import (
    AmbitionRow,
    EveningIndicatorRow,
    LackRow,
    MeasurementRow,
    PlanRow,
    evening_indicator_row,
    measurement_row,
    plan_row,
)
from voelspriet.act.plans.rules.facts import PER_CENT
from voelspriet.act.plans.rules.facts_of_rows import facts_of, is_asked_at_evenings, measured_of
from voelspriet.act.plans.rules.lacks import lacks
from voelspriet.act.plans.rules.remarks import Remark, RemarkAbout, remarks
from voelspriet.act.plans.rules.wording import with_unit
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ThemeDetail:
    """A theme with its ambitions and what is done for it.

    `paid`: of how many ambitions it says what pays for the measuring.
    """

    reference: str
    plan: PlanRow
    label: str
    motto: str
    challenge: str
    background: str
    field_label: str
    approach: tuple[str, ...]
    ambitions: tuple[AmbitionRow, ...]
    paid: int
    may_write: bool


@dataclass(frozen=True, slots=True)
class AmbitionDetail:
    """An ambition with its evidence, and what is done for the theme it stands in.

    `is_process_share`: its figure is a percentage of the own work, which this program reckons.
    `is_asked_share`: it is one of answers to a question.
    """

    row: AmbitionRow
    plan: PlanRow
    theme_reference: str
    theme_label: str
    kind_label: str
    indicator_kind_label: str
    indicator_source: str
    baseline_value: Decimal | None
    baseline_year: int | None
    is_relative: bool
    is_milestone: bool
    is_yearly: bool
    measured_how: str
    measured_years: tuple[int, ...]
    paid_from: str
    paid_years: tuple[int, ...]
    note: str
    source_section: str
    measurements: tuple[MeasurementRow, ...]
    is_process_share: bool
    is_asked_share: bool
    evening_indicators: tuple[EveningIndicatorRow, ...]
    remarks: tuple[Remark, ...]
    approach: tuple[str, ...]
    may_write: bool

    @property
    def baseline_shown(self) -> str:
        """The value at the start as it is read; empty when it is not known."""
        return "" if self.baseline_value is None else with_unit(self.baseline_value, self.row.unit)


def theme_detail(*, reference: str, by: Actor, on: date) -> ThemeDetail:
    """Return a theme of a plan `by` may read. Raises OutOfScope for any other."""
    one = read_theme(reference, by)
    ambitions = one.ambitions.prefetch_related("measurements").order_by("position", "id")
    return ThemeDetail(
        reference=one.reference,
        plan=plan_row(one.plan),
        label=one.label,
        motto=one.motto,
        challenge=one.challenge,
        background=one.background,
        field_label=str(SafetyField(one.safety_field).label) if one.safety_field else "",
        approach=_approach(one),
        ambitions=ambition_rows(ambitions, on=on),
        paid=_paid(one),
        may_write=may_write(one.plan, by),
    )


def _paid(theme: Theme) -> int:
    paying = MeasuringPayment.objects.filter(ambition=OuterRef("pk"))
    return theme.ambitions.filter(~Q(paid_from="") | Exists(paying)).count()


def ambition_detail(*, reference: str, by: Actor, on: date) -> AmbitionDetail:
    """Return an ambition of a plan `by` may read. Raises OutOfScope for any other."""
    one = read_ambition(reference, by)
    measured = sorted(one.measurements.all(), key=lambda row: row.measured_on)
    earlier = Ambition.objects.filter(plan_id=one.plan_id, pk__lt=one.pk).order_by("id")
    seen = remarks(
        facts_of(one),
        earlier=[facts_of(other) for other in earlier.filter(unit=one.unit)],
        measured=[measured_of(row) for row in measured],
        is_asked_at_evenings=is_asked_at_evenings(one),
    )
    row = ambition_row(one, on=on)
    kind = IndicatorKind(one.indicator_kind).label if one.indicator_kind else ""
    return AmbitionDetail(
        row=row,
        plan=plan_row(one.plan),
        theme_reference=one.theme.reference if one.theme else "",
        theme_label=one.theme.label if one.theme else "",
        kind_label=str(AmbitionKind(one.kind).label),
        indicator_kind_label=str(kind),
        indicator_source=one.indicator_source,
        baseline_value=one.baseline_value,
        baseline_year=one.baseline_year,
        is_relative=one.is_relative,
        is_milestone=one.is_milestone,
        is_yearly=one.is_yearly,
        measured_how=one.measured_how,
        measured_years=tuple(one.measured_years),
        paid_from=one.paid_from,
        paid_years=tuple(one.paid_years),
        note=one.note,
        source_section=one.source_section,
        measurements=tuple(measurement_row(row) for row in measured),
        is_process_share=row.unit == PER_CENT
        and one.indicator_kind == IndicatorKind.PROCESS_FIGURE,
        is_asked_share=facts_of(one).is_asked_share,
        evening_indicators=_evening_indicators(one, measured),
        # what the course says already is not said twice, and money has a place of its own
        remarks=tuple(
            told
            for told in seen
            if told.text not in row.course.reasons and told.about is not RemarkAbout.PAID_YEARS
        ),
        approach=_approach(one.theme) if one.theme else (),
        may_write=may_write(one.plan, by),
    )


def _evening_indicators(
    one: Ambition, measured: Sequence[Measurement]
) -> tuple[EveningIndicatorRow, ...]:
    taken = {row.evening_indicator_id for row in measured}
    rows = sorted(one.evening_indicators.all(), key=lambda row: (row.held_on, row.pk))
    return tuple(evening_indicator_row(row, is_taken=row.pk in taken) for row in rows)


@dataclass(frozen=True, slots=True)
class PlanLacks:
    """A plan and a page of its ambitions with something to tell."""

    plan: PlanRow
    page: Page[LackRow]


def plan_lacks(*, reference: str, by: Actor, cursor: str = "") -> PlanLacks:
    """Return the ambitions of a plan that lack something or ask to be looked at, in order.

    A page reads so many ambitions and shows those of them with something to tell.
    """
    plan = read_plan(reference, by)
    every = plan.ambitions.order_by("id")
    after = read_cursor(cursor, int)
    shown = every.filter(pk__gt=after[0]) if after else every
    loaded = shown.select_related("theme").prefetch_related("measurements", "evening_indicators")
    rows = list(loaded[: PAGE_SIZE + 1])
    facts = [(one.pk, facts_of(one)) for one in every]

    def row(one: Ambition) -> LackRow:
        own = facts_of(one)
        measured = [measured_of(seen) for seen in one.measurements.all()]
        earlier = [other for pk, other in facts if pk < one.pk and other.unit == own.unit]
        return LackRow(
            reference=one.reference,
            key=one.key,
            statement=one.statement,
            theme_label=one.theme.label if one.theme else "",
            lacks=lacks(own),
            remarks=remarks(
                own,
                earlier=earlier,
                measured=measured,
                is_asked_at_evenings=is_asked_at_evenings(one),
            ),
        )

    page = page_of(rows, PAGE_SIZE, row, lambda one: write_cursor(one.pk))
    told = tuple(one for one in page.items if one.lacks or one.remarks)
    return PlanLacks(plan_row(plan), Page(items=told, next_cursor=page.next_cursor))


def theme_values(*, reference: str, by: Actor) -> dict[str, Any]:
    """Return what the form of a theme starts with."""
    one = read_theme(reference, by)
    names = ("label", "motto", "challenge", "background", "safety_field")
    return {name: getattr(one, name) for name in names} | {"approach": _approach(one)}


def ambition_values(*, reference: str, by: Actor) -> dict[str, Any]:
    """Return what the form of an ambition starts with."""
    one = read_ambition(reference, by)
    names = (
        "key", "kind", "statement", "indicator", "indicator_kind", "indicator_source", "unit",
        "baseline_value", "baseline_year", "target_value", "target_direction", "is_relative",
        "is_milestone", "measured_how", "measured_years", "paid_from", "paid_years", "note",
    )  # fmt: skip
    return {name: getattr(one, name) for name in names} | {"deadline": one.deadline_words}


def _approach(theme: Theme) -> tuple[str, ...]:
    return tuple(theme.measures.order_by("position").values_list("text", flat=True))

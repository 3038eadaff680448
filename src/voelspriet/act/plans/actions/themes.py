# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing themes and ambitions, and recording what was measured."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from voelspriet.act.plans.actions.places import next_place
from voelspriet.act.plans.actions.plans import audit
from voelspriet.act.plans.models import (
    Ambition,
    ApproachMeasure,
    EveningIndicator,
    Measurement,
    Plan,
    Theme,
)
from voelspriet.act.plans.rules.access import written_plan, written_row
from voelspriet.act.plans.rules.deadlines import deadline_of
from voelspriet.act.plans.told import AmbitionTold, MeasurementTold, ThemeTold
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import new_reference
from voelspriet.lib.working_days import dutch_day

MOST_EFFECT = 999
THEME_FIELDS = ("label", "motto", "challenge", "background", "safety_field")
AMBITION_FIELDS = (
    "key", "statement", "kind", "indicator", "indicator_kind", "indicator_source", "unit",
    "baseline_value", "baseline_year", "target_value", "target_direction", "is_relative",
    "is_milestone", "measured_how", "paid_from", "note",
)  # fmt: skip


@action
def add_theme(*, plan_reference: str, told: ThemeTold, by: Actor, at: datetime) -> str:
    """Add a theme at the end of a plan; return its reference."""
    plan = written_plan(plan_reference, by)
    theme = Theme(plan=plan, reference=new_reference("T"), position=next_place(plan.themes))
    _fill(theme, told)
    audit("plan.theme_add", plan, by, at)
    return theme.reference


@action
def change_theme(*, reference: str, told: ThemeTold, by: Actor, at: datetime) -> None:
    """Change a theme and what is done for it."""
    theme, plan = written_theme(reference, by)
    _fill(theme, told)
    audit("plan.theme_change", plan, by, at)


def _fill(theme: Theme, told: ThemeTold) -> None:
    for name in THEME_FIELDS:
        setattr(theme, name, getattr(told, name))
    theme.save()
    theme.measures.all().delete()
    ApproachMeasure.objects.bulk_create(
        ApproachMeasure(theme=theme, position=number, text=text)
        for number, text in enumerate(told.approach, 1)
    )


@action
def add_ambition(
    *, plan_reference: str, theme_reference: str, told: AmbitionTold, by: Actor, at: datetime
) -> str:
    """Add an ambition to a theme, or to the whole plan without one; return its reference.

    Nothing of it is compulsory but what it says: the page tells what is missing. Refuses a key
    that is taken, and a term that says no day.
    """
    plan = written_plan(plan_reference, by)
    theme = plan.themes.filter(reference=theme_reference).first() if theme_reference else None
    if theme is None and theme_reference:
        raise OutOfScope(_("Dit thema is er niet."))
    there = plan.ambitions.filter(theme=theme)
    one = Ambition(plan=plan, theme=theme, reference=new_reference("D"), position=next_place(there))
    _state(one, plan, told)
    audit("plan.ambition_add", plan, by, at)
    return one.reference


@action
def change_ambition(*, reference: str, told: AmbitionTold, by: Actor, at: datetime) -> None:
    """Change an ambition. Refuses as `add_ambition` does."""
    one, plan = written_ambition(reference, by)
    _state(one, plan, told)
    audit("plan.ambition_change", plan, by, at)


def _state(one: Ambition, plan: Plan, told: AmbitionTold) -> None:
    taken = plan.ambitions.filter(key=told.key).exclude(pk=one.pk)
    if taken.exists():
        raise Refused(_("Deze afkorting is al van een andere ambitie."), field="key")
    if told.target_value is not None and not told.target_direction:
        raise Refused(
            _("Zeg of het ten minste of ten hoogste zo veel is."), field="target_direction"
        )
    if told.is_milestone and told.target_value is None:
        raise Refused(
            _("Zeg hoeveel er tot stand komt; voor één ding is dat 1."), field="target_value"
        )
    deadline = deadline_of(told.deadline, last_year=plan.last_year) if told.deadline else None
    if told.deadline and deadline is None:
        raise Refused(
            _("Schrijf een jaar of een dag: 2022, 2022-12-31, medio 2019, jaarlijks vanaf 2019."),
            field="deadline",
        )
    for name in AMBITION_FIELDS:
        setattr(one, name, getattr(told, name))
    one.deadline_words = told.deadline
    one.deadline_on = deadline.on if deadline else None
    one.is_yearly = bool(deadline and deadline.is_yearly)
    one.measured_years, one.paid_years = list(told.measured_years), list(told.paid_years)
    one.save()


@action
def record_measurement(*, reference: str, told: MeasurementTold, by: Actor, at: datetime) -> None:
    """Keep what was measured for an ambition.

    Refuses a day to come, a second measurement of one day, and a percentage outside 0 to 100;
    another question must say what differs, and a design effect is 1 or more, of answers.
    """
    one, plan = written_ambition(reference, by)
    keep_measurement(one, told, by=by, at=at)
    audit("plan.measure", plan, by, at)


def keep_measurement(
    one: Ambition,
    told: MeasurementTold,
    *,
    by: Actor,
    at: datetime,
    indicator: EveningIndicator | None = None,
) -> None:
    """Keep a measurement in this transaction, refusing as `record_measurement` does."""
    if told.measured_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="measured_on")
    if one.measurements.filter(measured_on=told.measured_on).exists():
        raise Refused(_("Van deze dag staat er al een meting."), field="measured_on")
    if one.unit == "%" and not one.is_relative and not 0 <= told.value <= 100:  # noqa: PLR2004  %
        raise Refused(_("Een percentage ligt tussen 0 en 100."), field="value")
    if not told.is_same_question and not told.difference:
        raise Refused(_("Zeg wat er anders is aan de vraag."), field="difference")
    if told.design_effect is not None:
        _must_fit_answers(told.design_effect, told.n)
    Measurement.objects.create(
        ambition=one,
        measured_on=told.measured_on,
        value=told.value,
        n=told.n,
        design_effect=told.design_effect,
        source=told.source,
        evening_indicator=indicator,
        is_same_question=told.is_same_question,
        difference="" if told.is_same_question else told.difference,
        note=told.note,
        by_id=by.user_id,
        by_name=by.name,
        at=at,
    )


def _must_fit_answers(design_effect: Decimal, n: int | None) -> None:
    if n is None:
        raise Refused(_("Vul bij een ontwerpeffect ook het aantal antwoorden in."), field="n")
    if not 1 <= design_effect <= MOST_EFFECT:
        raise Refused(_("Een ontwerpeffect is 1 of meer, en minder dan 1000."),
                      field="design_effect")  # fmt: skip


def written_theme(reference: str, by: Actor) -> tuple[Theme, Plan]:
    """Return a theme and its plan, which `by` writes."""
    rows = Theme.objects.filter(reference=reference)
    return written_row(rows, by, _("Dit thema is er niet."))


def written_ambition(reference: str, by: Actor) -> tuple[Ambition, Plan]:
    """Return an ambition and its plan, which `by` writes."""
    rows = Ambition.objects.filter(reference=reference)
    return written_row(rows, by, _("Deze ambitie is er niet."))

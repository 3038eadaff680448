# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cycle of a plan: programmes, moments, who is told of them, and by what residents judge."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.plans.actions.plans import audit
from voelspriet.act.plans.choices import MomentPurpose
from voelspriet.act.plans.models import (
    ActionProgramme,
    EvaluationMoment,
    MomentReminder,
    Plan,
    ResidentCriterion,
)
from voelspriet.act.plans.queries.cycle import untold_moments
from voelspriet.act.plans.rules.access import row_of, written_plan, written_row
from voelspriet.act.plans.rules.cycle import stage_on
from voelspriet.act.plans.rules.removing import why_programme_stays
from voelspriet.act.plans.told import ProgrammeTold
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def add_moment(
    *, reference: str, purpose: MomentPurpose, what: str, due_on: date, by: Actor, at: datetime
) -> None:
    """Add something that falls due. Refuses the same thing twice on one day."""
    plan = written_plan(reference, by)
    if plan.moments.filter(what=what, due_on=due_on).exists():
        raise Refused(_("Dit staat er al op deze dag."), field="what")
    EvaluationMoment.objects.create(plan=plan, purpose=purpose, what=what, due_on=due_on)
    audit("plan.moment_add", plan, by, at)


@action
def hold_moment(*, moment_id: int, held_on: date, outcome: str, by: Actor, at: datetime) -> None:
    """Say that something was done, when and what came of it. Refuses a day to come."""
    moment, plan = _written_moment(moment_id, by)
    if held_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="held_on")
    EvaluationMoment.objects.filter(pk=moment.pk).update(held_on=held_on, outcome=outcome)
    audit("plan.moment_hold", plan, by, at)


@action
def remove_moment(*, moment_id: int, by: Actor, at: datetime) -> None:
    """Take something off the cycle. Refuses what was done: that stays written down."""
    moment, plan = _written_moment(moment_id, by)
    if moment.held_on is not None:
        raise Refused(_("Wat gedaan is, blijft in de cyclus staan."))
    moment.delete()
    audit("plan.moment_remove", plan, by, at)


def _written_moment(moment_id: int, by: Actor) -> tuple[EvaluationMoment, Plan]:
    rows = EvaluationMoment.objects.filter(pk=moment_id)
    return written_row(rows, by, _("Dit moment is er niet."))


@action
def write_programme(
    *,
    reference: str,
    programme_id: int | None = None,
    told: ProgrammeTold,
    by: Actor,
    at: datetime,
) -> None:
    """Add an action programme to a plan, or change one.

    Refuses years outside the plan, and years of another programme.
    """
    plan = written_plan(reference, by)
    one = _programme(plan, programme_id) if programme_id else ActionProgramme(plan=plan)
    if not plan.first_year <= told.first_year <= plan.last_year:
        raise Refused(_outside(plan), field="first_year")
    if not told.first_year <= told.last_year <= plan.last_year:
        raise Refused(_outside(plan), field="last_year")
    others = plan.programmes.exclude(pk=one.pk)
    if others.filter(first_year__lte=told.last_year, last_year__gte=told.first_year).exists():
        raise Refused(_("In deze jaren loopt al een actieprogramma."), field="first_year")
    one.name, one.approved_by = told.name, told.approved_by
    one.first_year, one.last_year = told.first_year, told.last_year
    one.save()
    audit("plan.programme_write", plan, by, at)


@action
def remove_programme(*, reference: str, programme_id: int, by: Actor, at: datetime) -> None:
    """Take an action programme out of a plan. Refuses one with moments in the cycle."""
    plan = written_plan(reference, by)
    one = _programme(plan, programme_id)
    if why := why_programme_stays(one):
        raise Refused(why)
    one.delete()
    audit("plan.programme_remove", plan, by, at)


@action
def choose_moments(
    *, reference: str, programme_id: int, moment_ids: Collection[int], by: Actor, at: datetime
) -> None:
    """Say which moments of the cycle belong to a programme: these and no others.

    A moment belongs to one programme or none: one that stood with another comes here, and one
    that was left out is of the whole plan again. OutOfScope for moments of another plan.
    """
    plan = written_plan(reference, by)
    one = _programme(plan, programme_id)
    chosen = plan.moments.filter(pk__in=sorted(moment_ids))
    if chosen.count() != len(set(moment_ids)):
        raise OutOfScope(_("Dit moment is er niet."))
    one.moments.exclude(pk__in=sorted(moment_ids)).update(programme=None)
    chosen.update(programme=one)
    audit("plan.programme_moments", plan, by, at)


def _programme(plan: Plan, programme_id: int) -> ActionProgramme:
    return row_of(plan.programmes.all(), programme_id, _("Dit actieprogramma is er niet."))


def _outside(plan: Plan) -> str:
    told = _("Een actieprogramma valt in de jaren van het plan: %(first)s tot en met %(last)s.")
    return told % {"first": plan.first_year, "last": plan.last_year}


@action
def remind_of_moments(*, by: Actor, at: datetime) -> tuple[tuple[str, date, str], ...]:
    """Tell owners of adopted plans what comes in eight weeks, is due, or is four weeks late.

    Each moment is told once a stage, however often this runs; who follows the plan finds it
    under Today, and `answer.replies` mails it to them. Returns what was told: what, when due,
    which stage.
    """
    on = dutch_day(at)
    told = [(one, stage_on(one.due_on, on)) for one in untold_moments(on=on)]
    reminders = [MomentReminder(moment=one, stage=stage, at=at) for one, stage in told if stage]
    MomentReminder.objects.bulk_create(reminders, ignore_conflicts=True)
    record("plan.remind", by=by, at=at, subject="plan", moments=len(reminders))
    return tuple((one.moment.what, one.moment.due_on, str(one.stage)) for one in reminders)


@action
def set_criterion(
    *, reference: str, text: str, set_by: str, set_on: date, by: Actor, at: datetime
) -> None:
    """Write down by what residents will judge a plan.

    Refuses a day on or after the plan's first, and a day to come: what was thought of
    afterwards is no criterion.
    """
    plan = written_plan(reference, by)
    begins_on = date(plan.first_year, 1, 1)
    if set_on >= begins_on:
        why = _("Criteria van bewoners staan vast voordat het plan begint, op 1 januari %(year)s.")
        raise Refused(why % {"year": plan.first_year}, field="set_on")
    if set_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="set_on")
    ResidentCriterion.objects.create(
        plan=plan, text=text, set_by=set_by, set_on=set_on, begins_on=begins_on
    )
    audit("plan.criterion_set", plan, by, at)


@action
def report_criterion(
    *, criterion_id: int, finding: str, reported_on: date, by: Actor, at: datetime
) -> None:
    """Say what was found for a criterion. Refuses a day before the plan began, or to come."""
    rows = ResidentCriterion.objects.filter(pk=criterion_id)
    found, plan = written_row(rows, by, _("Dit criterium is er niet."))
    if reported_on < found.begins_on or reported_on > dutch_day(at):
        raise Refused(
            _("Kies een dag na het begin van het plan en niet na vandaag."), field="reported_on"
        )
    ResidentCriterion.objects.filter(pk=found.pk).update(finding=finding, reported_on=reported_on)
    audit("plan.criterion_report", plan, by, at)

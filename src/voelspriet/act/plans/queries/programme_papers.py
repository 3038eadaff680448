# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything an action programme prints: its plan, with what falls in the programme's years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.cycle import PlanCycle, ProgrammeRow
from voelspriet.act.plans.queries.found import read_plan
from voelspriet.act.plans.queries.plan_papers import PrintedAmbition, PrintedPlan, printed_plan
from voelspriet.ground.privacy.actors import Actor, OutOfScope


@dataclass(frozen=True, slots=True)
class PrintedProgramme:
    """A programme; `plan` holds what falls in its years.

    `undated` are ambitions without any year: they fall in no programme.
    """

    programme: ProgrammeRow
    plan: PrintedPlan
    undated: tuple[PrintedAmbition, ...]


def printed_programme(*, reference: str, first_year: int, by: Actor, on: date) -> PrintedProgramme:
    """Return the programme of a plan `by` may read that begins in a year, as it is on a day.

    Raises OutOfScope for a plan `by` may not read, and where no programme begins then.
    """
    found = read_plan(reference, by).programmes.filter(first_year=first_year).first()
    if found is None:
        raise OutOfScope(_("Dit actieprogramma is er niet."))
    years = (found.first_year, found.last_year)
    plan = printed_plan(reference=reference, by=by, on=on, money_of=years)
    programme = next(one for one in plan.cycle.programmes if one.first_year == first_year)
    return PrintedProgramme(
        programme=programme,
        plan=_in_years(plan, range(years[0], years[1] + 1), programme.id),
        undated=tuple(one for one in plan.ambitions if not one.years),
    )


def _in_years(plan: PrintedPlan, years: range, programme_id: int) -> PrintedPlan:
    return replace(
        plan,
        cycle=_cycle(plan.cycle, years, programme_id),
        overall=_about(plan.overall, years),
        themes=tuple(
            replace(theme, ambitions=_about(theme.ambitions, years)) for theme in plan.themes
        ),
    )


def _about(ambitions: tuple[PrintedAmbition, ...], years: range) -> tuple[PrintedAmbition, ...]:
    return tuple(one for one in ambitions if any(year in years for year in one.years))


def _cycle(cycle: PlanCycle, years: range, programme_id: int) -> PlanCycle:
    """Return what belongs to the programme, and what else falls due or was held in its years."""
    return replace(
        cycle,
        moments=tuple(
            one
            for one in cycle.moments
            if one.programme_id == programme_id
            or one.due_on.year in years
            or (one.held_on is not None and one.held_on.year in years)
        ),
        decisions=tuple(one for one in cycle.decisions if one.decided_on.year in years),
    )

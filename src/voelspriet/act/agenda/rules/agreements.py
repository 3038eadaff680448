# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and end an agreement, the quick days to promise, and what "late" is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import (
    SATURDAY,
    add_working_days,
    dutch_day,
    is_working_day,
    working_days_between,
)

WHAT_LIMIT = 300
REASON_LIMIT = 300
RESULT_LIMIT = 2000
LONGEST_DAYS = 400  # beyond a year it is a plan, no agreement
TWO_WEEKS = 10  # working days
READS_ALL = (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class QuickDay:
    """A day that can be promised with one press."""

    code: str
    label: str
    day: date


def quick_days(today: date) -> tuple[QuickDay, ...]:
    """Return the days people promise most, each a working day.

    "This week" is the last working day left in it, today included; none left: the next one.
    """
    week = [today + timedelta(days=n) for n in range(SATURDAY - min(today.weekday(), SATURDAY))]
    left = [day for day in week if is_working_day(day)]
    this_week = QuickDay("week", _("Deze week"), left[-1]) if left else None
    return (
        this_week or QuickDay("week", _("Volgende werkdag"), add_working_days(today, 1)),
        QuickDay("two_weeks", _("Over 2 weken"), add_working_days(today, TWO_WEEKS)),
        QuickDay("month", _("Over een maand"), working_day_from(today + timedelta(days=30))),
    )


def working_day_from(day: date) -> date:
    """Return `day`, or the first working day after it."""
    return day if is_working_day(day) else add_working_days(day, 1)


def week_of(day: date) -> tuple[date, date]:
    """Return the Monday and Sunday of the week of `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def counted_days(made_at: datetime, first_due_on: date) -> dict[str, Any]:
    """Return the columns a new agreement is counted with: when entered, and the term promised.

    The term is in working days; 0 for what was written down after its own day.
    """
    entered = dutch_day(made_at)
    return {"entered_on": entered, "term": working_days_between(entered, first_due_on)}


def is_overdue(agreement: Agreement, on: date) -> bool:
    """Tell whether an agreement still runs after the day it was to be done."""
    return agreement.state == AgreementState.OPEN and agreement.due_on < on


def directs(by: Actor, agreement: Agreement) -> bool:
    """Tell whether `by` is an adviser of the area the agreement is for."""
    return by.municipality_id == agreement.municipality_id and by.advises(agreement.area_id)


def carries_out(by: Actor, agreement: Agreement) -> bool:
    """Tell whether `by` handles matters for the organisation that promised it."""
    return by.has(Role.HANDLER) and agreement.organisation_id in by.organisation_ids


def visible_agreements(by: Actor) -> QuerySet[Agreement]:
    """Return the agreements `by` may see.

    Advisers those of their areas, handlers those of their organisations; director, policy
    adviser and executive those of the municipality. Nobody else sees any.
    """
    if not by.is_staff or by.municipality_id is None:
        return Agreement.objects.none()
    here = Agreement.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    parties = sorted(by.organisation_ids) if by.has(Role.HANDLER) else []
    return here.filter(Q(area_id__in=areas) | Q(organisation_id__in=parties))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars behind a key: of a colleague, and of an organisation. Titles only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement, CalendarKey, Meeting
from voelspriet.act.agenda.queries.calendars import MOST, Calendar, CalendarEntry, meeting_entry
from voelspriet.act.agenda.rules import visible_agreements
from voelspriet.act.agenda.rules.calendar_keys import hash_of
from voelspriet.act.agenda.rules.meetings import THREE_MONTHS, visible_meetings
from voelspriet.ground.network.queries import organisations
from voelspriet.ground.people.queries import actor_for
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.icalendars import Event
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """A calendar a colleague can have an address for; `made_at` is None without one.

    `organisation_id` is None for the colleague's own.
    """

    organisation_id: int | None
    name: str
    made_at: datetime | None


def keyed_calendar(*, key: str, at: datetime) -> Calendar | None:
    """Return what whoever holds this key may follow, titles only; None when it opens nothing.

    A colleague's: the meetings and running agreements their roles and areas of today show; who
    has left sees nothing, whatever key they hold. An organisation's: the meetings it is invited
    to and what it agreed to do. Agreements stand on the day they are due.
    """
    found = (
        CalendarKey.objects.filter(key_hash=hash_of(key), withdrawn_at__isnull=True)
        .select_related("organisation")
        .first()
    )
    if found is None:
        return None
    if found.organisation is not None:
        party = found.organisation
        return (
            _calendar(
                party.name,
                Meeting.objects.filter(organisations=party),
                Agreement.objects.filter(organisation=party),
                at,
            )
            if party.is_active
            else None
        )
    by = actor_for(
        user_id=found.user_id or 0, on=dutch_day(at), municipality_id=found.municipality_id
    )
    return _calendar(by.name, visible_meetings(by), visible_agreements(by), at) if by else None


def own_calendars(*, by: Actor) -> tuple[OwnCalendar, ...]:
    """Return the calendars `by` can have an address for: their own, then their organisations'."""
    keys = CalendarKey.objects.filter(
        municipality_id=by.municipality_id or 0, withdrawn_at__isnull=True
    )
    mine = dict(keys.filter(user_id=by.user_id or 0).values_list("user_id", "made_at"))
    own = OwnCalendar(None, by.name, mine.get(by.user_id or 0))
    if not by.has(Role.HANDLER):
        return (own,)
    theirs = dict(
        keys.filter(organisation_id__in=sorted(by.organisation_ids)).values_list(
            "organisation_id", "made_at"
        )
    )
    parties = [row for row in organisations(by=by) if row.id in by.organisation_ids]
    return (own, *(OwnCalendar(row.id, row.name, theirs.get(row.id)) for row in parties))


def _calendar(
    name: str, meetings: QuerySet[Meeting], agreements: QuerySet[Agreement], at: datetime
) -> Calendar:
    held = meetings.filter(starts_at__gte=at - THREE_MONTHS).select_related("area", "municipality")
    due = agreements.filter(
        state=AgreementState.OPEN, due_on__gte=dutch_day(at - THREE_MONTHS)
    ).select_related("area", "municipality", "organisation", "move")
    entries = [meeting_entry(one) for one in held.order_by("starts_at", "id")[:MOST]]
    entries += [_due(one) for one in due.order_by("due_on", "id")[:MOST]]
    return Calendar(name, tuple(entries))


def _due(agreement: Agreement) -> CalendarEntry:
    """Return the day an agreement is due, without a word of what was agreed."""
    move = getattr(agreement, "move", None)
    event = Event(
        uid=f"{agreement.reference}@voelspriet",
        title=_("Afspraak klaar: %(organisation)s, %(area)s")
        % {"organisation": agreement.organisation.name, "area": agreement.area.name},
        starts_at=agreement.made_at,
        ends_at=agreement.made_at,
        changed_at=move.at if move else agreement.made_at,
        sequence=1 if move else 0,
        whole_day=agreement.due_on,
    )
    town = agreement.municipality.slug
    return CalendarEntry(event, agreement.reference, town, agreement.area.slug, is_agreement=True)

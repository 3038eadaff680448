# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: agreements to follow, meetings to lead, a calendar key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.actions.passing import pass_agreements
from voelspriet.act.agenda.choices import AgreementState, MeetingState
from voelspriet.act.agenda.models import Agreement, CalendarKey, Meeting
from voelspriet.ground.people.holdings import (
    Held,
    Ownerless,
    held_source,
    ownerless_source,
    passing_source,
    user_columns,
)
from voelspriet.ground.people.queries import areas_owned

user_columns(
    duties={"agenda.Agreement.follower", "agenda.CalendarKey.user"},
    facts={
        "agenda.Agreement.made_by_id",
        "agenda.AreaAgenda.made_by_id",
        "agenda.Incident.opened_by_id",
        "agenda.Meeting.made_by_id",
        "agenda.PriorityTask.made_by_id",
        "agenda.SafetyCheck.made_by_id",
    },
)
passing_source(pass_agreements)
RUNNING = Q(state=AgreementState.OPEN)


@held_source
def agenda_held(user_id: int, area_ids: frozenset[int]) -> Iterator[Held]:
    """Return running agreements and planned meetings of areas, and the keys of one's calendar."""
    inside = Q(area_id__in=sorted(area_ids))
    running = (
        Agreement.objects.filter(RUNNING, inside)
        .order_by()
        .values("area_id")
        .annotate(every=Count("pk"), own=Count("pk", filter=Q(follower_id=user_id)))
    )
    for row in running:
        yield Held("agreements", _("Lopende afspraken"), row["every"], row["area_id"])
        yield Held("followed", _("Daarvan volgt deze collega zelf"), row["own"], row["area_id"])
    planned = Meeting.objects.filter(inside, state=MeetingState.PLANNED).order_by()
    for row in planned.values("area_id").annotate(every=Count("pk")):
        yield Held("meetings", _("Bijeenkomsten om te leiden"), row["every"], row["area_id"])
    elsewhere = Agreement.objects.filter(RUNNING, follower_id=user_id).exclude(inside)
    yield Held("elsewhere", _("Afspraken in een ander gebied"), elsewhere.count())
    keys = CalendarKey.objects.filter(user_id=user_id, withdrawn_at__isnull=True)
    yield Held("calendar_keys", _("Eigen agenda-adres: dat stopt"), keys.count())


@ownerless_source
def agenda_without_duo(municipality_id: int, on: date) -> Iterator[Ownerless]:
    """Return running agreements and planned meetings nobody sees to, and keys that still work."""
    owned = sorted(areas_owned(municipality_id=municipality_id, on=on))
    here = Q(municipality_id=municipality_id)
    lost = Agreement.objects.filter(here, RUNNING).filter(
        ~Q(area_id__in=owned) | Q(follower__is_active=False)
    )
    for reference in lost.values_list("reference", flat=True):
        yield Ownerless("agreement", reference)
    planned = Meeting.objects.filter(here, state=MeetingState.PLANNED).exclude(area_id__in=owned)
    for reference in planned.values_list("reference", flat=True):
        yield Ownerless("meeting", reference)
    keys = CalendarKey.objects.filter(here, withdrawn_at__isnull=True, user__is_active=False)
    for pk in keys.values_list("pk", flat=True):
        yield Ownerless("calendar_key", str(pk))

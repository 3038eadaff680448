# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of meetings, and where we were and were not."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.act.agenda.forms.meetings import MeetingFilterForm
from voelspriet.act.agenda.queries.meetings import MeetingFilters
from voelspriet.act.agenda.queries.meetings import meetings as meeting_page
from voelspriet.act.agenda.queries.presence import presence as presence_overview
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.choices import every_area, own_areas
from voelspriet.ground.privacy.choices import Role

OVERSEERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)
READERS = (*OVERSEERS, Role.HANDLER)


@require_safe
@staff(*READERS)
def meetings(request: StaffRequest) -> HttpResponseBase:
    """List meetings, filtered by what stands in the address; for advisers, kinds to plan."""
    adviser = request.actor.has(Role.AREA_ADVISER)
    form = MeetingFilterForm(
        request.GET, areas=own_areas(request) if adviser else every_area(request)
    )
    chosen = form.cleaned_data if form.is_valid() else {}
    when = chosen.get("wanneer") or "coming"
    page = meeting_page(
        filters=MeetingFilters(
            when="" if when == "all" else when,
            kind=chosen.get("soort", ""),
            area_id=chosen.get("gebied"),
        ),
        by=request.actor,
        at=request.at,
        cursor=request.GET.get("na", ""),
    )
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
        "kinds": MeetingKind if adviser and request.actor.area_ids else (),
        "area_id": chosen.get("gebied") if adviser else None,
        "sees_presence": request.actor.has(*OVERSEERS),
    }
    return render(request, "workspace/meetings.html", context)


@require_safe
@staff(*OVERSEERS)
def presence(request: StaffRequest) -> HttpResponseBase:
    """Show per area where moments were and will be, how many came, and where nobody was."""
    context = {
        "presence": presence_overview(by=request.actor, at=request.at),
        "may_plan": request.actor.has(Role.AREA_ADVISER),
    }
    return render(request, "workspace/presence.html", context)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of incidents."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from voelspriet.act.agenda.queries.incidents import incidents as incident_page
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.privacy.choices import Role

READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.EXECUTIVE)


@require_safe
@staff(*READERS)
def incidents(request: StaffRequest) -> HttpResponseBase:
    """List incidents, the newest first; an adviser opens one here."""
    page = incident_page(by=request.actor, at=request.at, cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "may_open": request.actor.has(Role.AREA_ADVISER) and request.actor.area_ids,
    }
    return render(request, "workspace/incidents.html", context)

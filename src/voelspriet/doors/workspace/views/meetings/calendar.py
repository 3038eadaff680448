# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A meeting as a file for any calendar, and the addresses of one's own calendars."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions import make_calendar_key, withdraw_calendar_key
from voelspriet.act.agenda.queries.calendars import meeting_calendar
from voelspriet.act.agenda.queries.own_calendars import own_calendars
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.meetings.listing import READERS
from voelspriet.lib.icalendars import MEDIA_TYPE, write_calendar


@require_safe
@staff(*READERS)
def meeting_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Return one meeting as a file to put in a calendar or send along with a mail."""
    calendar = meeting_calendar(reference=reference, by=request.actor)
    url = settings.PUBLIC_URL + reverse("workspace:meeting", args=(reference,))
    events = [replace(entry.event, url=url) for entry in calendar.entries]
    response = HttpResponse(
        write_calendar(name=calendar.name, events=events), content_type=MEDIA_TYPE
    )
    response["Content-Disposition"] = f'attachment; filename="{reference}.ics"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def calendar(request: StaffRequest) -> HttpResponseBase:
    """Give the address of one's own calendar or one's organisation's, once, or withdraw it."""
    address, chosen = "", None
    if request.method == "POST":
        chosen = _organisation(request)
        if request.POST.get("deed") == "withdraw":
            withdraw_calendar_key(organisation_id=chosen, by=request.actor, at=request.at)
        else:
            key = make_calendar_key(organisation_id=chosen, by=request.actor, at=request.at)
            address = settings.PUBLIC_URL + reverse("api:colleague_calendar", args=(key,))
    context = {
        "calendars": own_calendars(by=request.actor),
        "address": address,
        "chosen": chosen,
    }
    return render(request, "workspace/calendar.html", context)


def _organisation(request: StaffRequest) -> int | None:
    """Return whose calendar is meant: an organisation of the colleague, or None for their own."""
    given = request.POST.get("organisation", "")
    mine = {str(number): number for number in request.actor.organisation_ids}
    if given and given not in mine:
        raise Http404
    return mine.get(given)

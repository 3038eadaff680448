# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One meeting: its agenda, what was said, who came, and the deeds of who leads it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.choices import AttendeeKind, MeetingKind, MeetingState
from voelspriet.act.agenda.forms.meetings import (
    AboutForm,
    AlongForm,
    CancelForm,
    ChangeForm,
    CloseForm,
    HoldForm,
    InviteForm,
    MinuteForm,
    PointForm,
    start_of_change,
)
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.act.agenda.queries.meeting_rows import MeetingDetail, MeetingRow
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import open_organisations
from voelspriet.doors.workspace.views.meetings.deeds import DEEDS
from voelspriet.doors.workspace.views.meetings.listing import READERS
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day
from voelspriet.listen.evenings.queries.attendance import took_part
from voelspriet.listen.evenings.queries.listing import evening_of_meeting
from voelspriet.listen.intake.queries import signal_rows


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def meeting(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one meeting; its adviser changes it and writes down what happens."""
    detail = meeting_detail(reference=reference, by=request.actor, at=request.at)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    found = _forms(request, detail, {deed: request.POST}).get(deed)
    run = DEEDS.get(deed.split("-", 1)[0])
    if found is None or run is None:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            run(request, reference, found.cleaned_data | {"deed": deed, "form": found})
            return redirect("workspace:meeting", reference)
    again = meeting_detail(reference=reference, by=request.actor, at=request.at)
    return _page(request, again, {deed: found})


def _forms(
    request: StaffRequest, detail: MeetingDetail, posted: dict[str, Any]
) -> dict[str, forms.Form]:
    """Return every form of the page by deed; those of points and languages with what they are."""
    row = detail.meeting
    begin = start_of_change(row.starts_at, row.ends_at, row.place)
    found: dict[str, forms.Form] = {
        "change": ChangeForm(posted.get("change"), initial=begin, auto_id="id_change_%s"),
        "cancel": CancelForm(posted.get("cancel"), auto_id="id_cancel_%s"),
        "hold": HoldForm(
            posted.get("hold"),
            counts=row.is_public,
            initial=_numbers(detail) or _of_evening(request, detail),
            auto_id="id_hold_%s",
        ),
        "point": PointForm(posted.get("point"), auto_id="id_point_%s"),
        "minute": MinuteForm(posted.get("minute"), auto_id="id_minute_%s"),
        **_company(request, detail, posted),
    }
    for language, _name in settings.LANGUAGES:
        name = f"about-{language}"
        start = {"about": detail.texts.get(language, "")}
        found[name] = AboutForm(posted.get(name), initial=start, auto_id=f"id_{name}_%s")
    for point in detail.points:
        if not (point.is_closed or point.taken_to):
            name = f"close-{point.key}"
            found[name] = CloseForm(
                posted.get(name), asks_heard=point.asks_heard, auto_id=f"id_{name}_%s"
            )
    return found


def _company(
    request: StaffRequest, detail: MeetingDetail, posted: dict[str, Any]
) -> dict[str, forms.Form]:
    """Return the forms about who is invited and where open points go, where they make sense."""
    found: dict[str, forms.Form] = {}
    if detail.may_lead and detail.meeting.state == MeetingState.PLANNED:
        found["invite"] = InviteForm(
            posted.get("invite"),
            organisations=open_organisations(request),
            initial={"organisations": [number for number, _name in detail.invited]},
            auto_id="id_invite_%s",
        )
    if detail.later and detail.open_points and detail.meeting.state != MeetingState.CANCELLED:
        found["along"] = AlongForm(
            posted.get("along"),
            later=[(row.reference, _said(row)) for row in detail.later],
            auto_id="id_along_%s",
        )
    return found


def _said(row: MeetingRow) -> str:
    moment = date_format(row.starts_at.astimezone(DUTCH_TIME), "D j b, H:i")
    return f"{row.kind_label}, {moment}"


def _evening(request: StaffRequest, meeting: MeetingRow) -> str:
    """Return the evening that was prepared for a meeting, by its reference; empty without one."""
    if meeting.kind != MeetingKind.RESIDENTS_EVENING:
        return ""
    return evening_of_meeting(meeting_reference=meeting.reference, by=request.actor)


def _numbers(detail: MeetingDetail) -> dict[str, int]:
    kinds = {str(kind.label): kind.value for kind in AttendeeKind}
    return {kinds[label]: number for label, number in detail.came}


def _of_evening(request: StaffRequest, detail: MeetingDetail) -> dict[str, int]:
    """Return how many took part in the evening held here, for whoever writes down who came."""
    if detail.meeting.state != MeetingState.PLANNED or not detail.may_lead:
        return {}
    people = took_part(meeting_reference=detail.meeting.reference, by=request.actor)
    return {AttendeeKind.RESIDENTS.value: people} if people else {}


def _page(
    request: StaffRequest, detail: MeetingDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(request, detail, {}) | bound
    context: dict[str, Any] = {
        f"{name}_form": every.get(name)
        for name in ("change", "cancel", "hold", "point", "minute", "invite", "along")
    }
    heard = signal_rows(
        references=detail.heard_references, by=request.actor, on=dutch_day(request.at)
    )
    context |= {
        "detail": detail,
        "meeting": detail.meeting,
        "bound": bound,
        "heard": heard,
        "heard_elsewhere": len(detail.heard_references) - len(heard),
        "evening": _evening(request, detail.meeting),
        "may_prepare": detail.may_lead
        and detail.meeting.kind == MeetingKind.RESIDENTS_EVENING
        and detail.meeting.state == MeetingState.PLANNED,
        # there is nothing to correct where nobody was counted
        "may_hold": detail.may_lead
        and detail.has_begun
        and detail.meeting.state != MeetingState.CANCELLED
        and (detail.meeting.is_public or detail.meeting.state != MeetingState.HELD),
        "points": [(point, every.get(f"close-{point.key}")) for point in detail.points],
        "languages": [
            (code, name, detail.texts.get(code, ""), every[f"about-{code}"])
            for code, name in settings.LANGUAGES
        ],
    }
    return render(request, "workspace/meeting.html", context, status=422 if bound else 200)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One meeting: its agenda, what was said, who came, and the deeds of who leads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda import actions
from voelspriet.act.agenda.choices import AttendeeKind, MeetingState
from voelspriet.act.agenda.forms.meetings import (
    AboutForm,
    CancelForm,
    ChangeForm,
    CloseForm,
    HoldForm,
    MinuteForm,
    PointForm,
    start_of_change,
)
from voelspriet.act.agenda.queries.meeting_rows import MeetingDetail
from voelspriet.act.agenda.queries.meetings import meeting_detail
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.meetings.listing import READERS

Given = dict[str, Any]
Run = Callable[[StaffRequest, str, Given], None]


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def meeting(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one meeting; its adviser changes it and writes down what happens."""
    detail = meeting_detail(reference=reference, by=request.actor, at=request.at)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    found = _forms(detail, {deed: request.POST}).get(deed)
    run = DEEDS.get(deed.split("-", 1)[0])
    if found is None or run is None:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            run(request, reference, found.cleaned_data | {"deed": deed, "form": found})
            return redirect("workspace:meeting", reference)
    again = meeting_detail(reference=reference, by=request.actor, at=request.at)
    return _page(request, again, {deed: found})


def _forms(detail: MeetingDetail, posted: dict[str, Any]) -> dict[str, forms.Form]:
    """Return every form of the page by deed; those of points and languages with what they are."""
    row = detail.meeting
    begin = start_of_change(row.starts_at, row.ends_at, row.place)
    found: dict[str, forms.Form] = {
        "change": ChangeForm(posted.get("change"), initial=begin, auto_id="id_change_%s"),
        "cancel": CancelForm(posted.get("cancel"), auto_id="id_cancel_%s"),
        "hold": HoldForm(
            posted.get("hold"),
            counts=row.is_public,
            initial=_numbers(detail),
            auto_id="id_hold_%s",
        ),
        "point": PointForm(posted.get("point"), auto_id="id_point_%s"),
        "minute": MinuteForm(posted.get("minute"), auto_id="id_minute_%s"),
    }
    for language, _name in settings.LANGUAGES:
        name = f"about-{language}"
        start = {"about": detail.texts.get(language, "")}
        found[name] = AboutForm(posted.get(name), initial=start, auto_id=f"id_{name}_%s")
    for point in detail.points:
        if not point.is_closed:
            name = f"close-{point.key}"
            found[name] = CloseForm(
                posted.get(name), asks_heard=point.asks_heard, auto_id=f"id_{name}_%s"
            )
    return found


def _numbers(detail: MeetingDetail) -> dict[str, int]:
    kinds = {str(kind.label): kind.value for kind in AttendeeKind}
    return {kinds[label]: number for label, number in detail.came}


def _page(
    request: StaffRequest, detail: MeetingDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(detail, {}) | bound
    context: dict[str, Any] = {
        f"{name}_form": every[name] for name in ("change", "cancel", "hold", "point", "minute")
    }
    context |= {
        "detail": detail,
        "meeting": detail.meeting,
        "bound": bound,
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


def _change(request: StaffRequest, reference: str, given: Given) -> None:
    actions.change_meeting(
        reference=reference,
        starts_at=given["starts_at"],
        minutes=given["minutes"],
        place=given["place"],
        reason=given["reason"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De bijeenkomst is gewijzigd."))


def _cancel(request: StaffRequest, reference: str, given: Given) -> None:
    actions.cancel_meeting(
        reference=reference, reason=given["reason"], by=request.actor, at=request.at
    )
    messages.success(request, _("De bijeenkomst gaat niet door."))


def _hold(request: StaffRequest, reference: str, given: Given) -> None:
    actions.hold_meeting(
        reference=reference, came=given["form"].came(), by=request.actor, at=request.at
    )
    messages.success(request, _("Opgeschreven dat de bijeenkomst is geweest."))


def _add(request: StaffRequest, reference: str, given: Given) -> None:
    actions.add_point(
        reference=reference,
        text=given["text"],
        is_about_people=given["is_about_people"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het punt staat op de agenda."))


def _close(request: StaffRequest, reference: str, given: Given) -> None:
    actions.close_point(
        reference=reference,
        point=given["deed"].split("-", 1)[1],
        outcome=given["outcome"],
        is_decision=given["is_decision"],
        heard=given.get("heard", ""),
        heard_how=given.get("heard_how", ""),
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het punt is besproken."))


def _minute(request: StaffRequest, reference: str, given: Given) -> None:
    actions.add_minute(
        reference=reference,
        text=given["text"],
        is_decision=given["is_decision"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De regel staat erbij."))


def _about(request: StaffRequest, reference: str, given: Given) -> None:
    actions.write_about(
        reference=reference,
        language=given["deed"].split("-", 1)[1],
        about=given["about"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De tekst is bewaard."))


DEEDS: dict[str, Run] = {
    "change": _change,
    "cancel": _cancel,
    "hold": _hold,
    "point": _add,
    "close": _close,
    "minute": _minute,
    "about": _about,
}

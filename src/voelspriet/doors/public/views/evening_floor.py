# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor of an evening for whoever helps with a link: notes, questions, promises, who came."""

from __future__ import annotations

from django.http import HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.queries import loads_at_evening
from voelspriet.act.agenda.rules import quick_days
from voelspriet.doors.public.evening_access import HelperRequest, helper_in, helping
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.floor_desk import (
    Answered,
    Asked,
    floor_desk,
    notes_desk,
    presence_desk,
)
from voelspriet.listen.evenings.queries.notes import part_that_is_on

UNPROCESSABLE = 422
NOTES, LEADS = EveningRole.NOTE_TAKER, EveningRole.CO_FACILITATOR


@require_http_methods(["GET", "HEAD", "POST"])
@helping(NOTES, LEADS)
def evening_notes(request: HelperRequest) -> HttpResponseBase:
    """Take notes at the part that is on."""
    return _page(request, "notes", notes_desk(_asked(request)))


@require_safe
@helping(NOTES, LEADS)
def evening_notes_state(request: HelperRequest) -> HttpResponseBase:
    """Tell the note-taker's page which part is on."""
    helper = request.helper
    _revision, part = part_that_is_on(reference=helper.evening_reference, by=helper)
    return JsonResponse({"part": part})


@require_http_methods(["GET", "HEAD", "POST"])
@helping(LEADS, NOTES)
def evening_floor(request: HelperRequest) -> HttpResponseBase:
    """Type questions and promises; whoever leads also shows, confirms and puts aside."""
    on = dutch_day(request.at)
    days = [(one.code, one.label, one.day) for one in quick_days(on)]
    answered = floor_desk(_asked(request), days=days)
    answered.context |= {
        "days": days,
        "loads": loads_at_evening(
            reference=request.helper.evening_reference,
            by=request.helper,
            days=tuple(day for _code, _label, day in days),
            on=on,
        ),
    }
    return _page(request, "floor", answered)


@require_http_methods(["GET", "HEAD", "POST"])
@helping(LEADS, NOTES)
def evening_presence(request: HelperRequest) -> HttpResponseBase:
    """See who came as counts, and add what was counted on paper."""
    return _page(request, "presence", presence_desk(_asked(request)))


def _asked(request: HelperRequest) -> Asked:
    data = request.POST if request.method == "POST" else None
    reference = request.helper.evening_reference
    return Asked(reference, request.helper, request.at, data, request.GET)


def _page(request: HelperRequest, name: str, answered: Answered) -> HttpResponseBase:
    if answered.said:
        return redirect(f"public:evening_{name}")
    names = ["notes", "notes_state", "floor", "presence"]
    if helper_in(request, LEADS) is not None:
        names.append("lead")
    urls = {one: reverse(f"public:evening_{one}") for one in names}
    context = answered.context | {"urls": urls}
    status = UNPROCESSABLE if answered.wrong else 200
    return render(request, f"public/evening_{name}.html", context, status=status)

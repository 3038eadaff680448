# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor of an evening for a colleague with an account: notes, questions, promises, who came."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions.evening_promises import keep_promise
from voelspriet.act.agenda.queries import loads_at_evening
from voelspriet.act.agenda.rules import quick_days
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.floor_desk import (
    Answered,
    Asked,
    floor_desk,
    notes_desk,
    presence_desk,
)
from voelspriet.listen.evenings.queries.notes import part_that_is_on

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_notes(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Take notes at the part that is on."""
    return _page(request, reference, "notes", notes_desk(_asked(request, reference)))


@require_safe
@staff(Role.AREA_ADVISER)
def evening_notes_state(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Tell the note-taker's page which part is on."""
    _revision, part = part_that_is_on(reference=reference, by=request.actor)
    return JsonResponse({"part": part})


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_floor(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Look at questions and promises; what the room confirms goes into the ledger at once."""
    on = dutch_day(request.at)
    days = [(one.code, one.label, one.day) for one in quick_days(on)]
    answered = floor_desk(_asked(request, reference), days=days, confirm=keep_promise)
    answered.context |= {
        "days": days,
        "to_ledger": True,
        "loads": loads_at_evening(
            reference=reference,
            by=request.actor,
            days=tuple(day for _code, _label, day in days),
            on=on,
        ),
    }
    return _page(request, reference, "floor", answered)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_presence(request: StaffRequest, reference: str) -> HttpResponseBase:
    """See who came as counts, and add what was counted on paper."""
    return _page(request, reference, "presence", presence_desk(_asked(request, reference)))


def _asked(request: StaffRequest, reference: str) -> Asked:
    data = request.POST if request.method == "POST" else None
    return Asked(reference, request.actor, request.at, data, request.GET)


def _page(request: StaffRequest, reference: str, name: str, answered: Answered) -> HttpResponseBase:
    if answered.said:
        messages.success(request, answered.said)
        return redirect(f"workspace:evening_{name}", reference)
    context: dict[str, Any] = answered.context | {"reference": reference, "urls": _urls(reference)}
    status = UNPROCESSABLE if answered.wrong else 200
    return render(request, f"workspace/evening_{name}.html", context, status=status)


def _urls(reference: str) -> dict[str, str]:
    names = ("notes", "notes_state", "floor", "presence", "lead")
    return {name: reverse(f"workspace:evening_{name}", args=(reference,)) for name in names}

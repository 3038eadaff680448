# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The few priority tasks on one screen, and one of them with what is heard and steered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions.task_course import (
    hear_about_task,
    steer_priority_task,
    stop_priority_task,
)
from voelspriet.act.agenda.choices.priority_tasks import TogetherAnswer
from voelspriet.act.agenda.forms.priority_tasks import HearForm, SteerForm, StopTaskForm
from voelspriet.act.agenda.queries.priority_tasks import priority_task_detail
from voelspriet.act.agenda.queries.priority_tasks import priority_tasks as task_page
from voelspriet.act.agenda.rules.priority_tasks import writes_tasks
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role

READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)
Run = Callable[[StaffRequest, str, dict[str, Any]], None]


@require_safe
@staff(*READERS)
def priority_tasks(request: StaffRequest) -> HttpResponseBase:
    """Show the tasks that stand or run, or those that are over."""
    over = request.GET.get("toon") == "voorbij"
    page = task_page(by=request.actor, at=request.at, over=over, cursor=request.GET.get("na", ""))
    more = urlencode({"toon": "voorbij", "na": page.next_cursor}) if page.next_cursor else ""
    context = {
        "page": page,
        "over": over,
        "more": more if over else "",
        "may_write": writes_tasks(request.actor),
    }
    return render(request, "workspace/priority_tasks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def priority_task(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one task; colleagues add what they hear, the director steers, writers stop it."""
    detail = priority_task_detail(reference=reference, by=request.actor, at=request.at)
    posted = request.POST if request.method == "POST" else None
    deed = posted.get("deed", "") if posted is not None else ""
    found = {
        name: form(posted if name == deed else None, auto_id=f"id_{name}_%s")
        for name, form in FORMS.items()
    }
    if posted is not None and deed not in found:
        raise Http404
    if posted is not None and found[deed].is_valid():
        with refusals_on(found[deed]):
            DEEDS[deed](request, reference, found[deed].cleaned_data)
            return redirect("workspace:priority_task", reference)
    context = {
        "detail": detail,
        "task": detail.task,
        "bound": found.get(deed),
        **{f"{name}_form": form for name, form in found.items()},
    }
    status = 422 if posted is not None else 200
    return render(request, "workspace/priority_task.html", context, status=status)


def _hear(request: StaffRequest, reference: str, given: dict[str, Any]) -> None:
    hear_about_task(
        reference=reference,
        text=given["text"],
        one_mouth=TogetherAnswer(given["one_mouth"]),
        agreements_kept=TogetherAnswer(given["agreements_kept"]),
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Opgeschreven wat u hoorde."))


def _steer(request: StaffRequest, reference: str, given: dict[str, Any]) -> None:
    steer_priority_task(reference=reference, text=given["text"], by=request.actor, at=request.at)
    messages.success(request, _("De bijsturing staat erbij."))


def _stop(request: StaffRequest, reference: str, given: dict[str, Any]) -> None:
    stop_priority_task(reference=reference, reason=given["reason"], by=request.actor, at=request.at)
    messages.success(request, _("De opgave is gestopt."))


FORMS: dict[str, type[forms.Form]] = {"hear": HearForm, "steer": SteerForm, "stop": StopTaskForm}
DEEDS: dict[str, Run] = {"hear": _hear, "steer": _steer, "stop": _stop}

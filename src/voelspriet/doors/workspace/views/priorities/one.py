# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One priority: its words and grounds, where it stands, and the actions promised for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions.priorities import (
    add_priority,
    change_priority,
    set_priority_state,
)
from voelspriet.act.agenda.actions.priority_actions import (
    add_action,
    start_action,
    tell_outcome,
)
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.forms import START_DAY
from voelspriet.act.agenda.forms.priorities import (
    ActionForm,
    OutcomeForm,
    PriorityForm,
    StateForm,
)
from voelspriet.act.agenda.queries import loads
from voelspriet.act.agenda.queries.area_agendas import PriorityDetail, area_agenda
from voelspriet.act.agenda.queries.area_agendas import priority as one_priority
from voelspriet.act.agenda.rules import quick_days
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import open_organisations
from voelspriet.doors.workspace.views.priorities.agendas import READERS
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

Given = dict[str, Any]
Run = Callable[[StaffRequest, str, Given], str]


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def priority_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add a priority to an agenda: only a title is needed."""
    detail = area_agenda(reference=reference, by=request.actor, on=dutch_day(request.at))
    if not detail.may_lead:
        raise Http404
    form = PriorityForm(request.POST or None, initial={"is_public": True})
    if form.is_valid():
        with refusals_on(form):
            made = add_priority(
                agenda_reference=reference, given=form.given(), by=request.actor, at=request.at
            )
            messages.success(request, _("De prioriteit staat op de agenda."))
            return redirect("workspace:priority", made)
    context = {"form": form, "agenda": detail.sheet}
    status = 422 if form.errors else 200
    return render(request, "workspace/priority_new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def priority(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one priority; its adviser changes it and says what came of its actions."""
    detail = _detail(request, reference)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    found = _forms(detail, {deed: request.POST}).get(deed)
    run = DEEDS.get(deed.split("-", 1)[0])
    if found is None or run is None:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            given = found.cleaned_data | {"deed": deed, "form": found}
            messages.success(request, run(request, reference, given))
            return redirect("workspace:priority", reference)
    return _page(request, _detail(request, reference), {deed: found})


def _detail(request: StaffRequest, reference: str) -> PriorityDetail:
    return one_priority(reference=reference, by=request.actor, on=dutch_day(request.at))


def _forms(detail: PriorityDetail, posted: dict[str, Any]) -> dict[str, forms.Form]:
    row = detail.priority
    begin = {
        "title": row.title.text,
        "why": row.why.text,
        "source": row.source,
        "source_on": row.source_on,
        "category": row.category,
        "is_public": row.is_public,
    }
    state = {"state": row.state, "why": row.stopped_why.text}
    found: dict[str, forms.Form] = {
        "change": PriorityForm(posted.get("change"), initial=begin, auto_id="id_change_%s"),
        "state": StateForm(posted.get("state"), initial=state, auto_id="id_state_%s"),
    }
    for one in row.actions:
        start, outcome = f"start-{one.id}", f"outcome-{one.id}"
        found[start] = forms.Form(posted.get(start))
        found[outcome] = OutcomeForm(
            posted.get(outcome), initial={"outcome": one.outcome.text}, auto_id=f"id_{outcome}_%s"
        )
    return found


def _page(
    request: StaffRequest, detail: PriorityDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(detail, {}) | bound
    context = {
        "detail": detail,
        "priority": detail.priority,
        "bound": bound,
        "change_form": every["change"],
        "state_form": every["state"],
        "actions": [(one, every[f"outcome-{one.id}"]) for one in detail.priority.actions],
        "may_add": detail.may_lead and detail.may_add,
    }
    status = 422 if bound else 200
    return render(request, "workspace/priority.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def action_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Promise an action for a priority: an agreement, with what each party owes beside it."""
    detail = _detail(request, reference)
    if not (detail.may_lead and detail.may_add):
        raise Http404
    days = quick_days(dutch_day(request.at))
    form = ActionForm(
        request.POST or None,
        initial={"day": START_DAY, "is_public": detail.priority.is_public},
        organisations=open_organisations(request),
        days=days,
    )
    if form.is_valid():
        with refusals_on(form):
            add_action(
                priority_reference=reference, given=form.given(), by=request.actor, at=request.at
            )
            messages.success(request, _("De actie is afgesproken."))
            return redirect("workspace:priority", reference)
    context = {
        "form": form,
        "detail": detail,
        "days": days,
        "loads": loads(
            by=request.actor,
            days=tuple(quick.day for quick in days),
            on=dutch_day(request.at),
        ),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/priority_action_new.html", context, status=status)


def _change(request: StaffRequest, reference: str, given: Given) -> str:
    change_priority(
        reference=reference, given=given["form"].given(), by=request.actor, at=request.at
    )
    return _("De prioriteit is bewaard.")


def _state(request: StaffRequest, reference: str, given: Given) -> str:
    set_priority_state(
        reference=reference,
        state=PriorityState(given["state"]),
        why=given["why"],
        by=request.actor,
        at=request.at,
    )
    return _("De stand is bewaard.")


def _start(request: StaffRequest, reference: str, given: Given) -> str:
    start_action(
        priority_reference=reference,
        action_id=int(given["deed"].split("-", 1)[1]),
        by=request.actor,
        at=request.at,
    )
    return _("Opgeschreven dat eraan gewerkt wordt.")


def _outcome(request: StaffRequest, reference: str, given: Given) -> str:
    tell_outcome(
        priority_reference=reference,
        action_id=int(given["deed"].split("-", 1)[1]),
        outcome=given["outcome"],
        by=request.actor,
        at=request.at,
    )
    return _("De tekst is bewaard.")


DEEDS: dict[str, Run] = {
    "change": _change,
    "state": _state,
    "start": _start,
    "outcome": _outcome,
}

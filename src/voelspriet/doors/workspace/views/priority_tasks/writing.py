# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Setting and changing a priority task, starting it with its design, and looking back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions.priority_tasks import (
    change_priority_task,
    set_priority_task,
)
from voelspriet.act.agenda.actions.task_course import (
    review_priority_task,
    start_priority_task,
)
from voelspriet.act.agenda.choices.priority_tasks import TaskOrigin, TogetherAnswer
from voelspriet.act.agenda.forms.priority_tasks import (
    PriorityTaskForm,
    ReviewTaskForm,
    StartTaskForm,
)
from voelspriet.act.agenda.queries.priority_tasks import (
    departments,
    priority_task_detail,
    task_start_values,
)
from voelspriet.act.agenda.rules.priority_tasks import WRITERS
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.lib.working_days import dutch_day


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def priority_task_new(request: StaffRequest) -> HttpResponseBase:
    """Write down a task the college decided on."""
    areas = every_area(request)
    form = PriorityTaskForm(
        request.POST or None,
        areas=areas,
        departments=departments(by=request.actor),
        initial={"origin": TaskOrigin.POLICY, "process_owner": _("Gebiedsadviseur")},
    )
    if form.is_valid():
        with refusals_on(form):
            made = set_priority_task(told=form.told({}), by=request.actor, at=request.at)
            messages.success(request, _("De opgave staat erbij."))
            return redirect("workspace:priority_task", made)
    status = 422 if form.errors else 200
    context = {"form": form, "task": None, "few": len(departments(by=request.actor)) < 2}  # noqa: PLR2004  two departments
    return render(request, "workspace/priority_task_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def priority_task_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change a task; after its start only what it is called and who carries it."""
    detail = priority_task_detail(reference=reference, by=request.actor, at=request.at)
    if not detail.may_write:
        raise Http404
    kept = task_start_values(reference=reference, by=request.actor)
    form = PriorityTaskForm(
        request.POST or None,
        areas=every_area(request),
        departments=departments(by=request.actor),
        started=detail.task.started_on is not None,
        initial=kept,
    )
    if form.is_valid():
        with refusals_on(form):
            change_priority_task(
                reference=reference, told=form.told(kept), by=request.actor, at=request.at
            )
            messages.success(request, _("De opgave is gewijzigd."))
            return redirect("workspace:priority_task", reference)
    status = 422 if form.errors else 200
    context = {"form": form, "task": detail.task, "few": False}
    return render(request, "workspace/priority_task_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def priority_task_start(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Start a task: the criteria of residents, and what would be seen if it works."""
    detail = priority_task_detail(reference=reference, by=request.actor, at=request.at)
    if not detail.may_start:
        raise Http404
    form = StartTaskForm(request.POST or None, initial={"started_on": dutch_day(request.at)})
    if form.is_valid():
        given = form.cleaned_data
        with refusals_on(form):
            start_priority_task(
                reference=reference,
                started_on=given["started_on"],
                review_after_days=given["review_after_days"],
                council_frame=given["council_frame"],
                criteria=given["criteria"],
                effect_expected=given["effect_expected"],
                effect_compared_with=given["effect_compared_with"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De opgave is begonnen."))
            return redirect("workspace:priority_task", reference)
    status = 422 if form.errors else 200
    context = {"form": form, "detail": detail, "task": detail.task}
    return render(request, "workspace/priority_task_start.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def priority_task_review(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Look back after a year on results and cooperation, beside what was promised."""
    detail = priority_task_detail(reference=reference, by=request.actor, at=request.at)
    if not detail.may_review:
        raise Http404
    form = ReviewTaskForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        with refusals_on(form):
            review_priority_task(
                reference=reference,
                results=given["results"],
                cooperation=given["cooperation"],
                one_mouth=TogetherAnswer(given["one_mouth"]),
                agreements_kept=TogetherAnswer(given["agreements_kept"]),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("U heeft teruggekeken. De opgave is voorbij."))
            return redirect("workspace:priority_task", reference)
    status = 422 if form.errors else 200
    context = {"form": form, "detail": detail, "task": detail.task}
    return render(request, "workspace/priority_task_review.html", context, status=status)

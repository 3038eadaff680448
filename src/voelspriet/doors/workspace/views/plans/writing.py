# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plans, themes and ambitions to write."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.plans import change_plan, make_plan
from voelspriet.act.plans.actions.themes import (
    add_ambition,
    add_theme,
    change_ambition,
    change_theme,
)
from voelspriet.act.plans.choices import AmbitionKind
from voelspriet.act.plans.forms.ambitions import AmbitionForm
from voelspriet.act.plans.forms.plans import PlanForm, ThemeForm
from voelspriet.act.plans.queries.plans import plan_frame
from voelspriet.act.plans.queries.themes import (
    ambition_detail,
    ambition_values,
    theme_detail,
    theme_values,
)
from voelspriet.act.plans.rules.access import WRITES
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.lib.working_days import dutch_day

LENGTH = 3  # years after the first, for a plan of four


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def plan_new(request: StaffRequest) -> HttpResponseBase:
    """Begin a plan."""
    year = dutch_day(request.at).year + 1
    start = {"first_year": year, "last_year": year + LENGTH}
    form = PlanForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            made = make_plan(told=form.told(), by=request.actor, at=request.at)
            messages.success(request, _("Het plan staat er. Voeg nu thema's toe."))
            return redirect("workspace:plan", made)
    context = {"form": form, "plan": None}
    return render(request, "workspace/plan_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def plan_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change what a plan is called, its years and its vision."""
    detail = plan_frame(reference=reference, by=request.actor)
    if not detail.may_write:
        raise Http404
    start = {
        "title": detail.plan.title,
        "motto": detail.plan.motto,
        "first_year": detail.plan.first_year,
        "last_year": detail.plan.last_year,
        "vision": detail.vision,
        "looking_back": detail.looking_back,
        "framework": detail.framework,
    }
    form = PlanForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            change_plan(reference=reference, told=form.told(), by=request.actor, at=request.at)
            messages.success(request, _("Het plan is gewijzigd."))
            return redirect("workspace:plan", reference)
    context = {"form": form, "plan": detail.plan}
    return render(request, "workspace/plan_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def theme_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add a theme to a plan."""
    detail = plan_frame(reference=reference, by=request.actor)
    if not detail.may_write:
        raise Http404
    form = ThemeForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            made = add_theme(
                plan_reference=reference, told=form.told(), by=request.actor, at=request.at
            )
            messages.success(request, _("Het thema staat erbij. Voeg nu ambities toe."))
            return redirect("workspace:plan_theme", made)
    context = {"form": form, "plan": detail.plan, "theme": None}
    status = 422 if form.errors else 200
    return render(request, "workspace/plan_theme_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def theme_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change a theme and what is done for it."""
    detail = theme_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    if not detail.may_write:
        raise Http404
    start = theme_values(reference=reference, by=request.actor)
    form = ThemeForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            change_theme(reference=reference, told=form.told(), by=request.actor, at=request.at)
            messages.success(request, _("Het thema is gewijzigd."))
            return redirect("workspace:plan_theme", reference)
    context = {"form": form, "plan": detail.plan, "theme": detail}
    status = 422 if form.errors else 200
    return render(request, "workspace/plan_theme_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def ambition_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add an ambition to a theme, or to the whole plan when the address names a plan."""
    theme = None
    if reference.startswith("T-"):
        theme = theme_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
        plan, may_write = theme.plan, theme.may_write
    else:
        whole = plan_frame(reference=reference, by=request.actor)
        plan, may_write = whole.plan, whole.may_write
    if not may_write:
        raise Http404
    form = AmbitionForm(request.POST or None, initial={"kind": AmbitionKind.EFFECT})
    if form.is_valid():
        with refusals_on(form):
            made = add_ambition(
                plan_reference=plan.reference,
                theme_reference=theme.reference if theme else "",
                told=form.told(),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De ambitie staat erbij."))
            return redirect("workspace:plan_ambition", made)
    context = {"form": form, "plan": plan, "theme": theme, "ambition": None}
    status = 422 if form.errors else 200
    return render(request, "workspace/plan_ambition_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def ambition_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change an ambition."""
    detail = ambition_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    if not detail.may_write:
        raise Http404
    start = ambition_values(reference=reference, by=request.actor)
    form = AmbitionForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            change_ambition(reference=reference, told=form.told(), by=request.actor, at=request.at)
            messages.success(request, _("De ambitie is gewijzigd."))
            return redirect("workspace:plan_ambition", reference)
    context = {"form": form, "plan": detail.plan, "theme": None, "ambition": detail.row}
    status = 422 if form.errors else 200
    return render(request, "workspace/plan_ambition_edit.html", context, status=status)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plans, themes and ambitions to write."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.arranging import remove_ambition, remove_theme
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
from voelspriet.act.plans.queries.frames import plan_frame
from voelspriet.act.plans.queries.removing import ambition_stays, theme_stays
from voelspriet.act.plans.queries.themes import (
    ambition_detail,
    ambition_values,
    theme_detail,
    theme_values,
)
from voelspriet.act.plans.rules.access import WRITES
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.plans.saying import saved
from voelspriet.doors.workspace.writing import done, show_form
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
            made = make_plan(told=form.told(), **_who(request))
            return done(
                request,
                _("Het plan staat er. Hieronder ziet u wat er nog in moet."),
                "workspace:plan",
                made,
            )
    return show_form(request, "workspace/plan_edit.html", form, plan=None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def plan_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change what a plan is called, its years and its vision."""
    detail = plan_frame(reference=reference, by=request.actor)
    _refuse_unless(may_write=detail.may_write)
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
            change_plan(reference=reference, told=form.told(), **_who(request))
            return saved(
                request, reference, _("Het plan is gewijzigd."), "workspace:plan", reference
            )
    return show_form(request, "workspace/plan_edit.html", form, plan=detail.plan)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def theme_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add a theme to a plan."""
    detail = plan_frame(reference=reference, by=request.actor)
    _refuse_unless(may_write=detail.may_write)
    form = ThemeForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            made = add_theme(plan_reference=reference, told=form.told(), **_who(request))
            return saved(
                request,
                reference,
                _("Het thema staat erbij. Voeg nu ambities toe."),
                "workspace:plan_theme",
                made,
            )
    return show_form(request, "workspace/plan_theme_edit.html", form, plan=detail.plan, theme=None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def theme_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change a theme and what is done for it, or take it out while nothing hangs on it."""
    detail = theme_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    _refuse_unless(may_write=detail.may_write)
    if request.POST.get("deed") == "remove":
        remove_theme(reference=reference, **_who(request))
        return done(request, _("Het thema is weg."), "workspace:plan", detail.plan.reference)
    start = theme_values(reference=reference, by=request.actor)
    form = ThemeForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            change_theme(reference=reference, told=form.told(), **_who(request))
            here = ("workspace:plan_theme", reference)
            return saved(request, detail.plan.reference, _("Het thema is gewijzigd."), *here)
    return show_form(
        request,
        "workspace/plan_theme_edit.html",
        form,
        plan=detail.plan,
        theme=detail,
        stays=theme_stays(reference=reference, by=request.actor),
    )


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
    _refuse_unless(may_write=may_write)
    form = AmbitionForm(request.POST or None, initial={"kind": AmbitionKind.EFFECT})
    place = theme.reference if theme else ""
    if form.is_valid():
        with refusals_on(form):
            made = add_ambition(
                plan_reference=plan.reference,
                theme_reference=place,
                told=form.told(),
                **_who(request),
            )
            here = ("workspace:plan_ambition", made)
            return saved(request, plan.reference, _("De ambitie staat erbij."), *here)
    return show_form(
        request, "workspace/plan_ambition_edit.html", form, plan=plan, theme=theme, ambition=None
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def ambition_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change an ambition, or take it out while nothing hangs on it."""
    detail = ambition_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    _refuse_unless(may_write=detail.may_write)
    if request.POST.get("deed") == "remove":
        remove_ambition(reference=reference, **_who(request))
        theme, plan = detail.theme_reference, detail.plan.reference
        above = ("workspace:plan_theme", theme) if theme else ("workspace:plan", plan)
        return done(request, _("De ambitie is weg."), *above)
    start = ambition_values(reference=reference, by=request.actor)
    form = AmbitionForm(request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            change_ambition(reference=reference, told=form.told(), **_who(request))
            here = ("workspace:plan_ambition", reference)
            return saved(request, detail.plan.reference, _("De ambitie is gewijzigd."), *here)
    return show_form(
        request,
        "workspace/plan_ambition_edit.html",
        form,
        plan=detail.plan,
        theme=None,
        ambition=detail.row,
        stays=ambition_stays(reference=reference, by=request.actor),
    )


def _who(request: StaffRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.at}


def _refuse_unless(*, may_write: bool) -> None:
    if not may_write:
        raise Http404

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plans to read: the list, one at a glance, its frame, its themes, and what is missing."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.actions.plans import close_plan, take_plan
from voelspriet.act.plans.queries.plans import plan_overview
from voelspriet.act.plans.queries.plans import plans as plan_page
from voelspriet.act.plans.queries.themes import plan_lacks, theme_detail
from voelspriet.act.plans.rules.access import READS, writes_plans
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.plans.moving import moved
from voelspriet.doors.workspace.writing import done
from voelspriet.lib.working_days import dutch_day


@require_safe
@staff(*READS)
def plans(request: StaffRequest) -> HttpResponseBase:
    """List the plans of the municipality, the newest period first."""
    page = plan_page(by=request.actor, cursor=request.GET.get("na", ""))
    more = urlencode({"na": page.next_cursor}) if page.next_cursor else ""
    context = {"page": page, "more": more, "may_write": writes_plans(request.actor)}
    return render(request, "workspace/plans.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a plan at a glance; who writes plans orders it, may follow it, or close it."""
    detail = plan_overview(reference=reference, by=request.actor, on=dutch_day(request.at))
    if request.method == "POST":
        deed = request.POST.get("deed", "")
        if not detail.may_write:
            raise Http404
        if what := moved(request, reference):
            return redirect(f"{request.path}?volgorde=1#{what}")
        if deed not in {"take", "close"}:
            raise Http404
        if deed == "take":
            take_plan(reference=reference, by=request.actor, at=request.at)
            messages.success(request, _("U volgt dit plan: u ziet bij Vandaag wat eraan komt."))
        else:
            close_plan(reference=reference, by=request.actor, at=request.at)
            return done(request, _("Het plan is afgesloten."), "workspace:plan", reference)
    over = dutch_day(request.at).year > detail.plan.last_year
    context = {"detail": detail, "plan": detail.plan, "is_over": over}
    return render(request, "workspace/plan.html", context)


@require_safe
@staff(*READS)
def lacks(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show what ambitions lack and what asks to be looked at, in plain words."""
    cursor = request.GET.get("na", "")
    found = plan_lacks(reference=reference, by=request.actor, cursor=cursor)
    more = urlencode({"na": found.page.next_cursor}) if found.page.next_cursor else ""
    context = {"page": found.page, "more": more, "plan": found.plan}
    return render(request, "workspace/plan_lacks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def theme(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a theme with its ambitions and what is done for it; who writes plans orders them."""
    detail = theme_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    if request.method == "POST":
        what = moved(request, detail.plan.reference) if detail.may_write else ""
        if not what:
            raise Http404
        return redirect(f"{request.path}?volgorde=1#{what}")
    return render(request, "workspace/plan_theme.html", {"detail": detail, "plan": detail.plan})

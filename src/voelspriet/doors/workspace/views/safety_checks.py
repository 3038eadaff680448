# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety checks of plans of other departments: the list, filling one in, and the reply."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions.safety_checks import check_plan, reply_to_check
from voelspriet.act.agenda.choices.safety_checks import AdviceReply, PlanSector
from voelspriet.act.agenda.forms.safety_checks import (
    AdviceReplyForm,
    SafetyCheckFilterForm,
    SafetyCheckForm,
)
from voelspriet.act.agenda.queries.safety_checks import safety_check_detail
from voelspriet.act.agenda.queries.safety_checks import safety_checks as check_page
from voelspriet.act.agenda.rules.safety_checks import WRITES_ALL
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, open_organisations, own_areas
from voelspriet.ground.privacy.choices import Role

WRITERS = (Role.AREA_ADVISER, *WRITES_ALL)
READERS = (*WRITERS, Role.EXECUTIVE, Role.HANDLER)


@require_safe
@staff(*READERS)
def safety_checks(request: StaffRequest) -> HttpResponseBase:
    """List the checks of one area or of all."""
    form = SafetyCheckFilterForm(request.GET, areas=every_area(request))
    area_id = form.cleaned_data.get("gebied") if form.is_valid() else None
    page = check_page(by=request.actor, area_id=area_id, cursor=request.GET.get("na", ""))
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
        "may_write": request.actor.has(*WRITERS),
    }
    return render(request, "workspace/safety_checks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def safety_check_new(request: StaffRequest) -> HttpResponseBase:
    """Fill in the check for a plan, on one page."""
    wide = request.actor.has(*WRITES_ALL)
    form = SafetyCheckForm(
        request.POST or None,
        areas=every_area(request) if wide else own_areas(request),
        organisations=open_organisations(request),
        initial={"sector": PlanSector.TRAFFIC},
    )
    if form.is_valid():
        with refusals_on(form):
            made = check_plan(
                plan=form.cleaned_data["plan"],
                sector=PlanSector(form.cleaned_data["sector"]),
                area_id=form.cleaned_data["area"],
                department_id=form.cleaned_data["department"],
                answers=form.answers(),
                advice=form.cleaned_data["advice"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De toets en het advies staan erbij."))
            return redirect("workspace:safety_check", made)
    status = 422 if form.errors else 200
    return render(request, "workspace/safety_check_new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def safety_check(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one check; the department, or who advised, writes down the reply."""
    detail = safety_check_detail(reference=reference, by=request.actor)
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not detail.may_reply:
        raise Http404
    form = AdviceReplyForm(posted)
    if form.is_valid():
        with refusals_on(form):
            reply_to_check(
                reference=reference,
                reply=AdviceReply(form.cleaned_data["reply"]),
                words=form.cleaned_data["words"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Het antwoord van de afdeling staat erbij."))
            return redirect("workspace:safety_check", reference)
    context = {"detail": detail, "check": detail.check, "form": form}
    status = 422 if form.errors else 200
    return render(request, "workspace/safety_check.html", context, status=status)

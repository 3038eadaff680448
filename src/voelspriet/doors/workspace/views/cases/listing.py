# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases, and beginning one from a closed signal."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.answer.cases.actions import begin_case
from voelspriet.answer.cases.forms import BeginCaseForm
from voelspriet.answer.cases.queries import cases as case_page
from voelspriet.answer.cases.queries import drafts, why_no_case
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role

READERS = (
    Role.AREA_ADVISER,
    Role.HANDLER,
    Role.DIRECTOR,
    Role.POLICY_ADVISER,
    Role.EXECUTIVE,
    Role.RESEARCHER,
)


@require_safe
@staff(*READERS)
def cases(request: StaffRequest) -> HttpResponseBase:
    """List the cases colleagues can read, and an adviser's drafts."""
    page = case_page(by=request.actor, cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "drafts": drafts(by=request.actor),
        "may_make": request.actor.has(Role.AREA_ADVISER),
    }
    return render(request, "workspace/cases.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def case_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Begin a case from a signal, or say why that cannot be."""
    why_not = why_no_case(signal_reference=reference, by=request.actor, at=request.at)
    form = BeginCaseForm(request.POST or None, doubts=request.method == "POST")
    if form.is_valid():
        with refusals_on(form):
            made = begin_case(
                signal_reference=reference,
                title=form.cleaned_data["title"],
                is_nobody=form.cleaned_data["is_nobody"],
                by=request.actor,
                at=request.at,
            )
            return redirect("workspace:learning_case", made)
    context = {"form": form, "why_not": why_not, "reference": reference}
    status = 422 if form.errors else 200
    return render(request, "workspace/case_new.html", context, status=status)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program: sent, followed while the worker reads it, looked at, entered."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.coding_exchange import WEIGHTS, project_form, study_page
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions.incoming import enter_project, send_project
from voelspriet.understand.coding.exchange_forms import HasReadForm
from voelspriet.understand.coding.queries.incoming import project_import


@require_POST
@staff(Role.RESEARCHER)
def exchange_project(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Have a project of another program read for a study."""
    form = project_form(request, reference)
    if form.is_valid():
        with refusals_on(form):
            made = send_project(study=reference, sent=form.sent(), by=request.actor, at=request.at)
            return redirect("workspace:exchange_incoming", made)
    return study_page(request, reference, form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def exchange_incoming(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show how far a project came and what is in it; enter it once somebody read it."""
    row = project_import(reference=reference, by=request.actor)
    form = HasReadForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            enter_project(reference=reference, by=request.actor, at=request.at)
            return redirect("workspace:exchange_incoming", reference)
    remarks = row.told.remarks if row.told else ()
    context = {
        "row": row,
        "told": row.told,
        "form": form,
        "remarks": [(WEIGHTS[one.weight], one) for one in remarks],
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/exchange_incoming.html", context, status=status)

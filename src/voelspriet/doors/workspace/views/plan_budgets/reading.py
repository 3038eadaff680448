# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan on one page, and as a file."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from voelspriet.act.plans.budget_file import WRITERS
from voelspriet.act.plans.queries.budget_outcomes import plan_budget
from voelspriet.act.plans.queries.budgets import budget_page
from voelspriet.act.plans.rules.access import READS
from voelspriet.doors.workspace.access import StaffRequest, staff

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}


@require_safe
@staff(*READS)
def budget(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show what a plan costs, what pays it, and what of it does not agree."""
    page = budget_page(reference=reference, by=request.actor)
    return render(request, "workspace/plan_budget.html", {"page": page, "files": list(MEDIA)})


@require_POST
@staff(*READS)
def budget_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the budget of a plan as a spreadsheet."""
    ending = request.POST.get("bestand", "")
    if ending not in WRITERS:
        raise Http404
    told = plan_budget(reference=reference, by=request.actor)
    response = HttpResponse(WRITERS[ending](told.budget), content_type=MEDIA[ending])
    name = f"begroting-{slugify(told.title)[:60] or 'plan'}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

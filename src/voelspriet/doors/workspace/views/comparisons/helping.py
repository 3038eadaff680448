# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Interventions of the knowledge base beside a recommendation: looked for and chosen by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.knowledge.queries import (
    KnowledgeFilters,
    interventions,
    interventions_for,
)
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.findings.actions.helping import choose_help, drop_help
from voelspriet.understand.findings.forms import HelpSearchForm
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.matrix_rows import ComparisonDetail, RecommendationRow


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def comparison_help(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Show what may help with a recommendation, and what was chosen."""
    detail = comparison_detail(reference=reference, by=request.actor)
    row = next((one for one in detail.recommendations if one.number == number), None)
    if row is None:
        raise OutOfScope(_("Deze aanbeveling is er niet."))
    if request.method == "POST":
        _done(request, reference, number)
        return redirect("workspace:comparison_help", reference, number)
    return _page(request, detail, row)


def _done(request: StaffRequest, reference: str, number: int) -> None:
    deed, chosen = request.POST.get("deed", ""), request.POST.get("intervention", "")
    if deed == "choose":
        choose_help(
            reference=reference, number=number, intervention=chosen, by=request.actor, at=request.at
        )
        messages.success(request, _("Het staat bij de aanbeveling."))
    elif deed == "drop":
        drop_help(
            reference=reference, number=number, intervention=chosen, by=request.actor, at=request.at
        )
        messages.success(request, _("Het staat niet meer bij de aanbeveling."))
    else:
        raise Http404


def _page(
    request: StaffRequest, detail: ComparisonDetail, row: RecommendationRow
) -> HttpResponseBase:
    form = HelpSearchForm(request.GET)
    words = form.cleaned_data["zoek"] if form.is_valid() else ""
    fitting = interventions_for(factor=row.table_number, by=request.actor)
    cursor = request.GET.get("na", "")
    found = None
    if words or cursor or not fitting:
        found = interventions(
            filters=KnowledgeFilters(words=words),
            by=request.actor,
            on=dutch_day(request.at),
            cursor=cursor,
        )
    more = {"zoek": words, "na": found.next_cursor} if found and found.next_cursor else {}
    context = {
        "comparison": detail.comparison,
        "row": row,
        "form": form,
        "words": words,
        "fitting": fitting,
        "found": found,
        "more": urlencode(more),
        "chosen": {one.reference for one in row.helps},
    }
    return render(request, "workspace/comparison_help.html", context)

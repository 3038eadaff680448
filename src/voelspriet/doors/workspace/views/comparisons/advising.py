# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recommendations of a comparison, each with the fragments it rests on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.findings.actions.choosing import (
    Advised,
    change_recommendation,
    recommend,
    withdraw_recommendation,
)
from voelspriet.understand.findings.forms import RecommendationForm
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.matrix_rows import ComparisonDetail, RecommendationRow

LABEL_WORDS = 160


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def comparison_recommend(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add a recommendation."""
    detail = comparison_detail(reference=reference, by=request.actor)
    form = _form(request, detail, None)
    if form.is_valid():
        with refusals_on(form):
            recommend(reference=reference, advised=_advised(form), by=request.actor, at=request.at)
            messages.success(request, _("De aanbeveling staat erbij."))
            return redirect("workspace:comparison", reference)
    return _page(request, detail, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def comparison_recommendation(
    request: StaffRequest, reference: str, number: int
) -> HttpResponseBase:
    """Write a recommendation anew, or take it away."""
    detail = comparison_detail(reference=reference, by=request.actor)
    row = next((one for one in detail.recommendations if one.number == number), None)
    if row is None:
        raise OutOfScope(_("Deze aanbeveling is er niet."))
    if request.POST.get("deed") == "withdraw":
        withdraw_recommendation(reference=reference, number=number, by=request.actor, at=request.at)
        messages.success(request, _("De aanbeveling is weg."))
        return redirect("workspace:comparison", reference)
    form = _form(request, detail, row)
    if form.is_valid():
        with refusals_on(form):
            change_recommendation(
                reference=reference,
                number=number,
                advised=_advised(form),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De aanbeveling is bewaard."))
            return redirect("workspace:comparison", reference)
    return _page(request, detail, form, row)


def _form(
    request: StaffRequest, detail: ComparisonDetail, row: RecommendationRow | None
) -> RecommendationForm:
    fragments = {
        one.fragment_id: f"{factor.label}: {Truncator(one.words).chars(LABEL_WORDS)}"
        for factor in detail.factors
        for one in factor.quotes
    }
    behind = row.fragments if row else ()
    for one in behind:
        fragments.setdefault(one.fragment_id, Truncator(one.words).chars(LABEL_WORDS))
    initial = {
        "title": row.title,
        "text": row.text,
        "factor": row.factor,
        "fragments": [one.fragment_id for one in behind],
    } if row else {}  # fmt: skip
    return RecommendationForm(
        request.POST or None,
        initial=initial,
        factors=[(one.number, one.label) for one in detail.factors],
        fragments=list(fragments.items()),
    )


def _advised(form: RecommendationForm) -> Advised:
    values = form.cleaned_data
    return Advised(values["title"], values["text"], values["factor"], values["fragments"])


def _page(
    request: StaffRequest,
    detail: ComparisonDetail,
    form: RecommendationForm,
    row: RecommendationRow | None,
) -> HttpResponseBase:
    context = {"detail": detail, "comparison": detail.comparison, "form": form, "row": row}
    status = 422 if form.errors else 200
    return render(request, "workspace/comparison_recommendation.html", context, status=status)

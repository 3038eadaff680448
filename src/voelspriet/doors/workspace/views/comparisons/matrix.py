# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparisons: the list, starting one, the matrix, two areas side by side, and the quadrants."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.queries.studies import study_detail
from voelspriet.understand.coding.queries.codebooks import codebook_detail, usable_codebooks
from voelspriet.understand.findings.actions.choosing import write_advice
from voelspriet.understand.findings.actions.comparing import start_comparison
from voelspriet.understand.findings.actions.counting import ask_count
from voelspriet.understand.findings.choices import ConcernQuadrant
from voelspriet.understand.findings.forms import AdviceForm, ComparisonForm
from voelspriet.understand.findings.queries import comparisons as reading
from voelspriet.understand.findings.queries.matrix_rows import ComparisonDetail

READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)
TWO = 2
# as the figure draws them: concern upwards, attention to the right
DRAWN = (
    ConcernQuadrant.CONCERN_WITHOUT_ATTENTION,
    ConcernQuadrant.CONCERN_AND_ATTENTION,
    ConcernQuadrant.NEITHER,
    ConcernQuadrant.ATTENTION_WITHOUT_CONCERN,
)


@require_safe
@staff(*READERS)
def comparisons(request: StaffRequest) -> HttpResponseBase:
    """List the comparisons, of one study when it is named."""
    study = request.GET.get("onderzoek", "")
    page = reading.comparisons(by=request.actor, study=study, cursor=request.GET.get("na", ""))
    kept = {"onderzoek": study} if study else {}
    more = urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else ""
    context = {"page": page, "more": more, "study": study}
    return render(request, "workspace/comparisons.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def study_comparison(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Start a comparison of a study."""
    detail = study_detail(reference=reference, by=request.actor)
    books = usable_codebooks(by=request.actor)
    if not books:
        raise Refused(_("Er is nog geen codeboek om mee te vergelijken."))
    wanted = request.GET.get("codeboek", "")
    chosen = next((one for one in books if one.reference == wanted), books[0])
    form = ComparisonForm(
        request.POST or None,
        areas=[one for one in every_area(request) if one[0] in detail.area_ids],
        codes=[(one.id, f"{one.number} {one.path}" if one.number else one.path)
               for one in chosen.codes],
        initial={"areas": detail.area_ids if len(detail.area_ids) <= TWO else ()},
    )  # fmt: skip
    if form.is_valid():
        values = form.cleaned_data
        version = codebook_detail(
            reference=chosen.reference, number=chosen.number, by=request.actor
        )
        with refusals_on(form):
            made = start_comparison(
                study=reference,
                title=values["title"],
                version_id=version.version_id,
                code_ids=values["codes"],
                area_ids=values["areas"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De vergelijking staat klaar. Schrijf nu per factor op "
                                        "wat beide kanten zeggen."))  # fmt: skip
            return redirect("workspace:comparison", made)
    context = {"form": form, "study": detail.study, "books": books, "chosen": chosen}
    status = 422 if form.errors else 200
    return render(request, "workspace/comparison_new.html", context, status=status)


@require_safe
@staff(*READERS)
def comparison(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the matrix."""
    detail = reading.comparison_detail(reference=reference, by=request.actor)
    return render(request, "workspace/comparison.html", {"detail": detail} | _head(detail))


@require_safe
@staff(*READERS)
def comparison_areas(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show two areas side by side, factor by factor."""
    detail = reading.comparison_detail(reference=reference, by=request.actor)
    rows = [
        (
            row,
            [
                (place, [one for one in row.quotes if one.area_id == place.area_id])
                for place in row.places
            ],
        )
        for row in detail.factors
    ]
    context = {"detail": detail, "rows": rows} | _head(detail)
    return render(request, "workspace/comparison_areas.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def comparison_figure(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the quadrants in words and as a figure; a researcher writes the advice."""
    detail = reading.comparison_detail(reference=reference, by=request.actor)
    sent = request.POST.get("quadrant", "") if request.method == "POST" else ""
    form = AdviceForm(request.POST, auto_id=f"{sent}_%s") if request.method == "POST" else None
    if form is not None and form.is_valid() and sent in ConcernQuadrant.values:
        with refusals_on(form):
            write_advice(
                reference=reference,
                quadrant=ConcernQuadrant(sent),
                text=form.cleaned_data["text"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Het advies is bewaard."))
            return redirect("workspace:comparison_figure", reference)
    boxes = [
        (row, form if form is not None and row.quadrant == sent else
         AdviceForm(initial={"text": row.text}, auto_id=f"{row.quadrant}_%s"))
        for row in sorted(detail.advice, key=lambda row: DRAWN.index(ConcernQuadrant(row.quadrant)))
    ]  # fmt: skip
    context = {"detail": detail, "boxes": boxes, "sent": form} | _head(detail)
    status = 422 if form is not None else 200
    return render(request, "workspace/comparison_figure.html", context, status=status)


@require_POST
@staff(Role.RESEARCHER)
def comparison_count(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Have it counted again how often each side speaks of each factor."""
    ask_count(reference=reference, by=request.actor, at=request.at)
    messages.success(request, _("Het wordt opnieuw geteld. Kijk over een paar tellen weer."))
    return redirect("workspace:comparison", reference)


def _head(detail: ComparisonDetail) -> dict[str, object]:
    return {"comparison": detail.comparison, "is_beside": len(detail.areas) == TWO}

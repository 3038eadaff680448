# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The perception report of a comparison: on a page with its fragments, as PDF and to edit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.paper_files import RESPONSES, ask_file, files_of, format_of
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.choices import PaperFormat, PaperKind
from voelspriet.papers.perception_report import perception_report
from voelspriet.papers.queries import paper_file
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html
from voelspriet.understand.coding.queries.agreement import told_agreement
from voelspriet.understand.coding.queries.codebooks import codebook_detail
from voelspriet.understand.findings.actions.comparing import ReportWords, write_report_words
from voelspriet.understand.findings.forms import ReportWordsForm
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.heard import heard
from voelspriet.understand.findings.queries.matrix_rows import ComparisonDetail
from voelspriet.understand.findings.queries.places import told_places

READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)
TWO = 2


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def comparison_report(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the report with the way to its fragments; have it made as PDF or to edit."""
    detail = comparison_detail(reference=reference, by=request.actor)
    write = _written(request, detail)
    document = write()
    if request.method == "POST":
        ask_file(request, document, PaperKind.PERCEPTION)
        return redirect("workspace:comparison_report", reference)
    context = {
        "detail": detail,
        "comparison": detail.comparison,
        "is_beside": len(detail.areas) == TWO,
        "paper_html": write_html(write(links=_links(request, detail)), below=1),
        **files_of(request, document),
        "open_quotes": sum(
            one.state in {"chosen", "gone_back"} for row in detail.factors for one in row.quotes
        ),
    }
    return render(request, "workspace/comparison_report.html", context)


@require_safe
@staff(*READERS)
def comparison_report_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the report as a file; to the page that makes it where it is not there."""
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    detail = comparison_detail(reference=reference, by=request.actor)
    document = _written(request, detail)()
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect("workspace:comparison_report", reference)
    return RESPONSES[form](data, name=f"rapport-{reference}-{get_language()}")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def comparison_words(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Write what the report tells besides the matrix."""
    detail = comparison_detail(reference=reference, by=request.actor)
    initial = {name: getattr(detail, name)
               for name in ("summary", "approach", "not_heard", "limits")}  # fmt: skip
    form = ReportWordsForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_on(form):
            write_report_words(
                reference=reference,
                words=ReportWords(**form.cleaned_data),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Bewaard. Het staat in het rapport."))
            return redirect("workspace:comparison_report", reference)
    context = {"detail": detail, "comparison": detail.comparison, "form": form}
    status = 422 if form.errors else 200
    return render(request, "workspace/comparison_words.html", context, status=status)


def _written(request: StaffRequest, detail: ComparisonDetail) -> Callable[..., Document]:
    """Return how to write the report of today, with the way to fragments or without."""
    return partial(
        perception_report,
        detail=detail,
        heard=heard(reference=detail.comparison.reference, by=request.actor),
        codebook=codebook_detail(
            reference=detail.codebook_reference, number=detail.version, by=request.actor
        ),
        agreement=told_agreement(
            study=detail.comparison.study_reference,
            codebook=detail.codebook_reference,
            by=request.actor,
        ),
        places=told_places(reference=detail.comparison.reference, by=request.actor),
        municipality=request.municipality,
        language=get_language() or "nl",
        on=dutch_day(request.at),
    )


def _links(request: StaffRequest, detail: ComparisonDetail) -> dict[int, str]:
    reference = detail.comparison.reference
    return {
        row.number: request.build_absolute_uri(
            reverse("workspace:comparison_fragments", args=(reference, row.number))
        )
        for row in detail.factors
    }

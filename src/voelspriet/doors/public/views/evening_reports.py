# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening for everybody, in four languages and as a PDF."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.ground.areas.queries import MunicipalityRow, municipality_by_id
from voelspriet.ground.privacy.actors import resident
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.queries.reports import ReportRow, public_report
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.delivering import pdf_response
from voelspriet.papers.evening_report import evening_report as report_of
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.folded import write_folded


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evening_report(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the released report; have its PDF made."""
    report, town, document = _report(reference)
    here = reverse("public:evening_report", args=(reference,))
    if request.method == "POST":
        ask_paper(
            document,
            kind=PaperKind.EVENING_REPORT,
            municipality_id=town.id,
            by=resident(town.id),
            at=request.at,  # type: ignore[attr-defined]
        )
        return redirect(here)
    context = {
        "report": report,
        "town": town,
        "document": document,
        "paper_html": write_folded(document),
        "paper": paper_row(document, municipality_id=town.id),
        "paper_page": here,
        "paper_file": reverse("public:evening_report_file", args=(reference,)),
    }
    return render(request, "public/evening_report.html", context)


@never_cache
@require_safe
def evening_report_file(_request: HttpRequest, reference: str) -> HttpResponse:
    """Give the report as a PDF; to its page where it is not made."""
    _row, town, document = _report(reference)
    data = paper_file(document, municipality_id=town.id)
    if data is None:
        return redirect("public:evening_report", reference)
    return pdf_response(data, name=f"verslag-{reference}-{document.language}")


def _report(reference: str) -> tuple[ReportRow, MunicipalityRow, Document]:
    report = public_report(reference=reference, language=get_language() or "nl")
    town = municipality_by_id(municipality_id=report.municipality_id) if report else None
    if report is None or town is None or report.released_at is None:
        raise Http404
    document = report_of(
        report=report,
        municipality=town,
        address=settings.PUBLIC_URL + reverse("public:evening_report", args=(reference,)),
        on=dutch_day(report.released_at),
    )
    return report, town, document

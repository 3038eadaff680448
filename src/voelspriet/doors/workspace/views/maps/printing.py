# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a round on paper: looked at, made by the job process, and given."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.maps.rounds import LEADERS
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.drawings import queries
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.delivering import pdf_response
from voelspriet.papers.map_sheet import map_sheet
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*LEADERS)
def map_print(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the sheet of a round in a language (`?lang=`); have its PDF made."""
    detail, document = _sheet(request, reference)
    query = f"?lang={document.language}"
    here = reverse("workspace:map_print", args=(reference,)) + query
    if request.method == "POST":
        ask_paper(
            document,
            kind=PaperKind.MAP_SHEET,
            municipality_id=request.municipality.id,
            by=request.actor,
            at=request.at,
        )
        return redirect(here)
    context = {
        "round": detail.row,
        "language": document.language,
        "languages": settings.LANGUAGES,
        "paper_html": write_html(document, below=2),
        "paper": paper_row(document, municipality_id=request.municipality.id),
        "paper_page": here,
        "paper_file": reverse("workspace:map_print_file", args=(reference,)) + query,
    }
    return render(request, "workspace/map_print.html", context)


@require_safe
@staff(*LEADERS)
def map_print_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the sheet as a PDF; to the page that makes it where it is not there."""
    _detail, document = _sheet(request, reference)
    data = paper_file(document, municipality_id=request.municipality.id)
    if data is None:
        page = reverse("workspace:map_print", args=(reference,))
        return redirect(f"{page}?lang={document.language}")
    return pdf_response(data, name=f"kaartblad-{reference}-{document.language}")


def _sheet(request: StaffRequest, reference: str) -> tuple[queries.RoundDetail, Document]:
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    detail = queries.map_round(reference=reference, by=request.actor, at=request.at)
    with override(language):
        plan = queries.sheet_plan(reference=reference, by=request.actor)
    document = map_sheet(
        plan=plan,
        municipality=request.municipality,
        language=language,
        on=dutch_day(detail.made_at),
    )
    return detail, document

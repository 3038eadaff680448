# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood's agenda as a PDF of one sheet: asked for, made by the job process, given.

It holds what everybody may read and is made once for everybody, so asking again costs nothing.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.answer.pages.queries.agendas import AgendaPage
from voelspriet.doors.public.views.agendas import agenda_page_of
from voelspriet.ground.privacy.actors import resident
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.agenda_sheet import agenda_sheet
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.delivering import pdf_response
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, municipality: str, area: str) -> HttpResponse:
    """Show whether the sheet is there as a PDF; have it made."""
    page = agenda_page_of(request, municipality, area)
    document = _document(request, page)
    town_id = page.municipality.id
    here = reverse("public:agenda_paper", args=(municipality, area))
    if request.method == "POST":
        ask_paper(
            document,
            kind=PaperKind.AGENDA_SHEET,
            municipality_id=town_id,
            by=resident(town_id),
            at=request.at,  # type: ignore[attr-defined]
        )
        return redirect(here)
    context = {
        "page": page,
        "agenda": page.agenda,
        "paper": paper_row(document, municipality_id=town_id),
        "paper_page": here,
        "paper_file": reverse("public:agenda_paper_file", args=(municipality, area)),
    }
    return render(request, "public/agenda_paper.html", context)


@never_cache
@require_safe
def paper_download(request: HttpRequest, municipality: str, area: str) -> HttpResponse:
    """Give the sheet as a PDF; to the page that makes it where it is not there."""
    page = agenda_page_of(request, municipality, area)
    data = paper_file(_document(request, page), municipality_id=page.municipality.id)
    if data is None:
        return redirect("public:agenda_paper", municipality, area)
    return pdf_response(data, name=f"buurtagenda-{page.agenda.year}-{area}")


def _document(request: HttpRequest, page: AgendaPage) -> Document:
    path = reverse("public:agenda", args=(page.municipality.slug, page.area.slug))
    return agenda_sheet(
        agenda=page.agenda,
        municipality=page.municipality,
        address=settings.PUBLIC_URL + path,
        language=get_language() or "nl",
        on=dutch_day(request.at),  # type: ignore[attr-defined]
    )

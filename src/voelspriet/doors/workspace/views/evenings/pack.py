# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers for the hall of an evening: chosen, looked at, made by the job process, and given."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.evenings.forms.papers import USUAL_SLIPS, HallPaper, HallPaperForm
from voelspriet.listen.evenings.queries.papers import PackRow
from voelspriet.listen.evenings.queries.papers import evening_pack as pack_of
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.delivering import pdf_response
from voelspriet.papers.evening_pack import evening_poster, evening_slips
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html

UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A paper as it was chosen; `shown` is what the page shows of it: one slip is enough."""

    pack: PackRow
    document: Document
    shown: Document
    kind: PaperKind
    query: str


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_pack(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Choose a paper for the hall and look at it; have its PDF made."""
    form = _form(request)
    if not form.is_valid():
        pack = pack_of(reference=reference, by=request.actor, language=settings.LANGUAGE_CODE)
        context = {"evening": pack.evening, "pack": pack, "form": form}
        return render(request, "workspace/evening_pack.html", context, status=UNPROCESSABLE)
    chosen = _chosen(request, reference, form)
    here = reverse("workspace:evening_pack", args=(reference,)) + chosen.query
    if request.method == "POST":
        ask_paper(
            chosen.document,
            kind=chosen.kind,
            municipality_id=request.municipality.id,
            by=request.actor,
            at=request.at,
        )
        return redirect(f"{here}#papier")
    context = {
        "evening": chosen.pack.evening,
        "pack": chosen.pack,
        "form": form,
        "paper_html": write_html(chosen.shown, below=2),
        "paper": paper_row(chosen.document, municipality_id=request.municipality.id),
        "paper_page": here,
        "paper_file": reverse("workspace:evening_pack_file", args=(reference,)) + chosen.query,
    }
    return render(request, "workspace/evening_pack.html", context)


@require_safe
@staff(Role.AREA_ADVISER)
def evening_pack_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the paper as a PDF; to the page that makes it where it is not there."""
    form = _form(request)
    if not form.is_valid():
        raise Http404
    chosen = _chosen(request, reference, form)
    data = paper_file(chosen.document, municipality_id=request.municipality.id)
    if data is None:
        page = reverse("workspace:evening_pack", args=(reference,))
        return redirect(page + chosen.query)
    name = f"{form.cleaned_data['soort']}-{reference}-{chosen.pack.language}"
    return pdf_response(data, name=name)


def _form(request: StaffRequest) -> HallPaperForm:
    start = {
        "soort": HallPaper.SLIPS, "lang": settings.LANGUAGE_CODE, "aantal": str(USUAL_SLIPS),
    }  # fmt: skip
    given = {name: request.GET[name][:20] for name in ("soort", "lang", "aantal", "vanaf")
             if name in request.GET}  # fmt: skip
    return HallPaperForm(start | given, languages=settings.LANGUAGES)


def _chosen(request: StaffRequest, reference: str, form: HallPaperForm) -> _Chosen:
    language = form.cleaned_data["lang"]
    pack = pack_of(reference=reference, by=request.actor, language=language)
    query = f"?{urlencode(form.values())}"
    town = request.municipality
    if form.is_poster:
        poster = evening_poster(pack=pack, municipality=town, address=join_address())
        return _Chosen(pack, poster, poster, PaperKind.EVENING_POSTER, query)
    first = form.first()
    slips = evening_slips(pack=pack, municipality=town, first=first, count=form.count())
    one = evening_slips(pack=pack, municipality=town, first=first, count=1)
    return _Chosen(pack, slips, one, PaperKind.EVENING_SLIPS, query)


def join_address() -> str:
    """Return the address people type and the QR holds: it has no language in it."""
    with translation.override("nl"):
        return settings.PUBLIC_URL + reverse("public:evening_join")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A notice as a letter: looked at, made as a PDF by the job process, and given."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.answer.pages.choices import NoticeState
from voelspriet.answer.pages.queries.notice_rows import NoticeDetail, SenderRow
from voelspriet.answer.pages.queries.notices import notice_detail
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.notices.addresses import page_address
from voelspriet.doors.workspace.views.notices.listing import READERS
from voelspriet.ground.people.queries import face_photo
from voelspriet.lib.photos import drawn_anew
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.delivering import pdf_response
from voelspriet.papers.notice_letter import notice_letter as letter_of
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html

PHOTO_PIXELS = 400


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def notice_letter(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a notice as a letter, in a language it is complete in (`?lang=`); have its PDF made.

    There is none of what was withdrawn, of a translation that is behind, or of a draft that may
    point at a person.
    """
    detail, document = _letter(request, reference)
    query = f"?lang={document.language}"
    here = reverse("workspace:notice_letter", args=(reference,)) + query
    if request.method == "POST":
        ask_paper(
            document,
            kind=PaperKind.NOTICE_LETTER,
            municipality_id=request.municipality.id,
            by=request.actor,
            at=request.at,
        )
        return redirect(here)
    context = {
        "detail": detail,
        "letter": write_html(document),
        "paper": paper_row(document, municipality_id=request.municipality.id),
        "paper_page": here,
        "paper_file": reverse("workspace:notice_letter_file", args=(reference,)) + query,
    }
    return render(request, "workspace/notice_letter.html", context)


@require_safe
@staff(*READERS)
def notice_letter_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the letter as a PDF; to the page that makes it where it is not there."""
    _detail, document = _letter(request, reference)
    data = paper_file(document, municipality_id=request.municipality.id)
    if data is None:
        page = reverse("workspace:notice_letter", args=(reference,))
        return redirect(f"{page}?lang={document.language}")
    return pdf_response(data, name=f"brief-{reference}-{document.language}")


def _letter(request: StaffRequest, reference: str) -> tuple[NoticeDetail, Document]:
    detail = notice_detail(reference=reference, by=request.actor, at=request.at)
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    shown = next((one for one in detail.shown if one.language == language), None)
    if shown is None or shown.newer or not detail.may_leave:
        raise Http404
    document = letter_of(
        notice=shown,
        municipality=request.municipality,
        address=page_address(request.municipality, detail.row.area_slug, language),
        photo=_photo(shown.sender),
        is_draft=detail.row.state == NoticeState.DRAFT,
    )
    return detail, document


def _photo(sender: SenderRow | None) -> bytes | None:
    """Return the photo of a sender who chose to be shown, small enough for a letter."""
    data = face_photo(file_name=sender.photo) if sender and sender.photo else None
    return drawn_anew(data, longest_side=PHOTO_PIXELS) if data else None

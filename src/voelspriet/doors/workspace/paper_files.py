# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of a paper on its page: asked for, how far each is, and given."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from voelspriet.doors.workspace.access import StaffRequest
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperFormat, PaperKind
from voelspriet.papers.delivering import docx_response, pdf_response
from voelspriet.papers.queries import paper_rows
from voelspriet.papers.writers.document import Document

RESPONSES = {PaperFormat.PDF: pdf_response, PaperFormat.DOCX: docx_response}


def format_of(text: str) -> PaperFormat:
    """Return the form of a file; nothing is found for any other word."""
    if text not in PaperFormat.values:
        raise Http404
    return PaperFormat(text)


def ask_file(request: StaffRequest, document: Document, kind: PaperKind) -> None:
    """Have the file made that was pressed for, and say so."""
    ask_paper(
        document,
        kind=kind,
        municipality_id=request.municipality.id,
        by=request.actor,
        at=request.at,
        form=format_of(request.POST.get("vorm", "")),
    )
    messages.success(request, _("Het bestand wordt gemaakt."))


def files_of(request: StaffRequest, document: Document) -> dict[str, Any]:
    """Return what a page shows of the files of a paper."""
    papers = paper_rows(document, municipality_id=request.municipality.id)
    return {
        "papers": papers,
        "waits": any(row.is_waiting for _form, _label, row in papers),
    }

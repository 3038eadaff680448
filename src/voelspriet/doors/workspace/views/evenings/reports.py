# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening: written, looked through, released, and made as a PDF."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.answer.replies.actions.evening_reports import (
    send_evening_report,
    send_failed_again,
)
from voelspriet.answer.replies.queries.evening_reports import report_mails
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.actions import reports as actions
from voelspriet.listen.evenings.forms.reports import NextStepsForm
from voelspriet.listen.evenings.queries.reports import ReportRow, report_draft
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.delivering import pdf_response
from voelspriet.papers.evening_report import evening_report as report_of
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html

UNPROCESSABLE = 422
MOST_DIGITS = 18


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_report(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Look through the report, write what happens next, release it; have its PDF made."""
    report, document = _report(request, reference)
    here = reverse("workspace:evening_report", args=(reference,))
    query = f"?lang={report.language}"
    form = NextStepsForm(
        request.POST if request.POST.get("deed") == "write" else None,
        initial={f"next_{code}": text for code, text in report.all_next_steps.items()},
    )
    if request.method == "POST":
        done = DEEDS.get(request.POST.get("deed", ""), _ask)(request, report, form)
        if done is not None:
            messages.success(request, done)
            return redirect(here + query)
    context = {
        "report": report,
        "form": form,
        "mails": report_mails(reference=reference, by=request.actor),
        "paper_html": write_html(document, below=2),
        "languages": settings.LANGUAGES,
        "paper": paper_row(document, municipality_id=request.municipality.id),
        "paper_page": here + query,
        "paper_file": reverse("workspace:evening_report_file", args=(reference,)) + query,
        "public_address": public_address(reference, report.language),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workspace/evening_report.html", context, status=status)


@require_safe
@staff(Role.AREA_ADVISER)
def evening_report_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the report as a PDF; to the page that makes it where it is not there."""
    report, document = _report(request, reference)
    data = paper_file(document, municipality_id=request.municipality.id)
    if data is None:
        page = reverse("workspace:evening_report", args=(reference,))
        return redirect(f"{page}?lang={report.language}")
    return pdf_response(data, name=f"verslag-{reference}-{report.language}")


def public_address(reference: str, language: str) -> str:
    """Return where everybody reads the report, in a language."""
    with translation.override(language):
        return settings.PUBLIC_URL + reverse("public:evening_report", args=(reference,))


def _report(request: StaffRequest, reference: str) -> tuple[ReportRow, Document]:
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    report = report_draft(reference=reference, by=request.actor, language=language)
    document = report_of(
        report=report,
        municipality=request.municipality,
        address=public_address(reference, language),
        on=dutch_day(report.released_at or request.at),
    )
    return report, document


Deed = Callable[[StaffRequest, ReportRow, NextStepsForm], str | None]


def _write(request: StaffRequest, report: ReportRow, form: NextStepsForm) -> str | None:
    if not form.is_valid():
        return None
    with refusals_on(form):
        actions.write_next_steps(
            reference=report.evening.reference,
            texts=form.texts(),
            by=request.actor,
            at=request.at,
        )
        return _("Bewaard. Het staat in het verslag hieronder.")
    return None


def _leave_out(request: StaffRequest, report: ReportRow, _form: NextStepsForm) -> str | None:
    note = request.POST.get("note", "")
    if not (note.isascii() and note.isdigit() and len(note) <= MOST_DIGITS):
        raise Http404
    is_left_out = request.POST.get("leave_out") == "1"
    actions.leave_note_out(
        reference=report.evening.reference,
        note_id=int(note),
        is_left_out=is_left_out,
        by=request.actor,
        at=request.at,
    )
    return _("Deze notitie staat niet meer in het verslag.") if is_left_out else _(
        "Deze notitie staat weer in het verslag."
    )  # fmt: skip


def _release(request: StaffRequest, report: ReportRow, _form: NextStepsForm) -> str | None:
    made = send_evening_report(reference=report.evening.reference, by=request.actor, at=request.at)
    told = _("Het verslag is vrijgegeven. Iedereen kan het nu lezen.")
    return f"{told} {_mails_words(made)}" if made else told


def _send_again(request: StaffRequest, report: ReportRow, _form: NextStepsForm) -> str | None:
    return _mails_words(
        send_failed_again(reference=report.evening.reference, by=request.actor, at=request.at)
    )


def _mails_words(count: int) -> str:
    words = ngettext("%(count)s mail gaat uit.", "%(count)s mails gaan uit.", count)
    return words % {"count": count}


def _ask(request: StaffRequest, report: ReportRow, _form: NextStepsForm) -> str | None:
    _report_row, document = _report(request, report.evening.reference)
    ask_paper(
        document,
        kind=PaperKind.EVENING_REPORT,
        municipality_id=request.municipality.id,
        by=request.actor,
        at=request.at,
    )
    return _("De PDF wordt gemaakt.")


DEEDS: dict[str, Deed] = {
    "write": _write,
    "note": _leave_out,
    "release": _release,
    "again": _send_again,
}

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a neighbourhood agenda as a file, in each language, and its versions.

It holds what residents may see, so that nothing that is only for colleagues leaves with it.
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.queries.area_agenda_rows import AgendaSheet
from voelspriet.act.agenda.queries.area_agendas import agenda_for_residents
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.plans.forms.proposals import FreezeForm
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.paper_files import RESPONSES, ask_file, files_of, format_of
from voelspriet.doors.workspace.paper_versions import (
    Routes,
    Versioned,
    changes_page,
    freeze,
    freezes,
    version_file,
    version_page,
    versions_of,
)
from voelspriet.doors.workspace.views.priorities.agendas import READERS
from voelspriet.doors.workspace.writing import show_form
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.agenda_sheet import agenda_sheet
from voelspriet.papers.choices import PaperFormat, PaperKind
from voelspriet.papers.queries import paper_file
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html

ROUTES = Routes(
    version="workspace:area_agenda_version",
    file="workspace:area_agenda_version_file",
    changes="workspace:area_agenda_changes",
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def agenda_paper(request: StaffRequest, reference: str, language: str) -> HttpResponseBase:
    """Show the sheet as residents may see it, in a language; have it made as a file."""
    agenda, document = _written(request, reference, language)
    here = {"reference": reference, "language": language}
    of = _versioned(reference)
    freeze_form = FreezeForm(request.POST if freezes(request) else None)
    if freezes(request):
        frozen = freeze(request, freeze_form, of, lambda: _in_dutch(request, reference))
        if frozen is not None:
            return frozen
    elif request.method == "POST":
        ask_file(request, document, PaperKind.AGENDA_SHEET)
        return redirect(reverse("workspace:area_agenda_paper", kwargs=here))
    context = {
        "agenda": agenda,
        "name": _("Buurtagenda %(area)s %(year)s")
        % {"area": agenda.area_name, "year": agenda.year},
        "chosen": language,
        "languages": settings.LANGUAGES,
        "municipality": request.municipality,
        "paper_file": reverse("workspace:area_agenda_file", kwargs=here),
        **files_of(request, document),
        "paper_html": write_html(document, below=1),
        **versions_of(request, of, may_freeze=request.actor.advises(agenda.area_id)),
    }
    return show_form(request, "workspace/area_agenda_paper.html", freeze_form, **context)


@require_safe
@staff(*READERS)
def agenda_file(request: StaffRequest, reference: str, language: str) -> HttpResponseBase:
    """Give the sheet as a file; to the page that makes it where it is not there."""
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    agenda, document = _written(request, reference, language)
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect("workspace:area_agenda_paper", reference, language)
    name = f"buurtagenda-{agenda.year}-{agenda.area_slug}-{language}"
    return RESPONSES[form](data, name=name)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def agenda_version(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Show a version with what is said about it; have its file made, comment, or answer."""
    return version_page(request, _versioned(reference), number)


@require_safe
@staff(*READERS)
def agenda_version_file(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Give a version as a file; to its page, that has it made, where it is not there."""
    return version_file(request, _versioned(reference), number)


@require_safe
@staff(*READERS)
def agenda_changes(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show what changed on the sheet: since the last version, or between two."""
    return changes_page(request, _versioned(reference), lambda: _in_dutch(request, reference))


def _versioned(reference: str) -> Versioned:
    """Return what the versions of a sheet are found by, and where they stand."""
    return Versioned(
        kind=PaperKind.AGENDA_SHEET,
        owner=reference,
        owner_page=reverse("workspace:area_agenda", args=(reference,)),
        about=reference,
        title=PaperKind.AGENDA_SHEET.label,
        page=reverse("workspace:area_agenda_paper", args=(reference, SOURCE_LANGUAGE)),
        note=_(
            "Een versie is dit blad zoals het toen was: er verandert niets meer aan, ook als de "
            "agenda verandert. Versies zijn altijd in het Nederlands."
        ),
        routes=ROUTES,
        parts={"reference": reference},
    )


def _in_dutch(request: StaffRequest, reference: str) -> Document:
    """Return the sheet as versions keep it."""
    with translation.override(SOURCE_LANGUAGE):
        return _written(request, reference, SOURCE_LANGUAGE)[1]


def _written(request: StaffRequest, reference: str, language: str) -> tuple[AgendaSheet, Document]:
    if language not in dict(settings.LANGUAGES):
        raise Http404
    today = dutch_day(request.at)
    with translation.override(language):  # what the rows say of a state is in that language too
        agenda = agenda_for_residents(
            reference=reference, by=request.actor, on=today, language=language
        )
    path = reverse("public:agenda", args=(request.municipality.slug, agenda.area_slug))
    document = agenda_sheet(
        agenda=agenda,
        municipality=request.municipality,
        address=settings.PUBLIC_URL + path,
        language=language,
        on=today,
    )
    return agenda, document

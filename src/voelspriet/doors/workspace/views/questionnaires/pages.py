# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questionnaires: the list, one version with what changed, taking in a file, taking one out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.questionnaires.told import told_changes, told_questions
from voelspriet.listen.surveys.actions import import_questionnaire, store_by_hand
from voelspriet.listen.surveys.forms.questionnaires import ChooseForm, UploadForm
from voelspriet.listen.surveys.queries import (
    VersionSheet,
    version_sheet,
    versions,
)
from voelspriet.listen.surveys.queries import (
    questionnaires as questionnaire_rows,
)
from voelspriet.listen.surveys.rules.access import MAKERS, READERS, makes_questionnaires
from voelspriet.listen.surveys.rules.changes import chosen_from
from voelspriet.listen.surveys.told import FormRejected
from voelspriet.listen.surveys.writing.xlsform import xlsform_of

SHOWN = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@staff(*READERS)
def questionnaires(request: StaffRequest) -> HttpResponseBase:
    """Show the questionnaires of the municipality and the templates."""
    page = questionnaire_rows(by=request.actor, cursor=request.GET.get("na", ""))
    more = urlencode({"na": page.next_cursor}) if page.next_cursor else ""
    context = {"page": page, "more": more, "may_make": makes_questionnaires(request.actor)}
    return render(request, "workspace/questionnaires.html", context)


@require_safe
@staff(*READERS)
def questionnaire(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the newest version of a questionnaire."""
    return _sheet(request, version_sheet(reference=reference, by=request.actor))


@require_safe
@staff(*READERS)
def questionnaire_version(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Show an earlier version as it was."""
    return _sheet(request, version_sheet(reference=reference, number=number, by=request.actor))


def _sheet(request: StaffRequest, sheet: VersionSheet) -> HttpResponseBase:
    language = get_language() or "nl"
    rows = versions(reference=sheet.reference, by=request.actor)
    context = {
        "sheet": sheet,
        "questions": told_questions(sheet.definition, language),
        "versions": [(row, told_changes(row.changes)) for row in rows],
        "may_make": makes_questionnaires(request.actor),
    }
    return render(request, "workspace/questionnaire.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*MAKERS)
def questionnaire_import(request: StaffRequest) -> HttpResponseBase:
    """Take in an XLSForm; what is wrong stands in a table, and nothing is stored then."""
    is_sent = request.method == "POST"
    form = UploadForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "workspace/questionnaire_import.html", {"form": form}, status=status)
    try:
        stored = import_questionnaire(
            content=form.cleaned_data["file"].read(), by=request.actor, at=request.at
        )
    except FormRejected as rejected:
        form.add_error("file", _("Er is niets ingelezen. In de lijst staat wat er niet klopt."))
        found = rejected.problems
        context = {"form": form, "problems": found[:SHOWN], "left": len(found) - SHOWN}
        return render(request, "workspace/questionnaire_import.html", context, status=422)
    return _stored(request, stored.reference, stored.number, is_new=stored.is_new)


def _stored(
    request: StaffRequest, reference: str, number: int, *, is_new: bool
) -> HttpResponseBase:
    words = (
        _("De vragenlijst is bewaard als versie %(number)s.")
        if is_new
        else _("Dit is dezelfde vragenlijst als versie %(number)s. Er is niets veranderd.")
    )
    messages.success(request, words % {"number": number})
    return redirect("workspace:questionnaire", reference)


@require_GET
@staff(*READERS)
def questionnaire_file(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Give a version as an XLSForm."""
    sheet = version_sheet(reference=reference, number=number, by=request.actor)
    response = HttpResponse(xlsform_of(sheet.definition), content_type=XLSX)
    name = f"{sheet.definition.form_id}-{number}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*MAKERS)
def questionnaire_edit(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Make a version of one's own by choosing from this one."""
    sheet = version_sheet(reference=reference, number=number, by=request.actor)
    form = ChooseForm(
        request.POST if request.method == "POST" else None,
        definition=sheet.definition,
        language=get_language() or "nl",
    )
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "sheet": sheet}
        return render(request, "workspace/questionnaire_edit.html", context, status=status)
    definition = chosen_from(
        sheet.definition,
        title=form.cleaned_data["title"],
        names=form.names(),
        probes_on=form.probes_on(),
    )
    stored = store_by_hand(definition=definition, by=request.actor, at=request.at)
    return _stored(request, stored.reference, stored.number, is_new=stored.is_new)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in a file with works: first what it would change, then the same file again."""

from __future__ import annotations

import base64
import binascii

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions.works import import_works
from voelspriet.act.agenda.forms.works import WorksConfirmForm, WorksFileForm
from voelspriet.act.agenda.queries.works_import import works_changes
from voelspriet.act.agenda.rules.works import IMPORTERS
from voelspriet.act.agenda.told import FileProblem, WorksRejected
from voelspriet.act.agenda.works_file import read_works
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.lib.working_days import dutch_day

SHOWN = 30


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*IMPORTERS)
def works_import(request: StaffRequest) -> HttpResponseBase:
    """Take in a file: the first time it is only read, and its changes are shown."""
    if request.method == "POST" and "content" in request.POST:
        return _confirmed(request)
    form = WorksFileForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _page(request, form, status=422 if form.is_bound else 200)
    file, source = form.cleaned_data["file"], form.cleaned_data["source"]
    return _preview(request, form, file.read(), file.name or "", source)


def _preview(
    request: StaffRequest, form: WorksFileForm, content: bytes, name: str, source: str
) -> HttpResponseBase:
    try:
        changes = works_changes(
            told=read_works(content, name=name),
            source=source,
            on=dutch_day(request.at),
            by=request.actor,
        )
    except WorksRejected as rejected:
        form.add_error("file", _("Er is niets ingelezen. In de lijst staat wat er niet klopt."))
        return _page(request, form, problems=rejected.problems, status=422)
    confirm = WorksConfirmForm(
        initial={
            "content": base64.b64encode(content).decode("ascii"),
            "name": name[:200],
            "source": source,
        }
    )
    context = {
        "confirm": confirm,
        "source": source,
        "new": [one for one in changes if one.is_new],
        "changed": [one for one in changes if one.fields],
        "same": sum(one.is_same for one in changes),
    }
    return render(request, "workspace/works_preview.html", context)


def _confirmed(request: StaffRequest) -> HttpResponseBase:
    form = WorksConfirmForm(request.POST)
    content = _content(form)
    if content is None:
        again = WorksFileForm({"source": request.POST.get("source", "")})
        return _page(request, again, status=422)
    try:
        done = import_works(
            told=read_works(content, name=form.cleaned_data["name"]),
            source=form.cleaned_data["source"],
            by=request.actor,
            at=request.at,
        )
    except WorksRejected as rejected:
        again = WorksFileForm(initial={"source": form.cleaned_data["source"]})
        return _page(request, again, problems=rejected.problems, status=422)
    words = _("%(added)s erbij, %(changed)s gewijzigd, %(same)s zoals het was.")
    counts = {"added": done.added, "changed": done.changed, "same": done.unchanged}
    messages.success(request, words % counts)
    return redirect("workspace:works")


def _content(form: WorksConfirmForm) -> bytes | None:
    """Return the file that was shown before; None when it did not come back whole."""
    if not form.is_valid():
        return None
    try:
        return base64.b64decode(form.cleaned_data["content"], validate=True)
    except (ValueError, binascii.Error):
        return None


def _page(
    request: StaffRequest,
    form: WorksFileForm,
    *,
    problems: tuple[FileProblem, ...] = (),
    status: int = 200,
) -> HttpResponseBase:
    context = {"form": form, "problems": problems[:SHOWN], "left": len(problems) - SHOWN}
    return render(request, "workspace/works_import.html", context, status=status)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exchange with other coding programs: a study and a codebook out, a codebook in."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.queries.studies import studies, study_detail
from voelspriet.understand.coding.actions.exchange import (
    CodesToEnter,
    enter_codebook,
    export_study,
)
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.exchange_forms import CodebookFileForm, ProjectFileForm
from voelspriet.understand.coding.qda import Weight, codes_in, write_codebook
from voelspriet.understand.coding.queries.codebooks import codebooks
from voelspriet.understand.coding.queries.exchange import codebook_export, study_export
from voelspriet.understand.coding.queries.incoming import project_imports

QDPX, QDC = "application/zip", "application/xml"
WEIGHTS = {
    Weight.DISCARDED: gettext_lazy("Blijft weg"),
    Weight.REPAIRED: gettext_lazy("Aangepast"),
    Weight.NOTICED: gettext_lazy("Kijk hiernaar"),
}


@dataclass(frozen=True, slots=True)
class CodeShown:
    """A code of a file before it is entered, with those below it."""

    name: str
    definition: str
    below: list[CodeShown] = field(default_factory=list)


@require_safe
@staff(Role.RESEARCHER)
def exchange(request: StaffRequest) -> HttpResponseBase:
    """Show what can go to another program, and where a codebook can come in."""
    page = studies(by=request.actor, cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "codebooks": codebooks(by=request.actor),
    }
    return render(request, "workspace/exchange.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def exchange_study(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show what of a study would go out; give it as a file when that is asked for."""
    if request.method == "POST":
        content = export_study(reference=reference, by=request.actor, at=request.at)
        return _file(content, f"{reference}.qdpx", QDPX)
    return study_page(request, reference)


def study_page(
    request: StaffRequest, reference: str, form: ProjectFileForm | None = None
) -> HttpResponseBase:
    """Show what of a study would go out, and the form for a project that comes in."""
    export = study_export(reference=reference, by=request.actor, at=request.at)
    context = {
        "export": export,
        "codes": codes_in(export.project.codebook),
        "form": form or project_form(request, reference),
        "imports": project_imports(study=reference, by=request.actor),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "workspace/exchange_study.html", context, status=status)


def project_form(request: StaffRequest, reference: str) -> ProjectFileForm:
    """Return the form for a project, with the areas of the study; filled in when it was sent."""
    own = study_detail(reference=reference, by=request.actor).area_ids
    areas = [(key, name) for key, name in every_area(request) if key in own]
    sent = request.method == "POST"
    return ProjectFileForm(
        request.POST if sent else None, request.FILES if sent else None, areas=areas
    )


@require_safe
@staff(Role.RESEARCHER)
def exchange_codebook(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the newest version of a codebook as a file."""
    export = codebook_export(reference=reference, by=request.actor)
    stream = io.BytesIO()
    write_codebook(stream, export.codebook)
    return _file(stream.getvalue(), f"{reference}-{export.number}.qdc", QDC)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def exchange_import(request: StaffRequest) -> HttpResponseBase:
    """Take over a codebook: first show what would come in, then enter it as a draft."""
    if request.method != "POST":
        return _import_page(request, CodebookFileForm())
    form = CodebookFileForm(request.POST, request.FILES)
    if not form.is_valid() or form.found is None:
        return _import_page(request, form)
    if "enter" in request.POST:
        with refusals_on(form):
            made = enter_codebook(
                name=form.cleaned_data["name"],
                kind=CodebookKind(form.cleaned_data["kind"]),
                codes=form.found.codes,
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Het codeboek staat klaar als concept."))
            return redirect("workspace:codebook", made)
    return _look_page(request, form, form.found)


def _import_page(request: StaffRequest, form: CodebookFileForm) -> HttpResponseBase:
    status = 422 if form.is_bound else 200
    return render(request, "workspace/exchange_import.html", {"form": form}, status=status)


def _look_page(
    request: StaffRequest, form: CodebookFileForm, found: CodesToEnter
) -> HttpResponseBase:
    """Show the codes of a file; they go along with the form, so that nothing is stored."""
    values = {name: form[name].value() for name in ("name", "kind")}
    again = CodebookFileForm({**values, "seen": form.sealed()})
    del again.fields["file"]
    again.full_clean()
    for name, errors in form.errors.items():
        again.add_error(None if name == NON_FIELD_ERRORS else name, errors)
    context = {
        "form": again,
        "codes": _shown(found),
        "number": len(found.codes),
        "remarks": [(WEIGHTS[one.weight], one) for one in found.remarks],
        "origin": form.origin,
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/exchange_look.html", context, status=status)


def _shown(found: CodesToEnter) -> list[CodeShown]:
    """Return codes as trees: one comes after that which it hangs under."""
    shown: dict[UUID, CodeShown] = {}
    top: list[CodeShown] = []
    for one in found.codes:
        shown[one.key] = CodeShown(one.words.name, one.words.definition)
        (shown[one.parent].below if one.parent else top).append(shown[one.key])
    return top


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

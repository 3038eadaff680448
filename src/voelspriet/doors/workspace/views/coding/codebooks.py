# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codebooks: the list, one version as a tree, and a draft that is changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions import codebooks as acting
from voelspriet.understand.coding.actions.versions import CodeWords
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.forms import CodebookForm, CodeForm, MoveCodeForm, NewCodeForm
from voelspriet.understand.coding.queries import codebooks as reading
from voelspriet.understand.coding.queries.merging import merges

READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)


@require_safe
@staff(*READERS)
def codebooks(request: StaffRequest) -> HttpResponseBase:
    """List the codebooks of the municipality."""
    context = {
        "rows": reading.codebooks(by=request.actor),
        "may_make": request.actor.has(Role.RESEARCHER),
    }
    return render(request, "workspace/codebooks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def codebook_new(request: StaffRequest) -> HttpResponseBase:
    """Make a codebook."""
    form = CodebookForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            made = acting.start_codebook(
                name=form.cleaned_data["name"],
                kind=CodebookKind(form.cleaned_data["kind"]),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Het codeboek staat klaar. Voeg codes toe."))
            return redirect("workspace:codebook", made)
    status = 422 if form.errors else 200
    return render(request, "workspace/codebook_new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def codebook(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a version of a codebook; a researcher adds codes to a draft."""
    wanted = request.GET.get("versie", "")
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 4 else None  # noqa: PLR2004
    detail = reading.codebook_detail(reference=reference, by=request.actor, number=number)
    form = NewCodeForm(request.POST or None, codes=[(code.id, code.path) for code in detail.codes])
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acting.add_code(
                reference=reference,
                words=_words(form),
                parent_id=form.cleaned_data["parent"],
                by=request.actor,
                at=request.at,
            )
            return redirect("workspace:codebook", reference)
    context = {
        "detail": detail,
        "book": detail.codebook,
        "form": form,
        "may_draft": request.actor.has(Role.RESEARCHER) and detail.codebook.draft is None,
        "merges": merges(reference=reference, by=request.actor),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/codebook.html", context, status=status)


@dataclass(frozen=True, slots=True)
class DraftCode:
    """A code of a draft with both forms: what it is, and where it hangs."""

    book: reading.CodebookRow
    code: reading.CodeRow
    form: CodeForm
    move: MoveCodeForm


def draft_code(request: StaffRequest, reference: str, code_id: int) -> DraftCode:
    """Return a code of a draft, with the form that was sent filled in."""
    detail = reading.codebook_detail(reference=reference, by=request.actor)
    code = next((one for one in detail.codes if one.id == code_id), None)
    if code is None or not detail.may_edit:
        raise OutOfScope(_("Deze code is er niet."))
    is_move = request.POST if "parent" in request.POST else None
    initial = {"name": code.name, "definition": code.definition, "examples": code.examples}
    return DraftCode(
        detail.codebook,
        code,
        CodeForm(None if is_move else request.POST or None, initial=initial),
        MoveCodeForm(
            is_move,
            initial={"parent": code.parent_id or ""},
            codes=[(one.id, one.path) for one in detail.codes if one.id != code.id],
        ),
    )


def code_page(request: StaffRequest, place: DraftCode) -> HttpResponseBase:
    """Show a code of a draft, to change it or to move it."""
    context = {"form": place.form, "move": place.move, "book": place.book, "code": place.code}
    status = 422 if place.form.errors or place.move.errors else 200
    return render(request, "workspace/codebook_code.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def codebook_code(request: StaffRequest, reference: str, code_id: int) -> HttpResponseBase:
    """Change a code of a draft."""
    place = draft_code(request, reference, code_id)
    if place.form.is_valid():
        with refusals_on(place.form):
            acting.change_code(
                reference=reference,
                code_id=code_id,
                words=_words(place.form),
                by=request.actor,
                at=request.at,
            )
            return redirect("workspace:codebook", reference)
    return code_page(request, place)


@require_POST
@staff(Role.RESEARCHER)
def codebook_code_remove(request: StaffRequest, reference: str, code_id: int) -> HttpResponseBase:
    """Take a code out of a draft."""
    acting.remove_code(reference=reference, code_id=code_id, by=request.actor, at=request.at)
    return redirect("workspace:codebook", reference)


@require_POST
@staff(Role.RESEARCHER)
def codebook_draft(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Begin a new version."""
    acting.start_draft(reference=reference, by=request.actor, at=request.at)
    messages.success(request, _("De nieuwe versie is een concept. Codeurs zien haar nog niet."))
    return redirect("workspace:codebook", reference)


@require_POST
@staff(Role.RESEARCHER)
def codebook_publish(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Publish the draft."""
    acting.publish_version(reference=reference, by=request.actor, at=request.at)
    messages.success(request, _("De versie is gepubliceerd. Er wordt nu mee gecodeerd."))
    return redirect("workspace:codebook", reference)


def _words(form: CodeForm) -> CodeWords:
    values = form.cleaned_data
    return CodeWords(values["name"], values["definition"], values["examples"])

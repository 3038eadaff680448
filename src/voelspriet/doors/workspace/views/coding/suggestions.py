# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions: codes that may fit a piece, and how good such suggestions are."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.coding.texts import PART, fragment_form, text_page
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions.suggesting import ask_to_learn
from voelspriet.understand.coding.forms import FragmentForm
from voelspriet.understand.coding.queries.codebooks import usable_codebooks
from voelspriet.understand.coding.queries.material import material_detail
from voelspriet.understand.coding.queries.suggestions import suggesters, suggestions
from voelspriet.understand.coding.rules import suggesting


@require_safe
@staff(Role.RESEARCHER)
def coding_suggesters(request: StaffRequest) -> HttpResponseBase:
    """Show per codebook what was learned, from what, and how good it is."""
    context = {
        "books": suggesters(by=request.actor),
        "least": {
            "fragments": suggesting.LEAST_FRAGMENTS,
            "sources": suggesting.LEAST_SOURCES,
            "of_code": suggesting.LEAST_OF_CODE,
            "sources_of_code": suggesting.LEAST_SOURCES_OF_CODE,
            "sources_of_word": suggesting.LEAST_SOURCES_OF_WORD,
        },
    }
    return render(request, "workspace/suggestions.html", context)


@require_POST
@staff(Role.RESEARCHER)
def coding_learn(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Have the worker learn again from a codebook."""
    ask_to_learn(codebook=reference, by=request.actor, at=request.at)
    messages.success(request, _("Het programma gaat opnieuw leren."))
    return redirect("workspace:coding_suggesters")


@require_POST
@staff(Role.RESEARCHER)
def coding_suggestions(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Suggest codes for the piece that was chosen; nothing is coded."""
    detail = material_detail(reference=reference, by=request.actor)
    sent = fragment_form(request, detail, (), sent=True)
    sent.is_valid()
    start, end = sent.cleaned_data.get("start"), sent.cleaned_data.get("end")
    found = (
        suggestions(reference=reference, start=start, end=end, by=request.actor)
        if start is not None and end is not None
        else None
    )
    if request.headers.get(PART):
        context = {"suggested": found, "suggested_for": f"{start}-{end}"}
        return render(request, "workspace/_coding_suggestions.html", context)
    books = usable_codebooks(by=request.actor)
    form = fragment_form(request, detail, books, initial=_typed(request, sent))
    return text_page(request, reference, form=form, suggested=found, suggested_for=f"{start}-{end}")


def _typed(request: StaffRequest, form: FragmentForm) -> dict[str, Any]:
    """Return what was filled in, to be shown again without remarks on what is still missing."""
    typed: dict[str, Any] = {name: request.POST.get(name) for name in form.fields}
    return typed | {"codes": request.POST.getlist("codes")}

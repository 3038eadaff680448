# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ordering a codebook: moving a code in a draft, and making one code of two."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.coding.codebooks import code_page, draft_code
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions.merging import merge_codes, move_code
from voelspriet.understand.coding.forms import MergeForm
from voelspriet.understand.coding.queries.codebooks import codebook_detail, usable_codebooks
from voelspriet.understand.coding.queries.merging import MergePlan, merge_plan


@require_POST
@staff(Role.RESEARCHER)
def codebook_code_move(request: StaffRequest, reference: str, code_id: int) -> HttpResponseBase:
    """Hang a code of a draft under another one, or on top."""
    place = draft_code(request, reference, code_id)
    if place.move.is_valid():
        with refusals_on(place.move):
            move_code(
                reference=reference,
                code_id=code_id,
                parent_id=place.move.cleaned_data["parent"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De code is verplaatst, met wat eronder hangt."))
            return redirect("workspace:codebook", reference)
    return code_page(request, place)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def codebook_merge(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Choose two codes, read what merging them does, and then have it done."""
    book = codebook_detail(reference=reference, by=request.actor).codebook
    usable = [one for one in usable_codebooks(by=request.actor) if one.reference == reference]
    codes = [(code.id, code.path) for one in usable for code in one.codes]
    form = MergeForm(request.POST or request.GET or None, codes=codes)
    plan: MergePlan | None = None
    if form.is_valid():
        values = form.cleaned_data
        both = {"merged_id": values["merged"], "kept_id": values["kept"]}
        if request.method == "POST":
            with refusals_on(form):
                merge_codes(
                    reference=reference, seen=values["seen"] or 0, by=request.actor,
                    at=request.at, **both,
                )  # fmt: skip
                messages.success(request, _("De codes zijn samengevoegd in een nieuwe versie."))
                return redirect("workspace:codebook", reference)
        plan = merge_plan(reference=reference, by=request.actor, **both)
    context = {"book": book, "form": form, "plan": plan, "has_two": len(codes) > 1}
    status = 422 if form.errors else 200
    return render(request, "workspace/codebook_merge.html", context, status=status)

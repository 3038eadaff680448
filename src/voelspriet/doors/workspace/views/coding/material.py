# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that wait to be coded: the inbox, the next one, and what is new."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions.coding import begin_pass
from voelspriet.understand.coding.actions.registering import take_in
from voelspriet.understand.coding.forms import MaterialFilterForm
from voelspriet.understand.coding.queries import material as reading


@require_safe
@staff(Role.RESEARCHER)
def coding(request: StaffRequest) -> HttpResponseBase:
    """List the texts that can be coded."""
    form, filters = _narrowed(request, request.GET)
    page = reading.material_inbox(
        by=request.actor, filters=filters, cursor=request.GET.get("na", "")
    )
    kept = {
        name: str(value) for name, value in request.GET.items() if name in form.fields and value
    }
    context = {
        "form": form,
        "page": page,
        "kept": kept,
        "counts": reading.material_counts(by=request.actor, filters=filters),
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
    }
    return render(request, "workspace/coding.html", context)


@require_POST
@staff(Role.RESEARCHER)
def coding_next(request: StaffRequest) -> HttpResponseBase:
    """Begin with the next text of the selection."""
    _form, filters = _narrowed(request, request.POST)
    reference = reading.next_to_code(by=request.actor, filters=filters)
    if not reference:
        messages.success(request, _("Er wacht hier niets meer op codering."))
        return redirect("workspace:coding")
    begin_pass(reference=reference, by=request.actor, at=request.at)
    return redirect("workspace:coding_text", reference)


@require_POST
@staff(Role.RESEARCHER)
def coding_take_in(request: StaffRequest) -> HttpResponseBase:
    """Look for new texts now."""
    number = take_in(
        municipality_id=request.actor.municipality_id or 0, by=request.actor, at=request.at
    )
    told = ngettext("Er is %(n)s tekst bij gekomen.", "Er zijn %(n)s teksten bij gekomen.", number)
    messages.success(request, told % {"n": number})
    return redirect("workspace:coding")


def _narrowed(
    request: StaffRequest, sent: QueryDict
) -> tuple[MaterialFilterForm, reading.MaterialFilters]:
    """Return the filters; what cannot be understood leaves out nothing."""
    form = MaterialFilterForm(
        sent,
        areas=every_area(request),
        studies=reading.studies_with_material(by=request.actor),
    )
    form.is_valid()
    chosen = form.cleaned_data
    return form, reading.MaterialFilters(
        chosen.get("kind", ""),
        chosen.get("area"),
        chosen.get("study", ""),
        chosen.get("state", ""),
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of initiatives, and the returning moments that documents told of."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from voelspriet.act.initiatives.forms.initiatives import InitiativeFilterForm
from voelspriet.act.initiatives.queries.initiatives import (
    InitiativeFilters,
    initiative_counts,
)
from voelspriet.act.initiatives.queries.initiatives import initiatives as initiative_page
from voelspriet.act.initiatives.queries.moments import contact_moments, organisation_remarks
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.choices import every_area, own_areas
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions.entering import ENTERING_ROLES

READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


@require_safe
@staff(*READERS)
def initiatives(request: StaffRequest) -> HttpResponseBase:
    """List initiatives: who waits longest for a promised day first."""
    adviser = request.actor.has(Role.AREA_ADVISER)
    form = InitiativeFilterForm(
        request.GET, areas=own_areas(request) if adviser else every_area(request)
    )
    chosen = form.cleaned_data if form.is_valid() else {}
    on = dutch_day(request.at)
    page = initiative_page(
        filters=InitiativeFilters(
            view=chosen.get("welke", ""),
            status=chosen.get("stand", ""),
            area_id=chosen.get("gebied"),
        ),
        by=request.actor,
        on=on,
        cursor=request.GET.get("na", ""),
    )
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "page": page,
        "may_enter": request.actor.has(*ENTERING_ROLES),
        "counts": initiative_counts(by=request.actor, on=on),
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
    }
    return render(request, "workspace/initiatives.html", context)


@require_safe
@staff(*READERS)
def moments(request: StaffRequest) -> HttpResponseBase:
    """Show which moments of contact return, and what documents remark about organisations."""
    context = {
        "moments": contact_moments(by=request.actor),
        "organisations": organisation_remarks(by=request.actor),
    }
    return render(request, "workspace/contact_moments.html", context)

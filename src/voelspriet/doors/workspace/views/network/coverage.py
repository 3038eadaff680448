# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which streets have a street coach or another service: counts, a drawing, and saying which."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.choices import open_organisations
from voelspriet.ground.network.actions import cover_streets
from voelspriet.ground.network.choices import Service
from voelspriet.ground.network.forms.areas import CoverForm, ServiceForm
from voelspriet.ground.network.queries import coverage as reading
from voelspriet.ground.privacy.choices import Role


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def coverage(request: StaffRequest, area_id: int) -> HttpResponseBase:
    """Show the covered and bare streets of an area; of a neighbourhood, point them out."""
    choose = ServiceForm(request.GET, organisations=open_organisations(request))
    asked = choose.cleaned_data if choose.is_valid() else {}
    service = asked.get("dienst") or ""
    organisation_id = asked.get("organisatie")
    found = reading.coverage(area_id=area_id, service=service, by=request.actor)
    form: CoverForm | None = None
    if service and organisation_id and found.streets:
        streets = [(street.id, street.name) for street in found.streets]
        started = reading.covered_by(
            area_id=area_id, organisation_id=organisation_id, service=service, by=request.actor
        )
        form = CoverForm(
            request.POST if request.method == "POST" else None,
            streets=streets,
            initial={"streets": sorted(started)},
        )
    if request.method == "POST":
        if form is None or not form.is_valid():
            raise Http404  # only boxes of the page itself can be sent
        cover_streets(
            area_id=area_id,
            organisation_id=organisation_id or 0,
            service=Service(service),
            street_ids=form.cleaned_data["streets"],
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("De straten zijn bewaard."))
        kept = urlencode({"dienst": service, "organisatie": organisation_id or ""})
        return redirect(f"{reverse('workspace:coverage', args=[area_id])}?{kept}")
    context = {"coverage": found, "choose": choose, "form": form}
    return render(request, "workspace/coverage.html", context)

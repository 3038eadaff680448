# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening an incident from the street, and calling people together because of one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions.incidents import call_together, open_incident
from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.act.agenda.forms.incidents import OpenForm
from voelspriet.act.agenda.forms.meetings import PlanForm
from voelspriet.act.agenda.queries.incidents import incident_detail
from voelspriet.act.agenda.queries.meetings import known_places
from voelspriet.act.agenda.rules.meetings import HABITS, proposals
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import own_areas
from voelspriet.ground.privacy.choices import Role


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def incident_new(request: StaffRequest) -> HttpResponseBase:
    """Open an incident: what happened is enough; when is now unless typed."""
    form = OpenForm(request.POST or None, areas=list(reversed(own_areas(request))))
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            reference = open_incident(
                area_id=values["area"],
                what=values["what"],
                place=values["place"],
                happened_at=values["happened_at"] or request.at,
                known=values["known"],
                unknown=values["unknown"],
                by=request.actor,
                at=request.at,
            )
            return redirect("workspace:incident", reference)
    status = 422 if form.errors else 200
    return render(request, "workspace/incident_new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def incident_call(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Plan a call-together because of an incident: a moment within hours stands ready."""
    detail = incident_detail(reference=reference, by=request.actor, at=request.at)
    if not detail.may_lead or detail.row.is_closed:
        raise Http404
    kind = MeetingKind.CALL_TOGETHER
    moments = proposals(kind, request.at)
    places = known_places(area_id=detail.row.area_id, by=request.actor)
    form = PlanForm(
        request.POST or None,
        kind=kind,
        areas=[(detail.row.area_id, detail.row.area_name)],
        moments=moments,
        initial={
            "moment": moments[0].code,
            "area": detail.row.area_id,
            "place": places[0] if places else "",
            "minutes": HABITS[kind].minutes,
            "about": detail.row.what,
        },
    )
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            meeting = call_together(
                reference=reference,
                starts_at=values["starts_at"],
                minutes=values["minutes"],
                place=values["place"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De bijeenkomst staat gepland."))
            return redirect("workspace:meeting", meeting)
    context = {"form": form, "kind": kind, "places": places}
    status = 422 if form.errors else 200
    return render(request, "workspace/meeting_new.html", context, status=status)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planning a meeting in three clicks, and agreeing something on the spot."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions import agree_at_meeting, plan_meeting
from voelspriet.act.agenda.choices import MeetingKind, MeetingState, Visibility
from voelspriet.act.agenda.forms import START_DAY, AgreementForm, day_of
from voelspriet.act.agenda.forms.meetings import PlanForm
from voelspriet.act.agenda.queries import loads
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.act.agenda.queries.meetings import known_places
from voelspriet.act.agenda.rules import quick_days
from voelspriet.act.agenda.rules.meetings import HABITS, proposals, starts_public
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import open_organisations, own_areas
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def meeting_new(request: StaffRequest) -> HttpResponseBase:
    """Plan a moment of a kind: a moment, a place and an area stand ready."""
    asked = request.GET.get("soort", "")
    chosen = MeetingKind(asked) if asked in MeetingKind else MeetingKind.RESIDENTS_EVENING
    own = own_areas(request)
    area_id = _area(request, own)
    moments = proposals(chosen, request.at)
    places = known_places(area_id=area_id, by=request.actor)
    form = PlanForm(
        request.POST or None,
        kind=chosen,
        areas=own,
        moments=moments,
        initial={
            "moment": moments[0].code,
            "area": area_id,
            "place": places[0] if places else "",
            "minutes": HABITS[chosen].minutes,
            "is_public": starts_public(chosen),
        },
    )
    if form.is_valid():
        with refusals_on(form):
            return redirect("workspace:meeting", _plan(request, chosen, form.cleaned_data))
    context = {"form": form, "kind": chosen, "places": places}
    return render(
        request, "workspace/meeting_new.html", context, status=422 if form.errors else 200
    )


def _plan(request: StaffRequest, kind: MeetingKind, values: dict[str, Any]) -> str:
    made = plan_meeting(
        kind=kind,
        area_id=values["area"],
        starts_at=values["starts_at"],
        minutes=values["minutes"],
        place=values["place"],
        is_public=values["is_public"],
        about=values["about"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De bijeenkomst staat gepland."))
    return made.reference


def _area(request: StaffRequest, own: list[tuple[int, str]]) -> int:
    """Return the area that was asked for, else the largest of the colleague's own."""
    asked = request.GET.get("gebied", "")
    ids = [one[0] for one in own]
    return next((one for one in ids if str(one) == asked), ids[0] if ids else 0)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def meeting_agree(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Make an agreement on the spot: the area is that of the meeting."""
    detail = meeting_detail(reference=reference, by=request.actor, at=request.at)
    if not detail.may_lead or detail.meeting.state == MeetingState.CANCELLED:
        raise Http404
    meeting = detail.meeting
    days = quick_days(dutch_day(request.at))
    form = AgreementForm(
        request.POST or None,
        initial={"day": START_DAY, "visibility": Visibility.INTERNAL, "area": meeting.area_id},
        organisations=open_organisations(request),
        areas=[(meeting.area_id, meeting.area_name)],
        days=days,
    )
    if form.is_valid():
        with refusals_on(form):
            agree_at_meeting(
                reference=reference,
                organisation_id=form.cleaned_data["organisation"],
                contact=form.cleaned_data["contact"],
                what=form.cleaned_data["what"],
                due_on=day_of(form.cleaned_data),
                visibility=Visibility(form.cleaned_data["visibility"]),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De afspraak is gemaakt."))
            return redirect("workspace:meeting", reference)
    context = {
        "form": form,
        "meeting": meeting,
        "days": days,
        "loads": loads(
            by=request.actor,
            days=tuple(quick.day for quick in days),
            on=dutch_day(request.at),
        ),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/meeting_agree.html", context, status=status)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Composing a notice on one page, from nothing or from an incident."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.queries.incidents import IncidentDetail, incident_detail
from voelspriet.answer.pages.actions.notices import publish_notice, write_notice
from voelspriet.answer.pages.forms.notices import NoticeForm, start_of_notice
from voelspriet.answer.pages.queries.notice_rows import SOURCE_LANGUAGE, SenderRow
from voelspriet.answer.pages.queries.notices import senders
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import Choices, own_areas
from voelspriet.doors.workspace.views.notices.listing import WRITERS
from voelspriet.ground.areas.queries import municipality_area
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import add_working_days, dutch_day


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def notice_new(request: StaffRequest) -> HttpResponseBase:
    """Write a notice, prefilled from an incident (?incident=); keep it or make it public."""
    reference = request.GET.get("incident", "")
    about = _incident(request, reference) if reference else None
    areas = _areas(request)
    area_id = _area_id(request, areas, about)
    chosen = senders(area_id=area_id, by=request.actor, on=dutch_day(request.at))
    form = NoticeForm(
        request.POST or None,
        areas=areas,
        senders=[(one.key, one.signed) for one in chosen],
        initial=_start(request, area_id, about, chosen),
    )
    if form.is_valid():
        with refusals_on(form):
            made = _write(request, form, reference)
            return _published(request, made)
    context = {"form": form, "incident": about.row if about else None, "area_id": area_id}
    status = 422 if form.errors else 200
    return render(request, "workspace/notice_new.html", context, status=status)


def _incident(request: StaffRequest, reference: str) -> IncidentDetail:
    return incident_detail(reference=reference, by=request.actor, at=request.at)


def _areas(request: StaffRequest) -> Choices:
    """Return the areas to tell something, the smallest first."""
    found = list(reversed(own_areas(request)))
    if request.actor.has(Role.DIRECTOR, Role.POLICY_ADVISER):
        whole = municipality_area(municipality_id=request.actor.municipality_id or 0)
        if whole is not None and whole.id not in dict(found):
            found.append((whole.id, whole.name))
    return found


def _area_id(request: StaffRequest, areas: Choices, about: IncidentDetail | None) -> int:
    """Return the area whose senders are shown: the one sent, asked for, or the first."""
    asked = request.POST.get("area") or request.GET.get("gebied", "")
    if not asked and about is not None:
        asked = str(about.row.area_id)
    own = dict(areas)
    if asked.isdecimal() and int(asked) in own:
        return int(asked)
    return next(iter(own), 0)


def _start(
    request: StaffRequest,
    area_id: int,
    about: IncidentDetail | None,
    chosen: tuple[SenderRow, ...],
) -> dict[str, Any]:
    on = dutch_day(request.at)
    start = start_of_notice(on) | {"area": area_id}
    if chosen:
        start["sender"] = chosen[0].key
    if about is None:
        return start
    back_on = add_working_days(on, 1)
    phone = chosen[0].phone if chosen else ""
    with translation.override(SOURCE_LANGUAGE):
        day = date_format(back_on, "l j F")
    # the words of a notice are Dutch, whatever language a colleague works in
    calls = f" Bel {phone}." if phone else ""
    unsure = (about.unknown or "wat er precies is gebeurd").rstrip(".")
    unsure = unsure[:1].lower() + unsure[1:]
    return start | {
        "streets": about.row.place,
        "matter": about.known or about.row.what,
        "you_can": f"Zag of hoorde u iets? Of wilt u erover praten?{calls}",
        "our_view": f"Wij weten nog niet: {unsure}. Op {day} vertellen wij u meer.",
        "back_on": back_on,
    }


def _write(request: StaffRequest, form: NoticeForm, incident_reference: str) -> str:
    values = form.cleaned_data
    return write_notice(
        area_id=values["area"],
        streets=values["streets"],
        scale_reason=values["scale_reason"],
        lines=form.lines(),
        sender=values["sender"],
        ends_on=values["ends_on"],
        back_on=values["back_on"],
        lie_awake=values["lie_awake"],
        see_us_act=values["see_us_act"],
        incident_reference=incident_reference,
        by=request.actor,
        at=request.at,
    )


def _published(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Go on to the notice, made public where that was asked and nothing asks a look first."""
    if request.POST.get("go") == "publish":
        try:
            publish_notice(
                reference=reference, person_checked=False, by=request.actor, at=request.at
            )
            messages.success(request, _("Het bericht staat op de buurtpagina."))
        except Refused as refused:
            messages.warning(request, refused.reason)
    return redirect("workspace:notice", reference)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of an area: who to call for what, gaps, and what must be looked at again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.choices import own_areas
from voelspriet.ground.network import actions
from voelspriet.ground.network.forms.areas import FaceCheckForm
from voelspriet.ground.network.queries.coverage import coverage
from voelspriet.ground.network.queries.key_figures import ends
from voelspriet.ground.network.queries.overview import area_network, stale, stale_count
from voelspriet.ground.people.queries import duo_of
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

KEEPERS = (Role.AREA_ADVISER, Role.ADMINISTRATOR)


@require_safe
@staff(Role.AREA_ADVISER)
def network(request: StaffRequest) -> HttpResponseBase:
    """List the areas of the adviser, what must be looked at, and how key figures ended."""
    context = {
        "areas": own_areas(request),
        "stale_count": stale_count(by=request.actor, on=dutch_day(request.at)),
        "ends": ends(by=request.actor),
    }
    return render(request, "workspace/network.html", context)


@require_safe
@staff(*KEEPERS)
def network_stale(request: StaffRequest) -> HttpResponseBase:
    """List what nobody checked for a year, with one press for each."""
    context = {"stale": stale(by=request.actor, on=dutch_day(request.at))}
    return render(request, "workspace/network_stale.html", context)


@require_POST
@staff(*KEEPERS)
def network_check(request: StaffRequest) -> HttpResponseBase:
    """Write down that one thing was checked today, and go back to where it was pressed."""
    check = CHECKS.get(request.POST.get("what", ""))
    which = request.POST.get("which", "")
    if check is None:
        raise Http404
    try:
        check(request, which)
        messages.success(request, _("Opgeschreven: vandaag nagekeken."))
    except OutOfScope:
        raise
    except Refused as refused:
        messages.error(request, refused.reason)
    area_id = request.POST.get("area", "")
    if area_id.isdecimal():
        return redirect("workspace:network_area", int(area_id))
    return redirect("workspace:network_stale")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def network_area(request: StaffRequest, area_id: int) -> HttpResponseBase:
    """Show the network of one area; change what a face of it is there for."""
    on = dutch_day(request.at)
    found = area_network(area_id=area_id, by=request.actor, on=on)
    if request.method == "POST":
        return _faced(request, area_id)
    forms = {
        here.face.id: FaceCheckForm(
            initial={"subjects": here.face.subject_codes}, auto_id=f"id_face{here.face.id}_%s"
        )
        for here in found.faces
        if here.is_own
    }
    context = {
        "network": found,
        "faces": [(here, forms.get(here.face.id)) for here in found.faces],
        "duo": duo_of(area_id=area_id, on=on),
        "coverage": coverage(area_id=area_id, service="", by=request.actor),
    }
    return render(request, "workspace/network_area.html", context)


def _faced(request: StaffRequest, area_id: int) -> HttpResponseBase:
    form = FaceCheckForm(request.POST)
    if not form.is_valid():
        raise Http404  # only boxes of the page itself can be sent
    actions.check_face(
        face_id=_number(request.POST.get("face", "")),
        subjects=form.cleaned_data["subjects"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Opgeschreven: vandaag nagekeken."))
    return redirect("workspace:network_area", area_id)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Http404
    return int(text)


def _face(request: StaffRequest, which: str) -> None:
    actions.check_face(face_id=_number(which), by=request.actor, at=request.at)


def _figure(request: StaffRequest, which: str) -> None:
    actions.check_key_figure(reference=which, by=request.actor, at=request.at)


def _place(request: StaffRequest, which: str) -> None:
    actions.check_entry(organisation_id=_number(which), by=request.actor, at=request.at)


def _welcome(request: StaffRequest, which: str) -> None:
    actions.check_welcome(area_id=_number(which), by=request.actor, at=request.at)


CHECKS: dict[str, Callable[[StaffRequest, str], Any]] = {
    "face": _face,
    "figure": _figure,
    "place": _place,
    "welcome": _welcome,
}

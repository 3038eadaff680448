# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox: a list, the same on a map, and taking signals together."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from voelspriet.doors.workspace.access import staff
from voelspriet.doors.workspace.asker import Asker, asker
from voelspriet.ground.areas.queries import area_rows
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.actions import bundle_signals
from voelspriet.listen.intake.actions.entering import ENTERING_ROLES
from voelspriet.listen.intake.forms.directing import BundleForm
from voelspriet.listen.intake.forms.inbox import InboxForm
from voelspriet.listen.intake.queries import (
    MapPoint,
    inbox,
    inbox_counts,
    map_points,
    signal_detail,
)

CHECKS = ("open", "laat", "persoon", "slot", "terug")
READERS = (Role.AREA_ADVISER, Role.DIRECTOR)


@staff(*READERS)
@require_GET
def show_inbox(request: HttpRequest) -> HttpResponse:
    """Show the signals of one's areas, filtered by the address, what is due first."""
    who = asker(request)
    form = _filter_form(request, who)
    filters = form.filters()
    page = inbox(filters=filters, cursor=request.GET.get("na", ""), by=who.by, on=who.on)
    return render(request, "workspace/inbox.html", _context(request, who, form, page=page))


@staff(*READERS)
@require_GET
def show_map(request: HttpRequest) -> HttpResponse:
    """Show the same signals on a map, with the list of what is on it beside it."""
    who = asker(request)
    form = _filter_form(request, who)
    points = map_points(filters=form.filters(), by=who.by, on=who.on)
    context = _context(request, who, form, points=points)
    return render(request, "workspace/inbox_map.html", context)


@staff(*READERS)
@require_GET
def give_points(request: HttpRequest) -> JsonResponse:
    """Give the points of the map as GeoJSON."""
    who = asker(request)
    found = map_points(filters=_filter_form(request, who).filters(), by=who.by, on=who.on)
    features = [_feature(point) for point in found]
    return JsonResponse({"type": "FeatureCollection", "features": features})


@staff(Role.AREA_ADVISER)
@require_GET
def give_point(request: HttpRequest, reference: str) -> JsonResponse:
    """Give the one point of a signal as GeoJSON, to its duo."""
    who = asker(request)
    detail = signal_detail(reference=reference, by=who.by, on=who.on)
    place = detail.place
    features = []
    if place.lon is not None and place.lat is not None:
        features = [_feature(MapPoint(row=detail.row, lon=place.lon, lat=place.lat))]
    return JsonResponse({"type": "FeatureCollection", "features": features})


@staff(Role.AREA_ADVISER)
@require_POST
def bundle(request: HttpRequest) -> HttpResponse:
    """Take signals together and go to the first of them."""
    who = asker(request)
    references = request.POST.getlist("melding")
    form = BundleForm(request.POST)
    title = form.cleaned_data["title"] if form.is_valid() else ""
    try:
        bundle_signals(references=references, title=title, by=who.by, at=who.at)
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
        back = request.POST.get("terug", "")
        if back and back in references:
            return redirect("workspace:signal", reference=back)
        return redirect("workspace:inbox")
    messages.success(request, _("De meldingen zitten nu in één bundel."))
    return redirect("workspace:signal", reference=references[0])


def _filter_form(request: HttpRequest, who: Asker) -> InboxForm:
    areas = area_rows(ids=who.by.area_ids)
    return InboxForm(request.GET, areas=[(area.id, area.name) for area in areas])


def _context(request: HttpRequest, who: Asker, form: InboxForm, **more: Any) -> dict[str, Any]:
    query = request.GET.copy()
    query.pop("na", None)
    return {
        "form": form,
        "checks": [form[name] for name in CHECKS],
        "bundle_form": BundleForm(auto_id="bundel_%s"),
        "counts": inbox_counts(by=who.by, on=who.on),
        "query": query.urlencode(),
        "may_bundle": who.by.has(Role.AREA_ADVISER),
        "may_enter": who.by.has(*ENTERING_ROLES),
        **more,
    }


def _feature(point: MapPoint) -> dict[str, Any]:
    row = point.row
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]},
        "properties": {
            "reference": row.reference,
            "title": row.title or row.category or row.area_name,
            "url": reverse("workspace:signal", args=[row.reference]),
            "status": row.status,
            "late": row.is_late,
        },
    }

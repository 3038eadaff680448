# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rounds of maps: the list, a new one, one of them over each other, and the words beside it."""

from __future__ import annotations

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, own_areas
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.drawings import queries
from voelspriet.listen.drawings.actions import create_map_round
from voelspriet.listen.drawings.forms.rounds import KindFilterForm, RemoveForm, RoundForm

READERS = (Role.AREA_ADVISER, Role.POLICY_ADVISER, Role.DIRECTOR)
LEADERS = (Role.AREA_ADVISER, Role.POLICY_ADVISER)


@require_safe
@staff(*READERS)
def map_rounds(request: StaffRequest) -> HttpResponseBase:
    """List the rounds a colleague may see, the newest first."""
    page = queries.map_rounds(by=request.actor, at=request.at, cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "may_lead": request.actor.has(*LEADERS),
    }
    return render(request, "workspace/map_rounds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*LEADERS)
def map_round_new(request: StaffRequest) -> HttpResponseBase:
    """Begin a round: area and question are enough, and both stand ready."""
    is_policy = request.actor.has(Role.POLICY_ADVISER)
    areas = every_area(request) if is_policy else list(reversed(own_areas(request)))
    form = RoundForm(request.POST or None, areas=areas)
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            reference = create_map_round(
                area_id=values["area"],
                question=values["question"],
                kinds=values["kinds"],
                translations=form.translations(),
                closes_at=form.closes_at(),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De kaartronde is open. Deel de link of de QR-code."))
            return redirect("workspace:map_round", reference)
    status = 422 if form.errors else 200
    return render(request, "workspace/map_round_new.html", {"form": form}, status=status)


@require_safe
@staff(*READERS)
def map_round(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one round: how it stands, where people drew most, and how to go on."""
    detail = queries.map_round(reference=reference, by=request.actor, at=request.at)
    filters = KindFilterForm(request.GET, entries=detail.legend)
    kind = filters.cleaned_data["soort"] if filters.is_valid() else ""
    link = _link(detail.row.code)
    context = {
        "detail": detail,
        "round": detail.row,
        "summary": queries.round_summary(
            reference=reference, by=request.actor, at=request.at, kind=kind
        ),
        "filters": filters,
        "kind": kind,
        "link": link,
        "qr": segno.make(link, error="m", micro=False).svg_data_uri(
            scale=4, border=4, light="#fff"
        ),
        "remove_form": RemoveForm(),
        "map_tiles_url": settings.MAP_TILES_URL,
    }
    return render(request, "workspace/map_round.html", context)


@require_safe
@staff(*READERS)
def map_notes(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the words people wrote beside what they drew."""
    detail = queries.map_round(reference=reference, by=request.actor, at=request.at)
    filters = KindFilterForm(request.GET, entries=detail.legend)
    kind = filters.cleaned_data["soort"] if filters.is_valid() else ""
    page = queries.drawn_notes(
        reference=reference, by=request.actor, kind=kind, cursor=request.GET.get("na", "")
    )
    kept = {"soort": kind} if kind else {}
    context = {
        "detail": detail,
        "round": detail.row,
        "filters": filters,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
    }
    return render(request, "workspace/map_notes.html", context)


@require_safe
@staff(*READERS)
def map_photos(request: StaffRequest, reference: str) -> HttpResponseBase:
    """List the photos of paper sheets, each to look at or to lay under what was drawn."""
    detail = queries.map_round(reference=reference, by=request.actor, at=request.at)
    page = queries.sheet_photos(
        reference=reference, by=request.actor, cursor=request.GET.get("na", "")
    )
    context = {
        "round": detail.row,
        "legend": detail.legend,
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "map_tiles_url": settings.MAP_TILES_URL,
    }
    return render(request, "workspace/map_photos.html", context)


def _link(code: str) -> str:
    """Return the address residents open: the Dutch one, as it stands on posters."""
    with override("nl"):
        return f"{settings.PUBLIC_URL}{reverse('public:map_sheet', kwargs={'code': code})}"

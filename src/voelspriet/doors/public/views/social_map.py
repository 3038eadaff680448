# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public social map: where one can go for what, found by words, subject and neighbourhood."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from voelspriet.ground.areas.queries import (
    MunicipalityRow,
    municipalities,
    municipality,
    neighbourhoods,
)
from voelspriet.ground.network.forms.finding import FindForm
from voelspriet.ground.network.queries import social_map as reading
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.lib.working_days import dutch_day


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Go to the map of this municipality, or let people choose one."""
    town: MunicipalityRow | None = request.municipality  # type: ignore[attr-defined]
    if town is not None:
        return redirect("public:social_map", town.slug)
    return render(request, "public/social_maps.html", {"municipalities": municipalities()})


@require_safe
def social_map(request: HttpRequest, municipality: str) -> HttpResponseBase:
    """Show what stands on a municipality's social map, as far as it was asked for."""
    town = _town(municipality)
    areas = [(row.id, row.name) for row in neighbourhoods(municipality_id=town.id)]
    form = FindForm(request.GET, areas=areas)
    asked = form.cleaned_data if form.is_valid() else form.cleaned_data or {}
    page = reading.social_map(
        municipality_id=town.id,
        filters=reading.MapFilters(
            words=asked.get("zoek") or "",
            subject=asked.get("onderwerp") or "",
            area_id=asked.get("buurt"),
        ),
        language=get_language() or "nl",
        on=dutch_day(request.at),  # type: ignore[attr-defined]
        cursor=request.GET.get("na", ""),
    )
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "town": town,
        "page": page,
        "is_asked": any(asked.values()),
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
    }
    return unless_unchanged(request, render(request, "public/social_map.html", context))


def _town(slug: str) -> MunicipalityRow:
    town = municipality(slug=slug)
    if town is None:
        raise Http404
    return town

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood's own page: who is there, what was told, what was done, what is coming.

Always asked for again (no-cache) and answered 304 when nothing changed: a line that is withdrawn
is gone at once, everywhere.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from voelspriet.act.plans.queries.public_plans import public_plan_links
from voelspriet.answer.pages import queries
from voelspriet.ground.areas.queries import MunicipalityRow, municipalities
from voelspriet.ground.people.queries import face_photo
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.drawings.queries.open_rounds import running_rounds

LONGEST_SEARCH = 80
PHOTO_SECONDS = 300


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Let people find their neighbourhood: by name, street or place."""
    town: MunicipalityRow | None = request.municipality  # type: ignore[attr-defined]
    if town is not None:
        return _town(request, town.slug)
    return render(request, "public/neighbourhoods.html", {"municipalities": municipalities()})


@require_safe
def municipality(request: HttpRequest, municipality: str) -> HttpResponse:
    """Show the neighbourhoods of a municipality, by name and never by figure."""
    return _town(request, municipality)


def _town(request: HttpRequest, slug: str) -> HttpResponse:
    page = queries.town_page(municipality_slug=slug)
    if page is None:
        raise Http404
    words = request.GET.get("zoek", "").strip()[:LONGEST_SEARCH]
    found = (
        queries.find_neighbourhoods(municipality_id=page.municipality.id, text=words)
        if words
        else ()
    )
    plans = public_plan_links(municipality_id=page.municipality.id)
    context = {"page": page, "words": words, "found": found, "plans": plans}
    return render(request, "public/neighbourhoods.html", context)


@require_safe
def neighbourhood(request: HttpRequest, municipality: str, area: str) -> HttpResponseBase:
    """Show one neighbourhood's page from released figures and public stories only."""
    page = queries.neighbourhood_page(
        municipality_slug=municipality,
        slug=area,
        language=get_language() or "nl",
        on=dutch_day(request.at),  # type: ignore[attr-defined]
    )
    if page is None:
        raise Http404
    above = [page.district.id] if page.district else []
    rounds = running_rounds(
        area_ids=[page.area.id, *above],
        language=get_language() or "nl",
        at=request.at,  # type: ignore[attr-defined]
    )
    context = {"page": page, "map_rounds": rounds}
    return unless_unchanged(request, render(request, "public/neighbourhood.html", context))


@require_safe
def face(request: HttpRequest, file_name: str) -> HttpResponse:  # noqa: ARG001  a view's signature
    """Return the photo of a colleague who chose to be shown."""
    photo = face_photo(file_name=file_name)
    if photo is None:
        raise Http404
    response = HttpResponse(photo, content_type="image/jpeg")
    patch_cache_control(response, public=True, max_age=PHOTO_SECONDS)
    return response

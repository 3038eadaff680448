# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page, and the pages that tell what this site is and what it does with words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from voelspriet.act.plans.queries.public_plans import public_plan_links
from voelspriet.doors.public.numbers import EMERGENCY, NUMBERS
from voelspriet.ground.areas.queries import MunicipalityRow, municipalities


def _page(request: HttpRequest, name: str) -> HttpResponse:
    context: dict[str, Any] = {"numbers": NUMBERS, "emergency": EMERGENCY}
    town: MunicipalityRow | None = request.municipality  # type: ignore[attr-defined]
    if town is None:
        context["municipalities"] = municipalities()
    elif name == "home":
        context["plans"] = public_plan_links(municipality_id=town.id)
    return render(request, f"public/{name}.html", context)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what can be done here and who to call in danger."""
    return _page(request, "home")


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show who to call for what, and where to ask."""
    return _page(request, "help")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what happens with what people tell, and what cannot be promised."""
    return _page(request, "privacy")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show how this site can be used by everyone and where to say that it cannot."""
    return _page(request, "accessibility")

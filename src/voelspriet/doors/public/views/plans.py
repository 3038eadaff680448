# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A safety plan that was made public: in short, and a page for each theme.

Always asked for again (no-cache): a plan that is taken back is gone at once, and answers like one
that was never there.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from voelspriet.act.plans.queries.public_plans import public_plan, public_theme
from voelspriet.ground.areas.queries import municipality as municipality_of
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.lib.working_days import dutch_day


@require_safe
def plan(request: HttpRequest, municipality: str, plan_reference: str) -> HttpResponseBase:
    """Show a plan in short."""
    town = municipality_of(slug=municipality)
    shown = (
        public_plan(
            municipality_id=town.id,
            reference=plan_reference,
            on=dutch_day(request.at),  # type: ignore[attr-defined]
        )
        if town
        else None
    )
    if shown is None:
        raise Http404
    context = {"plan": shown, "town": town}
    return unless_unchanged(request, render(request, "public/plan.html", context))


@require_safe
def theme(
    request: HttpRequest, municipality: str, plan_reference: str, theme_reference: str
) -> HttpResponseBase:
    """Show a theme of a plan: what is done, what it must bring, and how far that is."""
    town = municipality_of(slug=municipality)
    page = (
        public_theme(
            municipality_id=town.id,
            plan_reference=plan_reference,
            reference=theme_reference,
            on=dutch_day(request.at),  # type: ignore[attr-defined]
        )
        if town
        else None
    )
    if page is None:
        raise Http404
    context = {"plan": page.plan, "theme": page.theme, "is_held": page.is_held, "town": town}
    return unless_unchanged(request, render(request, "public/plan_theme.html", context))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the municipality keeps its word: per area and party, never per person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from voelspriet.answer.pages.queries import process_overview
from voelspriet.doors.workspace.access import staff
from voelspriet.ground.privacy.choices import Role


@require_safe
@staff(Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)
def figures(request: HttpRequest) -> HttpResponse:
    """Show the process figures and the releases, within the colleague's scope."""
    overview = process_overview(by=request.actor, at=request.at)  # type: ignore[attr-defined]
    return render(request, "workspace/figures.html", {"overview": overview})

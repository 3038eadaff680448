# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who acts: the signed-in colleague as an Actor."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from voelspriet.ground.people.queries import actor_for
from voelspriet.lib.working_days import dutch_day


class ActorMiddleware:
    """Set `request.actor` (None when nobody is signed in) and `request.at` (now, aware)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set actor and time and pass the request on."""
        request.at = timezone.now()  # type: ignore[attr-defined]
        request.actor = None  # type: ignore[attr-defined]
        # only staff addresses need a session: residents' pages never touch one
        if "/werk/" in request.path_info and request.user.is_authenticated:
            municipality = request.municipality  # type: ignore[attr-defined]
            request.actor = actor_for(  # type: ignore[attr-defined]
                user_id=request.user.pk,
                on=dutch_day(request.at),  # type: ignore[attr-defined]
                municipality_id=municipality.id if municipality else None,
            )
        return self.get_response(request)

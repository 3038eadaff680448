# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which municipality a request is for."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from voelspriet.ground.areas.queries import municipality_for_host


class MunicipalityMiddleware:
    """Set `request.municipality` from the host name, or the only one there is, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look the municipality up and pass the request on."""
        try:
            town = municipality_for_host(request.get_host())
        except DatabaseError:
            if request.path_info != reverse("api:health"):  # which says itself that it is unwell
                raise
            town = None
        request.municipality = town  # type: ignore[attr-defined]
        return self.get_response(request)

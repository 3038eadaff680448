# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which municipality a request is for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from voelspriet.ground.areas.queries import municipality_for_host


class MunicipalityMiddleware:
    """Set `request.municipality` from the host name, or the only one there is, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look the municipality up and pass the request on."""
        request.municipality = municipality_for_host(request.get_host())  # type: ignore[attr-defined]
        return self.get_response(request)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""No NUL comes in: no person types it, and PostgreSQL stores and looks up no text that holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

NUL = "\x00"


class NoNulMiddleware:
    """Leave NUL out of what was sent; an address with one in its path does not exist."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, unless its path holds a NUL."""
        if NUL in request.path_info:
            raise Http404
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Clean what stands in the address and in a form, after the form's token was checked."""
        if _holds_nul(request.GET):
            request.GET = _without(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and _holds_nul(request.POST):
            request.POST = _without(request.POST)  # type: ignore[assignment]


def _holds_nul(data: QueryDict) -> bool:
    return any(NUL in name or NUL in value for name, values in data.lists() for value in values)


def _without(data: QueryDict) -> QueryDict:
    clean = QueryDict(mutable=True)
    for name, values in data.lists():
        clean.setlist(name.replace(NUL, ""), [value.replace(NUL, "") for value in values])
    clean._mutable = False  # noqa: SLF001  as Django gives it
    return clean

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for when something is not there, not allowed or went wrong."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from voelspriet.ground.ui.languages import direction

TELLING = ("report", "receipt")


def _page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"public/error_{status}.html", status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer 400."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer 403."""
    return _page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer 403 when a form's token is gone; what somebody told comes back in a form to resend.

    Only for telling: nothing there is done in anybody's name, so nobody can be tricked into it.
    """
    match = request.resolver_match
    context = {}
    if match is not None and (match.url_name or "").startswith(TELLING):
        context = {"resend": request.path, "fields": _typed(request)}
    return render(request, "public/error_403.html", context, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    fields = ((name, value) for name, values in request.POST.lists() for value in values)
    return [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer 404."""
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer 500 without the request: what the page would ask of it may be what is broken."""
    language = get_language() or settings.LANGUAGE_CODE
    context = {
        "language": language,
        "direction": direction(language),
        "leave_url": settings.LEAVE_URL,
    }
    return HttpResponse(render_to_string("public/error_500.html", context), status=500)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in with a helper's link, and the page that says what it opens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.public.evening_access import (
    COOKIES,
    FORBIDDEN,
    HelperRequest,
    helper_in,
    helping,
    keep_key,
)
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.queries.links import helper_of
from voelspriet.listen.evenings.queries.standing import standing

# the page each part works on, by name
HOMES: dict[EveningRole, str] = {
    EveningRole.CO_FACILITATOR: "public:evening_lead",
    EveningRole.NOTE_TAKER: "public:evening_notes",
    EveningRole.SCREEN: "public:evening_screen",
}
FALLBACK = "public:evening_help"


@require_safe
def evening_enter(request: HttpRequest, key: str) -> HttpResponseBase:
    """Exchange the key of a link for a cookie, and go on to an address without it.

    Browsers keep no page that sends on at once in their history, and are told to say nobody where
    they came from; our own log holds the name of this page and never its address.
    """
    town = request.municipality  # type: ignore[attr-defined]
    helper = helper_of(
        key=key,
        at=request.at,  # type: ignore[attr-defined]
        municipality_id=town.id if town else None,
    )
    response: HttpResponseBase
    if helper is None:
        response = render(request, "public/evening_stopped.html", status=FORBIDDEN)
    else:
        response = redirect(HOMES.get(helper.evening_role, FALLBACK))
        keep_key(response, helper.evening_role, key)
    response["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@helping(*EveningRole)
def evening_help(request: HelperRequest) -> HttpResponseBase:
    """Say at which evening this browser helps and as what; stop helping on this device."""
    if request.method == "POST":
        response: HttpResponseBase = redirect("public:home")
        for name in COOKIES.values():
            response.delete_cookie(name, samesite="Lax")
        return response
    found = [one for role in EveningRole if (one := helper_in(request, role)) is not None]
    parts = [
        (one.evening_role.label, standing(reference=one.evening_reference, by=one),
         HOMES.get(one.evening_role, ""))
        for one in found
    ]  # fmt: skip
    return render(request, "public/evening_help.html", {"parts": parts})

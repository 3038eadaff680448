# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lock on pages for whoever helps at an evening with a link.

The key stands in the link once. It is exchanged for a cookie no script reads, one for each part,
and looked up anew at each request: a link that was withdrawn works no more at the next page.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.ui.languages import STAFF_LANGUAGES
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.queries.links import helper_of
from voelspriet.listen.evenings.rules.helpers import Helper

COOKIES = {
    EveningRole.CO_FACILITATOR: "avond-gespreksleider",
    EveningRole.NOTE_TAKER: "avond-notulist",
    EveningRole.SCREEN: "avond-scherm",
}
COOKIE_AGE = 7 * 24 * 60 * 60  # the key itself ends sooner, or is withdrawn
CONFLICT, FORBIDDEN = 409, 403


class HelperRequest(HttpRequest):
    """A request behind this lock: somebody who helps at one evening, at a moment.

    For types only: `helping` lets nothing else through.
    """

    helper: Helper
    at: datetime
    municipality: MunicipalityRow


P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
HelperView = Callable[Concatenate[HelperRequest, P], HttpResponseBase]


def helping(
    *roles: EveningRole, languages: tuple[str, ...] = STAFF_LANGUAGES
) -> Callable[[HelperView[P]], View[P]]:
    """Open a view to whoever holds a working link for one of `roles` (in that order).

    Nobody, or a link for another part: a page with 403 that says how to get one, the same for a
    link that was withdrawn. OutOfScope from below: 404. A Refused the view did not handle itself:
    a page with its reason and 409. Never cached. `languages`: the page exists in these only.
    """

    def decorate(view: HelperView[P]) -> View[P]:
        @functools.wraps(view)
        def run(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            response = _answered(view, request, roles, languages, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        run.__dict__["evening_roles"] = roles  # read by the tests that walk every page
        return run

    return decorate


def helper_in(request: HttpRequest, *roles: EveningRole) -> Helper | None:
    """Return who helps, by the first of `roles` this browser holds a working link for."""
    at: datetime = request.at  # type: ignore[attr-defined]
    town: MunicipalityRow | None = request.municipality  # type: ignore[attr-defined]
    for role in roles:
        key = request.COOKIES.get(COOKIES[role], "")
        found = helper_of(key=key, at=at, municipality_id=town.id if town else None)
        if found is not None and found.evening_role == role:
            return found
    return None


def keep_key(response: HttpResponseBase, role: EveningRole, key: str) -> None:
    """Put the key of a link in a cookie that no script reads and no other site sends."""
    response.set_cookie(
        COOKIES[role],
        key,
        max_age=COOKIE_AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _answered(
    view: HelperView[P],
    request: HttpRequest,
    roles: tuple[EveningRole, ...],
    languages: tuple[str, ...],
    *args: P.args,
    **kwargs: P.kwargs,
) -> HttpResponseBase:
    if (get_language() or "") not in languages:
        return redirect(translate_url(request.get_full_path(), languages[0]))
    helper = helper_in(request, *roles)
    if helper is None:
        return render(request, "public/evening_stopped.html", status=FORBIDDEN)
    request.helper = helper  # type: ignore[attr-defined]
    try:
        return view(cast("HelperRequest", request), *args, **kwargs)
    except OutOfScope as error:
        raise Http404 from error
    except Refused as error:
        context = {"refused": error}
        return render(request, "public/evening_refused.html", context, status=CONFLICT)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lock on every staff page: signed in, with a role that fits, within scope."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.ui.languages import STAFF_LANGUAGES

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
EVERY_ROLE: tuple[Role, ...] = tuple(Role)


def staff(*roles: Role, before_password_change: bool = False) -> Callable[[View[P]], View[P]]:
    """Open a view to colleagues who hold one of `roles` (any role when none is named).

    Nobody signed in: 302 to the sign-in page, with the way back. Signed in without the role:
    a page with 403. OutOfScope from below: 404, so that nothing is given away. A Refused the view
    did not handle itself: a page with its reason and 409. Never cached.

    With `before_password_change` the page also opens while the one-time password still stands.
    """
    allowed = roles or EVERY_ROLE

    def decorate(view: View[P]) -> View[P]:
        @functools.wraps(view)
        def run(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            response = _stopped(
                request, allowed, before_password_change=before_password_change
            ) or _answered(view, request, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        run.__dict__["staff_roles"] = allowed  # read by the tests that walk every page
        return run

    return decorate


def _stopped(
    request: HttpRequest, allowed: tuple[Role, ...], *, before_password_change: bool
) -> HttpResponseBase | None:
    """Return the answer to somebody who may not come in; None when they may."""
    if (get_language() or "") not in STAFF_LANGUAGES:
        return redirect(translate_url(request.get_full_path(), STAFF_LANGUAGES[0]))
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("workspace:login"))
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor is None or not actor.has(*allowed):
        return render(request, "workspace/forbidden.html", status=403)
    if request.user.password_is_one_time and not before_password_change:
        return redirect("workspace:password")
    return None


def _answered(
    view: View[P], request: HttpRequest, *args: P.args, **kwargs: P.kwargs
) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except OutOfScope as error:
        raise Http404 from error
    except Refused as error:
        return render(request, "workspace/refused.html", {"refused": error}, status=409)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lock on every staff page: signed in, with a role that fits, within scope."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.ui.languages import STAFF_LANGUAGES


class StaffRequest(HttpRequest):
    """A request behind the lock: somebody with a role, at a moment, of a municipality.

    For types only: `staff` lets nothing else through.
    """

    actor: Actor
    at: datetime
    municipality: MunicipalityRow


P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
StaffView = Callable[Concatenate[StaffRequest, P], HttpResponseBase]
EVERY_ROLE: tuple[Role, ...] = tuple(Role)


def staff(*roles: Role, before_password_change: bool = False) -> Callable[[StaffView[P]], View[P]]:
    """Open a view to colleagues who hold one of `roles` (any role when none is named).

    Nobody signed in: 302 to the sign-in page, with the way back. Signed in without the role:
    a page with 403. OutOfScope from below: 404, so that nothing is given away. A Refused the view
    did not handle itself: a page with its reason and 409. Never cached.

    With `before_password_change` the page also opens while the one-time password still stands.
    """
    allowed = roles or EVERY_ROLE

    def decorate(view: StaffView[P]) -> View[P]:
        @functools.wraps(view)
        def run(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            response = _stopped(
                request, allowed, before_password_change=before_password_change
            ) or _answered(view, cast("StaffRequest", request), *args, **kwargs)
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
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or not actor.has(*allowed):
        return render(request, "workspace/forbidden.html", status=403)
    if request.user.password_is_one_time and not before_password_change:
        return redirect("workspace:password")
    return None


def _answered(
    view: StaffView[P], request: StaffRequest, *args: P.args, **kwargs: P.kwargs
) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except OutOfScope as error:
        raise Http404 from error
    except Refused as error:
        return render(request, "workspace/refused.html", {"refused": error}, status=409)


class refusals_on:  # noqa: N801  read as a sentence: with refusals_on(form)
    """Put what an action refuses beside the field it is about, or above the form.

    OutOfScope goes on: that is for the lock.
    """

    def __init__(self, form: BaseForm) -> None:
        self.form = form

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Swallow a refusal, once it stands on the form."""
        if not isinstance(error, Refused) or isinstance(error, OutOfScope):
            return False
        self.form.add_error(error.field if error.field in self.form.fields else None, error.reason)
        return True

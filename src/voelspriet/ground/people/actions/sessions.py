# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in and out. Wrong passwords make an account wait; no network address is kept."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import authenticate, login, logout
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext as _

from voelspriet.ground.people.models import FailedSignIn, User
from voelspriet.ground.people.queries.actors import actor_for
from voelspriet.ground.people.rules import PAUSE, is_paused
from voelspriet.ground.people.sign_in_keys import account_hash
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.lib.working_days import dutch_day


def sign_in(*, request: HttpRequest, email: str, password: str, at: datetime) -> None:
    """Sign somebody in on this request's session.

    Refuses a wrong address or password, in the same words, and, after eight within a quarter of
    an hour, every try for that account until the quarter is over or an administrator gives a new
    password. No action: a wrong try must be counted although nothing else is written.
    """
    key = account_hash(email)
    failed = FailedSignIn.objects.filter(account_hash=key).first()
    if failed is not None and is_paused(failed.count, failed.since, at):
        raise Refused(
            _("Er is te vaak een verkeerd wachtwoord gegeven. Probeer het over 15 minuten weer.")
        )
    user = authenticate(request, username=email.strip(), password=password)
    if not isinstance(user, User):
        _count_failure(key, at)
        raise Refused(_("Dit e-mailadres en wachtwoord horen niet bij elkaar."))
    _open_session(request=request, user=user, key=key, at=at)


@action
def _open_session(*, request: HttpRequest, user: User, key: str, at: datetime) -> None:
    """Start the session and forget the wrong tries."""
    login(request, user)
    FailedSignIn.objects.filter(account_hash=key).delete()
    by = actor_for(user_id=user.pk, on=dutch_day(at)) or _without_role(user)
    record("account.sign_in", by=by, at=at, subject="account", reference=str(user.pk))


@action
def sign_out(*, request: HttpRequest, by: Actor | None, at: datetime) -> None:
    """End the session on this request."""
    user = request.user
    actor = by or (_without_role(user) if isinstance(user, User) else Actor(ActorKind.STAFF))
    logout(request)
    record(
        "account.sign_out", by=actor, at=at, subject="account", reference=str(actor.user_id or "")
    )


def _without_role(user: User) -> Actor:
    return Actor(kind=ActorKind.STAFF, user_id=user.pk, name=user.name)


def _count_failure(key: str, at: datetime) -> None:
    with housekeeping("count a wrong password"):
        row, made = FailedSignIn.objects.get_or_create(
            account_hash=key, defaults={"since": at, "count": 1}
        )
        if made:
            return
        if at >= row.since + PAUSE:
            row.since, row.count = at, 1
            row.save(update_fields=["since", "count"])
            return
        FailedSignIn.objects.filter(pk=row.pk).update(count=F("count") + 1)

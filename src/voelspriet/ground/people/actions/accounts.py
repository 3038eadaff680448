# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making, changing and closing accounts, and their passwords."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from voelspriet.ground.people.actions.roles import assign_role, must_keep_an_administrator
from voelspriet.ground.people.holdings import Passing, pass_on
from voelspriet.ground.people.models import AreaDuty, FailedSignIn, RoleAssignment, User
from voelspriet.ground.people.rules import (
    must_manage,
    must_not_be_self,
    not_over,
    one_time_password,
)
from voelspriet.ground.people.sign_in_keys import account_hash
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account just made and its password, which stands nowhere else: show it once."""

    user_id: int
    password: str = field(repr=False)


@lru_cache(maxsize=1)
def _shown(password: str) -> str:
    """Return what is kept of a password everybody may know: the accounts of a demo share it."""
    return make_password(password)


@action
def create_user(
    *,
    email: str,
    name: str,
    first_name: str,
    role: Role,
    by: Actor,
    at: datetime,
    function: str = "",
    phone: str = "",
    language: str = "nl",
    municipality_id: int | None = None,
    password: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> NewAccount:
    """Make an account with its first role and a one-time password, changed at first sign-in.

    Only the system (setting up, showing) may give a `password`; that one stays.
    Refuses: no administrator, no name, a wrong address or one that has an account.
    """
    where = must_manage(by, municipality_id)
    if password and by.kind is not ActorKind.SYSTEM:
        raise Refused(_("Een wachtwoord wordt door het systeem gemaakt."))
    _must_be_free(email)
    values = _details(name=name, first_name=first_name, function=function, phone=phone)
    given = password or one_time_password(rng)
    user = User(email=email.strip().lower(), language=language, **values)
    user.password = _shown(password) if password else make_password(given)
    user.password_is_one_time = not password
    user.save()
    record(
        "account.create",
        by=by,
        at=at,
        subject="account",
        reference=str(user.pk),
        municipality_id=where,
    )
    assign_role(user_id=user.pk, role=role, municipality_id=where, by=by, at=at)
    return NewAccount(user.pk, given)


@action
def change_details(
    *,
    user_id: int,
    name: str,
    first_name: str,
    function: str,
    phone: str,
    by: Actor,
    at: datetime,
) -> None:
    """Change how a colleague is named and reached. Refuses an empty name."""
    user = managed_user(user_id, by)
    values = _details(name=name, first_name=first_name, function=function, phone=phone)
    User.objects.filter(pk=user.pk).update(**values)
    record("account.change", by=by, at=at, subject="account", reference=str(user.pk))


@action
def reset_password(
    *, user_id: int, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> str:
    """Return a new one-time password; ends every session of the account and lifts a pause."""
    user = managed_user(user_id, by)
    if not user.is_active:
        raise Refused(_("Dit account is gesloten. Open het eerst weer."))
    password = _give_one_time_password(user, rng)
    record("account.reset_password", by=by, at=at, subject="account", reference=str(user.pk))
    return password


@action
def change_password(*, old: str, new: str, by: Actor, at: datetime) -> None:
    """Change one's own password. Refuses a wrong old one, the same one and a weak one."""
    user = User.objects.filter(pk=by.user_id or 0, is_active=True).first()
    if user is None:
        raise OutOfScope(_("Dit account is er niet."))
    if not user.check_password(old):
        raise Refused(_("Dit is niet uw huidige wachtwoord."), field="old")
    if old == new:
        raise Refused(_("Kies een ander wachtwoord dan het huidige."), field="new")
    try:
        validate_password(new, user)
    except ValidationError as error:
        raise Refused(" ".join(error.messages), field="new") from error
    user.set_password(new)
    user.password_is_one_time = False
    user.save(update_fields=["password", "password_is_one_time"])
    record("account.change_password", by=by, at=at, subject="account", reference=str(user.pk))


@action
def close_account(*, user_id: int, by: Actor, at: datetime) -> None:
    """Close an account: nobody signs in with it any more. Its history stays.

    What rooms hold for it (calendar keys, memberships) ends. With a duty: `plan_leaving`.
    Refuses one's own, the last administrator's, and one that still has a duty in an area.
    """
    user = managed_user(user_id, by)
    must_not_be_self(by, user.pk)
    today = dutch_day(at)
    if AreaDuty.objects.filter(not_over(today), user=user).exists():
        raise Refused(_("Deze collega is nog adviseur. Draag eerst de gebieden over."))
    for one in RoleAssignment.objects.filter(not_over(today), user=user, role=Role.ADMINISTRATOR):
        must_keep_an_administrator(user.pk, one.municipality_id, today)
    User.objects.filter(pk=user.pk).update(is_active=False)
    pass_on(Passing(user.pk, must_manage(by), today, leaves=True), by, at)
    record("account.close", by=by, at=at, subject="account", reference=str(user.pk))


@action
def reopen_account(
    *, user_id: int, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> str:
    """Open a closed account again and return a new one-time password."""
    user = managed_user(user_id, by)
    if user.is_active:
        raise Refused(_("Dit account is al open."))
    user.is_active = True
    user.save(update_fields=["is_active"])
    password = _give_one_time_password(user, rng)
    record("account.reopen", by=by, at=at, subject="account", reference=str(user.pk))
    return password


def managed_user(user_id: int, by: Actor, municipality_id: int | None = None) -> User:
    """Return an account of the municipality `by` manages. OutOfScope when it is not."""
    where = must_manage(by, municipality_id)
    user = User.objects.filter(pk=user_id, assignments__municipality_id=where).distinct().first()
    if user is None:
        raise OutOfScope(_("Dit account is er niet."))
    return user


def _give_one_time_password(user: User, rng: random.Random) -> str:
    password = one_time_password(rng)
    user.set_password(password)
    user.password_is_one_time = True
    user.save(update_fields=["password", "password_is_one_time"])
    FailedSignIn.objects.filter(account_hash=account_hash(user.email)).delete()
    return password


def _must_be_free(email: str) -> None:
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise Refused(_("Dit is geen e-mailadres."), field="email") from error
    if User.objects.filter(email__iexact=email.strip()).exists():
        raise Refused(_("Er is al een account met dit adres."), field="email")


def _details(*, name: str, first_name: str, function: str, phone: str) -> dict[str, str]:
    """Return the details to store. Refuses an empty name."""
    if not name.strip():
        raise Refused(_("Vul een naam in."), field="name")
    if not first_name.strip():
        raise Refused(
            _("Vul een voornaam in: zo heet deze collega voor bewoners."), field="first_name"
        )
    return {
        "name": name.strip()[:120],
        "first_name": first_name.strip()[:60],
        "function": function.strip()[:80],
        "phone": phone.strip()[:20],
    }

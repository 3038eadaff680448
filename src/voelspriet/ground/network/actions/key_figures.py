# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inviting a key figure, their yes or no, renewing, stopping, and looking up how to reach them."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from voelspriet.ground.network.choices import KeyFigureEndKind, KeyFigureState
from voelspriet.ground.network.models import KeyFigure, KeyFigureEnd, KeyFigureSubject
from voelspriet.ground.network.queries.key_figures import open_key_figure
from voelspriet.ground.network.records import KeyContact, key_contact
from voelspriet.ground.network.rules.keeping import advised_area
from voelspriet.ground.network.rules.key_figures import (
    NAME_LIMIT,
    PHONE_LIMIT,
    ROLE_LIMIT,
    agreed_until,
    invited_until,
    key_code_hash,
    own_key_figures,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_receipt_code, new_reference
from voelspriet.lib.working_days import dutch_day

SHORTEST_REASON = 5
LONGEST_REASON = 300


@action
def invite_key_figure(
    *, area_id: int, role: str, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> str:
    """Invite somebody in a role and return the code to hand over; it is shown once.

    Nothing of the person is stored before they say yes. Refuses an empty role. OutOfScope: an
    area of which `by` is no adviser.
    """
    area = advised_area(by, area_id)
    if not role.strip():
        raise Refused(_("Schrijf op in welke rol iemand wordt gevraagd."), field="role")
    code = new_receipt_code(rng=rng)
    today = dutch_day(at)
    made = KeyFigure.objects.create(
        municipality_id=by.municipality_id or 0,
        area=area,
        reference=new_reference("K", rng=rng),
        code_hash=key_code_hash(code) or "",
        role=role.strip()[:ROLE_LIMIT],
        invited_on=today,
        expires_on=invited_until(today),
    )
    _record("key_figure.invite", made, by, at, area=area.code)
    return code


@action
def agree_as_key_figure(
    *,
    code: str,
    role: str,
    name: str,
    phone: str,
    email: str,
    subjects: Collection[str],
    involvement: str,
    pace: str,
    by: Actor,
    at: datetime,
) -> None:
    """Say yes, or correct or renew what is kept; it then holds for two years from today.

    Refuses: a code that opens nothing, no role or name, no way to be reached, no address.
    """
    one = _opened(code, at)
    today = dutch_day(at)
    KeyFigure.objects.filter(pk=one.pk).update(
        **_contact(role, name, phone, email),
        involvement=involvement,
        pace=pace,
        state=KeyFigureState.AGREED,
        agreed_on=today,
        checked_on=today,
        expires_on=agreed_until(today),
    )
    one.subjects.all().delete()
    KeyFigureSubject.objects.bulk_create(
        KeyFigureSubject(key_figure=one, subject=each) for each in dict.fromkeys(subjects)
    )
    deed = "renew" if one.state == KeyFigureState.AGREED else "agree"
    _record(f"key_figure.{deed}", one, by, at)


@action
def leave_as_key_figure(*, code: str, by: Actor, at: datetime) -> None:
    """Say no, or stop: everything is erased at once; that it ended is counted with the day."""
    one = _opened(code, at)
    is_agreed = one.state == KeyFigureState.AGREED
    kind = KeyFigureEndKind.WITHDRAWN if is_agreed else KeyFigureEndKind.DECLINED
    _record("key_figure.leave", one, by, at, kind=str(kind))
    _erase(one, kind, at)


@action
def take_back_invitation(*, reference: str, by: Actor, at: datetime) -> None:
    """Take back an invitation that was not answered: its code opens nothing any more."""
    one = _own(reference, by, at)
    if one.state != KeyFigureState.INVITED:
        raise Refused(_("Deze persoon zei al ja. Alleen die kan zelf stoppen."))
    _record("key_figure.take_back", one, by, at)
    _erase(one, KeyFigureEndKind.TAKEN_BACK, at)


@action
def check_key_figure(*, reference: str, by: Actor, at: datetime) -> None:
    """Write down that an entry was checked today. Refuses one nobody agreed to yet."""
    one = _own(reference, by, at)
    if one.state != KeyFigureState.AGREED:
        raise Refused(_("Deze persoon zei nog geen ja."))
    KeyFigure.objects.filter(pk=one.pk).update(checked_on=dutch_day(at))
    _record("key_figure.check", one, by, at)


@action
def read_key_figure(*, reference: str, reason: str, by: Actor, at: datetime) -> KeyContact:
    """Return how to reach a key figure. The reason is kept and the privacy officer sees it.

    Refuses a reason of fewer than five signs, and somebody who did not agree yet.
    """
    one = _own(reference, by, at)
    reason = reason.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise Refused(_("Schrijf kort waarom u de gegevens nodig heeft."), field="reason")
    if one.state != KeyFigureState.AGREED:
        raise Refused(_("Deze persoon zei nog geen ja."))
    _record("contact.read", one, by, at, why=reason)
    return key_contact(key_figure_id=one.pk)


def expire_key_figures(*, by: Actor, at: datetime) -> int:
    """Erase every agreement and invitation whose time is over; return how many."""
    over = KeyFigure.objects.filter(expires_on__lt=dutch_day(at)).order_by("id")
    ids = list(over.values_list("id", flat=True))
    for key_figure_id in ids:
        _expire(key_figure_id=key_figure_id, by=by, at=at)
    return len(ids)


@action
def _expire(*, key_figure_id: int, by: Actor, at: datetime) -> None:
    one = KeyFigure.objects.get(pk=key_figure_id)
    _record("key_figure.expire", one, by, at)
    _erase(one, KeyFigureEndKind.EXPIRED, at)


def _erase(one: KeyFigure, kind: KeyFigureEndKind, at: datetime) -> None:
    KeyFigureEnd.objects.create(
        municipality_id=one.municipality_id, kind=kind, ended_on=dutch_day(at)
    )
    one.delete()


def _opened(code: str, at: datetime) -> KeyFigure:
    one = open_key_figure(code=code, at=at)
    if one is None:
        raise Refused(_("Deze code klopt niet. Kijk de 16 cijfers nog eens na."), field="code")
    return one


def _own(reference: str, by: Actor, at: datetime) -> KeyFigure:
    found = own_key_figures(by).filter(reference=reference, expires_on__gte=dutch_day(at))
    one = found.first()
    if one is None:
        raise OutOfScope(_("Deze sleutelfiguur is er niet."))
    return one


def _contact(role: str, name: str, phone: str, email: str) -> dict[str, Any]:
    """Return what to store of somebody who says yes. Refuses what is missing or no address."""
    values = {"role": role.strip(), "name": name.strip()}
    values |= {"phone": phone.strip(), "email": email.strip()}
    if not values["role"]:
        raise Refused(_("Schrijf op wat u in de buurt doet."), field="role")
    if not values["name"]:
        raise Refused(_("Schrijf op hoe wij u mogen noemen."), field="name")
    if not (values["phone"] or values["email"]):
        raise Refused(_("Vul een telefoonnummer of een e-mailadres in."), field="phone")
    if values["email"]:
        try:
            validate_email(values["email"])
        except ValidationError as error:
            raise Refused(_("Dit is geen e-mailadres."), field="email") from error
    values["role"] = values["role"][:ROLE_LIMIT]
    values["name"] = values["name"][:NAME_LIMIT]
    values["phone"] = values["phone"][:PHONE_LIMIT]
    return values


def _record(
    name: str, one: KeyFigure, by: Actor, at: datetime, *, why: str = "", **detail: Any
) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="key_figure",
        reference=one.reference,
        municipality_id=one.municipality_id,
        reason=why,
        **detail,
    )

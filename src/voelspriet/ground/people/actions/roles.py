# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving and ending roles."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from voelspriet.ground.people.models import AreaDuty, RoleAssignment, User
from voelspriet.ground.people.rules import must_manage, must_not_be_self, not_over
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def assign_role(
    *,
    user_id: int,
    role: Role,
    by: Actor,
    at: datetime,
    municipality_id: int | None = None,
    starts_on: date | None = None,
) -> None:
    """Give an account a role in the municipality `by` manages, from `starts_on` (today).

    Refuses: no administrator, one's own account, a role already held, a closed account.
    """
    where = must_manage(by, municipality_id)
    must_not_be_self(by, user_id)
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise OutOfScope(_("Dit account is er niet."))
    if not user.is_active:
        raise Refused(_("Dit account is gesloten. Open het eerst weer."))
    first_day = starts_on or dutch_day(at)
    held = RoleAssignment.objects.filter(
        not_over(first_day), user=user, municipality_id=where, role=role
    )
    if held.exists():
        raise Refused(_("Deze collega heeft deze rol al."), field="role")
    RoleAssignment.objects.create(user=user, municipality_id=where, role=role, starts_on=first_day)
    record(
        "role.assign",
        by=by,
        at=at,
        subject="account",
        reference=str(user.pk),
        municipality_id=where,
        role=str(role),
    )


@action
def end_role(
    *, user_id: int, role: Role, by: Actor, at: datetime, municipality_id: int | None = None
) -> None:
    """End a role at once.

    Refuses: one's own, the last administrator's, an adviser's who still has a duty in an area.
    """
    where = must_manage(by, municipality_id)
    must_not_be_self(by, user_id)
    today = dutch_day(at)
    held = RoleAssignment.objects.filter(
        not_over(today), user_id=user_id, municipality_id=where, role=role
    )
    if not held.exists():
        raise OutOfScope(_("Deze collega heeft deze rol niet."))
    if role == Role.ADMINISTRATOR:
        must_keep_an_administrator(user_id, where, today)
    if role == Role.AREA_ADVISER and _has_duty(user_id, today):
        raise Refused(_("Deze collega is nog adviseur. Draag eerst de gebieden over."))
    for one in held:
        end_now(one, today)
    record(
        "role.end",
        by=by,
        at=at,
        subject="account",
        reference=str(user_id),
        municipality_id=where,
        role=str(role),
    )


def end_now(row: RoleAssignment | AreaDuty, today: date) -> None:
    """Make yesterday the last day; what began today or later was never in force and goes."""
    if row.starts_on >= today:
        row.delete()
        return
    row.ends_on = today - timedelta(days=1)
    row.save(update_fields=["ends_on"])


def must_keep_an_administrator(user_id: int, municipality_id: int, today: date) -> None:
    """Refuse to take away the last administrator of a municipality."""
    others = RoleAssignment.objects.filter(
        not_over(today),
        municipality_id=municipality_id,
        role=Role.ADMINISTRATOR,
        starts_on__lte=today,
        user__is_active=True,
    ).exclude(user_id=user_id)
    if not others.exists():
        raise Refused(_("Dit is de laatste beheerder. Maak eerst een andere beheerder."))


def _has_duty(user_id: int, today: date) -> bool:
    return AreaDuty.objects.filter(not_over(today), user_id=user_id).exists()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague leaves: everything that hangs on them gets a new name, in one deed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.people.actions.accounts import managed_user
from voelspriet.ground.people.actions.faces import forget_photo
from voelspriet.ground.people.actions.passing import Change, must_be_adviser, pass_place
from voelspriet.ground.people.actions.roles import end_now, must_keep_an_administrator
from voelspriet.ground.people.holdings import Passing, pass_on
from voelspriet.ground.people.models import AreaDuty, Leaving, RoleAssignment, Succession, User
from voelspriet.ground.people.rules import must_manage, must_not_be_self, not_over
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused, system
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day

LOG = logging.getLogger(__name__)


@action
def plan_leaving(
    *,
    user_id: int,
    leaves_on: date,
    successors: Mapping[int, int | None],
    by: Actor,
    at: datetime,
    municipality_id: int | None = None,
) -> int:
    """Write down that a colleague leaves from a day and who has each place after; return its id.

    `successors` gives for each of their duties a successor, or None: who stays in the duo, or
    the duo above, has it. From that day on, so at once for today, everything passes on. A plan
    that did not happen yet is replaced. Refuses: no administrator, oneself, the last
    administrator, a day gone by, an account that is closed, a successor who is no adviser.
    """
    user = managed_user(user_id, by, municipality_id)
    where = must_manage(by, municipality_id)
    must_not_be_self(by, user.pk)
    today = dutch_day(at)
    if leaves_on < today:
        raise Refused(_("Kies vandaag of een latere dag."), field="leaves_on")
    if not user.is_active:
        raise Refused(_("Dit account is gesloten. Open het eerst weer."))
    _must_not_be_last(user.pk, where, today)
    Leaving.objects.filter(user=user, municipality_id=where, done_at__isnull=True).delete()
    leaving = Leaving.objects.create(
        user=user, municipality_id=where, leaves_on=leaves_on, planned_at=at
    )
    for duty in _duties(user.pk, today):
        successor_id = successors.get(duty.pk)
        _must_follow_up(duty, successor_id, where, today, by)
        Succession.objects.create(
            leaving=leaving,
            area=duty.area,
            kind=duty.kind,
            old_name=user.name,
            old_first_name=user.first_name,
            successor_id=successor_id,
            starts_on=leaves_on,
        )
    _record("leaving.plan", leaving, by, at, leaves_on=leaves_on.isoformat())
    if leaves_on == today:
        _carry_out(leaving_id=leaving.pk, by=by, at=at)
    return leaving.pk


@action
def cancel_leaving(*, user_id: int, by: Actor, at: datetime) -> None:
    """Withdraw a plan to leave that did not happen yet. Refuses when there is none."""
    user = managed_user(user_id, by)
    leaving = Leaving.objects.filter(
        user=user, municipality_id=must_manage(by), done_at__isnull=True
    ).first()
    if leaving is None:
        raise Refused(_("Er is geen vertrek gepland."))
    _record("leaving.cancel", leaving, by, at)
    leaving.delete()


def carry_out_leavings(*, at: datetime) -> int:
    """Pass on the work of everybody whose day has come; return how many left.

    May run as often as one likes: what was passed on is done. One that cannot be done any more
    (a successor lost the role) stays planned, and stands on the administrator's pages.
    """
    today = dutch_day(at)
    due = Leaving.objects.filter(done_at__isnull=True, leaves_on__lte=today).order_by("id")
    done = 0
    for leaving_id, municipality_id in list(due.values_list("id", "municipality_id")):
        by = system("people.leave", municipality_id)
        try:
            done += carry_out_leaving(leaving_id=leaving_id, by=by, at=at)
        except Refused as refused:
            LOG.warning("a leaving waits", extra={"leaving": leaving_id, "why": refused.reason})
    return done


def carry_out_leaving(*, leaving_id: int, by: Actor, at: datetime) -> bool:
    """Pass on everything that hangs on who leaves; False when that was done before.

    In one deed: every place in a duo, what each room holds, roles, sessions, the account
    and its photo.
    Refuses a day that has not come, and what `plan_leaving` refuses.
    """
    leaving = Leaving.objects.filter(pk=leaving_id).first()
    if leaving is None:
        raise OutOfScope(_("Er is geen vertrek gepland."))
    try:
        _carry_out(leaving_id=leaving_id, by=by, at=at)
    except _DoneBeforeError:
        return False
    return True


class _DoneBeforeError(Exception):
    """Another worker did it, maybe while this one waited for the lock."""


@action
def _carry_out(*, leaving_id: int, by: Actor, at: datetime) -> None:
    leaving = Leaving.objects.select_for_update().get(pk=leaving_id)
    if leaving.done_at is not None:
        raise _DoneBeforeError
    where, user_id, today = leaving.municipality_id, leaving.user_id, dutch_day(at)
    must_manage(by, where)
    if leaving.leaves_on > today:
        raise Refused(_("Deze dag is er nog niet."))
    change = Change(municipality_id=where, by=by, at=at, today=today, leaving=leaving)
    chosen = {
        (one.area_id, one.kind): one.successor_id for one in leaving.successions.order_by("id")
    }
    leaving.successions.update(starts_on=today)
    places = tuple(
        pass_place(duty, chosen.get((duty.area_id, duty.kind)), change)
        for duty in _duties(user_id, today)
        if duty.starts_on <= today
    )
    for coming in _duties(user_id, today):
        end_now(coming, today)  # never in force: nothing hangs on it
    passing = Passing(user_id, where, today, leaves=True, places=places)
    pass_on(passing, by, at)
    _end_account(user_id, where, today)
    Leaving.objects.filter(pk=leaving.pk).update(done_at=at)
    _record("leaving.carry_out", leaving, by, at, places=len(places))


def _end_account(user_id: int, where: int, today: date) -> None:
    """End the roles here, and the account when it has none anywhere else; no session works on."""
    _must_not_be_last(user_id, where, today)
    for role in RoleAssignment.objects.filter(
        not_over(today), user_id=user_id, municipality_id=where
    ):
        end_now(role, today)
    if RoleAssignment.objects.filter(not_over(today), user_id=user_id).exists():
        return
    user = User.objects.get(pk=user_id)
    user.set_unusable_password()  # whatever session is open hangs on the old one
    user.is_active = False
    user.is_public_face = False
    forget_photo(user)
    user.save(update_fields=["password", "is_active", "is_public_face", "photo"])


def _must_follow_up(
    duty: AreaDuty, successor_id: int | None, where: int, today: date, by: Actor
) -> None:
    if successor_id is None:
        return
    if successor_id == duty.user_id:
        raise Refused(_("Kies een andere collega als opvolger."), field=f"duty_{duty.pk}")
    must_not_be_self(by, successor_id)
    try:
        must_be_adviser(successor_id, where, today)
    except Refused as refused:
        raise Refused(refused.reason, field=f"duty_{duty.pk}") from refused


def _must_not_be_last(user_id: int, where: int, today: date) -> None:
    held = RoleAssignment.objects.filter(
        not_over(today), user_id=user_id, municipality_id=where, role=Role.ADMINISTRATOR
    )
    if held.exists():
        must_keep_an_administrator(user_id, where, today)


def _duties(user_id: int, today: date) -> list[AreaDuty]:
    """Return the places of somebody, those of the largest areas first: others fall back on them."""
    duties = AreaDuty.objects.filter(not_over(today), user_id=user_id).select_related("area")
    order = {"municipality": 0, "district": 1, "neighbourhood": 2}
    return sorted(duties, key=lambda one: (order.get(one.area.level, 3), one.pk))


def _record(name: str, leaving: Leaving, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="account",
        reference=str(leaving.user_id),
        municipality_id=leaving.municipality_id,
        **detail,
    )

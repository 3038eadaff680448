# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts as an administrator sees them, and one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.models import AreaDuty, RoleAssignment, User
from voelspriet.ground.people.rules import current, must_manage, not_over
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role somebody holds; `ends_on` is the last day, None when it goes on."""

    role: str
    label: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A place in the duo of an area; `ends_on` is the last day, None when it goes on."""

    id: int
    area_id: int
    area_name: str
    kind: str
    label: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A colleague's account with roles and duties that are not over."""

    id: int
    name: str
    first_name: str
    email: str
    function: str
    phone: str
    language: str
    is_active: bool
    is_public_face: bool
    photo: str
    roles: tuple[RoleRow, ...]
    duties: tuple[DutyRow, ...]


def people(
    *, by: Actor, on: date, name: str = "", closed: bool = False, cursor: str = ""
) -> Page[PersonRow]:
    """Return accounts of the administrator's municipality by name; closed ones when asked for."""
    municipality_id = must_manage(by)
    found = _accounts(municipality_id, on).filter(is_active=not closed)
    if name:
        found = found.filter(Q(name__icontains=name) | Q(email__icontains=name))
    after = read_cursor(cursor, str, int)
    if after:
        found = found.filter(Q(name__gt=after[0]) | Q(name=after[0], pk__gt=after[1]))
    users = list(found.order_by("name", "id")[: PAGE_SIZE + 1])
    return page_of(users, PAGE_SIZE, _row, lambda user: write_cursor(user.name, user.pk))


def person(*, user_id: int, by: Actor, on: date) -> PersonRow:
    """Return one account of the administrator's municipality. OutOfScope when there is none."""
    user = _accounts(must_manage(by), on).filter(pk=user_id).first()
    if user is None:
        raise OutOfScope(_("Dit account is er niet."))
    return _row(user)


def my_account(*, by: Actor, on: date) -> PersonRow:
    """Return the account of the colleague who asks."""
    user = _accounts(by.municipality_id or 0, on).filter(pk=by.user_id or 0).first()
    if user is None:
        raise OutOfScope(_("Dit account is er niet."))
    return _row(user)


def colleagues(*, municipality_id: int, role: Role, on: date) -> tuple[tuple[int, str], ...]:
    """Return (id, name) of active colleagues who hold a role on a day, by name."""
    held = RoleAssignment.objects.filter(current(on), municipality_id=municipality_id, role=role)
    found = User.objects.filter(is_active=True, pk__in=held.values("user_id"))
    return tuple(found.order_by("name", "id").values_list("id", "name"))


def _accounts(municipality_id: int, on: date) -> QuerySet[User]:
    """Return accounts that hold or held a role here, with what is not over yet."""
    here = RoleAssignment.objects.filter(municipality_id=municipality_id)
    roles: QuerySet[Any] = here.filter(not_over(on)).order_by("role", "id")
    duties: QuerySet[Any] = (
        AreaDuty.objects.filter(not_over(on)).select_related("area").order_by("area__name", "id")
    )
    return User.objects.filter(pk__in=here.values("user_id")).prefetch_related(
        Prefetch("assignments", roles), Prefetch("duties", duties)
    )


def _row(user: User) -> PersonRow:
    return PersonRow(
        id=user.pk,
        name=user.name,
        first_name=user.first_name,
        email=user.email,
        function=user.function,
        phone=user.phone,
        language=user.language,
        is_active=user.is_active,
        is_public_face=user.is_public_face,
        photo=user.photo,
        roles=tuple(
            RoleRow(one.role, str(Role(one.role).label), one.starts_on, one.ends_on)
            for one in user.assignments.all()
        ),
        duties=tuple(
            DutyRow(
                duty.pk,
                duty.area_id,
                duty.area.name,
                duty.kind,
                str(DutyKind(duty.kind).label),
                duty.starts_on,
                duty.ends_on,
            )
            for duty in user.duties.all()
        ),
    )

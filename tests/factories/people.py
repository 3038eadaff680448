# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Colleagues, their roles, duties and organisations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count

from django.contrib.auth.hashers import make_password

from tests.conftest import arranging
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.models import Face, Membership, Organisation
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.models import AreaDuty, RoleAssignment, User
from voelspriet.ground.people.queries import actor_for
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role

PASSWORD = "een lange zin van een collega"
SINCE = date(2020, 1, 1)
_numbers = count(1)
_hash: list[str] = []


def make_user(
    municipality: Municipality,
    role: Role | Iterable[Role] = Role.AREA_ADVISER,
    *,
    first_name: str = "Noor",
    name: str = "",
    email: str = "",
    area: Area | None = None,
    duty: str = DutyKind.FIRST,
    organisation: Organisation | None = None,
    since: date = SINCE,
    **more: object,
) -> User:
    """Make an account with a role (or several); with `area`, its duty there.

    With `organisation`, a member of it. The password is PASSWORD.
    """
    number = next(_numbers)
    roles = [role] if isinstance(role, str) else list(role)
    if not _hash:  # scrypt is slow on purpose: once is enough
        _hash.append(make_password(PASSWORD))
    with arranging():
        user = User.objects.create(
            email=email or f"collega{number}@gemeente.example",
            name=name or f"{first_name} Visser {number}",
            first_name=first_name,
            password=_hash[0],
            **more,
        )
        for one in roles:
            RoleAssignment.objects.create(
                user=user, municipality=municipality, role=one, starts_on=since
            )
    if area is not None:
        make_duty(user, area, duty, since=since)
    if organisation is not None:
        make_member(user, organisation)
    return user


def make_duty(
    user: User, area: Area, kind: str = DutyKind.FIRST, *, since: date = SINCE
) -> AreaDuty:
    """Give somebody a place in the duo of an area."""
    with arranging():
        return AreaDuty.objects.create(user=user, area=area, kind=kind, starts_on=since)


def make_duo(municipality: Municipality, area: Area) -> tuple[User, User]:
    """Make the two advisers of an area: first and second."""
    first = make_user(municipality, first_name="Noor", area=area)
    second = make_user(municipality, first_name="Bilal", area=area, duty=DutyKind.SECOND)
    return first, second


def make_organisation(
    municipality: Municipality,
    *,
    name: str = "Beheer openbare ruimte",
    kind: str = OrganisationKind.DEPARTMENT,
    **more: object,
) -> Organisation:
    """Make an organisation that takes matters up."""
    with arranging():
        return Organisation.objects.create(municipality=municipality, name=name, kind=kind, **more)


def make_member(user: User, organisation: Organisation) -> Membership:
    """Let somebody handle matters for an organisation."""
    with arranging():
        return Membership.objects.create(user=user, organisation=organisation)


def make_face(area: Area, *, first_name: str = "Joke", **more: object) -> Face:
    """Make a face of a partner in an area, who agreed to be shown."""
    values = {"function": "Buurtverbinder", "agreed_on": SINCE, **more}
    with arranging():
        return Face.objects.create(area=area, first_name=first_name, **values)


def actor_of(user: User, on: date = date(2026, 3, 2)) -> Actor:
    """Return the actor a colleague is on a day."""
    actor = actor_for(user_id=user.pk, on=on)
    assert actor is not None, "this account holds no role on that day"
    return actor

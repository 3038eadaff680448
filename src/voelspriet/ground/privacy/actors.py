# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The actor: who reads or writes, and within which scope. Every query and action takes one."""

from __future__ import annotations

from dataclasses import dataclass, field

from voelspriet.ground.privacy.choices import ActorKind, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, with roles and scope (handelende).

    `area_ids` holds every area this person is adviser of, those below it included;
    `organisation_ids` every organisation this person handles matters for. A resident and the
    system have neither: what they may see follows from the receipt code or the job.
    """

    kind: ActorKind
    user_id: int | None = None
    name: str = ""
    municipality_id: int | None = None
    roles: frozenset[Role] = frozenset()
    area_ids: frozenset[int] = field(default=frozenset())
    organisation_ids: frozenset[int] = field(default=frozenset())

    @property
    def is_staff(self) -> bool:
        """Tell whether this is a signed-in staff member."""
        return self.kind is ActorKind.STAFF

    def has(self, *roles: Role) -> bool:
        """Tell whether the actor holds at least one of `roles`."""
        return not self.roles.isdisjoint(roles)

    def advises(self, area_id: int | None) -> bool:
        """Tell whether the actor is an adviser of the area with this id."""
        return Role.AREA_ADVISER in self.roles and area_id in self.area_ids


class Refused(Exception):  # noqa: N818  the word the house uses for it
    """An action or query that this actor may not do, with a reason a person can read.

    `field` names the form field the reason belongs beside; empty for the whole form.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


class OutOfScope(Refused):
    """The thing does not exist for this actor; doors answer 404, so that nothing is given away."""


def resident(municipality_id: int | None = None) -> Actor:
    """Return the actor for somebody without an account."""
    return Actor(kind=ActorKind.RESIDENT, municipality_id=municipality_id)


def system(name: str, municipality_id: int | None = None) -> Actor:
    """Return the actor for work nobody pressed a button for; `name` says which job."""
    return Actor(kind=ActorKind.SYSTEM, name=name, municipality_id=municipality_id)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What hangs on a person: every room above registers its part, as this room knows none of them.

A room says what it holds for somebody (`held_source`), what it does when that passes on
(`passing_source`), what would be left without a name (`ownerless_source`) and what it asks before
somebody new reads along (`newcomer_source`). `user_columns` says of each column that points at a
person whether it is a duty, which moves, or a fact, which stays; a test finds every column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.functional import Promise

from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class Held:
    """How many things of one kind hang on somebody; `area_id` None when they are of no area."""

    kind: str
    label: Promise | str
    number: int
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class Ownerless:
    """Something nobody has to do with any more: what kind of thing, and which one."""

    kind: str
    reference: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A place in a duo that passed on, with every area that goes with it.

    `is_gap`: nobody new came; who has it now was of the duo already, or of the one above.
    """

    succession_id: int
    area_ids: frozenset[int]
    successor_id: int
    successor_name: str
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Passing:
    """What passes on from one person in one deed. `leaves`: this account ends with it."""

    user_id: int
    municipality_id: int
    on: date
    leaves: bool
    places: tuple[Passed, ...] = field(default=())

    def successors(self) -> Mapping[int, Passed]:
        """Return who has each area now."""
        return {area_id: place for place in self.places for area_id in place.area_ids}


HeldSource = Callable[[int, frozenset[int]], Iterable[Held]]
PassingSource = Callable[[Passing, Actor, datetime], object]
OwnerlessSource = Callable[[int, date], Iterable[Ownerless]]
NewcomerSource = Callable[[frozenset[int], frozenset[int], datetime], object]
_held: list[HeldSource] = []
_passing: list[PassingSource] = []
_ownerless: list[OwnerlessSource] = []
_newcomers: list[NewcomerSource] = []
_duties: set[str] = set()
_facts: set[str] = set()


def held_source(function: HeldSource) -> HeldSource:
    """Register what a room holds for somebody, given the areas they are adviser of."""
    _held.append(function)
    return function


def passing_source(function: PassingSource) -> PassingSource:
    """Register what a room does, in the same transaction, when somebody's work passes on."""
    _passing.append(function)
    return function


def ownerless_source(function: OwnerlessSource) -> OwnerlessSource:
    """Register how a room finds what nobody has to do with any more."""
    _ownerless.append(function)
    return function


def newcomer_source(function: NewcomerSource) -> NewcomerSource:
    """Register what must be asked before newcomers read along in these areas."""
    _newcomers.append(function)
    return function


def user_columns(*, duties: Iterable[str] = (), facts: Iterable[str] = ()) -> None:
    """Say of columns ("app.Model.column") that point at a person which move and which stay."""
    _duties.update(duties)
    _facts.update(facts)


def known_columns() -> tuple[frozenset[str], frozenset[str]]:
    """Return the columns that hold a duty and those that hold a fact."""
    return frozenset(_duties), frozenset(_facts)


def holdings(user_id: int, area_ids: frozenset[int]) -> tuple[Held, ...]:
    """Return everything that hangs on somebody, in every room."""
    return tuple(one for source in _held for one in source(user_id, area_ids))


def pass_on(passing: Passing, by: Actor, at: datetime) -> None:
    """Have every room pass on what it holds."""
    for source in _passing:
        source(passing, by, at)


def find_ownerless(municipality_id: int, on: date) -> tuple[Ownerless, ...]:
    """Return whatever nobody has to do with, in every room."""
    return tuple(one for source in _ownerless for one in source(municipality_id, on))


def meet_newcomers(area_ids: frozenset[int], user_ids: frozenset[int], at: datetime) -> None:
    """Have every room ask what must be asked before these people read along."""
    for source in _newcomers if user_ids and area_ids else ():
        source(area_ids, user_ids, at)

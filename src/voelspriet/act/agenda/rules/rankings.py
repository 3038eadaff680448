# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How choices become an order, what of it may be shown, and the token of one browser.

The rule: three points for a first choice, two for a second, one for a third (a Borda count cut
off after three). Most points on top; equal points share a place. See decision 0091.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.core import signing

from voelspriet.act.agenda.rules.calendar_keys import hash_of, new_key
from voelspriet.analysis.disclosure import THRESHOLD

POINTS = {1: 3, 2: 2, 3: 1}  # of a first, second and third choice
MOST_COUNTED = 9999
FEWEST_TO_RANK = 2  # with one priority there is nothing to choose
Chosen = tuple[int, int, int]
_SIGNER = signing.Signer(salt="voelspriet.ranking")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one priority stands among the choices of residents. Equal points share a place."""

    priority_id: int
    points: int
    firsts: int
    place: int
    is_tied: bool


def standings(chosen: Mapping[int, Chosen], order: Sequence[int]) -> tuple[Standing, ...]:
    """Return the priorities of `order` by points, those with equal points as they stood.

    `chosen` holds how many chose each first, second and third. What nobody chose has no points
    and stands last.

    >>> [(one.priority_id, one.points, one.place) for one in standings({7: (0, 2, 0), 8: (1, 0, 1)}, [7, 8, 9])]
    [(7, 4, 1), (8, 4, 1), (9, 0, 3)]
    """  # noqa: E501  a doctest is one line
    points = {
        one: sum(POINTS[n] * count for n, count in enumerate(chosen.get(one, (0, 0, 0)), 1))
        for one in order
    }
    ranked = sorted(order, key=lambda one: -points[one])  # stable: ties stay as they stood
    values = [points[one] for one in ranked]
    return tuple(
        Standing(
            priority_id=one,
            points=points[one],
            firsts=chosen.get(one, (0, 0, 0))[0],
            place=values.index(points[one]) + 1,
            is_tied=values.count(points[one]) > 1,
        )
        for one in ranked
    )


def deviates(order: Sequence[int], ranked: Collection[Standing]) -> bool:
    """Tell whether an order puts something above what residents gave more points."""
    points = {one.priority_id: one.points for one in ranked}
    return any(points.get(one, 0) < points.get(other, 0) for one, other in pairwise(order))


def may_be_told(people: int) -> bool:
    """Tell whether a number is large enough to say nothing of one person."""
    return people >= THRESHOLD


def channels_may_be_told(people: Mapping[str, int]) -> bool:
    """Tell whether counts per channel may stand beside their sum: none of them is small.

    A single small one would follow from the sum and the others.
    """
    return all(count == 0 or count >= THRESHOLD for count in people.values())


def new_token() -> str:
    """Return a fresh signed token for one browser."""
    return _SIGNER.sign(new_key())


def token_key(token: str) -> str | None:
    """Return the key of a token this site signed; None for anything else.

    >>> token_key("made up") is None
    True
    """
    try:
        return _SIGNER.unsign(token)
    except signing.BadSignature:
        return None


def token_hash(key: str, agenda_reference: str) -> str:
    """Return what is kept of a key: another for every agenda, so that nothing ties them."""
    return hash_of(f"{agenda_reference}:{key}")

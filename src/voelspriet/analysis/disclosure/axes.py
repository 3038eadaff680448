# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The dimensions of a release set: which finest values every value of a table stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Span: TypeAlias = frozenset[int]
Values: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The values of one dimension as sets of its finest values.

    `nodes` are all sets that a row stands for and every finest value by itself; `children` says of
    each node which smaller nodes it is the sum of, the largest that fit.
    """

    finest: int
    nodes: tuple[Span, ...]
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, spans: Sequence[Span], finest: int) -> Axis:
        """Return the axis on which these spans lie."""
        nodes = tuple(dict.fromkeys([*(frozenset({one}) for one in range(finest)), *spans]))
        largest_first = sorted(range(len(nodes)), key=lambda node: -len(nodes[node]))
        return cls(finest, nodes, tuple(_parts(nodes, one, largest_first) for one in nodes))


def _parts(nodes: Sequence[Span], whole: Span, largest_first: Sequence[int]) -> tuple[int, ...]:
    if len(whole) == 1:
        return ()
    left, found = set(whole), []
    for node in largest_first:
        if len(nodes[node]) < len(whole) and nodes[node] <= left:
            found.append(node)
            left -= nodes[node]
    return tuple(found)


def spans_of(
    values: Sequence[Values], releases: Sequence[date] | None = None
) -> tuple[list[Span], int]:
    """Return per row which finest values it stands for, and how many of these there are.

    A row has one value per column; an empty one is the total over that column. With `releases`
    (the day of each row) a total stands for what was there on that day: a later period is not in
    it. Where nothing was, it stands for all that came later.
    """
    kinds = list(dict.fromkeys(values))
    whole = [kind for kind in kinds if all(kind)]
    partial = [kind for kind in kinds if not all(kind)]
    finest = [*whole, *(one for one in partial if not any(_is_part(k, one) for k in kinds))]
    place = {kind: index for index, kind in enumerate(finest)}
    first = _first_days(values, releases)
    below = {
        one: [place[one]] if one in place else [place[k] for k in finest if _is_part(k, one)]
        for one in kinds
    }
    found: dict[tuple[Values, date | None], Span] = {}
    days: Sequence[date | None] = releases or [None] * len(values)
    for kind, day in zip(values, days, strict=True):
        if (kind, day) not in found:
            then = [p for p in below[kind] if day is None or first[finest[p]] <= day]
            found[kind, day] = frozenset(then or below[kind])
    return [found[kind, day] for kind, day in zip(values, days, strict=True)], len(finest)


def _is_part(one: Values, of: Values) -> bool:
    return one != of and all(not b or a == b for a, b in zip(one, of, strict=True))


def _first_days(values: Sequence[Values], releases: Sequence[date] | None) -> dict[Values, date]:
    first: dict[Values, date] = {}
    for kind, day in zip(values, releases or (), strict=False):
        first[kind] = min(day, first.get(kind, day))
    return first

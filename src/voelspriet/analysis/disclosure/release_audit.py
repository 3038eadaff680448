# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Audit everything ever published from one source, and decide what comes next (method §9)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from voelspriet.analysis.disclosure.boxes import Sum
from voelspriet.analysis.disclosure.cells import Breach
from voelspriet.analysis.disclosure.protection import audit, protect
from voelspriet.analysis.disclosure.release_rows import ReleaseRow
from voelspriet.analysis.disclosure.releases import CapKey, ReleaseSet, RestKey
from voelspriet.analysis.disclosure.thresholds import is_small
from voelspriet.analysis.errors import InputError

Moved = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class ReleaseBreach:
    """A count of 0-4 that the release set gives away.

    `row` is the newest that holds it; `can_be_zero` and `can_be_large` tell whether it may be 0,
    and 5 or more, for all anybody knows; `why` says how it can be worked out.
    """

    row: ReleaseRow
    can_be_zero: bool
    can_be_large: bool
    why: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The newest release as it may be published: its rows, with `shown` decided.

    Numbers of rows: `small` are hidden because they are 0-4, `complementary` to protect those, and
    `kept_hidden` because they were hidden before or are not to be shown. With `breaches` it may not
    be published at all: even with all of it hidden a count is given away.
    """

    rows: tuple[ReleaseRow, ...]
    small: int
    complementary: int
    kept_hidden: int
    breaches: tuple[ReleaseBreach, ...]


def _unheard(_count: int) -> None:
    """Tell nobody how far it is."""


def audit_releases(releases: ReleaseSet, *, moved: Moved = _unheard) -> tuple[ReleaseBreach, ...]:
    """Return every count of 0-4 that everything shown gives away together, in order of the rows.

    `moved` is told how many guarded counts were judged. Raises InputError when what is shown
    contradicts itself.
    """
    with _contradictions_told():
        breaches = audit(releases.cells, releases.shown, moved=moved)
    return _told(releases, breaches, releases.shown)


def suggest(releases: ReleaseSet, *, moved: Moved = _unheard) -> Suggestion:
    """Decide what the newest release may show, and audit it with all earlier ones.

    What an earlier release showed stays shown. What one hid and none showed stays hidden, and so
    does what the newest says is not shown. Raises InputError when what is shown contradicts itself.
    """
    newest = releases.releases[-1]
    pairs = list(zip(releases.rows, releases.keys, strict=True))
    before = {key for row, key in pairs if row.shown and row.release < newest}
    hidden = {key for row, key in pairs if row.shown is False or row.release < newest}
    hidden = _with_groups(releases, hidden - before) - before
    with _contradictions_told():
        chosen = protect(releases.cells, before, hidden_before=hidden, moved=moved)
        breaches = chosen.breaches or audit(releases.cells, chosen.shown)
    of_newest = [(row, key) for row, key in pairs if row.release == newest]
    left = [(row, key) for row, key in of_newest if key not in chosen.shown]
    large = [key for row, key in left if row.is_cap or not is_small(row.count)]
    kept = sum(key in hidden for key in large)
    return Suggestion(
        tuple(replace(row, shown=key in chosen.shown) for row, key in of_newest),
        small=len(left) - len(large),
        complementary=len(large) - kept,
        kept_hidden=kept,
        breaches=_told(releases, breaches, chosen.shown),
    )


def _with_groups(releases: ReleaseSet, hidden: set[Hashable]) -> set[Hashable]:
    """Return what is hidden with all that may only be shown together with it."""
    groups = {cell.group for cell in releases.cells if cell.key in hidden} - {None}
    return hidden | {cell.key for cell in releases.cells if cell.group in groups}


@contextmanager
def _contradictions_told() -> Iterator[None]:
    try:
        yield
    except ArithmeticError as error:
        why = "what is shown contradicts itself: no counts of 0 or more fit all of it"
        raise InputError(why) from error


def _told(
    releases: ReleaseSet, breaches: Sequence[Breach], shown: frozenset[Hashable]
) -> tuple[ReleaseBreach, ...]:
    """Return breaches with the newest row of each, in order of the rows."""
    by_day = sorted(range(len(releases.rows)), key=lambda at: releases.rows[at].release)
    newest = {releases.keys[at]: at for at in by_day}
    rows = {key: releases.rows[at] for key, at in newest.items()}
    found = []
    for breach in breaches:
        key = breach.key
        why = _why(key, releases.sums, rows, shown)
        of_row = key.total if isinstance(key, RestKey) else key
        told = ReleaseBreach(rows[of_row], breach.can_be_zero, breach.can_be_large, why)
        found.append((newest[of_row], told))
    return tuple(told for _, told in sorted(found, key=lambda pair: pair[0]))


def _why(
    key: Hashable,
    sums: Sequence[Sum],
    rows: Mapping[Hashable, ReleaseRow],
    shown: frozenset[Hashable],
) -> str:
    """Say in words, without a count, how a hidden count can be worked out."""
    if isinstance(key, RestKey):
        return "what this total counts beside its parts can be worked out"
    for one in sums:
        family: set[Hashable] = {one.total, *one.parts}
        if key not in family or one.rest:
            continue
        hidden = family - shown
        if hidden == {key}:
            if key == one.total:
                return "all its parts are shown"
            return (
                f"the total ({rows[one.total].told(rows[key])}) and all its other parts are shown"
            )
        beside = sum(rows[part].count for part in one.parts if part in hidden)
        if one.total in shown and is_small(beside):
            return (
                f"too little is hidden beside it in the total ({rows[one.total].told(rows[key])})"
            )
    caps = [one for one in shown if isinstance(one, CapKey) and one.box == key]
    if caps and is_small(min(one.most for one in caps)):
        return f"{rows[caps[0]].told(rows[key])} shows that it is at most too little"
    return "several shown counts together give it away"

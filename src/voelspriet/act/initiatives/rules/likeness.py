# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which initiatives may have something for each other, and why. Pure; shown to advisers only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from voelspriet.act.initiatives.choices import InitiativeNeed

WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 6  # letters: "jongeren" and "jongerenwerk" begin alike
MOST = 5
# words that tell nothing of what something is about
COMMON = frozenset({
    "buurt", "wijken", "mensen", "samen", "graag", "willen", "iedere",
    "iedereen", "andere", "anderen", "elkaar", "zoals", "omdat", "kunnen",
    "zouden", "hebben", "worden", "gemeente", "bewoners", "bewoner", "initiatief",
    "vooral", "tussen", "onder", "binnen", "buiten", "meedoen", "welkom",
    "plaats",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of an initiative."""

    key: str
    area_id: int | None
    needs: frozenset[InitiativeNeed]
    about: str
    open_for: str
    missing: str


@dataclass(frozen=True, slots=True)
class Match:
    """Another initiative that may complement one, and what speaks for it.

    `missing`: words of who is missing at one and welcome at the other. `shared`: words both use.
    """

    key: str
    same_area: bool
    missing: tuple[str, ...]
    shared: tuple[str, ...]
    needs: tuple[InitiativeNeed, ...]

    @property
    def score(self) -> int:
        """Return how much speaks for it; who is missing counts most, a place alone too little."""
        return (
            3 * len(self.missing[:2]) + 2 * len(self.shared[:3]) + self.same_area + len(self.needs)
        )


def stems(text: str) -> dict[str, str]:
    """Return the words of a text that say something, by how they begin.

    >>> stems("Samen koken met jongeren in de buurt")
    {'koken': 'koken', 'jonger': 'jongeren'}
    """
    words = (word.lower() for word in WORD.findall(text))
    return {word[:STEM]: word for word in words if word not in COMMON}


def complements(one: Compared, others: Iterable[Compared]) -> tuple[Match, ...]:
    """Return the initiatives with most to offer, at most five. Likeness of words is needed."""
    about, welcome, missing = stems(one.about), stems(one.open_for), stems(one.missing)
    found = []
    for other in others:
        theirs, theirs_welcome = stems(other.about), stems(other.open_for)
        wanted = {
            word for begin, word in missing.items() if begin in theirs_welcome or begin in theirs
        } | {
            word
            for begin, word in stems(other.missing).items()
            if begin in welcome or begin in about
        }
        shared = {word for begin, word in about.items() if begin in theirs}
        if not (wanted or shared):
            continue
        found.append(
            Match(
                key=other.key,
                same_area=one.area_id is not None and one.area_id == other.area_id,
                missing=tuple(sorted(wanted)),
                shared=tuple(sorted(shared)),
                needs=tuple(sorted(one.needs & other.needs)),
            )
        )
    return tuple(sorted(found, key=lambda match: (-match.score, match.key))[:MOST])

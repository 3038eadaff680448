# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything in a text that points at a person, in one look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from voelspriet.analysis.text.pseudonyms import addresses, numbers
from voelspriet.analysis.text.pseudonyms.names import names
from voelspriet.analysis.text.pseudonyms.spans import (
    Found,
    Kind,
    Proposal,
    covered,
    masked,
    named,
    pseudonyms_in,
    replaced,
)
from voelspriet.analysis.text.pseudonyms.words import Lexicon, folded, lexicon, words_of

SHORTEST_KEPT = 3


def propose(
    text: str, *, keep: Iterable[str] = (), words: Lexicon | None = None
) -> tuple[Proposal, ...]:
    """Propose what to replace in a Dutch text, in its order; nothing overlaps.

    `keep` are names of streets, places and shops that stay as they are, in any case. `words` are
    other word lists than our own. Pseudonyms that stand in the text already are left alone, so
    that proposing again in a text with everything replaced proposes nothing.

    >>> [(one.text, one.pseudonym) for one in propose("Bel Fatima op 06-12345678.")]
    [('Fatima', '[naam 1]'), ('06-12345678', '[telefoon 1]')]
    """
    lists = words or lexicon()
    found: list[Found] = []
    done = pseudonyms_in(text)
    kept = _kept(masked(text, done), keep, lists)
    while True:
        left = masked(text, [*done, *((one.start, one.end) for one in found)])
        more = _once(left, kept, lists)
        if not more:
            return named(text, found)
        found += more


def pseudonymised(text: str, *, keep: Iterable[str] = (), words: Lexicon | None = None) -> str:
    """Return the text with everything that is proposed replaced, without a person's look.

    >>> pseudonymised("Fatima woont op Lindelaan 3.")
    '[naam 1] woont op [adres 1].'
    """
    return replaced(text, propose(text, keep=keep, words=words))


def holds_full_name(text: str) -> bool:
    """Tell whether a first and a last name seem to stand in a text, for a guard that refuses.

    A single name is left to other signs: too many are words or places.

    >>> holds_full_name("Vraag het aan Gerben van der Wolt."), holds_full_name("Op Almere Poort.")
    (True, False)
    """
    return any(one.kind is Kind.NAME and len(one.text.split()) > 1 for one in propose(text))


def _once(text: str, kept: Sequence[tuple[int, int]], lists: Lexicon) -> list[Found]:
    """Look once; what was found first hides what overlaps it."""
    found: list[Found] = []
    finders: tuple[Callable[[str], Iterable[Found]], ...] = (
        numbers.emails,
        numbers.ibans,
        numbers.phones,
        lambda t: numbers.plates(t, lists),
        numbers.bsns,
        lambda t: numbers.handles(t, lists),
        addresses.postcodes,
        lambda t: addresses.homes(t, words_of(t, lists.titles), kept, lists),
        lambda t: addresses.house_numbers(t, words_of(t, lists.titles), lists),
        lambda t: _names(t, kept, lists),
    )
    for finder in finders:
        left = masked(text, ((one.start, one.end) for one in found))
        found += _apart(text, finder(left))
    return found


def _names(text: str, kept: Sequence[tuple[int, int]], lists: Lexicon) -> Iterator[Found]:
    shut = covered(text, kept)
    found = addresses.streets(words_of(text, lists.titles), lists)
    # of "Henk van Kerkstraat" only the street that is kept is no name
    closed = [place for place in found if not shut[place[1] - 1]]
    return names(text, closed=[*kept, *closed], lexicon=lists)


def _apart(text: str, found: Iterable[Found]) -> list[Found]:
    """Keep of places that overlap the longest, of equals the surest."""
    apart: list[Found] = []
    taken = covered(text, ())
    for one in sorted(found, key=lambda o: (o.start - o.end, -o.confidence, o.start)):
        if one.start < one.end and not any(taken[one.start : one.end]):
            apart.append(one)
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return apart


def _kept(text: str, keep: Iterable[str], lists: Lexicon) -> list[tuple[int, int]]:
    """Return where the kept names stand, as whole words, in any case and with any accents.

    A street that is called no more than a first name ("Irene") does not keep everybody's.
    """
    wanted = {folded(name.strip()) for name in keep if len(name.strip()) >= SHORTEST_KEPT}
    wanted -= lists.first_names
    if not wanted:
        return []
    bare, places = "", []
    for place, sign in enumerate(text):
        for letter in folded(sign):
            bare += letter
            places.append(place)
    either = "|".join(re.escape(name) for name in sorted(wanted, key=len, reverse=True))
    return [
        (places[match.start()], places[match.end() - 1] + 1)
        for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", bare)
    ]

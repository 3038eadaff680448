# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room sees of its answers: words where few answered, numbers where many did. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from voelspriet.listen.evenings.rules.room import SMALLEST_SHOWN
from voelspriet.listen.surveys.rules.tally import ChoiceCount, Tally
from voelspriet.listen.surveys.rules.words import (
    A_FEW,
    A_MAJORITY,
    A_MINORITY,
    A_SMALL_MAJORITY,
    ABOUT_HALF,
    EVERYBODY,
    NEARLY_EVERYBODY,
    NOBODY,
    TOO_FEW,
    WORDS_FROM,
    needs_words,
    word_for,
)

FEWEST_KNEW = 10  # of fewer a share would be of people who could be known

# how long the bar of a word is: it tells no more than the word
LENGTHS = {
    TOO_FEW: 0,
    NOBODY: 0,
    A_FEW: 10,
    A_MINORITY: 30,
    ABOUT_HALF: 50,
    A_SMALL_MAJORITY: 60,
    A_MAJORITY: 75,
    NEARLY_EVERYBODY: 90,
    EVERYBODY: 100,
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer and how many gave it.

    `word` is the Dutch word, to be translated; `share` (hundredths) and `count` are None where the
    room hears words only. `length` is that of the bar, in hundredths. "Don't know" stands apart.
    """

    name: str
    word: str
    length: int
    count: int | None = None
    share: int | None = None
    is_dont_know: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the room sees of one question; `answered` is how many answered it.

    `base`: how many of them knew, what shares are of; 0 where the room hears words only.
    """

    answered: int
    bars: tuple[Bar, ...] = ()
    in_numbers: bool = False
    too_few: bool = False
    base: int = 0


def outcome(told: Tally, *, agreed_to_numbers: bool = False) -> Outcome:
    """Return what the room sees of a tally.

    Numbers from 30 answers on of whom ten knew, or when the room agreed to see them; nothing at all
    below five: then even a word would be about single people.
    """
    if told.answered < WORDS_FROM:
        return Outcome(answered=told.answered, too_few=True)
    many = not needs_words(told) and told.base >= FEWEST_KNEW
    in_numbers = agreed_to_numbers or many
    bars = tuple(_bar(one, told, in_numbers) for one in told.counts)
    base = told.base if in_numbers else 0
    return Outcome(answered=told.answered, bars=bars, in_numbers=in_numbers, base=base)


def _bar(one: ChoiceCount, told: Tally, in_numbers: bool) -> Bar:
    base = told.answered if one.is_dont_know else told.base
    word = word_for(one.count, base)
    share = round(100 * one.count / base) if base else 0
    return Bar(
        name=one.name,
        word=word,
        length=share if in_numbers else LENGTHS[word],
        count=one.count if in_numbers else None,
        share=share if in_numbers else None,
        is_dont_know=one.is_dont_know,
    )


def untold(bars: Sequence[Bar]) -> frozenset[str]:
    """Return the answers whose count a report does not tell: 1 to 4, and one more when only one."""
    counts = {bar.name: bar.count or 0 for bar in bars}
    small = {name for name, count in counts.items() if 0 < count < SMALLEST_SHOWN}
    if len(small) == 1:
        others = [(count, name) for name, count in counts.items() if count and name not in small]
        small |= {min(others)[1]} if others else set()
    return frozenset(small)


@dataclass(frozen=True, slots=True)
class ToldShare:
    """Which part gave some answers, in hundredths of who knew.

    `n` is how many knew; how many answered at all where a report does not tell how many did not
    know (`knew_is_told` False).
    """

    share: int
    n: int
    knew_is_told: bool = True


def told_share(found: Outcome, names: Collection[str]) -> ToldShare | None:
    """Return which part gave one of these answers, where the report lets everybody reckon it.

    None where it has words, where fewer than ten knew, and where it tells the counts of some of
    these answers and not those of others: together with the report that would tell what it leaves
    out.
    """
    hidden, wanted = untold(found.bars), set(names)
    if found.base < FEWEST_KNEW or (wanted & hidden and not hidden <= wanted):
        return None
    chosen = (bar for bar in found.bars if bar.name in wanted and not bar.is_dont_know)
    count = sum(bar.count or 0 for bar in chosen)
    knew_is_told = not any(bar.is_dont_know and bar.name in hidden for bar in found.bars)
    return ToldShare(
        share=round(100 * count / found.base),
        n=found.base if knew_is_told else found.answered,
        knew_is_told=knew_is_told,
    )

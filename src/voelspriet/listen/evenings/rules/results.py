# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room sees of its answers: words where few answered, numbers where many did. Pure."""

from __future__ import annotations

from dataclasses import dataclass

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
    """What the room sees of one question; `answered` is how many answered it."""

    answered: int
    bars: tuple[Bar, ...] = ()
    in_numbers: bool = False
    too_few: bool = False


def outcome(told: Tally, *, agreed_to_numbers: bool = False) -> Outcome:
    """Return what the room sees of a tally.

    Numbers from 30 answers on, or when the room agreed to see them; nothing at all below five:
    then even a word would be about single people.
    """
    if told.answered < WORDS_FROM:
        return Outcome(answered=told.answered, too_few=True)
    in_numbers = agreed_to_numbers or not needs_words(told)
    bars = tuple(_bar(one, told, in_numbers) for one in told.counts)
    return Outcome(answered=told.answered, bars=bars, in_numbers=in_numbers)


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

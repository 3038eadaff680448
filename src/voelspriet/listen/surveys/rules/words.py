# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tally in words: what a small room thinks, without numbers that tell who said what.

The words and borders are those of `analysis.survey` (decision 0074). They stand here once more
because a web process does not import what calculates; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop, override

from voelspriet.listen.surveys.rules.definitions import text_in
from voelspriet.listen.surveys.rules.tally import Tally

PERCENTAGES_FROM = 30  # people who answered: below it a room hears words
WORDS_FROM = 5  # below it even a word would speak of single persons
TOO_FEW = gettext_noop("te weinig mensen om iets te zeggen")
NOBODY = gettext_noop("niemand")
A_FEW = gettext_noop("bijna niemand")
A_MINORITY = gettext_noop("een minderheid")
ABOUT_HALF = gettext_noop("ongeveer de helft")
A_SMALL_MAJORITY = gettext_noop("een kleine meerderheid")
A_MAJORITY = gettext_noop("een meerderheid")
NEARLY_EVERYBODY = gettext_noop("bijna iedereen")
EVERYBODY = gettext_noop("iedereen")
# a share below the border has the word; half itself runs up to and including 55 %
BELOW_HALF = ((0.15, A_FEW), (0.45, A_MINORITY))
UP_TO = ((0.55, ABOUT_HALF), (0.65, A_SMALL_MAJORITY), (0.85, A_MAJORITY))


@dataclass(frozen=True, slots=True)
class ChoiceWords:
    """How many chose something, in words."""

    name: str
    label: str
    words: str
    is_dont_know: bool = False


def needs_words(told: Tally) -> bool:
    """Tell whether so few answered that a room hears words instead of numbers."""
    return told.answered < PERCENTAGES_FROM


def in_words(
    told: Tally, language: str, *, default_language: str = "nl"
) -> tuple[ChoiceWords, ...]:
    """Return for every choice how many chose it, in words, in a language of the site.

    "Don't know" is told as a part of everybody who answered, every other choice as a part of those
    who knew.
    """
    with override(language):
        return tuple(
            ChoiceWords(
                one.name,
                text_in(one.labels, language, default_language),
                gettext(word_for(one.count, told.answered if one.is_dont_know else told.base)),
                one.is_dont_know,
            )
            for one in told.counts
        )


def word_for(count: int, n: int) -> str:
    """Return the Dutch words for `count` of `n` people; translate them when you show them.

    About half is 45 to 55 %, a small majority up to 65 %, a majority up to 85 %, then nearly
    everybody; a minority is 15 to 45 %, less is nearly nobody. Below 5 people: too few to say.
    """
    if n < WORDS_FROM:
        return TOO_FEW
    if count in (0, n):
        return EVERYBODY if count else NOBODY
    share = count / n
    for border, word in BELOW_HALF:
        if share < border:
            return word
    for border, word in UP_TO:
        if share <= border:
            return word
    return NEARLY_EVERYBODY

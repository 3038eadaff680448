# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A first name with a last name and nothing around them that tells of a person.

Two words with capitals in a row are somebody, or a shop, a place, a heading. What stands before
them, how the first one ends and what joins them tells which.
"""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.analysis.text.pseudonyms.words import Lexicon, Word

ARTICLES = frozenset(["de", "het", "een", "t", "deze", "dit", "onze", "ons", "elke", "iedere"])
# between two capitals these join hardly ever anything but a first and a last name
JOINS = frozenset(["der", "den", "ter", "ten", "el", "al", "ait", "ben", "bin", "oulad", "abu",
                   "von", "da", "dos", "di", "du", "ibn", "bint", "t"])  # fmt: skip
# before two capitals: a place, unless something joins them
WHERE = frozenset(["in", "op", "naar", "te", "uit", "langs", "rond", "richting", "rondom", "vanuit",
                   "binnen", "buiten"])  # fmt: skip
JOINED, LISTED, PAIR, PAIR_AT_START = 0.8, 0.8, 0.45, 0.4


def bare_pair(
    chain: Sequence[Word], *, before: Word | None, behind: Word | None, lexicon: Lexicon
) -> float:
    """Return how sure it is that words in a row are somebody's first and last name; 0 for not.

    `chain` begins and ends with a capital, with particles between; `before` and `behind` are the
    words next to it in the same sentence.
    """
    first, last = chain[0], chain[-1]
    is_after_article = before is not None and before.key in ARTICLES
    if is_after_article or _is_no_first_name(first, lexicon):
        return 0.0
    between = {word.key for word in chain[1:-1]}
    if between & JOINS and between <= lexicon.particles:
        return JOINED
    is_after_place = before is not None and before.key in WHERE
    if is_after_place or _is_no_surname(last, lexicon):
        return 0.0
    if last.key in lexicon.surnames:
        return LISTED
    # behind the first word of a sentence a heading would go on with capitals or stop
    goes_on = behind is not None and behind.follows and not behind.is_capital
    if first.is_first:
        return PAIR_AT_START if goes_on else 0.0
    return PAIR


def _is_no_surname(last: Word, lexicon: Lexicon) -> bool:
    return last.key in lexicon.common or last.key.endswith(tuple(lexicon.no_surname_ends))


def _is_no_first_name(first: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word with a capital is an ordinary word or what a shop or club is."""
    if first.key in lexicon.first_names or first.key in lexicon.first_names_that_are_words:
        return False
    return (
        first.key in lexicon.common
        or first.key in lexicon.starts
        or first.key in lexicon.particles
        or first.key in lexicon.roles
        or first.key in lexicon.organisations
        or first.key.endswith(tuple(lexicon.no_first_name_ends))
    )


def is_part_of_more(word: Word, *, before: Word | None, lexicon: Lexicon) -> bool:
    """Tell whether a word with a capital is no name by itself: Almere Poort, Sociale Veiligheid.

    `before` is the word before it in the same sentence.
    """
    if word.key.endswith(tuple(lexicon.no_surname_ends)):
        return True
    if before is None or not before.is_capital or before.key in lexicon.particles:
        return False
    return not (before.is_first and before.key in lexicon.common | lexicon.starts)

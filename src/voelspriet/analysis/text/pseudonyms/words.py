# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The word lists, and the words of a text as the rules see them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
WORD = re.compile(rf"{LETTER}+(?:[-‑'’]{LETTER}+)*")
OTHER_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "’": "'"})
POSSESSIVE = ("'s", "’s")
# between a sentence's end and its first word
OPENING = " \t\n\r\"'“”‘’«»()-–—•*"
ENDS = ".!?…:;\n"


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """Return a word without capitals and accents.

    >>> folded("Özdemir"), folded("Yılmaz"), folded("Zoë")
    ('ozdemir', 'yilmaz', 'zoe')
    """
    bare = unicodedata.normalize("NFKD", word.casefold().translate(OTHER_LETTERS))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).translate(
        OTHER_LETTERS
    )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, all without capitals and accents."""

    first_names: frozenset[str]
    first_names_that_are_words: frozenset[str]
    surnames: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    naming: frozenset[str]
    after_somebody: frozenset[str]
    no_name: frozenset[str]
    common: frozenset[str]
    street_ends: frozenset[str]
    weak_street_ends: frozenset[str]
    building_ends: frozenset[str]
    home_words: frozenset[str]
    units: frozenset[str]
    number_words: frozenset[str]
    not_a_house: frozenset[str]
    named_after: frozenset[str]
    named_after_behind: frozenset[str]
    plate_words: frozenset[str]
    handle_words: frozenset[str]
    organisations: frozenset[str]
    naming_phrases: frozenset[str]
    before_somebody: frozenset[str]
    starts: frozenset[str]
    no_first_name_ends: frozenset[str]
    no_surname_ends: frozenset[str]

    def without(self, names: frozenset[str]) -> Lexicon:
        """Return these lists without some names, to see what happens to names nobody listed."""
        return replace(
            self,
            first_names=self.first_names - names,
            first_names_that_are_words=self.first_names_that_are_words - names,
            surnames=self.surnames - names,
        )


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the word lists, once."""
    lists: dict[str, str | list[str]] = {}
    for name in ("names.toml", "words.toml"):
        lists |= tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    sets = {
        field.name: frozenset(
            folded(one) for one in (lists[field.name] if isinstance(lists[field.name], list)
                                    else str(lists[field.name]).split())
        )
        for field in fields(Lexicon)
    }  # fmt: skip
    sets["first_names"] -= sets["first_names_that_are_words"]
    return Lexicon(**sets)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `text[start:end]`, a possessive `'s` left off.

    `is_first`: it may have its capital because a sentence begins. `gap` is what stands between the
    word before and this one.
    """

    start: int
    end: int
    text: str
    key: str
    gap: str
    is_first: bool

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Tell whether it is capitals only."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def follows(self) -> bool:
        """Tell whether nothing but space stands before it since the word before."""
        return bool(self.gap) and self.gap.strip(" \t\n'’") == ""


def words_of(text: str, titles: frozenset[str]) -> list[Word]:
    """Return the words of a text in order. Behind an abbreviated title no sentence begins."""
    found: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        if text[start:end].endswith(POSSESSIVE) and end - start > len(POSSESSIVE[0]):
            end -= len(POSSESSIVE[0])
        gap = text[last:start]
        bare = gap.rstrip(OPENING)
        # the first of the text, of a line, or behind a sentence's end
        is_first = not (found or bare) or "\n" in gap or bare.endswith(tuple(ENDS))
        if is_first and found and found[-1].key in titles and gap.startswith("."):
            is_first = False
        words = text[start:end]
        found.append(Word(start, end, words, folded(words), gap, is_first))
        last = match.end()
    return found

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From words to keyed tokens: what the index holds says nothing without the key file.

A search index of plain words would undo the encryption of the texts it points at. So every
word is brought to a stem, and to its beginnings, and each of those to eight letters that only
the key file can make (HMAC-SHA256, 32 bits). Whoever has the database alone sees how often a
token occurs, not which word it is.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHORTEST_WORD = 2
SHORTEST_BEGINNING, LONGEST_BEGINNING = 3, 10
SHORTEST_STEM = 3
VOWELS = frozenset("aeiouy")
SOFT = {"v": "f", "z": "s"}
MOST_WORDS = 20  # nobody looks for more, and a database refuses an endless question
LETTERS = "abcdefghijklmnop"
PAIRS = tuple(high + low for high in LETTERS for low in LETTERS)  # two letters for each byte
ARTICLE = "ال"


def plain_words(text: str) -> Iterator[str]:
    """Yield the words of a text without capitals and accents, in any script."""
    spread = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    for found in WORD.finditer(plain.casefold().replace("ı", "i").replace("ـ", "")):
        word = re.split("['’]", found.group())[0]
        if len(word) >= SHORTEST_WORD:
            yield word


def stem(word: str) -> str:
    """Return a light stem, so that "scholen" meets "school" and "huizen" meets "huis".

    Light on purpose: the same on both databases and harmless to other languages.
    """
    if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1:
        return word[len(ARTICLE) :]
    if not word.isascii():
        return word
    word = _without(_without(word, "s"), "en", "e")
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in VOWELS:
        word = word[:-1]
    if len(word) > SHORTEST_STEM and word[-2] == word[-3] and word[-1] not in VOWELS:
        word = word[:-2] + word[-1]
    return _without(word[:-1] + SOFT.get(word[-1], word[-1]), "s")


def _without(word: str, *endings: str) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def keyed(key: bytes, kind: str, word: str) -> str:
    """Return the token of a stem ("s") or a beginning ("b"): eight letters from a to p."""
    digest = hmac.digest(key, f"{kind}:{word}".encode(), "sha256")
    return PAIRS[digest[0]] + PAIRS[digest[1]] + PAIRS[digest[2]] + PAIRS[digest[3]]


def index_tokens(text: str, *, key: bytes) -> str:
    """Return every token of a text, sorted (the order of words is not kept), with spaces."""
    tokens = set()
    for word in set(plain_words(text)):
        tokens.add(keyed(key, "s", stem(word)))
        for length in range(SHORTEST_BEGINNING, min(len(word), LONGEST_BEGINNING) + 1):
            tokens.add(keyed(key, "b", word[:length]))
    return " ".join(sorted(tokens))


def query_tokens(query: str, *, key: bytes) -> list[tuple[str, ...]]:
    """Return, for each of the first twenty words asked for, tokens of which one must be there."""
    asked = []
    for word in islice(dict.fromkeys(plain_words(query)), MOST_WORDS):
        tokens = [keyed(key, "s", stem(word))]
        if len(word) >= SHORTEST_BEGINNING:
            tokens.append(keyed(key, "b", word[:LONGEST_BEGINNING]))
        asked.append(tuple(tokens))
    return asked

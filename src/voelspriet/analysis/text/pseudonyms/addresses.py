# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Streets, which are kept, and homes, which are not: street, number and addition, postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from voelspriet.analysis.text.pseudonyms.spans import Found, Kind, covered
from voelspriet.analysis.text.pseudonyms.words import Lexicon, Word

HOUSE = re.compile(
    r"[ \t]+(?P<house>[1-9]\d{0,3}(?!\d)"
    r"(?:[ ]?-?[ ]?(?:\d?-?hoog|bis|rood|zwart|hs|huis|[IVX]{1,4}|[a-zA-Z]|\d{1,3})(?!\w))?)"
    r"(?![\w]|[.,:]\d)"
)
POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)")
POSTCODE_WORD = re.compile(r"(?i)postcode\W{1,3}(?P<code>[1-9]\d{3} ?[a-z]{2})(?!\w)")
NUMBER = re.compile(
    r"\W{1,3}(?P<house>[1-9]\d{0,3}(?!\d)(?:[ ]?-?[ ]?[a-hA-H](?!\w))?)(?![\w]|[.,:]\d)"
)
BEFORE_A_HOME = frozenset(
    ["op", "woon", "woont", "woonde", "wonen", "adres", "van", "in", "naar", "is", "adres is"]
)
LONGEST_STREET = 6  # words


def streets(
    words: Sequence[Word], lexicon: Lexicon, *, with_weak: bool = False
) -> Iterator[tuple[int, int]]:
    """Return where the name of a street or a building stands, with whom it is called after.

    `with_weak`: also of streets whose ends are people's names as well.
    """
    for place, word in enumerate(words):
        if _ends_a_street(words, place, lexicon, with_weak=with_weak):
            first = _first_word(words, place, lexicon)
            yield words[first].start, word.end


def _ends_a_street(words: Sequence[Word], place: int, lexicon: Lexicon, *, with_weak: bool) -> bool:
    word = words[place]
    lists = [lexicon.street_ends]
    lists += [lexicon.weak_street_ends] if with_weak else []
    lists += [lexicon.building_ends] if word.is_capital else []
    if any(word.key in ends for ends in lists):
        before = words[place - 1] if place else None
        return bool(
            word.is_capital and before and word.follows and before.is_capital
            and before.key not in lexicon.particles and before.key not in lexicon.common
        )  # fmt: skip
    if not any(word.key.endswith(tuple(ends)) for ends in lists):
        return False
    # "onderweg" is no street: in small letters somebody's name stands before it, or it is long
    return word.is_capital or _is_first_name(words, place - 1, lexicon) or _is_named(word, lexicon)


def _is_named(word: Word, lexicon: Lexicon) -> bool:
    return word.key.endswith(("straat", "laan", "plein", "gracht", "singel", "dreef")) or any(
        word.key.endswith(end) and len(word.key) > len(end) + 3 for end in lexicon.street_ends
    )


def _is_first_name(words: Sequence[Word], place: int, lexicon: Lexicon) -> bool:
    return place >= 0 and words[place].key in lexicon.first_names


def _first_word(words: Sequence[Word], last: int, lexicon: Lexicon) -> int:
    """Return where the name of a street begins, that ends with word `last`."""
    first = place = last
    while place > 0 and last - place < LONGEST_STREET and words[place].follows:
        place -= 1
        word = words[place]
        if word.key in lexicon.particles and not (word.is_capital and not word.is_first):
            continue  # only when a name stands before it
        is_name = word.is_capital if words[last].is_capital else word.key in lexicon.first_names
        if not is_name or word.key in lexicon.common or word.key in lexicon.titles:
            break
        first = place
    return first


def homes(
    text: str, words: Sequence[Word], kept: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Found]:
    """Find a street with a house number; of a kept street only the number is found."""
    for start, end in kept:
        yield from _home(text, start, end, lexicon, is_kept=True)
    shut = covered(text, kept)
    for start, end in streets(words, lexicon, with_weak=True):
        if not any(shut[start:end]):
            yield from _home(text, start, end, lexicon, is_kept=False)
    for place, word in enumerate(words):
        if not any(shut[word.start : word.end]) and _may_be_home(words, place, lexicon):
            yield from _home(text, word.start, word.end, lexicon, is_kept=False, confidence=0.6)
            after = words[place + 1] if place + 1 < len(words) else None
            if after and after.is_capital and after.follows:
                end = after.end
                yield from _home(text, word.start, end, lexicon, is_kept=False, confidence=0.6)


def _may_be_home(words: Sequence[Word], place: int, lexicon: Lexicon) -> bool:
    """Tell whether a word with a capital stands where one says where somebody lives."""
    word = words[place]
    before = words[place - 1].key if place else ""
    return word.is_capital and (
        word.key in lexicon.home_words
        or (
            before in BEFORE_A_HOME
            and (not word.is_first or before == "adres")
            and word.key not in lexicon.no_name
        )
    )


def _home(
    text: str, start: int, end: int, lexicon: Lexicon, *, is_kept: bool, confidence: float = 0.9
) -> Iterator[Found]:
    match = HOUSE.match(text, end)
    if match is None or _counts(text, match.end("house"), lexicon):
        return
    begin = match.start("house") if is_kept else start
    yield Found(begin, match.end("house"), Kind.ADDRESS, confidence, "home")


def _counts(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether the word behind a number says that it counts something."""
    behind = re.compile(r"\s*([^\W\d_]+)").match(text, end)
    return bool(behind and behind[1].lower() in lexicon.units)


def house_numbers(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Found]:
    """Find "nummer 14": a house, unless it is a line's, a question's or a phone's number."""
    for place, word in enumerate(words):
        if word.key not in lexicon.number_words:
            continue
        match = NUMBER.match(text, word.end)
        before = words[place - 1].key if place else ""
        is_house = match is not None and before not in lexicon.not_a_house
        if match and is_house and not _counts(text, match.end("house"), lexicon):
            yield Found(*match.span("house"), Kind.ADDRESS, 0.7, "house_number")


def postcodes(text: str) -> Iterator[Found]:
    """Find postcodes: six signs lead to about twenty homes."""
    for match in POSTCODE.finditer(text):
        yield Found(*match.span(), Kind.ADDRESS, 0.9, "postcode")
    for match in POSTCODE_WORD.finditer(text):
        yield Found(*match.span("code"), Kind.ADDRESS, 0.9, "postcode")

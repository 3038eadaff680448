# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons: by lists, by what stands before or behind them, by their capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from voelspriet.analysis.text.pseudonyms.bare import ARTICLES, bare_pair, is_part_of_more
from voelspriet.analysis.text.pseudonyms.spans import Found, Kind, covered
from voelspriet.analysis.text.pseudonyms.words import Lexicon, Word, words_of

Places = Sequence[tuple[int, int]]
INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.[ ]?){1,5}(?=(?:(?:van|de|der|den|ter|ten|te|el|'t)\s+)*[^\W\d_])"
)
# these alone make of a word in small letters a name: "van der meer", "el bouazzaoui"
OF_NAMES = frozenset(["der", "den", "el", "ait", "bin"])
# behind a first word of a sentence only these tell that it is somebody
SURE_DEEDS = frozenset(
    ["zegt", "zei", "vertelt", "vertelde", "vindt", "woont", "woonde", "belde", "belt", "durft",
     "dealt", "kent", "kende", "spreekt", "riep", "vertrok", "verhuisde"]
)  # fmt: skip
PLACES = frozenset(["in", "op", "te", "aan"])
SHORTEST_SMALL = 3
LONGEST_NAME = 6
MOST_BETWEEN = 3


class _Reader:
    """The words of one text, and which of them are no name because of where they stand."""

    def __init__(self, text: str, *, closed: Places, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.words = words_of(text, lexicon.titles)
        shut = covered(text, closed)
        self.open = [not any(shut[word.start : word.end]) for word in self.words]

    def word(self, place: int) -> Word | None:
        """Return a word that may be read; none beyond the text or inside a closed place."""
        return self.words[place] if 0 <= place < len(self.words) and self.open[place] else None

    def before(self, place: int) -> str:
        """Return the key of the word before, when only space stands between."""
        if place == 0 or not self.words[place].follows:
            return ""
        return self.words[place - 1].key

    def is_listed(self, word: Word) -> bool:
        """Tell whether a word is a first name that is no word."""
        parts = re.split(r"[-‑]", word.key)
        return any(part in self.lexicon.first_names for part in parts)

    def may_be_name(self, word: Word | None) -> bool:
        """Tell whether a word with a capital may be a name."""
        return (
            word is not None
            and word.is_capital
            and len(word.key) > 1
            and not word.is_acronym
            and word.key not in self.lexicon.no_name
            and word.key not in self.lexicon.named_after
            and word.key not in self.lexicon.titles
        )

    def is_small_name(self, word: Word | None) -> bool:
        """Tell whether a word in small letters is a listed name and nothing else."""
        return (
            word is not None
            and len(word.key) >= SHORTEST_SMALL
            and (word.key in self.lexicon.first_names or word.key in self.lexicon.surnames)
        )

    def end_of_name(self, place: int) -> int:
        """Return the last word of a name that begins here: particles and names behind it."""
        last = place
        at = place + 1
        key = self.words[place].key
        seen = [key] if key in self.lexicon.particles else []
        while (word := self.word(at)) is not None and at - place < LONGEST_NAME and word.follows:
            if word.key in self.lexicon.particles and not (word.is_first and word.is_capital):
                seen.append(word.key)
            elif self._goes_on(word, seen):
                last, seen = at, []
            else:
                break
            at += 1
        return last

    def _goes_on(self, word: Word, particles: Sequence[str]) -> bool:
        if word.is_first:
            return False
        if word.is_capital:
            return self.may_be_name(word)
        if not particles:
            return False
        return word.key in self.lexicon.surnames or bool(OF_NAMES & set(particles))

    def name(self, place: int, last: int) -> tuple[int, int]:
        """Return where a name stands; the -s of somebody's ("Lottes fiets") is left off."""
        start, end = self.words[place].start, self.words[last].end
        word = self.words[last]
        if word.key.endswith("s") and word.is_capital:
            is_listed = word.key in self.lexicon.first_names or word.key in self.lexicon.surnames
            end -= not is_listed and word.key[:-1] in self.lexicon.first_names
        return start, end


Rule = Callable[[_Reader, int], Iterator[tuple[int, int, float, str]]]


def names(text: str, *, closed: Places, lexicon: Lexicon) -> Iterator[Found]:
    """Find names outside `closed`, which are streets, kept places and what was found before."""
    reader = _Reader(text, closed=closed, lexicon=lexicon)
    for place in range(len(reader.words)):
        if reader.word(place) is None or _is_named_after(reader, place):
            continue
        for rule in RULES:
            for first, last, confidence, reason in rule(reader, place):
                start, end = reader.name(first, last)
                yield Found(start, end, Kind.NAME, confidence, reason)
    yield from _initials(reader)


def _is_named_after(reader: _Reader, place: int) -> bool:
    """Tell whether a word is the name of a shop, a school or a saint."""
    lexicon = reader.lexicon
    of_a_name = ARTICLES | lexicon.particles
    first = place
    while (
        first > 0 and reader.words[first].follows and place - first < MOST_BETWEEN
        and (reader.words[first - 1].is_capital or reader.words[first - 1].key in of_a_name)
        and reader.words[first - 1].key not in lexicon.named_after
    ):  # fmt: skip
        first -= 1
    if reader.words[place].is_capital and reader.before(first) in lexicon.named_after:
        return True
    last = reader.end_of_name(place)
    if reader.words[last].key in lexicon.named_after_behind and last > place:
        return True
    behind = reader.words[last + 1] if last + 1 < len(reader.words) else None
    return bool(behind and behind.follows and behind.key in lexicon.named_after_behind)


def _initials(reader: _Reader) -> Iterator[Found]:
    starts = [word.start for word in reader.words]
    for match in INITIALS.finditer(reader.text):
        place = bisect_left(starts, match.end())
        if reader.word(place) is None:
            continue
        word = reader.words[place]
        last = place if word.is_capital else reader.end_of_name(place)
        if word.key in reader.lexicon.particles:
            last = reader.end_of_name(place)
            if last == place:
                continue
        if reader.words[last].is_capital and (
            last > place or reader.words[last].key not in reader.lexicon.common
        ):
            last = max(last, reader.end_of_name(last))
            yield Found(match.start(), reader.words[last].end, Kind.NAME, 0.9, "initials")


def _after_title(reader: _Reader, place: int) -> Iterator[tuple[int, int, float, str]]:
    """Behind a title: mevrouw de Vries, meneer el bouazzaoui, Ome Jan."""
    word = reader.words[place]
    before = reader.words[place - 1] if place else None
    if before is None or before.key not in reader.lexicon.titles or word.gap not in {" ", ". "}:
        return
    if word.key in reader.lexicon.titles:
        return
    last = reader.end_of_name(place)
    head = reader.words[last]
    if word.key in reader.lexicon.particles:
        if last > place:
            yield place, last, 0.95 if head.is_capital else 0.8, "title"
        return
    if reader.may_be_name(word):
        yield place, last, 0.95, "title"
    elif reader.is_small_name(word):
        yield place, last, 0.75, "title"


def _after_role(reader: _Reader, place: int) -> Iterator[tuple[int, int, float, str]]:
    """Behind what somebody is: wijkagent Peter Mulder; mijn dochter, Chantal."""
    word = reader.words[place]
    before = reader.words[place - 1] if place else None
    if before is None or before.key not in reader.lexicon.roles or word.gap not in {" ", ", "}:
        return
    if word.is_first or word.is_acronym or word.key in reader.lexicon.no_name:
        return
    last = reader.end_of_name(place)
    if word.key in reader.lexicon.particles:
        if word.is_capital and last > place:
            yield place, last, 0.85, "role"
    elif reader.may_be_name(word):
        yield place, last, 0.85, "role"


def _after_naming(reader: _Reader, place: int) -> Iterator[tuple[int, int, float, str]]:
    """Where one is named: hij heet Youssef, ze noemen hem Kleine Sjakie."""
    word = reader.words[place]
    before = [one.key for one in reader.words[max(0, place - 5) : place]]
    phrase = " ".join(before)
    is_named = any(key in reader.lexicon.naming for key in before[-3:]) or phrase.endswith(
        tuple(reader.lexicon.naming_phrases)
    )
    if not is_named or word.is_first:
        return
    if reader.may_be_name(word) and word.key not in reader.lexicon.common:
        yield place, reader.end_of_name(place), 0.9, "naming"
    elif reader.may_be_name(word) and (
        reader.before(place) in reader.lexicon.naming or reader.before(place) == "hem"
    ):
        yield place, reader.end_of_name(place), 0.8, "naming"


def _listed(reader: _Reader, place: int) -> Iterator[tuple[int, int, float, str]]:
    """First names of the lists: Fatima El Idrissi, Jan-Willem, fatima, Lottes."""
    word, lexicon = reader.words[place], reader.lexicon
    last = reader.end_of_name(place)
    if last > place and reader.before(place) == "het":  # het Jan Steenhof
        return
    if word.is_capital and not word.is_acronym:
        bare = word.key.removesuffix("s")
        if reader.is_listed(word) or (bare in lexicon.first_names and bare != word.key):
            yield place, last, 0.9, "first_name"
        elif word.key in lexicon.first_names_that_are_words and (
            last > place or (not word.is_first and reader.before(place) not in ARTICLES)
        ):
            yield place, last, 0.85 if last > place else 0.6, "first_name_or_word"
    elif (
        reader.is_small_name(word)
        and word.key in lexicon.first_names
        and word.key not in lexicon.common
    ):
        yield place, last, 0.7, "small_first_name"


def _surname(reader: _Reader, place: int) -> Iterator[tuple[int, int, float, str]]:
    """Family names of the lists: De Vries, Janssen, El Amrani."""
    word, lexicon = reader.words[place], reader.lexicon
    if not reader.may_be_name(word) or word.key not in lexicon.surnames:
        return
    first = place
    while first > 0 and reader.words[first].follows and reader.word(first - 1) is not None:
        before = reader.words[first - 1].key
        if before not in lexicon.particles or before in PLACES:
            break
        first -= 1
    if first < place:
        yield first, reader.end_of_name(place), 0.7, "surname"
    elif word.key not in lexicon.common and not word.is_first:
        yield place, reader.end_of_name(place), 0.6, "surname"


def _unknown(reader: _Reader, place: int) -> Iterator[tuple[int, int, float, str]]:
    """A capital that no rule of spelling asks for, where one speaks of somebody."""
    word, lexicon = reader.words[place], reader.lexicon
    if not reader.may_be_name(word) or reader.before(place) in ARTICLES:
        return
    if word.key in lexicon.common or word.key in lexicon.particles:
        return
    capital = reader.words[place - 1] if place and word.follows else None
    if is_part_of_more(word, before=capital, lexicon=lexicon):
        return
    last = reader.end_of_name(place)
    behind = reader.words[last + 1] if last + 1 < len(reader.words) else None
    deed = behind.key if behind is not None and behind.follows else ""
    if word.is_first:
        if deed in SURE_DEEDS:
            yield place, last, 0.5, "deed"
        return
    before = " ".join(one.key for one in reader.words[max(0, place - 3) : place])
    if any(f" {before}".endswith(f" {cue}") for cue in lexicon.before_somebody):
        yield place, last, 0.5, "somebody_before"
    elif deed in lexicon.after_somebody:
        yield place, last, 0.45, "deed"


def _bare(reader: _Reader, place: int) -> Iterator[tuple[int, int, float, str]]:
    """A first and a last name with nothing around them: Gerben van Wolthuis, Nouria El Ouchan."""
    word = reader.words[place]
    last = reader.end_of_name(place)
    if last == place or not reader.may_be_name(word) or word.is_acronym:
        return
    chain = reader.words[place : last + 1]
    behind = reader.word(last + 1)
    before = reader.words[place - 1] if place and word.follows else None
    confidence = bare_pair(chain, before=before, behind=behind, lexicon=reader.lexicon)
    if confidence:
        yield place, last, confidence, "bare"


RULES: tuple[Rule, ...] = (
    _after_title, _after_role, _after_naming, _listed, _surname, _unknown, _bare,
)  # fmt: skip

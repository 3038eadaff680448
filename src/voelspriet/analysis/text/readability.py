# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How easily a Dutch text reads: a hint for who writes, no test of a language level.

Flesch's reading ease with the weights Douma found for Dutch: Flesch (1948), Journal of Applied
Psychology 32:221-233; Douma (1960), De leesbaarheid van landbouwbladen, Wageningen.
"""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.analysis.text.sentences import Sentence, sentences
from voelspriet.analysis.text.syllables import syllables

CONSTANT, PER_SENTENCE_WORD, PER_SYLLABLE = 206.835, 0.93, 77.0
LEAST_WORDS = 30
LONG_WORD_SYLLABLES = 5
LONGEST_SENTENCES = 3
TOO_SHORT = "too short to say"


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence and its number of words; `text[start:end]`, in codepoints."""

    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class LongWord:
    """A word of five syllables or more, as it was first written, and how often it is used."""

    word: str
    syllables: int
    times: int


@dataclass(frozen=True, slots=True)
class Readability:
    """How easily a text reads.

    `score` is Flesch-Douma: about 0 (hard) to 100 (easy), and may lie outside; None with a
    `reason` when the text is too short. `longest_sentences` are at most three, the longest first;
    `long_words` those of five syllables or more, the longest first.
    """

    words: int
    sentences: int
    syllables: int
    score: float | None
    reason: str
    longest_sentences: tuple[LongSentence, ...]
    long_words: tuple[LongWord, ...]

    @property
    def words_per_sentence(self) -> float | None:
        """Return the mean length of a sentence in words; None without one."""
        return self.words / self.sentences if self.sentences else None

    @property
    def syllables_per_word(self) -> float | None:
        """Return the mean length of a word in syllables; None without one."""
        return self.syllables / self.words if self.words else None


def flesch_douma(*, words: int, sentences: int, syllables: int) -> float:
    """Return 206.835 - 0.93 x words per sentence - 77 x syllables per word.

    Raises ValueError without a word or a sentence.

    >>> round(flesch_douma(words=100, sentences=8, syllables=150), 2)
    79.71
    """
    if words < 1 or sentences < 1:
        raise ValueError("a text without words has no score")
    return CONSTANT - PER_SENTENCE_WORD * words / sentences - PER_SYLLABLE * syllables / words


def readability(text: str) -> Readability:
    """Return how easily a Dutch text reads, and where it is hard.

    Below 30 words one word more or less changes the score too much: it is None, and the reason
    says so. Web and mail addresses are not read and do not count. Words in a text of capitals only
    are read as in small letters.

    >>> readability("De lamp in de straat is stuk.").reason
    'too short to say'
    """
    found = sentences(text)
    words = [text[one.start : one.end] for sentence in found for one in sentence.words]
    if text.isupper():
        words = [word.lower() for word in words]
    lengths = [syllables(word) for word in words]
    is_short = len(words) < LEAST_WORDS
    score = None
    if not is_short:
        score = flesch_douma(words=len(words), sentences=len(found), syllables=sum(lengths))
    return Readability(
        words=len(words),
        sentences=len(found),
        syllables=sum(lengths),
        score=score,
        reason=TOO_SHORT if is_short else "",
        longest_sentences=_longest(found),
        long_words=_long_words(words, lengths),
    )


def _longest(found: tuple[Sentence, ...]) -> tuple[LongSentence, ...]:
    ordered = sorted(found, key=lambda one: (-len(one.words), one.start))[:LONGEST_SENTENCES]
    return tuple(LongSentence(one.start, one.end, len(one.words)) for one in ordered)


def _long_words(words: list[str], lengths: list[int]) -> tuple[LongWord, ...]:
    seen: dict[str, LongWord] = {}
    for word, length in zip(words, lengths, strict=True):
        if length < LONG_WORD_SYLLABLES or not word[0].isalpha():
            continue
        key = word.casefold()
        first = seen.get(key, LongWord(word, length, 0))
        seen[key] = LongWord(first.word, length, first.times + 1)
    return tuple(sorted(seen.values(), key=lambda one: -one.syllables))

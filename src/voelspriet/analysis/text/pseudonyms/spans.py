# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is proposed, and how it is replaced: the same person or number gets the same pseudonym."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.text.pseudonyms.words import folded


class Kind(StrEnum):
    """What points at a person."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    BSN = "bsn"
    PLATE = "plate"
    HANDLE = "handle"
    ADDRESS = "address"
    OTHER = "other"


# as a pseudonym says it, in the language of the texts
WORDS = {
    Kind.NAME: "naam",
    Kind.PHONE: "telefoon",
    Kind.EMAIL: "mail",
    Kind.IBAN: "rekening",
    Kind.BSN: "bsn",
    Kind.PLATE: "kenteken",
    Kind.HANDLE: "account",
    Kind.ADDRESS: "adres",
    Kind.OTHER: "weggelaten",
}
PSEUDONYM = re.compile(rf"\[(?P<word>{'|'.join(WORDS.values())}) (?P<number>\d{{1,4}})\]")
MASK = "\ufffc"
NOT_A_SIGN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text: `text[start:end]`, in codepoints, why, and how sure (0 to 1)."""

    start: int
    end: int
    kind: Kind
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed to be replaced, by what.

    `reason` is the code of the rule that found it; `confidence` is how sure the rule's author is,
    between 0 and 1, and no probability that was measured.
    """

    start: int
    end: int
    kind: Kind
    text: str
    pseudonym: str
    confidence: float
    reason: str


def masked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return the text with signs that are no letter at these places; it keeps its length."""
    signs = list(text)
    for start, end in places:
        signs[start:end] = MASK * (end - start)
    return "".join(signs)


def covered(text: str, places: Iterable[tuple[int, int]]) -> bytearray:
    """Return for every sign of a text whether one of these places covers it."""
    signs = bytearray(len(text))
    for start, end in places:
        signs[start:end] = b"\1" * (end - start)
    return signs


def pseudonyms_in(text: str) -> list[tuple[int, int]]:
    """Return where pseudonyms stand already."""
    return [match.span() for match in PSEUDONYM.finditer(text)]


def named(text: str, found: Iterable[Found]) -> tuple[Proposal, ...]:
    """Give every place its pseudonym, numbered per kind in the order of the text.

    Numbers go on behind those of pseudonyms that stand in the text already. A first name alone
    gets the number of the one full name it begins. Raises InputError when places overlap.
    """
    inside = sorted(found, key=lambda one: one.start)
    for one, following in pairwise(inside):
        if following.start < one.end:
            raise InputError("two places overlap")
    numbers = _last_numbers(text)
    known: dict[tuple[Kind, str], str] = {}
    whole = _whole_names(text[o.start : o.end] for o in inside if o.kind is Kind.NAME)
    proposals = []
    for one in inside:
        words = text[one.start : one.end]
        identity = _identity(words)
        is_name = one.kind is Kind.NAME
        key = (one.kind, whole[identity] if is_name else identity.replace(" ", ""))
        if key not in known:
            numbers[one.kind] += 1
            known[key] = f"[{WORDS[one.kind]} {numbers[one.kind]}]"
        proposals.append(
            Proposal(one.start, one.end, one.kind, words, known[key], one.confidence, one.reason)
        )
    return tuple(proposals)


def replaced(text: str, proposals: Sequence[Proposal]) -> str:
    """Return the text with these places replaced and nothing else changed.

    Raises InputError when places overlap or do not hold what they say.
    """
    parts, last = [], 0
    for one in sorted(proposals, key=lambda one: one.start):
        if one.start < last or text[one.start : one.end] != one.text:
            raise InputError("a place overlaps another or belongs to another text")
        parts += [text[last : one.start], one.pseudonym]
        last = one.end
    return "".join([*parts, text[last:]])


def _last_numbers(text: str) -> dict[Kind, int]:
    kinds = {word: kind for kind, word in WORDS.items()}
    numbers = dict.fromkeys(Kind, 0)
    for match in PSEUDONYM.finditer(text):
        kind = kinds[match["word"]]
        numbers[kind] = max(numbers[kind], int(match["number"]))
    return numbers


def _identity(words: str) -> str:
    return NOT_A_SIGN.sub(" ", folded(words)).strip()


def _whole_names(names: Iterable[str]) -> dict[str, str]:
    """Return for every name the one longer name that begins or ends with it, or itself."""
    known = {_identity(name) for name in names}
    longer: dict[str, set[str]] = {name: set() for name in known}
    for name in known:
        parts = name.split(" ")
        for count in range(1, len(parts)):
            for part in (" ".join(parts[:count]), " ".join(parts[count:])):
                if part in longer:
                    longer[part].add(name)
    return {name: next(iter(more)) if len(more) == 1 else name for name, more in longer.items()}

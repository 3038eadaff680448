# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text may point at a person: names, plates, numbers, addresses, handles, accusations.

Rules see too much rather than too little: a flagged text stays with the adviser duo until one of
them has looked. The words are data (`person_words.toml`).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from voelspriet.listen.intake.rules.matching import any_of, plain

WORDS_FILE = Path(__file__).resolve().parent.parent / "person_words.toml"
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
NAME = rf"[{CAPITAL}][\w'’-]+"
INITIALS = rf"(?:[{CAPITAL}]\.\s?)*"
AT_HEIGHT = re.compile(r"(?i)\bt\.?h\.?v\.?(?=\s)")  # "ter hoogte van", whose dots end no sentence
DIGIT = re.compile(r"\d")  # of any script
SENTENCE = re.compile(r"[!?؟\n;]+|\.(?=\s)")
WORDS_APART = 12
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
HANDLE = re.compile(r"(?<![\w.])@[A-Za-z0-9_][A-Za-z0-9_.]{2,}")
# Dutch numbers (10 digits), and any number written with a country code
PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)\d{2}[\s\-()]*(?:\d[\s\-()]*){8,12}|0[1-9](?:[\s\-()]*\d){8})(?!\d)"
)
SERVICE_NUMBER = re.compile(r"^0[89]00")
PLATES = re.compile(
    r"(?<![\w-])(?:"
    r"[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|"
    r"[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|"
    r"[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|"
    r"\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|\d{2} ?[A-Z]{1,3} ?\d{2,4}"
    r")(?![\w-])"
)
PLATES_TOGETHER = re.compile(
    r"(?<!\w)(?:[A-Z]{2}\d{3}[A-Z]|[A-Z]\d{3}[A-Z]{2}|[A-Z]{3}\d{2}[A-Z]|[A-Z]\d{2}[A-Z]{3}|"
    r"\d{2}[A-Z]{3}\d|\d[A-Z]{3}\d{2}|\d{2}[A-Z]{2}[A-Z]{2}|[A-Z]{4}\d{2}|[A-Z]{2}\d{2}[A-Z]{2})(?!\w)"
)
HOUSE = r"(?P<number>[1-9]\d{0,3}(?:[ -]?[a-hA-H](?!\w))?(?:-\d{1,3})?)(?![\d:.,]\d|\w)"


def points_at_person(text: str) -> bool:
    """Tell whether `text` may point at a person."""
    return bool(signs_of_person(text))


def signs_of_person(text: str) -> frozenset[str]:
    """Return what in `text` may point at a person, as codes: "name", "plate", "phone" and so on."""
    text = DIGIT.sub(lambda digit: str(int(digit.group())), unicodedata.normalize("NFC", text))
    text = AT_HEIGHT.sub("thv", text)
    found = {
        "name": _names(text),
        "plate": _plates(text),
        "phone": _phones(text),
        "handle": bool(MAIL.search(text) or HANDLE.search(text) or _handle_words(text)),
        "address": _addresses(text),
        "accusation": _accusations(text),
    }
    return frozenset(sign for sign, is_there in found.items() if is_there)


def _phones(text: str) -> bool:
    return any(not SERVICE_NUMBER.match(match.group()) for match in PHONE.finditer(text))


def _plates(text: str) -> bool:
    return bool(
        PLATES.search(text.upper())
        or PLATES_TOGETHER.search(text)
        or _pattern("plate").search(text)
    )


def _handle_words(text: str) -> bool:
    return _pattern("handle").search(text) is not None


def _names(text: str) -> bool:
    if any(_pattern(kind).search(text) for kind in ("title", "title_after", "naming", "arabic")):
        return True
    return any(
        not _belongs_to_a_place(text, match) for match in _pattern("first_name").finditer(text)
    )


def _belongs_to_a_place(text: str, match: re.Match[str]) -> bool:
    """Tell whether a first name is part of the name of a street, a school or a saint."""
    words = _words()
    before = _before(text, match).split(" ")[-1]
    following = re.match(r"(?:[\s-]+[\w'’-]+){0,4}", text[match.end() :])
    after = plain(following.group() if following else "").replace("-", " ").split(" ")
    ends = tuple(words["street_ends"]) + tuple(words["street_ends_with_capital"])
    return before in words["not_a_person_before"] or any(word.endswith(ends) for word in after)


def _before(text: str, match: re.Match[str]) -> str:
    """Return what stands before a match in the same sentence."""
    return plain(SENTENCE.split(text[: match.start()])[-1])


def _addresses(text: str) -> bool:
    if _pattern("arabic_house").search(text):
        return True
    for match in _pattern("house_number").finditer(text):
        before = set(re.findall(r"\w+", _before(text, match))[-2:])
        if not before & set(_words()["not_a_house"]):
            return True
    return any(_is_a_home(text, match) for match in _pattern("street").finditer(text))


def _is_a_home(text: str, match: re.Match[str]) -> bool:
    words = _words()
    before = _before(text, match)
    after = plain(text[match.end() :]).split(" ")[0].strip(".,!?")
    return after not in words["units"] and not before.endswith(tuple(words["near"]))


def _accusations(text: str) -> bool:
    """Tell whether somebody the reporter knows and an offence stand close in one sentence."""
    for sentence in SENTENCE.split(text):
        bare = plain(sentence)
        persons = [match.start() for match in _pattern("persons").finditer(bare)]
        offences = [match.start() for match in _pattern("offences").finditer(bare)]
        for person in persons:
            for offence in offences:
                between = bare[min(person, offence) : max(person, offence)]
                if person != offence and between.count(" ") <= WORDS_APART:
                    return True
    return False


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=16)
def _pattern(kind: str) -> re.Pattern[str]:
    words = _words()
    if kind in {"persons", "offences"}:
        return any_of(word for language in words[kind].values() for word in language)
    particles = rf"(?:(?:{_either(words['particles'])})\s+)*"
    someone = rf"{INITIALS}{particles}{NAME}"
    exceptions = _either(words["arabic_title_exceptions"])
    texts = {
        "title": rf"(?<!\w)(?i:{_either(words['titles'])})\.?\s+{someone}",
        "title_after": rf"(?<!\w){NAME}\s+(?i:{_either(words['titles_after'])})(?!\w)",
        "naming": rf"(?<!\w)(?i:{_either(words['naming'])})\s+(?:is\s+)?{someone}",
        "first_name": rf"(?<!\w)(?:{_either(words['first_names'])})(?![\w])",
        "arabic": (
            rf"(?<!\w)(?:{_either(words['arabic_titles'])})\s+(?!(?:{exceptions})(?!\w))\w{{2,}}"
            rf"|(?<!\w)(?:{_either(words['arabic_naming'])})\s+\w{{2,}}"
            rf"|(?<!\w)[ولب]?(?:{_either(words['arabic_first_names'])})(?!\w)"
        ),
        "plate": (
            rf"(?<!\w)(?i:{_either(words['plate_words'])})"
            r"[^.!?\n]{0,24}\d"
        ),
        "handle": rf"(?<!\w)(?i:{_either(words['handle_words'])})\s*[:=]\s*@?\w{{3,}}",
        "arabic_house": rf"(?:{_either(words['arabic_houses'])})\s*\d+",
        "house_number": rf"(?<!\w)(?i:{_either(words['number_words'])})\.?\s*:?\s*{HOUSE}",
        "street": (
            rf"(?<!\w)(?:(?i:[\w'’-]{{2,}}(?:{_either(words['street_ends'])}))"
            rf"|{NAME}(?:{_either(words['street_ends_with_capital'])}))\s+{HOUSE}"
        ),
    }
    return re.compile(texts[kind])

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many syllables a Dutch word has, by rule: one per vowel that is said.

Dutch spelling tells vowels apart well: letters that could be read as one vowel and are two carry a
diaeresis (zeeën, coördinatie). What is left are Latin endings and loanwords. Measured on words
parted by hand (tests/analysis/text/syllable_words.py).
"""

from __future__ import annotations

import re
import unicodedata

from voelspriet.analysis.text.loanwords import respelled

APOSTROPHES = "'’‘`´"
ACUTE = "\N{COMBINING ACUTE ACCENT}"
VOWELS = frozenset("aeiouy")
APART = "|"  # what stands on both sides belongs to different syllables
LETTERS_SPELLED = 3  # WMO is said letter by letter, NAVO as a word
PARTS = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
DIGITS = re.compile(r"\d+")

NUCLEUS = re.compile(
    r"eau|aai|ooi|oei|eeu|aau|ieu(?![rsz])|"
    r"i(?=eu[rsz])|"  # superi-eur, seri-eus
    r"e(?=um(?![aeiouy]))|"  # muse-um, not reuma
    r"aa|ee|ie|oo|uu|eu|oe|ui|ou|au|ei|ij|ai|oi|[aeou]y|"
    r"[aeiouy]"
)
SAID_APART = re.compile(r"(?:^|(?<=[bnrt]))([gb]e)(?=ij|au[dt]o|auth|audit)")
GLIDE = re.compile(r"(?<![bcdfghjklmnpqrstvwxz])y(?=[aeiou])")

UNDER_TWENTY = (1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 2, 2, 2, 2, 3, 2, 3)  # nul … negentien
TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 3)  # twintig … negentig
HUNDRED, THOUSAND, MILLION = 100, 1_000, 1_000_000
OF_A_UNIT = 2  # hon-derd, dui-zend, mil-joen
COMMA = 2  # kom-ma


def syllables(word: str) -> int:
    """Return the number of syllables of a Dutch word or number, at least 1.

    Numbers are read as numbers, short words in capitals letter by letter. Abbreviations with
    points are counted as they stand, not as what they mean.

    >>> [syllables(word) for word in ("straat", "zeeën", "veiligheid", "25", "WMO")]
    [1, 2, 3, 4, 3]
    """
    bare = unicodedata.normalize("NFKC", word).translate({ord(sign): None for sign in APOSTROPHES})
    is_short = len(bare) < len(word)  # 's, m'n, d'r
    return max(1, sum(_part(part, is_short=is_short) for part in PARTS.findall(bare)))


def _part(part: str, *, is_short: bool) -> int:
    if part[0].isdecimal():
        return _number(part)
    if part.isupper() and len(part) <= LETTERS_SPELLED:
        return len(part)
    vowels = len(NUCLEUS.findall(_as_said(part.casefold())))
    if vowels or is_short:
        return vowels
    return len(part)  # tv, wc, ggz


def _as_said(word: str) -> str:
    """Return a word without accents, with a mark where two vowels are said apart."""
    word = respelled(_without_accents(word)).replace("qu", "kw")
    return GLIDE.sub("j", SAID_APART.sub(rf"\1{APART}", word))


def _without_accents(word: str) -> str:
    """Drop accents. After a vowel they begin a syllable (financi-ële), stress does not (één)."""
    made: list[str] = []
    for sign in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(sign):
            made.append(sign)
            continue
        if sign != ACUTE and len(made) > 1 and made[-2] in VOWELS:
            made.insert(-1, APART)
    return "".join(made)


def _number(text: str) -> int:
    parts = DIGITS.findall(text)
    if "," in text and ":" not in text:
        whole, _, decimals = text.rpartition(",")
        return _whole("".join(DIGITS.findall(whole))) + COMMA + _whole(decimals)
    if ":" in text:
        return sum(map(_whole, parts))
    return _whole("".join(parts))


def _whole(digits: str) -> int:
    is_code = digits[0] == "0" or len(digits) > len("999999999")
    return sum(UNDER_TWENTY[int(one)] for one in digits) if is_code else _spoken(int(digits))


def _spoken(number: int) -> int:
    """Return the syllables of a whole number of 0 to 999,999,999 in Dutch words."""
    if number < len(UNDER_TWENTY):
        return UNDER_TWENTY[number]
    if number < HUNDRED:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (UNDER_TWENTY[ones] + 1 if ones else 0)  # zes-en-twin-tig
    unit = MILLION if number >= MILLION else THOUSAND if number >= THOUSAND else HUNDRED
    if THOUSAND < number < 2 * THOUSAND and number // HUNDRED % 10:
        unit = HUNDRED  # negentienhonderd
    many, rest = divmod(number, unit)
    said = _spoken(many) if many > 1 or unit == MILLION else 0
    return said + OF_A_UNIT + (_spoken(rest) if rest else 0)

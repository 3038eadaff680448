# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has a form of its own: mail, accounts, phones, citizen service numbers, plates, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voelspriet.analysis.text.pseudonyms.spans import Found, Kind
from voelspriet.analysis.text.pseudonyms.words import Lexicon, folded

MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[(\[]at[)\]]\s?|\s+(?:at|apenstaartje)\s+)"
    r"[\w-]{1,63}(?:(?:\.|\s?[(\[](?:punt|dot)[)\]]\s?|\s+(?:punt|dot)\s+)[a-zA-Z][\w-]{1,62}){1,4}"
)
IBAN = re.compile(
    r"(?<!\w)[A-Za-z]{2}\d{2}(?:[ ]?[A-Za-z0-9]{4}){2,7}(?:[ ]?[A-Za-z0-9]{1,3})?(?!\w)"
)
DUTCH_IBAN = re.compile(r"nl\d{2}[a-z]{4}\d{10}")
PHONE = re.compile(
    r"(?<![\w+])(?:(?:\+|00)[1-9]\d{0,2}[\s\-()./]{0,3}(?:\d[\s\-()./]{0,3}){7,11}\d"
    r"|\(?0[1-9](?:[\s\-()./]{0,3}\d){8})(?!\d)"
)
NINE_DIGITS = re.compile(
    r"(?<![\w.,-])(?:\d{8,9}|\d{4}([ .])\d{2}\1\d{3}|\d{3}([ .])\d{3}\2\d{3})(?![\w]|[.,-]\d)"
)
BSN_WORD = re.compile(r"(?i)\b(?:bsn|burgerservicenummer|sofinummer|sofi-?nummer)\b")
OTHER_NUMBER = re.compile(
    r"(?i)(?:zaak|factuur|order|dossier|meldings?|klant|kvk|referentie|polis)\w*\W+(?:\w+\W+)?$"
)
NEAR = 30
PLATE_FORMS = (
    "AA-00-00", "00-00-AA", "00-AA-00", "AA-00-AA", "AA-AA-00", "00-AA-AA", "00-AAA-0", "0-AAA-00",
    "AA-000-A", "A-000-AA", "AAA-00-A", "A-00-AAA", "0-AA-000", "000-AA-0",
)  # fmt: skip
GERMAN_PLATE = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}(?![\w-])")
HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z0-9_](?:[\w.-]*[\w])?")
PROFILE = re.compile(
    r"(?i)(?<![\w.])(?:https?://)?(?:www\.)?(?:(?:instagram|facebook|tiktok|twitter|snapchat|youtube)"
    r"\.com|x\.com|t\.me|fb\.me)/@?[\w.-]*\w"
)
UNDERSCORED = re.compile(r"(?<![\w.@])(?=[\w.]{0,40}[A-Za-z])[A-Za-z0-9.]{1,40}+_[\w.]{0,40}\w")
NUMBERED = re.compile(r"(?<!\w)\w{2,32}#\d{4}(?!\d)")
SHORTEST_HANDLE = 3
REMAINDER = 97


def emails(text: str) -> Iterator[Found]:
    """Find mail addresses, also with "at" and "punt"."""
    for match in MAIL.finditer(text):
        is_plain = "@" in match.group()
        yield Found(*match.span(), Kind.EMAIL, 0.99 if is_plain else 0.7, "mail")


def ibans(text: str) -> Iterator[Found]:
    """Find account numbers: those whose check digits are right, and Dutch ones with a slip."""
    for match in IBAN.finditer(text):
        bare = match.group().replace(" ", "").lower()
        # the last group may have swallowed a word behind the number
        for shorter in _shorter(match.group()):
            compact = shorter.replace(" ", "").lower()
            if _iban_is_right(compact):
                yield Found(match.start(), match.start() + len(shorter), Kind.IBAN, 0.99, "iban")
                break
        else:
            if DUTCH_IBAN.match(bare):
                end = match.start() + len(match.group())
                yield Found(match.start(), end, Kind.IBAN, 0.6, "iban_wrong")


def _shorter(words: str) -> Iterator[str]:
    while words:
        yield words
        words = words.rpartition(" ")[0]


def _iban_is_right(compact: str) -> bool:
    """Tell whether the check digits are right (ISO 7064, mod 97).

    >>> _iban_is_right("nl91abna0417164300"), _iban_is_right("nl91abna0417164301")
    (True, False)
    """
    if not 15 <= len(compact) <= 34 or (compact.startswith("nl") and len(compact) != 18):  # noqa: PLR2004  ISO 13616
        return False
    if not compact.isascii() or not compact.isalnum():
        return False
    moved = compact[4:] + compact[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % REMAINDER == 1


def phones(text: str) -> Iterator[Found]:
    """Find phone numbers of persons; short numbers of services are none."""
    for match in PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if not digits.startswith(("0800", "0900", "0906", "0909")):
            yield Found(*match.span(), Kind.PHONE, 0.95, "phone")


def bsns(text: str) -> Iterator[Found]:
    """Find citizen service numbers: by the eleven test, or by the word beside them."""
    for match in NINE_DIGITS.finditer(text):
        before = text[max(0, match.start() - NEAR) : match.start()]
        around = before + text[match.end() : match.end() + NEAR]
        digits = re.sub(r"\D", "", match.group()).zfill(9)
        if BSN_WORD.search(around):
            is_right = _eleven(digits)
            yield Found(*match.span(), Kind.BSN, 0.98 if is_right else 0.6, "bsn_word")
        elif (
            len(re.findall(r"\d", match.group())) == len(digits)
            and _eleven(digits)
            and not OTHER_NUMBER.search(before)
        ):
            yield Found(*match.span(), Kind.BSN, 0.7, "bsn_test")


def _eleven(digits: str) -> bool:
    """Tell whether nine digits pass the eleven test of citizen service numbers.

    >>> _eleven("111222333"), _eleven("123456789")
    (True, False)
    """
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and any(digit != "0" for digit in digits)


def _form(form: str, dash: str) -> str:
    parts = (f"[A-Z]{{{len(p)}}}" if p[0] == "A" else rf"\d{{{len(p)}}}" for p in form.split("-"))
    return dash.join(parts)


PLATE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_form(form, '-') for form in PLATE_FORMS)})(?![\w-])", re.IGNORECASE
)
TOGETHER = re.compile(rf"(?<![\w-])(?:{'|'.join(_form(f, '') for f in PLATE_FORMS)})(?![\w-])")
LOOSE = re.compile(
    rf"(?:{'|'.join(_form(form, '[ -]?') for form in PLATE_FORMS)})(?![\w-])", re.IGNORECASE
)


def plates(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Find number plates by the forms Dutch ones have had since 1951, and German ones."""
    for match in PLATE.finditer(text):
        yield Found(*match.span(), Kind.PLATE, 0.95 if match.group().isupper() else 0.8, "plate")
    for match in TOGETHER.finditer(text):
        yield Found(*match.span(), Kind.PLATE, 0.7, "plate")
    for match in GERMAN_PLATE.finditer(text):
        yield Found(*match.span(), Kind.PLATE, 0.7, "plate_german")
    for cue in _cues(text, lexicon.plate_words):
        near = re.compile(r"\W{0,3}(?:(?:is|was|van|met)\W+)?").match(text, cue)
        behind = LOOSE.match(text, near.end() if near else cue)
        if behind:
            yield Found(*behind.span(), Kind.PLATE, 0.9, "plate_word")


def _cues(text: str, words: frozenset[str]) -> Iterator[int]:
    """Return where the words of a list end."""
    for match in re.finditer(r"[^\W\d_]+", text):
        if folded(match.group()) in words:
            yield match.end()


def handles(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Find names of accounts on social media; those of organisations are none."""
    for match in HANDLE.finditer(text):
        bare = match.group().removeprefix("@").lower()
        if len(bare) >= SHORTEST_HANDLE and not bare.startswith(tuple(lexicon.organisations)):
            yield Found(*match.span(), Kind.HANDLE, 0.9, "handle")
    for pattern in (PROFILE, NUMBERED):
        for match in pattern.finditer(text):
            yield Found(*match.span(), Kind.HANDLE, 0.9, "handle")
    for match in UNDERSCORED.finditer(text):
        yield Found(*match.span(), Kind.HANDLE, 0.6, "handle_underscore")
    for cue in _cues(text, lexicon.handle_words):
        near = re.compile(
            r"(?:[\s:=]+(?:(?:als|is|heet|account|naam)[\s:]+)?)(?P<name>@?[\w.]*\w)"
        ).match(text, cue)
        if near and re.search(r"[\d_]|\w\.\w", near["name"]):
            yield Found(*near.span("name"), Kind.HANDLE, 0.8, "handle_word")

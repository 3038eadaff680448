# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts by codepoint: their keyed digest, their sentences, and what lies in a range."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from voelspriet.analysis.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """A numbered sentence of a text: `text[start:end]`, in codepoints."""

    number: int
    start: int
    end: int
    words: str


def digest_of(text: str) -> str:
    """Return a keyed hash of a text: it changes with any codepoint and tells nothing of it.

    Keyed because many texts are short: a plain hash of one could be found by trying.
    """
    key: str = settings.KEYRING.receipt_hash(f"material:{text}")
    return key


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the sentences of a text, numbered from one; the whole text when it has none."""
    found = [(one.start, one.end) for one in sentences(text)] or [(0, len(text))]
    return tuple(
        Stretch(number, start, end, text[start:end]) for number, (start, end) in enumerate(found, 1)
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the white space at its ends.

    >>> trimmed("Dag. Het is er donker. ", 4, 23)
    (5, 22)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""When something is learned from codes, when it is used, and when it is forgotten."""

from __future__ import annotations

from voelspriet.understand.coding.choices import WhyNotSuggested
from voelspriet.understand.coding.models import LearnedText, Suggester
from voelspriet.understand.coding.rules.access import may_teach

# over the whole codebook, before anything is learned
LEAST_FRAGMENTS, LEAST_SOURCES = 100, 10
# per code, and as many without it
LEAST_OF_CODE, LEAST_SOURCES_OF_CODE = 30, 5
# a word that fewer sources used leaves no trace: as many as a code needs, so that no conversation,
# evening or report is the only one to have said what is kept
LEAST_SOURCES_OF_WORD = 5
MOST_SUGGESTIONS = 3
# the newest ones: more would keep the worker busy longer than a job may take
MOST_FRAGMENTS = 5_000
# learning again is worth it from so many new fragments, and from such a part of what there was
LEAST_NEW, LEAST_NEW_SHARE = 25, 0.1
# the same fragments give the same numbers
SEED = 162


def is_waiting(one: Suggester) -> bool:
    """Tell whether somebody asked to learn and it was not done since."""
    return one.asked_at is not None and (one.learned_at is None or one.learned_at < one.asked_at)


def is_wanted(version_id: int) -> bool:
    """Tell whether learning from a version still waits; another job may have done it."""
    one = Suggester.objects.filter(version_id=version_id).first()
    return one is not None and is_waiting(one)


def is_current(one: Suggester) -> bool:
    """Tell whether every text it learned from may still be learned from.

    Otherwise it is not used: a text was destroyed, withdrawn, marked, or given to a second coder.
    """
    allowed = may_teach(one.version.codebook.municipality_id)
    held = LearnedText.objects.filter(suggester=one, material__in=allowed).count()
    return one.learned_at is not None and held == one.texts


def is_due(learned: int | None, now: int) -> bool:
    """Tell whether enough was coded since; `learned` is None before anything was.

    >>> is_due(None, 99), is_due(None, 100), is_due(100, 124), is_due(100, 125), is_due(1000, 1099)
    (False, True, False, True, False)
    """
    if learned is None:
        return now >= LEAST_FRAGMENTS
    return now - learned >= max(LEAST_NEW, learned * LEAST_NEW_SHARE)


def why_too_few(fragments: int, sources: int) -> WhyNotSuggested:
    """Return what a code lacks that has too little to learn from.

    >>> why_too_few(29, 9).name, why_too_few(30, 4).name, why_too_few(90, 9).name
    ('FEW_FRAGMENTS', 'FEW_SOURCES', 'FEW_WITHOUT')
    """
    if fragments < LEAST_OF_CODE:
        return WhyNotSuggested.FEW_FRAGMENTS
    if sources < LEAST_SOURCES_OF_CODE:
        return WhyNotSuggested.FEW_SOURCES
    return WhyNotSuggested.FEW_WITHOUT

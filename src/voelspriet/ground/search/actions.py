# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the search index. Derived rows that no person's deed makes: housekeeping."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from voelspriet.ground.privacy.keys import derived_key
from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.ground.search.index import add_to_index, rebuild, take_from_index
from voelspriet.ground.search.models import SearchEntry
from voelspriet.ground.search.queries import PURPOSE
from voelspriet.ground.search.words import index_tokens

BATCH = 500


def keep_signal(*, signal_id: int, text: str, area_id: int, searchable: bool) -> None:
    """Make a signal findable, or not: the one call after any change that may matter.

    `searchable` is the caller's rule: a text that is flagged as pointing at a person, locked by
    "ask me first", or confidential is never indexed.
    """
    if searchable:
        index_signal(signal_id=signal_id, text=text, area_id=area_id)
    else:
        remove_signal(signal_id=signal_id)


def index_signal(*, signal_id: int, text: str, area_id: int) -> None:
    """Make a signal findable by the words of `text` in `area_id`, instead of what it had.

    Only for texts that may be found, see `keep_signal`. Stores keyed tokens, never words.
    """
    tokens = index_tokens(text, key=derived_key(settings.KEYRING, PURPOSE))
    with housekeeping("search.index"):
        remove_signal(signal_id=signal_id)
        SearchEntry.objects.create(signal_id=signal_id, area_id=area_id, tokens=tokens)
        add_to_index(signal_id, tokens)


def index_new_signals(*, texts: Iterable[tuple[int, str, int]]) -> None:
    """Make many signals findable that never were: id, text and area of each.

    Only for texts that may be found, see `keep_signal`.
    """
    key = derived_key(settings.KEYRING, PURPOSE)
    entries = [
        SearchEntry(signal_id=signal_id, area_id=area_id, tokens=index_tokens(text, key=key))
        for signal_id, text, area_id in texts
    ]
    with housekeeping("search.index_new"):
        SearchEntry.objects.bulk_create(entries, batch_size=BATCH)
        for entry in entries:
            add_to_index(entry.signal_id, entry.tokens)


def remove_signal(*, signal_id: int) -> None:
    """Make a signal impossible to find by its words."""
    with housekeeping("search.remove"):
        entry = SearchEntry.objects.filter(pk=signal_id).first()
        if entry is not None:
            take_from_index(signal_id, entry.tokens)
            entry.delete()


def rebuild_index() -> int:
    """Build the index of the database anew from the entries; return how many there are."""
    with housekeeping("search.rebuild"):
        rebuild()
        return SearchEntry.objects.count()

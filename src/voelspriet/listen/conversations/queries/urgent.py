# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading worrying cases: those that wait first; the words only for those they are for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.conversations.models import UrgentCase
from voelspriet.listen.conversations.rules.studies import reads_words_of, visible_cases

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class UrgentRow:
    """A case: that it was handed on, to whom, and whether somebody confirmed."""

    reference: str
    organisation: str
    words: str
    handed_at: datetime
    due_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    is_late: bool
    made_by_name: str


def urgent_cases(*, by: Actor, at: datetime, cursor: str = "") -> Page[UrgentRow]:
    """Return the cases `by` may see, newest first."""
    found = visible_cases(by)
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    rows = list(found.select_related("organisation").order_by("-pk")[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, lambda one: _row(one, by, at), lambda one: write_cursor(one.pk))


def _row(one: UrgentCase, by: Actor, at: datetime) -> UrgentRow:
    return UrgentRow(
        reference=one.reference,
        organisation=one.organisation.name,
        words=one.text if reads_words_of(by, one) else "",
        handed_at=one.handed_at,
        due_at=one.due_at,
        confirmed_by=one.confirmed_by,
        confirmed_at=one.confirmed_at,
        is_late=one.confirmed_at is None and one.due_at < at,
        made_by_name=one.made_by_name,
    )

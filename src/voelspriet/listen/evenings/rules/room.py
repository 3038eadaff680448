# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much fits: of notes, questions, promises, counts; and until when something may change."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from voelspriet.listen.evenings.models import Evening, EveningNote
from voelspriet.listen.evenings.rules.helpers import Helper
from voelspriet.listen.evenings.rules.joining import PhoneToken

NOTE_LIMIT = 1000
QUESTION_LIMIT = 280
WHAT_LIMIT = 300
OWNER_LIMIT = 120
MOST_NOTES = 2000
MOST_QUESTIONS = 500
MOST_OF_A_PHONE = 5
MOST_PROMISES = 60
MOST_ADDRESSES = 1000
MOST_COUNTED = 2000
SMALLEST_SHOWN = 5  # fewer than this in a category is never shown
# addresses go this long after the report went out, or after the evening when it never did
ADDRESSES_AFTER_REPORT = timedelta(days=30)
ADDRESSES_AFTER_EVENING = timedelta(days=90)
# what people said and answered, word for word; counts and agreements stay
WORDS_AFTER_EVENING = timedelta(days=365)


def takes_notes(evening: Evening) -> bool:
    """Tell whether notes may still be written and changed: until the report is made."""
    return evening.report_made_at is None


def is_own(note: EveningNote, by: object) -> bool:
    """Tell whether a note is of whoever asks: of this link, or of the advisers."""
    mine = by.link_id if isinstance(by, Helper) else None
    return note.link_id == mine


def asker_hash(token: PhoneToken) -> str:
    """Return under what a phone's questions are counted: another hash than that of its voice."""
    return str(
        settings.KEYRING.receipt_hash(f"evening-asker:{token.evening_reference}:{token.key}")
    )

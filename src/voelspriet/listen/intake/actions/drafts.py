# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping what somebody types for two hours, so that an error or a lost connection costs nothing.

No audit lines: a draft is nobody's deed yet, and a trace of somebody who decided not to send is
the last thing to keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.listen.intake.draft import KEPT_AFTER_SENDING, KEPT_FOR, DraftContent
from voelspriet.listen.intake.models import Draft
from voelspriet.listen.intake.rules.draft_tokens import DraftToken, new_draft_reference


def save_draft(*, token: DraftToken, content: DraftContent, at: datetime) -> None:
    """Keep a draft, new or again, for two hours from `at`. Its files stay as long as it does."""
    with housekeeping("drafts.save"):
        Draft.objects.update_or_create(
            reference=token.reference,
            defaults={"content": token.encrypt(content.write()), "expires_at": at + KEPT_FOR},
        )
        _files(content).update(expires_at=at + KEPT_FOR)


def keep_draft_file(*, token: DraftToken, data: bytes, at: datetime) -> str:
    """Keep a photo or recording with a draft and return its reference."""
    reference = new_draft_reference()
    with housekeeping("drafts.keep_file"):
        Draft.objects.create(
            reference=reference, content=token.encrypt(data), expires_at=at + KEPT_FOR
        )
    return reference


def drop_draft_files(*, references: Iterable[str]) -> None:
    """Destroy files of a draft that its writer does not want to send after all."""
    with housekeeping("drafts.drop_files"):
        Draft.objects.filter(reference__in=list(references)).delete()


def finish_draft(*, token: DraftToken, content: DraftContent, at: datetime) -> None:
    """Destroy the words and files of a draft that was sent.

    Its submission stays for ten minutes, so that a receipt lost on the way can be shown again.
    """
    left = DraftContent(content.submission, content.municipality_id, is_sent=True)
    with housekeeping("drafts.finish"):
        _files(content).delete()
        Draft.objects.filter(reference=token.reference).update(
            content=token.encrypt(left.write()), expires_at=at + KEPT_AFTER_SENDING
        )


def expire_drafts(*, at: datetime) -> int:
    """Destroy every draft whose time is over; return how many rows."""
    with housekeeping("drafts.expire"):
        return Draft.objects.filter(expires_at__lte=at).delete()[0]


def _files(content: DraftContent) -> QuerySet[Draft]:
    names = [*content.photos, *([content.voice] if content.voice else [])]
    return Draft.objects.filter(reference__in=names)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a draft: only with the key that the form holds, and only until it expires."""

from __future__ import annotations

from datetime import datetime

from voelspriet.listen.intake.draft import DraftContent, read_content
from voelspriet.listen.intake.models import Draft
from voelspriet.listen.intake.rules.draft_tokens import DraftToken


def open_draft(*, token: DraftToken, at: datetime) -> DraftContent | None:
    """Return what a draft holds; None when it expired, was never there or has another key."""
    data = _decrypted(token.reference, token, at)
    return None if data is None else read_content(data)


def draft_file(*, token: DraftToken, reference: str, at: datetime) -> bytes | None:
    """Return a photo or recording that waits with a draft; None as `open_draft`."""
    return _decrypted(reference, token, at)


def _decrypted(reference: str, token: DraftToken, at: datetime) -> bytes | None:
    row = Draft.objects.filter(reference=reference, expires_at__gt=at).first()
    return None if row is None else token.decrypt(bytes(row.content))

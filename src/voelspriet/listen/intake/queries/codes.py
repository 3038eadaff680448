# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a receipt code to what it opens. Whoever holds the code is the reporter."""

from __future__ import annotations

from django.conf import settings

from voelspriet.lib.references import CODE_DIGITS, clean_receipt_code
from voelspriet.listen.intake.models import Signal


def signal_id_of(*, code: str) -> int | None:
    """Return the id of the signal a receipt code opens; None when there is none.

    For a code that `try_code` accepted already: this read counts no failures.
    """
    digits = clean_receipt_code(code)
    if len(digits) != CODE_DIGITS:
        return None
    hashed = settings.KEYRING.receipt_hash(digits)
    return Signal.objects.filter(receipt_hash=hashed).values_list("id", flat=True).first()


def signals_of_receipt(*, signal_id: int) -> tuple[int, ...]:
    """Return every signal that one receipt follows: the one it opens first, then those told along.

    One id, unless it came from a bundle form.
    """
    along = Signal.objects.filter(told_with_id=signal_id).order_by("id")
    return (signal_id, *along.values_list("id", flat=True))

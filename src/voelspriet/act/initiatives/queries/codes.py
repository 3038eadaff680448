# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a receipt code to the initiative it opens. Whoever holds the code began it."""

from __future__ import annotations

from django.conf import settings

from voelspriet.act.initiatives.models import Initiative
from voelspriet.lib.references import CODE_DIGITS, clean_receipt_code
from voelspriet.listen.intake.rules.codes import code_of_hash, submission_hash
from voelspriet.listen.intake.told import Receipt

OWN = "initiative:"  # so that a form's token never gives the code of a report


def initiative_id_of(*, code: str) -> int | None:
    """Return the id of the initiative a receipt code opens; None when there is none.

    Counts no failures: the page that asks tries reports as well, and those count.
    """
    digits = clean_receipt_code(code)
    if len(digits) != CODE_DIGITS:
        return None
    hashed = settings.KEYRING.receipt_hash(digits)
    return Initiative.objects.filter(receipt_hash=hashed).values_list("id", flat=True).first()


def begun_before(submission: str) -> Initiative | None:
    """Return the initiative of a submission that was received already. For this room only."""
    hashed = submission_hash(settings.KEYRING, OWN + submission)
    return Initiative.objects.filter(submission=hashed).first()


def receipt_again(initiative: Initiative, submission: str) -> Receipt:
    """Return the receipt of a received submission, the same as the first time. As above."""
    code = code_of_hash(settings.KEYRING, OWN + submission, initiative.receipt_hash or "")
    return Receipt(reference=initiative.reference, code=code, is_repeat=True)


def receipt_of(*, submission: str) -> Receipt | None:
    """Return the receipt of a submission that was received already; None when it was not."""
    found = begun_before(submission)
    return receipt_again(found, submission) if found else None

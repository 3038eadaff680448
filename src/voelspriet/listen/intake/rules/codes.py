# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receipt codes and submission tokens: how they are made and under what they are stored.

The code follows from the token of the submission and the key of receipts, so that the same
submission, sent twice because the connection was lost, shows the same code. The database holds
neither: only keyed hashes.
"""

from __future__ import annotations

import hashlib
import hmac

from voelspriet.ground.privacy.keys import Keyring
from voelspriet.lib.references import CODE_DIGITS

MOST_TRIES = 8


def submission_hash(keyring: Keyring, submission: str) -> str:
    """Return what is stored for the token of one submission."""
    return keyring.receipt_hash(f"submission:{submission}")


def receipt_code(keyring: Keyring, submission: str, attempt: int = 0) -> str:
    """Return the 16 digits of a submission; `attempt` makes another should one be taken.

    HMAC-SHA256 with the key of receipts, modulo 10¹⁶: the bias is below 10⁻⁶⁰.
    """
    message = f"code:{attempt}:{submission}".encode()
    digest = hmac.new(keyring.receipts.encode(), message, hashlib.sha256).digest()
    return str(int.from_bytes(digest) % 10**CODE_DIGITS).zfill(CODE_DIGITS)


def code_of_hash(keyring: Keyring, submission: str, stored: str) -> str:
    """Return the code of a received submission. Raises LookupError when it is not its own."""
    for attempt in range(MOST_TRIES):
        code = receipt_code(keyring, submission, attempt)
        if hmac.compare_digest(keyring.receipt_hash(code), stored):
            return code
    raise LookupError("This submission has another receipt.")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Under what the token of a form is stored, so that one form makes one sheet."""

from __future__ import annotations

from django.conf import settings


def submission_hash(token: str) -> str:
    """Return the keyed hash of a form's token: the database cannot tell which form it was."""
    return settings.KEYRING.receipt_hash(f"map sheet:{token}")

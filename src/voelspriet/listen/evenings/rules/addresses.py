# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address for the report: under what it is known, and the link that takes it back."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core import signing

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
_KEYS = signing.Signer(salt="voelspriet.report-address", sep="~")


def address_hash(evening_reference: str, address: str) -> str:
    """Return under what an address is known at one evening, and at no other."""
    text = f"report-address:{evening_reference}:{address.casefold()}"
    return str(settings.KEYRING.receipt_hash(text))


def leave_key(address_id: uuid.UUID) -> str:
    """Return what stands in the link that takes an address back."""
    return _KEYS.sign(address_id.hex)


def read_leave_key(key: str) -> uuid.UUID | None:
    """Return the address a link belongs to; None when this site did not make it.

    >>> read_leave_key("made up") is None
    True
    """
    try:
        return uuid.UUID(_KEYS.unsign(key))
    except (signing.BadSignature, ValueError):
        return None

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What shows that a key file belongs to a database."""

from __future__ import annotations

from voelspriet.ground.privacy.keys import KeyFileError, Keyring

WRONG_KEY = (
    "The key file does not belong to this database: nothing could be read."
    " Put back the copy of keys.json that was made with it."
)


def known_value(keyring: Keyring) -> bytes:
    """Return what a key check holds: it depends on the key of receipt codes as well."""
    return f"voelspriet:{keyring.receipt_hash('key check')}".encode()


def opens(keyring: Keyring, token: str) -> bool:
    """Tell whether a stored key check was written with the keys of this ring."""
    try:
        return keyring.decrypt(token.encode()) == known_value(keyring)
    except KeyFileError:
        return False

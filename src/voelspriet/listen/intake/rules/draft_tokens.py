# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The token of a draft: which row it is, and the key that only the form on the screen holds."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken


@dataclass(frozen=True, slots=True)
class DraftToken:
    """Reference and key of a draft. Its text stands in a hidden field and nowhere else."""

    reference: str
    key: str

    def __str__(self) -> str:
        return f"{self.reference}.{self.key}"

    def encrypt(self, content: bytes) -> bytes:
        """Encrypt with the key of this draft."""
        return Fernet(self.key.encode()).encrypt(content)

    def decrypt(self, content: bytes) -> bytes | None:
        """Return the content; None when it was written with another key."""
        try:
            return Fernet(self.key.encode()).decrypt(content)
        except (InvalidToken, ValueError):
            return None


def new_draft_token() -> DraftToken:
    """Return a fresh token: 144 random bits of reference, 256 of key."""
    return DraftToken(secrets.token_urlsafe(18), Fernet.generate_key().decode())


def new_draft_reference() -> str:
    """Return a fresh reference, for a file that goes along with a draft."""
    return secrets.token_urlsafe(18)


def read_draft_token(text: str) -> DraftToken | None:
    """Return the token that stands in a hidden field; None when it is none."""
    reference, separator, key = text.partition(".")
    try:
        Fernet(key.encode())
    except (ValueError, UnicodeError):
        return None
    return DraftToken(reference, key) if reference and separator else None

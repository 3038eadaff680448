# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key file: made once by `voelspriet setup`, kept outside the database, never by a worker.

The file holds the keys of encrypted fields (newest first), the key of receipt codes and the
key that signs forms and sessions. Whoever has the database without this file reads no contact
data, no report and no photo.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

KEY_FILE = "keys.json"


class KeyFileError(Exception):
    """The key file is missing, damaged or not the one this database was written with."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of one installation; `fields` newest first, so rotation keeps reading the old."""

    fields: tuple[str, ...]
    receipts: str
    signing: str

    def cipher(self) -> MultiFernet:
        """Return the cipher that writes with the newest key and reads with all of them."""
        return _cipher(self.fields)

    def encrypt(self, value: bytes) -> bytes:
        """Encrypt with the newest key."""
        return self.cipher().encrypt(value)

    def encrypt_timeless(self, value: bytes) -> bytes:
        """Encrypt as `encrypt` does, with the year 1970 where a token says when it was made."""
        return self.cipher().encrypt_at_time(value, 0)

    def decrypt(self, token: bytes) -> bytes:
        """Decrypt with whichever key wrote it. Raises KeyFileError when none of them did."""
        try:
            return self.cipher().decrypt(token)
        except InvalidToken as error:
            message = "This value was not encrypted with any key in the key file."
            raise KeyFileError(message) from error

    def receipt_hash(self, code: str) -> str:
        """Return the keyed hash under which a receipt code is stored (HMAC-SHA256, hex)."""
        return hmac.new(self.receipts.encode(), code.encode(), hashlib.sha256).hexdigest()


@lru_cache(maxsize=8)
def _cipher(fields: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key.encode()) for key in fields])


def new_field_key() -> str:
    """Return a fresh key for encrypted fields."""
    return Fernet.generate_key().decode()


def fresh_keyring() -> Keyring:
    """Return a keyring with new random keys."""
    return Keyring(
        fields=(new_field_key(),),
        receipts=secrets.token_urlsafe(32),
        signing=secrets.token_urlsafe(50),
    )


def load_keyring(home: Path) -> Keyring:
    """Read the key file in `home`.

    Raises KeyFileError when it is missing or damaged; it is never made here, because two
    workers that start together would make two.
    """
    path = home / KEY_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        fields = tuple(str(key) for key in content["fields"])
        keyring = Keyring(fields, str(content["receipts"]), str(content["signing"]))
        if not fields:
            message = f"The key file {path} holds no field key."
            raise KeyFileError(message)
        keyring.cipher()
    except FileNotFoundError as error:
        message = f"There is no key file at {path}. Run `voelspriet setup`, or put your copy back."
        raise KeyFileError(message) from error
    except (ValueError, KeyError, TypeError) as error:
        message = f"The key file {path} is damaged. Put your copy back."
        raise KeyFileError(message) from error
    return keyring


def ensure_keyring(home: Path) -> Keyring:
    """Read the key file, or make it when there is none yet (exclusive create, mode 600)."""
    home.mkdir(parents=True, exist_ok=True)
    path = home / KEY_FILE
    if not path.exists():
        _create(path, fresh_keyring())
    return load_keyring(home)


def replace_keyring(home: Path, keyring: Keyring) -> None:
    """Write `keyring` over the key file in one step, so that a crash leaves the old or the new."""
    path = home / KEY_FILE
    partial = path.with_suffix(".new")
    partial.unlink(missing_ok=True)
    _create(partial, keyring)
    partial.replace(path)


def _create(path: Path, keyring: Keyring) -> None:
    content = {
        "fields": list(keyring.fields),
        "receipts": keyring.receipts,
        "signing": keyring.signing,
    }
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=2)
        file.flush()
        os.fsync(file.fileno())


def derived_key(keyring: Keyring, purpose: str) -> bytes:
    """Return a 32-byte url-safe Fernet key for one purpose, derived from the signing key."""
    digest = hmac.new(keyring.signing.encode(), purpose.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest)

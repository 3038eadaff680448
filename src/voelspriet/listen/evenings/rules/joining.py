# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming into a room: the six digits, the link in the QR, a phone's token, and wrong codes.

Six digits are few, so wrong ones are counted per address; the link in the QR carries a proof that
nobody guesses and works whatever was counted (decision 0111).
"""

from __future__ import annotations

import random
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing

from voelspriet.lib.references import SYSTEM_RANDOM

CODE_DIGITS = 6
PROOF_LENGTH = 20  # characters of base64: 120 bits
MOST_WRONG_OF_AN_ADDRESS = 60
MOST_WRONG_OF_ALL = 400
WINDOW = timedelta(minutes=10)
KEPT_FOR = timedelta(hours=1)
EVERYBODY = "everybody"
_TOKENS = signing.Signer(salt="voelspriet.voice", sep="~")
_PROOFS = signing.Signer(salt="voelspriet.room", sep="~")


@dataclass(frozen=True, slots=True)
class PhoneToken:
    """What a phone carries: of which evening, and a random key of which the hash is kept."""

    evening_reference: str
    key: str

    def __str__(self) -> str:
        """Return it signed, as it stands in the cookie."""
        return _TOKENS.sign(f"{self.evening_reference}.{self.key}")

    @property
    def hash(self) -> str:
        """Return what the database keeps."""
        return str(settings.KEYRING.receipt_hash(f"voice:{self.evening_reference}:{self.key}"))


def new_code(*, rng: random.Random = SYSTEM_RANDOM) -> str:
    """Return six digits; the first is no nought, which people leave out."""
    return str(rng.randrange(10 ** (CODE_DIGITS - 1), 10**CODE_DIGITS))


def new_phone_token(evening_reference: str) -> PhoneToken:
    """Return a fresh token for one phone at one evening."""
    return PhoneToken(evening_reference, secrets.token_urlsafe(24))


def read_phone_token(cookie: str) -> PhoneToken | None:
    """Return the token this site signed; None for anything else.

    >>> read_phone_token("made up") is None
    True
    """
    try:
        reference, _dot, key = _TOKENS.unsign(cookie).partition(".")
    except signing.BadSignature:
        return None
    return PhoneToken(reference, key) if reference and key else None


def proof_of(code: str, evening_reference: str) -> str:
    """Return what the link in the QR carries beside the code."""
    signed = _PROOFS.sign(f"{code}.{evening_reference}")
    return signed.rpartition("~")[2][:PROOF_LENGTH]


def is_proof(proof: str, code: str, evening_reference: str) -> bool:
    """Tell whether a link came from the QR of this room."""
    return secrets.compare_digest(
        proof.encode("utf-8", "replace"), proof_of(code, evening_reference).encode()
    )


def clean_code(typed: str) -> str:
    """Return the digits of what somebody typed: any script's digits, any separators.

    >>> clean_code(" 48٣-920 ")
    '483920'
    """
    return "".join(str(int(one)) for one in typed if one.isdecimal())[: CODE_DIGITS + 1]


def window_of(at: datetime) -> datetime:
    """Return the begin of the ten minutes a moment lies in."""
    return at.replace(minute=at.minute - at.minute % 10, second=0, microsecond=0)


def source_of(address: str, window: datetime) -> str:
    """Return what is kept of an address for ten minutes: another hash every time."""
    return str(settings.KEYRING.receipt_hash(f"door:{window.isoformat()}:{address}"))


def must_wait(wrong_of_address: int, wrong_of_all: int) -> bool:
    """Tell whether typed codes are not looked at for now.

    An address without a wrong code is never asked to wait, however many others guess.

    >>> must_wait(59, 59), must_wait(60, 60), must_wait(0, 900), must_wait(1, 900)
    (False, True, False, True)
    """
    if wrong_of_address >= MOST_WRONG_OF_AN_ADDRESS:
        return True
    return wrong_of_address > 0 and wrong_of_all >= MOST_WRONG_OF_ALL

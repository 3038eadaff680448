# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file sealed as a whole: streamed, encrypted, and every change to it noticed.

The file begins with a line that names the format and a line with the manifest, in plain. Then
come frames: four bytes of length and a piece sealed with AES-256-GCM. The nonce is the number of
the frame and whether it is the last, the manifest is authenticated with every frame, and the key
is derived (HKDF-SHA256) from the key file with a salt of the file's own. So a piece that is
changed, moved, left out, or cut off at the end makes reading fail (the STREAM construction of
Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from voelspriet.ground.privacy.keys import Keyring

FIRST_LINE = b"voelspriet backup 1\n"
PIECE = 256 * 1024
LONGEST_FRAME = 2 * PIECE
LONGEST_MANIFEST = 64 * 1024
MIDDLE, LAST = b"\x00", b"\x01"


class SealError(Exception):
    """A sealed file that is damaged, incomplete, changed, or sealed with another key file."""


def _derived(keyring: Keyring, field_key: str, *, salt: bytes, info: bytes) -> bytes:
    secret = f"{field_key}\n{keyring.receipts}\n{keyring.signing}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def fingerprint(keyring: Keyring, field_key: str | None = None) -> str:
    """Return 16 letters that tell key files apart and say nothing of the keys in them."""
    newest = keyring.fields[0]
    return _derived(
        keyring, field_key or newest, salt=b"voelspriet", info=b"voelspriet key fingerprint"
    ).hex()[:16]


def _cipher(keyring: Keyring, manifest: dict[str, Any]) -> AESGCM:
    for field_key in keyring.fields:
        if fingerprint(keyring, field_key) == manifest.get("key"):
            salt = bytes.fromhex(str(manifest["salt"]))
            return AESGCM(_derived(keyring, field_key, salt=salt, info=FIRST_LINE))
    message = (
        f"The backup was made with key file {manifest.get('key')}, this is key file "
        f"{fingerprint(keyring)}. Put back the keys.json of the day of the backup."
    )
    raise SealError(message)


def _nonce(number: int, mark: bytes) -> bytes:
    return number.to_bytes(11, "big") + mark


class SealedWriter:
    """Write bytes into a sealed file; `close` puts the last frame, without which it is void."""

    def __init__(self, file: BinaryIO, keyring: Keyring, manifest: dict[str, Any]) -> None:
        told = manifest | {"key": fingerprint(keyring), "salt": secrets.token_hex(16)}
        head = FIRST_LINE + json.dumps(told, sort_keys=True).encode() + b"\n"
        file.write(head)
        self._file = file
        self._cipher = _cipher(keyring, told)
        self._bound = hashlib.sha256(head).digest()
        self._packer = zlib.compressobj(6)
        self._waiting = bytearray()
        self._number = 0

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self._waiting += self._packer.compress(data)
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), MIDDLE)
            del self._waiting[:PIECE]

    def close(self) -> None:
        """Seal what waits as the last frame."""
        self._waiting += self._packer.flush()
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), MIDDLE)
            del self._waiting[:PIECE]
        self._seal(bytes(self._waiting), LAST)

    def _seal(self, piece: bytes, mark: bytes) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, mark), piece, self._bound)
        self._file.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


def read_manifest(file: BinaryIO) -> dict[str, Any]:
    """Return the plain manifest at the beginning of a sealed file; not yet known to be genuine.

    Raises SealError when this is no backup of Voelspriet.
    """
    file.seek(0)
    first, line = file.readline(len(FIRST_LINE)), file.readline(LONGEST_MANIFEST)
    try:
        manifest: dict[str, Any] = json.loads(line)
        bytes.fromhex(manifest["salt"])
    except (ValueError, KeyError, TypeError) as error:
        raise SealError("This file is no backup of Voelspriet.") from error
    if first != FIRST_LINE:
        raise SealError("This file is no backup of Voelspriet.")
    return manifest


def unsealed(file: BinaryIO, keyring: Keyring) -> Iterator[bytes]:
    """Yield the bytes of a sealed file, each piece only after it was found genuine.

    Raises SealError for another key file, and for any change, gap or missing end.
    """
    cipher = _cipher(keyring, read_manifest(file))
    head = file.tell()
    file.seek(0)
    bound = hashlib.sha256(file.read(head)).digest()
    packer = zlib.decompressobj()
    for number, sealed, mark in _frames(file):
        try:
            piece = cipher.decrypt(_nonce(number, mark), sealed, bound)
        except InvalidTag as error:
            raise SealError("The backup is damaged or was changed: it is not used.") from error
        yield from _inflated(packer, piece)
    if not packer.eof:
        raise SealError("The backup is incomplete: it is not used.")


def _inflated(packer: Any, piece: bytes) -> Iterator[bytes]:
    waiting = piece
    while waiting:
        yield packer.decompress(waiting, PIECE)
        waiting = packer.unconsumed_tail


def _frames(file: BinaryIO) -> Iterator[tuple[int, bytes, bytes]]:
    number, frame = 0, _frame(file)
    while frame is not None:
        following = _frame(file)
        yield number, frame, LAST if following is None else MIDDLE
        number, frame = number + 1, following
    if not number:
        raise SealError("The backup is incomplete: it is not used.")


def _frame(file: BinaryIO) -> bytes | None:
    length = file.read(4)
    if not length:
        return None
    size = int.from_bytes(length, "big")
    sealed = file.read(size) if size <= LONGEST_FRAME else b""
    if len(length) < len(b"size") or len(sealed) != size:
        raise SealError("The backup is incomplete: it is not used.")
    return sealed

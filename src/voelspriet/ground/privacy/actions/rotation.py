# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving every encrypted value a new key, and dropping the old one when all of them have it.

Interrupted work goes on where it stopped: the key file holds both keys until the end, and a
value that has the newest key is passed over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Model

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.backups import stored_files
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.ground.privacy.keys import (
    KeyFileError,
    Keyring,
    load_keyring,
    new_field_key,
    replace_keyring,
)
from voelspriet.ground.privacy.models import KeyCheck
from voelspriet.ground.privacy.sealing import fingerprint
from voelspriet.ground.privacy.writing import action, housekeeping

AT_ONCE = 500
TOKEN_START = b"gAAAA"  # version byte and high bytes of the time, in base64
ROTATING = ".rotating"


@dataclass(slots=True)
class RotationSummary:
    """What a rotation did. `plain_files` were never encrypted and stay as they are."""

    continued: bool = False
    values: int = 0
    files: int = 0
    passed_over: int = 0
    plain_files: int = 0
    key: str = ""


def _nothing(_count: int) -> None:
    return


def rows_to_rotate() -> int:
    """Return how many rows and files a rotation looks at, for a progress bar."""
    rows = sum(model._base_manager.count() for model, _columns in _encrypted())
    return rows + len(stored_files(Path(settings.MEDIA_ROOT)))


def rotate_keys(
    *, home: Path, by: Actor, at: datetime, progress: Callable[[int], None] = _nothing
) -> RotationSummary:
    """Add a newest key, rewrite every encrypted column and file with it, drop the older ones.

    Voelspriet must not be serving meanwhile: it would go on writing with the key that is
    dropped. The older keys are dropped only after every value was read back with the new one
    alone. Raises KeyFileError, and keeps all keys, when a value opens with none of them.
    """
    keyring = load_keyring(home)
    summary = RotationSummary(continued=len(keyring.fields) > 1)
    if not summary.continued:
        keyring = _with_fields(keyring, (new_field_key(), *keyring.fields))
        replace_keyring(home, keyring)
    settings.KEYRING = keyring
    summary.key = fingerprint(keyring)
    _note("keys.rotation_started", key=summary.key, by=by, at=at)
    for model, names in _encrypted():
        for rows in _batches(model, names):
            _rotate_rows(model, names, rows, keyring, summary)
            progress(len(rows))
    for path in stored_files(Path(settings.MEDIA_ROOT)):
        _rotate_file(path, keyring, summary)
        progress(1)
    newest = _with_fields(keyring, keyring.fields[:1])
    _refuse_what_is_left(newest)
    replace_keyring(home, newest)
    settings.KEYRING = newest
    _note("keys.rotated", key=summary.key, by=by, at=at)
    return summary


@action
def _note(name: str, *, key: str, by: Actor, at: datetime) -> None:
    """Write down that a rotation began or ended; `key` is a fingerprint."""
    record(name, by=by, at=at, subject="keys", reference=key)


def _with_fields(keyring: Keyring, fields: tuple[str, ...]) -> Keyring:
    return Keyring(fields, keyring.receipts, keyring.signing)


def _encrypted() -> list[tuple[type[Model], list[str]]]:
    """Return every model with encrypted columns, found by looking."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        fields = model._meta.concrete_fields
        names = [field.column for field in fields if isinstance(field, EncryptedTextField)]
        if names and model._meta.managed and not model._meta.proxy:
            found.append((model, names))
    return [*found, (KeyCheck, ["token"])]


def _batches(model: type[Model], names: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield rows of key and raw tokens, in order of the key."""
    quote = connection.ops.quote_name
    key = quote(str(model._meta.pk.column))
    chosen = ", ".join([key, *map(quote, names)])
    table = quote(model._meta.db_table)
    # a key may be a number or random: the first batch begins where the keys begin
    beyond = ""
    given: list[Any] = []
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {chosen} FROM {table}{beyond} ORDER BY {key} LIMIT %s",  # noqa: S608  quoted names of ours
                [*given, AT_ONCE],
            )
            rows = cursor.fetchall()
        if not rows:
            return
        yield rows
        beyond, given = f" WHERE {key} > %s", [rows[-1][0]]


def _rotate_rows(
    model: type[Model],
    names: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    keyring: Keyring,
    summary: RotationSummary,
) -> None:
    changed = []
    for key, *tokens in rows:
        fresh = [_rotated(token, keyring) for token in tokens]
        summary.values += sum(token is not None for token in fresh)
        summary.passed_over += sum(
            bool(old) and new is None for old, new in zip(tokens, fresh, strict=True)
        )
        if any(token is not None for token in fresh):
            pairs = zip(tokens, fresh, strict=True)
            changed.append((*(old if new is None else new for old, new in pairs), key))
    if not changed:
        return
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(name)} = %s" for name in names)
    table, pk = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    with housekeeping("keys.rotate"), connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {sets} WHERE {pk} = %s", changed)  # noqa: S608


def _rotated(token: str | None, keyring: Keyring) -> str | None:
    """Return the token under the newest key; None when it has it already, or is empty."""
    if not token or _opens(keyring.fields[0], token.encode()):
        return None
    try:
        return keyring.cipher().rotate(token.encode()).decode()
    except InvalidToken as error:
        message = (
            "A value in the database opens with none of the keys in the key file. "
            "Nothing was dropped; put back the key file it was written with."
        )
        raise KeyFileError(message) from error


def _opens(field_key: str, token: bytes) -> bool:
    try:
        Fernet(field_key.encode()).decrypt(token)
    except InvalidToken:
        return False
    return True


def _rotate_file(path: Path, keyring: Keyring, summary: RotationSummary) -> None:
    content = path.read_bytes()
    if not content.startswith(TOKEN_START):
        summary.plain_files += 1
        return
    if _opens(keyring.fields[0], content):
        summary.passed_over += 1
        return
    try:
        fresh = keyring.cipher().rotate(content)
    except InvalidToken as error:
        message = f"The file {path} opens with none of the keys in the key file."
        raise KeyFileError(message) from error
    partial = path.with_name(path.name + ROTATING)
    with partial.open("wb") as file:
        file.write(fresh)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    summary.files += 1


def _refuse_what_is_left(newest: Keyring) -> None:
    """Raise KeyFileError when anything cannot be read with the newest key alone."""
    key = newest.fields[0]
    for model, names in _encrypted():
        for rows in _batches(model, names):
            if not all(_opens(key, token.encode()) for _, *row in rows for token in row if token):
                break
        else:
            continue
        message = "Values were written with an old key meanwhile. Stop Voelspriet and run it again."
        raise KeyFileError(message)
    for path in stored_files(Path(settings.MEDIA_ROOT)):
        content = path.read_bytes()
        if content.startswith(TOKEN_START) and not _opens(key, content):
            message = "Files were written with an old key meanwhile. Stop Voelspriet and run again."
            raise KeyFileError(message)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers on disk: encrypted with the key file, under a name that tells nothing."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

FOLDER = "papers"
NAME = re.compile(r"[\w-]{16,64}")


def folder() -> Path:
    """Return the folder of all papers; it may not be there yet."""
    return Path(settings.MEDIA_ROOT) / FOLDER


def keep(data: bytes) -> str:
    """Write `data` encrypted and return its random name; on disk for certain when this returns.

    What cannot be written whole, on a full disk, leaves nothing behind.
    """
    name = secrets.token_urlsafe(24)
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(_path(name), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(settings.KEYRING.encrypt(data))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        destroy([name])
        raise
    return name


def opened(name: str) -> bytes | None:
    """Return what is in a file; None when it is gone."""
    path = _path(name)
    return settings.KEYRING.decrypt(path.read_bytes()) if path.is_file() else None


def destroy(names: Iterable[str]) -> None:
    """Remove files; one that is gone already is no error."""
    for name in names:
        _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    if NAME.fullmatch(name) is None:
        raise ValueError(name)
    return folder() / name

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos and recordings on disk: encrypted with the key file, under a name that tells nothing."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable

from django.conf import settings

from voelspriet.listen.intake.rules.files import attachment_folder, attachment_path


def keep_file(data: bytes) -> str:
    """Write `data` encrypted and return its random name; on disk for certain when this returns.

    The row is written after the file, so a crash leaves a file too many, never a row without.
    """
    name = secrets.token_urlsafe(24)
    attachment_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = attachment_path(name)
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(settings.KEYRING.encrypt(data))
        file.flush()
        os.fsync(file.fileno())
    return name


def destroy_files(names: Iterable[str]) -> None:
    """Remove files; one that is gone already is no error."""
    for name in names:
        attachment_path(name).unlink(missing_ok=True)

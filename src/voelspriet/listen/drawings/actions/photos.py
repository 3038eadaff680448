# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos of paper sheets on disk: encrypted with the key file, under a name that tells nothing."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.lib.photos import is_clean
from voelspriet.listen.drawings.models import SheetPhoto
from voelspriet.listen.drawings.rules.photos import photo_folder, photo_path


def keep_photo(content: bytes) -> str:
    """Write a clean photo encrypted and return its random name; on disk when this returns.

    The row is written after the file, so a crash leaves a file too many, never a row without.
    Raises ValueError for a photo that was not drawn anew.
    """
    if not is_clean(content):
        raise ValueError("a photo with metadata, or none")
    name = secrets.token_urlsafe(24)
    photo_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    opened = os.open(photo_path(name), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(settings.KEYRING.encrypt(content))
        file.flush()
        os.fsync(file.fileno())
    return name


def destroy_photos(names: Iterable[str]) -> None:
    """Remove files; one that is gone already is no error."""
    for name in names:
        photo_path(name).unlink(missing_ok=True)


def sweep_lost_photos(*, before: datetime) -> int:
    """Remove files that no row names, older than `before`; return how many."""
    folder = photo_folder()
    if not folder.is_dir():
        return 0
    with housekeeping("map_photos.sweep"):
        kept = set(SheetPhoto.objects.values_list("file_name", flat=True))
    lost = [
        path.name
        for path in folder.iterdir()
        if path.name not in kept and path.stat().st_mtime < before.timestamp()
    ]
    destroy_photos(lost)
    return len(lost)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a backup."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.backups import Counts, stored_files, write_backup
from voelspriet.ground.privacy.dump import dumped_models
from voelspriet.ground.privacy.keys import KeyFileError
from voelspriet.ground.privacy.writing import action


def _nothing(_count: int) -> None:
    return


def rows_to_back_up() -> int:
    """Return about how many rows and files a backup will hold, for a progress bar."""
    rows = sum(model._base_manager.count() for model in dumped_models())
    return rows + len(stored_files(Path(settings.MEDIA_ROOT)))


def make_backup(
    *, target: Path, by: Actor, at: datetime, progress: Callable[[int], None] = _nothing
) -> Counts:
    """Write database and files, sealed with the key file, to `target`; then note that it was done.

    No transaction spans the work, so that nobody waits for it: the backup shows one moment, and
    `target` appears only when it is whole. Raises KeyFileError while a rotation of keys is not
    finished, FileExistsError when `target` is there already.
    """
    if len(settings.KEYRING.fields) > 1:
        message = "A rotation of keys was not finished. Run `voelspriet keys rotate` first."
        raise KeyFileError(message)
    if target.exists():
        raise FileExistsError(17, "is there already", str(target))
    partial = target.with_name(target.name + ".partial")
    try:
        descriptor = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            counts = write_backup(
                file,
                keyring=settings.KEYRING,
                files=Path(settings.MEDIA_ROOT),
                at=at,
                progress=progress,
            )
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    _note_backup(rows=counts.all_rows, files=counts.files, by=by, at=at)
    return counts


@action
def _note_backup(*, rows: int, files: int, by: Actor, at: datetime) -> None:
    """Write down that a backup left the house."""
    record("backup.made", by=by, at=at, subject="backup", rows=rows, files=files)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting a backup back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.backups import (
    Verified,
    records,
    safe_name,
    stored_files,
    verify_backup,
)
from voelspriet.ground.privacy.dump import empty_tables, insert_rows, is_fresh, reset_sequences
from voelspriet.ground.privacy.registry import run_after_restore
from voelspriet.ground.privacy.writing import action


def _nothing(_count: int) -> None:
    return


class _Files:
    """The folder of files while a backup's are put in it; takes its own back on failure."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._open: BinaryIO | None = None
        self._partial: Path | None = None
        self._new: list[Path] = []
        self.kept: set[Path] = set()

    def start(self, name: str) -> None:
        """Begin the file `name`."""
        self.finish()
        path = self._root / safe_name(name)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            self._new.append(path)
        self.kept.add(path)
        self._partial = path.with_name(path.name + ".restoring")
        self._open = self._partial.open("wb")

    def add(self, piece: bytes) -> None:
        """Add bytes to the file under way."""
        if self._open is not None:
            self._open.write(piece)

    def finish(self) -> None:
        """Put the file under way in its place."""
        if self._open is not None and self._partial is not None:
            self._open.close()
            self._partial.replace(self._partial.with_suffix(""))
            self._open = self._partial = None

    def take_back(self) -> None:
        """Remove what was not there before."""
        if self._open is not None and self._partial is not None:
            self._open.close()
            self._partial.unlink(missing_ok=True)
        for path in self._new:
            path.unlink(missing_ok=True)

    def remove_others(self) -> None:
        """Remove the files the backup does not know."""
        for path in stored_files(self._root):
            if path not in self.kept:
                path.unlink(missing_ok=True)


def restore_backup(
    *,
    source: Path,
    by: Actor,
    at: datetime,
    force: bool = False,
    progress: Callable[[int], None] = _nothing,
) -> Verified:
    """Replace database and files by those of the backup in `source`, all or nothing.

    The whole backup is read and verified before anything is touched, so `progress` hears every
    row and file twice. Sign-in sessions end. Refused when somebody already worked in this
    installation, unless `force`; raises SealError for a bad backup or another key file.
    """
    if not force and not is_fresh():
        raise Refused(_("Deze installatie is niet leeg. Terugzetten zou alles vervangen."))
    files = _Files(Path(settings.MEDIA_ROOT))
    with source.open("rb") as file:
        verified = verify_backup(file, keyring=settings.KEYRING, progress=progress)
        try:
            _replace_everything(
                file=file, verified=verified, files=files, by=by, at=at, progress=progress
            )
        except BaseException:
            files.take_back()
            raise
    files.remove_others()
    return verified


@action
def _replace_everything(
    *,
    file: BinaryIO,
    verified: Verified,
    files: _Files,
    by: Actor,
    at: datetime,
    progress: Callable[[int], None],
) -> None:
    """Empty the tables and fill them from the backup, in one transaction."""
    empty_tables()
    model: Any = None
    for kind, body in records(file, keyring=settings.KEYRING):
        if kind == "T":
            model = apps.get_model(body["table"])
        elif kind == "R":
            insert_rows(model, body)
            progress(len(body))
        elif kind == "F":
            files.start(body)
            progress(1)
        elif kind == "D":
            files.add(body)
    files.finish()
    reset_sequences()
    run_after_restore()
    record(
        "backup.restored",
        by=by,
        at=at,
        subject="backup",
        reference=verified.made_at,
        rows=verified.counts.all_rows,
        files=verified.counts.files,
    )

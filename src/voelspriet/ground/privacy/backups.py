# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a backup: rows, then files, then the counts that must agree.

Records are a letter, four bytes of length and a body: `T` a table and its columns, `R` rows of
it, `F` a file's name, `D` bytes of it, `E` the end with all counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from voelspriet.ground.privacy.dump import columns, dumped_models, snapshot, stored_rows
from voelspriet.ground.privacy.keys import Keyring
from voelspriet.ground.privacy.sealing import SealedWriter, SealError, read_manifest, unsealed

ROWS_A_RECORD = 200
BYTES_A_RECORD = 256 * 1024
LONGEST_RECORD = 256 * 1024 * 1024
PARTIAL = (".partial", ".rotating", ".restoring")


@dataclass(slots=True)
class Counts:
    """What a backup holds: rows by table, and files."""

    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0

    @property
    def all_rows(self) -> int:
        """Return how many rows there are in all tables together."""
        return sum(self.rows.values())


def stored_files(root: Path) -> list[Path]:
    """Return every file under `root`, by name; half-written ones left out."""
    if not root.is_dir():
        return []
    return sorted(p for p in root.rglob("*") if p.is_file() and p.suffix not in PARTIAL)


def write_backup(
    file: BinaryIO,
    *,
    keyring: Keyring,
    files: Path,
    at: datetime,
    progress: Callable[[int], None],
) -> Counts:
    """Write database and files of one moment into `file`, sealed; return what it holds.

    `progress` hears how many rows and files were written since its last call.
    """
    counts = Counts()
    with snapshot() as using:
        models = dumped_models()
        rows = sum(model._base_manager.using(using).count() for model in models)
        found = stored_files(files)
        manifest = {
            "made_at": at.isoformat(timespec="seconds"),
            "version": version("voelspriet"),
            "rows": rows,
            "files": len(found),
        }
        writer = SealedWriter(file, keyring, manifest)
        for model in models:
            counts.rows[model._meta.label] = _write_table(writer, model, using, progress)
    for path in found:
        counts.files += _write_file(writer, path, files)
        progress(1)
    _put(writer, b"E", {"rows": counts.rows, "files": counts.files})
    writer.close()
    return counts


def _write_table(
    writer: SealedWriter, model: Any, using: str, progress: Callable[[int], None]
) -> int:
    names = [column.attname for column in columns(model)]
    _put(writer, b"T", {"table": model._meta.label, "columns": names})
    count, batch = 0, []
    for row in stored_rows(model, using=using):
        batch.append(row)
        if len(batch) == ROWS_A_RECORD:
            _put(writer, b"R", batch)
            progress(len(batch))
            count, batch = count + len(batch), []
    if batch:
        _put(writer, b"R", batch)
        progress(len(batch))
    return count + len(batch)


def _write_file(writer: SealedWriter, path: Path, root: Path) -> int:
    try:
        with path.open("rb") as source:
            _put(writer, b"F", path.relative_to(root).as_posix())
            while piece := source.read(BYTES_A_RECORD):
                _record(writer, b"D", piece)
    except FileNotFoundError:
        return 0  # destroyed meanwhile, as a spoken report is once it was written out
    return 1


def _put(writer: SealedWriter, kind: bytes, body: Any) -> None:
    _record(writer, kind, json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode())


def _record(writer: SealedWriter, kind: bytes, body: bytes) -> None:
    writer.write(kind + len(body).to_bytes(4, "big") + body)


def records(file: BinaryIO, *, keyring: Keyring) -> Iterator[tuple[str, Any]]:
    """Yield the records of a backup: kind and body (JSON values; bytes for `D`).

    Raises SealError as soon as something is wrong with the file.
    """
    buffer = bytearray()
    for piece in unsealed(file, keyring):
        buffer += piece
        start = 0
        while len(buffer) - start >= 5:  # noqa: PLR2004  a letter and a length
            size = int.from_bytes(buffer[start + 1 : start + 5], "big")
            if size > LONGEST_RECORD:
                raise SealError("The backup holds a record that is too long.")
            if len(buffer) - start - 5 < size:
                break
            kind, body = chr(buffer[start]), bytes(buffer[start + 5 : start + 5 + size])
            start += 5 + size
            yield kind, body if kind == "D" else json.loads(body)
        del buffer[:start]
    if buffer:
        raise SealError("The backup ends in the middle of a record.")


@dataclass(frozen=True, slots=True)
class Verified:
    """A backup that was read to its end and found whole."""

    made_at: str
    version: str
    counts: Counts


def verify_backup(file: BinaryIO, *, keyring: Keyring, progress: Callable[[int], None]) -> Verified:
    """Read a whole backup without using it.

    Raises SealError when it is damaged, incomplete, sealed with another key file, its counts do
    not agree, or it holds tables or columns that this version of Voelspriet does not have.
    """
    manifest = read_manifest(file)
    known = {model._meta.label: [c.attname for c in columns(model)] for model in dumped_models()}
    counts, told, table = Counts(), None, ""
    for kind, body in records(file, keyring=keyring):
        if told is not None:
            raise SealError("The backup goes on after its end.")
        if kind == "T":
            table = _known_table(body, known, str(manifest.get("version")))
            counts.rows[table] = 0
        elif kind == "R":
            counts.rows[table] += len(body)
            progress(len(body))
        elif kind == "F":
            safe_name(body)
            counts.files += 1
            progress(1)
        elif kind == "E":
            told = Counts(body["rows"], body["files"])
    if told != counts:
        raise SealError("The counts in the backup do not agree: it is not used.")
    return Verified(str(manifest["made_at"]), str(manifest["version"]), counts)


def _known_table(body: dict[str, Any], known: dict[str, list[str]], made_with: str) -> str:
    table = str(body["table"])
    if known.get(table) != body["columns"]:
        message = (
            f"The backup was made with version {made_with}, where {table} looked different. "
            "Restore it with that version, then bring the installation up to date."
        )
        raise SealError(message)
    return table


def safe_name(name: str) -> PurePosixPath:
    """Return a file's name inside the folder of files. Raises SealError when it leads out of it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\\" in name:
        raise SealError("The backup holds a file name that leads out of its folder.")
    return path

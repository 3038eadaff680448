# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A ZIP from outside, with bounds on everything: nothing is unpacked to disk or run."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import IO

from django.utils.translation import gettext as _

from voelspriet.lib.refused_files import FileRefused
from voelspriet.understand.coding.qda.remarks import shortened

LARGEST_ARCHIVE = 50_000_000
MOST_ENTRIES = 5_000
LARGEST_PROJECT = 25_000_000
LARGEST_TEXT = 4_000_000
MOST_UNPACKED = 120_000_000
MOST_RATIO = 200
SMALL = 1_000_000
CHUNK = 1 << 16
BEGIN_OF_ENTRY = b"PK\1\2"
MOST_BEGINNINGS = 50_000  # a document inside the archive may be an archive itself
DRIVE = re.compile(r"^[A-Za-z]:")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, NotImplementedError,
           ValueError, struct.error, IndexError)  # fmt: skip


@dataclass(slots=True)
class Archive:
    """An archive whose entries all have decent names; reading counts what was unpacked."""

    _zip: zipfile.ZipFile
    names: tuple[str, ...]
    _left: int = field(default=MOST_UNPACKED)

    def read(self, name: str, *, most: int) -> bytes:
        """Return an entry, read piece by piece. Raises FileRefused as soon as it is too much."""
        info = self._zip.getinfo(name)
        allowed = max(SMALL, info.compress_size * MOST_RATIO)
        parts, length = [], 0
        try:
            with self._zip.open(info) as file:
                while part := file.read(CHUNK):
                    length += len(part)
                    self._left -= len(part)
                    # what an entry says of its own size may be a lie: only what came out counts
                    if length > most or length > allowed or self._left < 0:
                        raise _refused(_("%(entry)s pakt uit tot te veel."), name)
                    parts.append(part)
        except DAMAGED as error:
            raise _refused(_("%(entry)s is beschadigd."), name) from error
        return b"".join(parts)


def opened(file: bytes | IO[bytes]) -> Archive:
    """Return an archive of which every entry may be looked at.

    Raises FileRefused, naming the entry, for too large a file, too many entries, a name that
    leads outside the archive or stands there twice, a link, a locked entry, another way of
    packing than usual, and an entry that says of itself that it unfolds to too much.
    """
    content = _content(file)
    # every entry of the list begins so, and the list is read whole before it can be counted
    if content.count(BEGIN_OF_ENTRY) > MOST_BEGINNINGS:
        raise _too_many()
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGED as error:
        raise FileRefused(_("Dit is geen ZIP-bestand, of het is beschadigd.")) from error
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _too_many()
    seen: set[str] = set()
    for entry in entries:
        _refuse_name(entry.orig_filename, seen)
        _refuse_kind(entry)
    return Archive(archive, tuple(entry.filename for entry in entries if not entry.is_dir()))


def _content(file: bytes | IO[bytes]) -> bytes:
    content = file if isinstance(file, bytes) else file.read(LARGEST_ARCHIVE + 1)
    if len(content) > LARGEST_ARCHIVE:
        most = LARGEST_ARCHIVE // 1_000_000
        raise FileRefused(_("Dit bestand is groter dan %(most)s MB.") % {"most": most})
    return content


def _too_many() -> FileRefused:
    message = _("In dit bestand zitten te veel delen: ten hoogste %(most)s mag.")
    return FileRefused(message % {"most": MOST_ENTRIES})


def _refuse_name(name: str, seen: set[str]) -> None:
    parts = name.split("/")
    if "\\" in name or "\0" in name or name.startswith("/") or DRIVE.match(name) or ".." in parts:
        raise _refused(_("De naam van %(entry)s wijst naar een plek buiten dit bestand."), name)
    if name.lower() in seen:
        raise _refused(_("%(entry)s staat er twee keer in."), name)
    seen.add(name.lower())


def _refuse_kind(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _refused(_("%(entry)s is een verwijzing naar een ander bestand."), name)
    if entry.flag_bits & ENCRYPTED:
        raise _refused(_("%(entry)s zit op slot met een wachtwoord."), name)
    if entry.compress_type not in METHODS:
        raise _refused(_("%(entry)s is ingepakt op een manier die wij niet lezen."), name)
    if entry.file_size > max(SMALL, entry.compress_size * MOST_RATIO):
        raise _refused(_("%(entry)s pakt uit tot te veel."), name)


def _refused(sentence: str, name: str) -> FileRefused:
    return FileRefused(sentence % {"entry": f"‘{shortened(name)}’"})

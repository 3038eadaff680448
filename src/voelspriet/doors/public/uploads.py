# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that residents send: kept in memory, never written anywhere before they are encrypted.

Django's own handler writes larger files to a folder of the system, readable there as they are.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused

LARGEST_FILE = 10_000_000
LARGEST_REQUEST = 300_000_000  # a phone may try to send a film; it hears why not


class MemoryOnlyHandler(FileUploadHandler):
    """Hold a file of at most 10 MB in memory; of a larger one only its size."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.received = 0
        self.size = 0
        self.buffer = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.size = 0
        self.buffer = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002  Django's
        """Take a piece; past the limit it is counted and let go."""
        self.size += len(raw_data)
        self.received += len(raw_data)
        if self.received > LARGEST_REQUEST:
            raise RequestDataTooBig("An upload of more than 300 MB.")
        if self.size <= LARGEST_FILE:
            self.buffer.write(raw_data)
        else:
            self.buffer = BytesIO()

    def file_complete(self, file_size: int) -> UploadedFile:
        """Return the file; an empty one with its true size when it was too large."""
        self.buffer.seek(0)
        return InMemoryUploadedFile(
            self.buffer,
            self.field_name,
            self.file_name or "file",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )


def read_upload(upload: UploadedFile, *, field: str) -> bytes:
    """Return the bytes of a file. Refuses one that was larger than 10 MB."""
    if (upload.size or 0) > LARGEST_FILE:
        raise Refused(
            _("Dit bestand is te groot. Kies een bestand van 10 MB of minder."), field=field
        )
    data: bytes = upload.read()
    return data

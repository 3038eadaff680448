# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A database that cannot write, in the one line a person sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from voelspriet.doors.commands.start import CommandError


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """Say that nothing was stored when the database stops in the middle, as on a full disk.

    For what one action writes: its transaction takes everything back.
    """
    from django.db import DatabaseError  # noqa: PLC0415  needs Django to be set up

    try:
        yield
    except DatabaseError as error:
        message = f"The database could not write, and nothing was stored: {error}".strip()
        raise CommandError(message) from error

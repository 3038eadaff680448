# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Encrypted columns. A value is text to the program and a token in the database."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models


class StoredToken(str):
    """Text that is a token already, as it stands in the database: stored again as it is."""

    __slots__ = ()


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """Text that the database holds encrypted (Fernet, newest key of the key file).

    An empty string stays empty, so "nothing given" can be told without the key. It cannot be
    searched or sorted in the database, and lookups other than emptiness are refused.

    A token tells in the clear when it was made. `timeless` writes the same moment in all of them,
    where a moment could tie a row to somebody.
    """

    description = "Text, encrypted with the key file"

    def __init__(self, *args: Any, timeless: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.timeless = timeless

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Say for migrations whether tokens tell no moment."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"timeless": True} if self.timeless else {})

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> str | None:
        """Return the text of a stored token."""
        if not value:
            return value
        return settings.KEYRING.decrypt(value.encode()).decode()

    def get_prep_value(self, value: Any) -> Any:
        """Return the token to store."""
        if not value:
            return value
        if isinstance(value, StoredToken):
            return str(value)
        if self.timeless:
            return settings.KEYRING.encrypt_timeless(str(value).encode()).decode()
        return settings.KEYRING.encrypt(str(value).encode()).decode()

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse every lookup but emptiness: a token never equals another."""
        if lookup_name not in {"isnull", "exact"}:
            message = f"An encrypted column cannot be looked up by {lookup_name}."
            raise TypeError(message)
        return super().get_lookup(lookup_name)

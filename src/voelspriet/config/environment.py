# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every setting of an installation, read once from the environment and typed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PREFIX = "VOELSPRIET_"


def _text(name: str, default: str) -> str:
    return os.environ.get(PREFIX + name, default)


def _flag(name: str, *, default: bool) -> bool:
    value = _text(name, "yes" if default else "no").strip().lower()
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"0", "no", "false", "off", ""}:
        return False
    message = f"{PREFIX}{name} must be yes or no, not {value!r}."
    raise ImproperlyConfigured(message)


def _list(name: str, default: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _text(name, default).split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of one installation. docs/reference/settings.md lists them for operators."""

    home: Path
    database_url: str
    allowed_hosts: tuple[str, ...]
    public_url: str
    debug: bool
    secure: bool
    email_url: str
    sender: str
    map_tiles_url: str
    leave_url: str
    threads: int
    log_level: str


def read_environment() -> Environment:
    """Read the environment.

    Raises ImproperlyConfigured when a value cannot be understood.
    """
    home = Path(_text("HOME", "var")).absolute()
    public_url = _text("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
    return Environment(
        home=home,
        database_url=_text("DATABASE_URL", f"sqlite:///{home / 'voelspriet.sqlite3'}"),
        allowed_hosts=_list("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]"),
        public_url=public_url,
        debug=_flag("DEBUG", default=False),
        secure=_flag("SECURE", default=public_url.startswith("https://")),
        email_url=_text("EMAIL_URL", ""),
        sender=_text("SENDER", "Voelspriet <niet-beantwoorden@voelspriet.example>"),
        map_tiles_url=_text("MAP_TILES_URL", ""),
        leave_url=_text("LEAVE_URL", "https://www.knmi.nl/nederland-nu/weer"),
        threads=int(_text("THREADS", "8")),
        log_level=_text("LOG_LEVEL", "INFO"),
    )

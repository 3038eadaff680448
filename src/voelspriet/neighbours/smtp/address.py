# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mail setting of an installation, read from one address."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

Security = Literal["none", "tls", "starttls"]
_SCHEMES: dict[str, tuple[Security, int]] = {
    "smtp": ("none", 25),
    "smtps": ("tls", 465),
    "smtp+tls": ("starttls", 587),
}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail goes. `security` says how the connection is kept private."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MailFolder:
    """A folder in which mails are written instead of sent, for demonstrations."""

    path: Path


def read_email_url(url: str) -> MailServer | MailFolder | None:
    """Return what `smtp://`, `smtps://`, `smtp+tls://` or `file:///folder` stands for.

    None when empty: mail is off. Raises ImproperlyConfigured, without repeating the password.
    """
    if not url.strip():
        return None
    parts = urlsplit(url.strip())
    if parts.scheme == "file":
        if not parts.path.strip("/"):
            raise ImproperlyConfigured("VOELSPRIET_EMAIL_URL names no folder: file:///folder.")
        return MailFolder(Path(unquote(parts.path)))
    if parts.scheme not in _SCHEMES or not parts.hostname:
        message = "VOELSPRIET_EMAIL_URL must be smtp://, smtps:// or smtp+tls:// with a host."
        raise ImproperlyConfigured(message)
    security, port = _SCHEMES[parts.scheme]
    return MailServer(
        host=parts.hostname,
        port=parts.port or port,
        security=security,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a mail to an organisation says when a room above this one knows it.

This room knows no notices: who makes the words registers here. They are asked for at the moment
the mail goes, so that what was taken back by then does not go.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from voelspriet.answer.replies.choices import ServiceMailKind


@dataclass(frozen=True, slots=True)
class PartyMail:
    """What an organisation reads, in `language`; `page_url` is where it stands too."""

    subject: str
    paragraphs: tuple[str, ...]
    page_url: str
    language: str


PartyMailSource = Callable[[str, datetime], PartyMail | None]
_sources: dict[str, PartyMailSource] = {}


def party_mail_source(kind: ServiceMailKind, source: PartyMailSource) -> None:
    """Register who makes the words of a kind of mail from its key; None: it need not go."""
    _sources[kind] = source


def party_mail(kind: str, key: str, at: datetime) -> PartyMail | None:
    """Return what a mail says now. Raises KeyError where nobody registered its kind."""
    return _sources[kind](key, at)

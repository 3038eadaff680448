# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a mail goes and comes from, and how its plain text is tidied."""

from __future__ import annotations

from email.utils import formataddr, parseaddr

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from voelspriet.answer.replies.rules.answers import told_first
from voelspriet.ground.areas.models import Municipality
from voelspriet.listen.intake.models import ReporterContact, Signal


def address_of(signal: Signal) -> str:
    """Return where a reporter asked to be mailed; empty when there is no address (any more)."""
    contact = ReporterContact.objects.filter(signal=told_first(signal)).first()
    return contact.email.strip() if contact else ""


def follow_url(language: str) -> str:
    """Return the address of the page where a code is filled in; never the code."""
    with translation.override(language):
        return settings.PUBLIC_URL + reverse("public:follow")


def sender_of(municipality: Municipality) -> str:
    """Return the sender of a municipality's mails."""
    name, address = parseaddr(municipality.sender or settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or municipality.name, address))


def tidy(text: str) -> str:
    """Return plain text with single blank lines between its paragraphs."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept) + "\n"

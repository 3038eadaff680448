# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell the outbox which transport this installation has."""

from __future__ import annotations

from django.conf import settings

from voelspriet.answer.replies.transports import Transport, transport_source
from voelspriet.neighbours.smtp.address import MailFolder, MailServer, read_email_url
from voelspriet.neighbours.smtp.client import SmtpTransport
from voelspriet.neighbours.smtp.folder import FolderTransport


@transport_source
def mail_transport() -> Transport | None:
    """Return the transport that VOELSPRIET_EMAIL_URL asks for; None when mail is off."""
    target = read_email_url(settings.EMAIL_URL)
    if isinstance(target, MailFolder):
        return FolderTransport(target.path)
    if isinstance(target, MailServer):
        return SmtpTransport(target)
    return None

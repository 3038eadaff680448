# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From our mail to an internet message (RFC 5322, RFC 2045)."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr

from voelspriet.answer.replies.transports import Mail


def is_ascii(address: str) -> bool:
    """Tell whether an address can travel to a server that knows only ASCII."""
    return address.isascii()


def envelope(sender: str) -> str:
    """Return the bare address of a sender such as "Gemeente <a@b.example>"."""
    return parseaddr(sender)[1]


def message_bytes(mail: Mail, *, utf8: bool) -> bytes:
    """Return a mail as it goes over the line: plain text, and the same as HTML.

    Raises ValueError when an address or subject cannot stand in a header (line breaks and such).
    """
    message = EmailMessage(policy=SMTPUTF8 if utf8 else SMTP)
    name, address = parseaddr(mail.sender)
    message["From"] = Address(display_name=name, addr_spec=address)
    message["To"] = Address(addr_spec=mail.to)
    message["Subject"] = mail.subject
    message["Message-ID"] = mail.message_id
    message["Date"] = format_datetime(mail.at)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    # last: setting the content clears every header about content
    message["Content-Language"] = mail.language
    return message.as_bytes()

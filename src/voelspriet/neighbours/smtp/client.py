# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Delivering one mail over SMTP (RFC 5321), and telling honestly what became of it.

Every step has a time limit; together they stay under the lease of the outbox. Until the message
itself goes over the line nothing can have been taken; after that, only the server's answer tells.
"""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass

from voelspriet.answer.replies.transports import Fate, Mail, Sending
from voelspriet.neighbours.smtp.address import MailServer
from voelspriet.neighbours.smtp.mapping import envelope, is_ascii, message_bytes

STEP_SECONDS = 10.0
# after the message a server may scan it first: asking for patience here makes fewer uncertain
ANSWER_SECONDS = 60.0
GO_AHEAD = 354
TAKEN = range(200, 300)
FOR_NOW = range(400, 500)


class _AnsweredError(Exception):
    """The server answered a step with something else than yes."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class SmtpTransport:
    """A mail server, one connection for each mail. `seconds` limits every step.

    `answer_seconds` limits the wait for the answer to the message itself.
    """

    server: MailServer
    seconds: float = STEP_SECONDS
    answer_seconds: float = ANSWER_SECONDS

    def send(self, mail: Mail) -> Sending:
        """Try once. Errors carry the server's three digits only: its words can hold the address."""
        try:
            client = self._connect()
        except smtplib.SMTPResponseException as error:
            return _login_failed(error)
        except TimeoutError:
            return Sending(Fate.LATER, "timeout")
        except (OSError, smtplib.SMTPException):
            return Sending(Fate.LATER, "connect")
        try:
            return self._deliver(client, mail)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                client.close()

    def _connect(self) -> smtplib.SMTP:
        server, context = self.server, ssl.create_default_context()
        client: smtplib.SMTP
        if server.security == "tls":
            client = smtplib.SMTP_SSL(
                server.host, server.port, timeout=self.seconds, context=context
            )
        else:
            client = smtplib.SMTP(server.host, server.port, timeout=self.seconds)
        try:
            client.ehlo_or_helo_if_needed()
            if server.security == "starttls":
                client.starttls(context=context)
                client.ehlo()
            if server.user:
                client.login(server.user, server.password)
        except BaseException:
            client.close()
            raise
        return client

    def _deliver(self, client: smtplib.SMTP, mail: Mail) -> Sending:
        """Give the envelope; up to the go-ahead for the message nothing can have been taken."""
        utf8 = not is_ascii(mail.to)
        if utf8 and not client.has_extn("smtputf8"):
            return Sending(Fate.REFUSED, "address")
        try:
            content = message_bytes(mail, utf8=utf8)
        except ValueError:
            return Sending(Fate.REFUSED, "address")
        try:
            options = ["SMTPUTF8", "BODY=8BITMIME"] if utf8 else []
            _expect(client.mail(envelope(mail.sender), options), TAKEN)
            _expect(client.rcpt(mail.to), TAKEN)
            _expect(client.docmd("DATA"), range(GO_AHEAD, GO_AHEAD + 1))
        except _AnsweredError as error:
            return _refused(error.code)
        except TimeoutError:
            return Sending(Fate.LATER, "timeout")
        except (OSError, smtplib.SMTPException, ValueError):
            return Sending(Fate.LATER, "lost")
        if client.sock is not None:
            client.sock.settimeout(self.answer_seconds)
        return _give(client, content)


def _give(client: smtplib.SMTP, content: bytes) -> Sending:
    """Send the message itself. When the line breaks from here on, nobody knows."""
    lines = content.replace(b"\r\n.", b"\r\n..")
    if lines.startswith(b"."):
        lines = b"." + lines
    try:
        client.send(lines + (b"" if lines.endswith(b"\r\n") else b"\r\n") + b".\r\n")
        code, _words = client.getreply()
    except (OSError, smtplib.SMTPException):
        return Sending(Fate.UNKNOWN, "lost")
    if code not in TAKEN:
        return _refused(code) if code >= FOR_NOW.start else Sending(Fate.UNKNOWN, "lost")
    with suppress(OSError, smtplib.SMTPException):
        client.quit()
    return Sending(Fate.TAKEN)


def _expect(answer: tuple[int, bytes], codes: range) -> None:
    code = answer[0]
    if code == -1:
        raise smtplib.SMTPServerDisconnected("The server hung up.")
    if code not in codes:
        raise _AnsweredError(code)


def _refused(code: int) -> Sending:
    # anything but a plain 5xx before the message leaves room for another try
    permanent = code not in FOR_NOW and code >= FOR_NOW.stop
    return Sending(Fate.REFUSED if permanent else Fate.LATER, f"smtp_{code}")


def _login_failed(error: smtplib.SMTPResponseException) -> Sending:
    # a wrong password is the operator's to mend: the mails wait for it
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Sending(Fate.LATER, "login")
    return Sending(Fate.LATER, f"smtp_{error.smtp_code}" if error.smtp_code > 0 else "connect")

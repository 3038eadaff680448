# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The contract every transport keeps, and what each turn of a mail server means."""

from __future__ import annotations

import email
import email.policy
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.neighbours.smtp_server import Mode, smtp_server
from voelspriet.answer.replies.transports import Fate, Mail, Transport
from voelspriet.neighbours.smtp.address import MailFolder, MailServer, read_email_url
from voelspriet.neighbours.smtp.client import SmtpTransport
from voelspriet.neighbours.smtp.folder import FolderTransport

AT = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
MAIL = Mail(
    message_id="<v-2345-6789@voelspriet.example>",
    at=AT,
    sender="Gemeente Lindeveen <niet-beantwoorden@lindeveen.example>",
    to="sanne@voorbeeld.nl",
    subject="رسالة من البلدية",
    text="مرحبا\n.een regel met een punt vooraan\nİyi günler",
    html='<p dir="rtl">مرحبا</p>',
    language="ar",
)


def transport_to(port: int, seconds: float = 2.0) -> SmtpTransport:
    return SmtpTransport(MailServer("127.0.0.1", port, "none"), seconds, answer_seconds=seconds)


@pytest.fixture(params=["smtp", "folder"])
def taking(request, tmp_path: Path):
    """A transport that works, and a function that gives what arrived."""
    if request.param == "folder":
        folder = FolderTransport(tmp_path / "mails")
        yield folder, lambda: [p.read_bytes() for p in sorted((tmp_path / "mails").glob("*.eml"))]
        return
    with smtp_server() as server:
        yield transport_to(server.port), lambda: [one.data for one in server.mails]


@pytest.fixture(params=["smtp", "folder"])
def away(request, tmp_path: Path) -> Transport:
    """A transport whose other side is not there."""
    if request.param == "folder":
        (tmp_path / "file").write_text("in the way")
        return FolderTransport(tmp_path / "file" / "mails")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return transport_to(port)


def test_a_mail_arrives_whole_in_any_script(taking):
    transport, arrived = taking
    assert transport.send(MAIL).fate is Fate.TAKEN
    (content,) = arrived()
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert message["Subject"] == MAIL.subject
    assert message["To"] == MAIL.to
    assert message["Message-ID"] == MAIL.message_id
    assert message["From"].addresses[0].display_name == "Gemeente Lindeveen"
    assert message["Auto-Submitted"] == "auto-generated"
    text = message.get_body(("plain",)).get_content()
    assert text.splitlines() == MAIL.text.splitlines()
    assert MAIL.html in message.get_body(("html",)).get_content()


def test_what_is_not_there_is_tried_later(away):
    sending = away.send(MAIL)
    assert (sending.fate, sending.error) == (Fate.LATER, "connect")


@pytest.mark.parametrize(
    "change",
    [{"to": "a@b.nl\r\nBcc: alle@b.nl"}, {"subject": "hallo\r\nBcc: alle@b.nl"}],
)
def test_a_line_break_in_a_header_is_refused_and_nothing_goes(taking, change):
    transport, arrived = taking
    fields = {name: getattr(MAIL, name) for name in MAIL.__dataclass_fields__}
    assert transport.send(Mail(**fields | change)).fate is Fate.REFUSED
    assert arrived() == []


@pytest.mark.parametrize(
    ("mode", "fate", "error"),
    [
        (Mode.REFUSE, Fate.REFUSED, "smtp_550"),
        (Mode.LATER, Fate.LATER, "smtp_451"),
        (Mode.LATER_AFTER_DATA, Fate.LATER, "smtp_452"),
        (Mode.REFUSE_AFTER_DATA, Fate.REFUSED, "smtp_554"),
        (Mode.CLOSED, Fate.LATER, "smtp_421"),
        (Mode.DROP_BEFORE_DATA, Fate.LATER, "lost"),
        (Mode.DROP_AFTER_DATA, Fate.UNKNOWN, "lost"),
    ],
)
def test_each_turn_of_a_mail_server_has_one_meaning(mode, fate, error):
    with smtp_server(mode) as server:
        sending = transport_to(server.port).send(MAIL)
    assert (sending.fate, sending.error) == (fate, error)


def test_silence_after_the_message_is_unknown():
    with smtp_server(Mode.SILENT_AFTER_DATA) as server:
        assert transport_to(server.port, seconds=0.2).send(MAIL).fate is Fate.UNKNOWN
        assert len(server.mails) == 1


def test_a_slow_server_is_tried_later_and_took_nothing():
    with smtp_server(Mode.SLOW) as server:
        assert transport_to(server.port, seconds=0.2).send(MAIL).fate is Fate.LATER
        assert server.mails == []


def test_an_address_in_another_script_is_refused_by_a_server_that_knows_only_ascii():
    fields = {name: getattr(MAIL, name) for name in MAIL.__dataclass_fields__}
    with smtp_server() as server:
        sending = transport_to(server.port).send(Mail(**fields | {"to": "سناء@voorbeeld.nl"}))
    assert (sending.fate, sending.error) == (Fate.REFUSED, "address")


def test_the_address_a_server_repeats_is_never_kept():
    with smtp_server(Mode.REFUSE) as server:
        assert "sanne" not in repr(transport_to(server.port).send(MAIL))


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("", None),
        ("smtp://post.example", MailServer("post.example", 25, "none")),
        ("smtps://a%40b:p%2Fw@post.example", MailServer("post.example", 465, "tls", "a@b", "p/w")),
        (
            "smtp+tls://u:w@post.example:2525",
            MailServer("post.example", 2525, "starttls", "u", "w"),
        ),
        ("file:///srv/mails", MailFolder(Path("/srv/mails"))),
    ],
)
def test_the_setting_names_a_server_or_a_folder_or_nothing(url, target):
    assert read_email_url(url) == target


@pytest.mark.parametrize("url", ["http://post.example", "smtp://", "file://", "post.example"])
def test_a_setting_that_cannot_be_understood_is_refused(url):
    with pytest.raises(ImproperlyConfigured):
        read_email_url(url)


def test_the_password_of_the_mail_server_is_not_shown():
    assert "geheim" not in repr(read_email_url("smtp://u:geheim@post.example"))

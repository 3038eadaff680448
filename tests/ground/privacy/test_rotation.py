# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every encrypted value gets the new key; the old one goes only when it is needed no more."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.db import connection

from tests.factories.areas import make_town
from tests.factories.signals import make_contact, make_message, make_signal
from voelspriet.ground.privacy.actions import ensure_key_check, rotate_keys, rotation
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.keys import (
    KeyFileError,
    fresh_keyring,
    load_keyring,
    replace_keyring,
)
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.privacy.queries import key_matches
from voelspriet.listen.intake.models import Message, ReporterContact, Signal

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
BY = system("keys rotate")


@pytest.fixture
def home(tmp_path, settings):
    """Return a home with a key file and files of its own."""
    keyring = fresh_keyring()
    replace_keyring(tmp_path, keyring)
    settings.KEYRING = keyring
    settings.MEDIA_ROOT = tmp_path / "files"
    (settings.MEDIA_ROOT / "attachments").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def old(home):
    return load_keyring(home)


def attachment(home: Path, keyring, name="a1", content=b"a photo"):
    path = home / "files" / "attachments" / name
    path.write_bytes(keyring.encrypt(content))
    return path


def tokens():
    """Return every token in the tables these tests write to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM intake_signal UNION ALL SELECT text FROM intake_message")
        found = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT name FROM intake_reportercontact")
        return found + [row[0] for row in cursor.fetchall()]


def scene(home, keyring, count=3):
    ensure_key_check(at=AT)
    area = make_town().neighbourhoods[0]
    for number in range(count):
        signal = make_signal(area=area, text=f"Tekst {number}")
        make_message(signal, text=f"Bericht {number}")
    make_contact(signal)
    return attachment(home, keyring)


def opens(keyring, token):
    Fernet(keyring.fields[0].encode()).decrypt(token)
    return True


def test_every_value_and_file_gets_the_new_key_and_reads_as_before(home, old, settings):
    path = scene(home, old)
    plain = home / "files" / "note.txt"
    plain.write_bytes(b"never encrypted")
    heard = []
    done = rotate_keys(home=home, by=BY, at=AT, progress=heard.append)
    new = load_keyring(home)
    assert len(new.fields) == 1
    assert new.fields != old.fields
    assert (new.receipts, new.signing) == (old.receipts, old.signing)
    assert new == settings.KEYRING
    assert all(opens(new, token) for token in tokens())
    assert new.decrypt(path.read_bytes()) == b"a photo"
    assert plain.read_bytes() == b"never encrypted"
    assert (done.files, done.plain_files, done.continued) == (1, 1, False)
    assert done.values >= 3 + 3 + 3 + 1
    assert sum(heard) >= 3 + 3 + 1 + 1 + 2
    assert key_matches()
    assert sorted(signal.text for signal in Signal.objects.all()) == [
        "Tekst 0", "Tekst 1", "Tekst 2",
    ]  # fmt: skip
    assert Message.objects.order_by("id").first().text == "Bericht 0"
    assert ReporterContact.objects.get().phone == "0612345678"
    actions = AuditLine.objects.order_by("id").values_list("action", flat=True)
    assert list(actions)[-2:] == ["keys.rotation_started", "keys.rotated"]
    assert not list(home.rglob("*.rotating"))


def test_the_old_key_reads_nothing_any_more(home, old, settings):
    scene(home, old)
    rotate_keys(home=home, by=BY, at=AT)
    settings.KEYRING = old
    assert not key_matches()
    with pytest.raises(KeyFileError):
        list(Signal.objects.all())


@pytest.mark.parametrize("stop_at", [1, 3, 5])
def test_interrupted_it_goes_on_with_the_same_new_key(home, old, settings, monkeypatch, stop_at):
    path = scene(home, old)
    monkeypatch.setattr(rotation, "AT_ONCE", 1)
    calls = []

    def stop(_count):
        calls.append(1)
        if len(calls) == stop_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rotate_keys(home=home, by=BY, at=AT, progress=stop)
    between = load_keyring(home)
    assert len(between.fields) == 2
    assert between.fields[1:] == old.fields
    settings.KEYRING = between  # as the next start would read it
    assert key_matches()
    assert len([signal.text for signal in Signal.objects.all()]) == 3

    done = rotate_keys(home=home, by=BY, at=AT)
    assert done.continued
    assert done.passed_over >= 1
    assert load_keyring(home).fields == between.fields[:1]
    assert all(opens(load_keyring(home), token) for token in tokens())
    assert load_keyring(home).decrypt(path.read_bytes()) == b"a photo"


def test_a_value_no_key_opens_keeps_every_key(home, old):
    scene(home, old)
    attachment(home, fresh_keyring(), name="foreign")
    with pytest.raises(KeyFileError, match="foreign opens with none of the keys"):
        rotate_keys(home=home, by=BY, at=AT)
    kept = load_keyring(home)
    assert kept.fields[1:] == old.fields


def test_what_was_written_with_the_old_key_meanwhile_keeps_the_old_key(home, old):
    path = scene(home, old)

    def write_behind(_count):
        """Act as a server that still runs with the old key, once all rows were rewritten."""
        if path.read_bytes() != before:
            path.write_bytes(old.encrypt(b"a later photo"))

    before = path.read_bytes()
    with pytest.raises(KeyFileError, match="written with an old key meanwhile"):
        rotate_keys(home=home, by=BY, at=AT, progress=write_behind)
    assert load_keyring(home).fields[1:] == old.fields
    rotate_keys(home=home, by=BY, at=AT)
    assert load_keyring(home).decrypt(path.read_bytes()) == b"a later photo"

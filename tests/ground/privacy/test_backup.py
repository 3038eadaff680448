# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A backup holds everything, shows nothing, and comes back whole or not at all."""

import io
import json
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.signals import make_contact, make_message, make_signal
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy import backups, dump
from voelspriet.ground.privacy.actions import (
    ensure_key_check,
    make_backup,
    restore_backup,
)
from voelspriet.ground.privacy.actors import Refused, system
from voelspriet.ground.privacy.keys import KeyFileError, Keyring, fresh_keyring, new_field_key
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.privacy.queries import key_matches
from voelspriet.ground.privacy.sealing import SealedWriter, SealError, read_manifest
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.ground.search.actions import index_signal
from voelspriet.ground.search.queries import search_ids
from voelspriet.listen.intake.models import ReporterContact, Signal

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
BY = system("test")
WORDS = (
    "dealers",
    "galerijflat",
    "Sanne",
    "Vermeer",
    "sanne@voorbeeld.nl",
    "0612345678",
    "fluister",
)


@pytest.fixture
def home(tmp_path, settings):
    settings.KEYRING = fresh_keyring()
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path


def scene(settings):
    """Make a town with signals, contact data, a photo, a search index and waiting work."""
    ensure_key_check(at=AT)
    town = make_town(districts=2, neighbourhoods=3)
    area = town.neighbourhoods[0]
    for number in range(5):
        signal = make_signal(
            area=area, text=f"Achter de galerijflat staan dealers {number}", point=(5.1, 52.2)
        )
        index_signal(signal_id=signal.pk, text="dealers galerijflat", area_id=area.pk)
    make_contact(signal)
    make_message(signal, text="Ik fluister dit.")
    folder = settings.MEDIA_ROOT / "attachments"
    folder.mkdir(parents=True)
    (folder / "photo").write_bytes(settings.KEYRING.encrypt(b"a photo " * 90_000))
    (folder / "empty").write_bytes(b"")
    (folder / "half.partial").write_bytes(b"x")
    with arranging():
        enqueue("replies.acknowledge", signal_id=signal.pk)
        Session.objects.create(session_key="k", session_data="d", expire_date=AT)
    return town


def contents():
    """Return every row that belongs in a backup, but for audit lines, as text to compare."""
    return {
        model._meta.label: json.dumps(list(dump.stored_rows(model, using="default")))
        for model in dump.dumped_models()
        if model is not AuditLine
    }


def files(settings):
    found = backups.stored_files(settings.MEDIA_ROOT)
    return {path.relative_to(settings.MEDIA_ROOT).as_posix(): path.read_bytes() for path in found}


def wipe(settings):
    """Leave the installation as a fresh one: no rows, no files."""
    with arranging(), transaction.atomic():
        dump.empty_tables()
    for path in backups.stored_files(settings.MEDIA_ROOT):
        path.unlink()


def test_everything_comes_back_as_it_was(home, settings):
    town = scene(settings)
    before, before_files = contents(), files(settings)
    target = home / "today.backup"
    heard = []
    counts = make_backup(target=target, by=BY, at=AT, progress=heard.append)
    assert counts.rows["intake.Signal"] == 5
    assert counts.files == 2
    assert sum(heard) == counts.all_rows + counts.files
    assert target.stat().st_mode & 0o777 == 0o600
    assert not target.with_name("today.backup.partial").exists()
    assert AuditLine.objects.filter(action="backup.made").count() == 1

    wipe(settings)
    assert dump.is_fresh()
    done = restore_backup(source=target, by=BY, at=AT)
    assert done.counts == counts
    assert contents() == before
    assert files(settings) == before_files
    assert key_matches()
    assert not Session.objects.exists()
    assert Signal.objects.order_by("id").first().text == "Achter de galerijflat staan dealers 0"
    assert ReporterContact.objects.get().name == "Sanne Vermeer"
    area = town.neighbourhoods[0]
    assert len(search_ids(query="galerijflat", area_ids=(area.pk,))) == 5
    assert AuditLine.objects.filter(action="backup.restored").count() == 1
    # new rows go on after the restored ones
    highest = Signal.objects.order_by("-id").first().pk
    assert make_signal(area=Area.objects.get(pk=area.pk)).pk > highest


def test_neither_the_backup_nor_the_database_file_holds_what_was_told(home, settings):
    scene(settings)
    target = home / "today.backup"
    make_backup(target=target, by=BY, at=AT)
    content = target.read_bytes()
    manifest = read_manifest(io.BytesIO(content))
    assert set(manifest) == {"made_at", "version", "rows", "files", "key", "salt"}
    for word in (*WORDS, "Waterrijk", "BU9999", "intake", settings.KEYRING.fields[0]):
        assert word.lower().encode() not in content.lower(), word
    if connection.vendor == "sqlite":
        database = connection.connection.serialize()
        assert b"Waterrijk" in database  # so the search below would find words
        for word in WORDS:
            assert word.lower().encode() not in database.lower(), word


def test_a_backup_of_an_empty_installation_restores_too(home):
    ensure_key_check(at=AT)
    target = home / "empty.backup"
    make_backup(target=target, by=BY, at=AT)
    restore_backup(source=target, by=BY, at=AT)
    assert not Municipality.objects.exists()


def test_a_used_installation_is_not_replaced_unless_forced(home, settings):
    scene(settings)
    target = home / "today.backup"
    make_backup(target=target, by=BY, at=AT)
    before = contents()
    with pytest.raises(Refused, match="niet leeg"):
        restore_backup(source=target, by=BY, at=AT)
    area = Area.objects.get(code="BU99990101")
    later = make_signal(area=area, text="Iets van later")
    (settings.MEDIA_ROOT / "attachments" / "later").write_bytes(b"x")
    restore_backup(source=target, by=BY, at=AT, force=True)
    assert contents() == before
    assert not Signal.objects.filter(reference=later.reference).exists()
    assert sorted(files(settings)) == ["attachments/empty", "attachments/photo"]


def test_another_key_file_cannot_open_it_and_nothing_changes(home, settings):
    scene(settings)
    target = home / "today.backup"
    make_backup(target=target, by=BY, at=AT)
    before, kept = contents(), settings.KEYRING
    settings.KEYRING = fresh_keyring()
    with pytest.raises(SealError, match="made with key file"):
        restore_backup(source=target, by=BY, at=AT, force=True)
    assert contents() == before
    settings.KEYRING = Keyring((new_field_key(), *kept.fields), kept.receipts, kept.signing)
    with pytest.raises(KeyFileError, match="rotation of keys was not finished"):
        make_backup(target=home / "other.backup", by=BY, at=AT)


@pytest.mark.parametrize("damage", ["cut", "flip", "empty"])
def test_a_damaged_backup_changes_nothing(home, settings, damage):
    scene(settings)
    target = home / "today.backup"
    make_backup(target=target, by=BY, at=AT)
    content = bytearray(target.read_bytes())
    if damage == "cut":
        del content[-40:]
    elif damage == "flip":
        content[-40] ^= 1
    else:
        content.clear()
    target.write_bytes(bytes(content))
    before, before_files = contents(), files(settings)
    with pytest.raises(SealError):
        restore_backup(source=target, by=BY, at=AT, force=True)
    assert contents() == before
    assert files(settings) == before_files


def test_an_error_half_way_takes_everything_back(home, settings, monkeypatch):
    scene(settings)
    target = home / "today.backup"
    make_backup(target=target, by=BY, at=AT)
    (settings.MEDIA_ROOT / "attachments" / "photo").unlink()
    before, before_files = contents(), files(settings)

    def fail():
        raise KeyboardInterrupt

    monkeypatch.setattr("voelspriet.ground.privacy.actions.restore.reset_sequences", fail)
    with pytest.raises(KeyboardInterrupt):
        restore_backup(source=target, by=BY, at=AT, force=True)
    assert contents() == before
    assert files(settings) == before_files


def test_an_existing_file_is_never_overwritten_by_a_backup(home):
    target = home / "today.backup"
    target.write_bytes(b"precious")
    with pytest.raises(FileExistsError):
        make_backup(target=target, by=BY, at=AT)
    assert target.read_bytes() == b"precious"


def forged(settings, *records):
    """Seal records of our own making with the right key."""
    file = io.BytesIO()
    writer = SealedWriter(file, settings.KEYRING, {"made_at": "x", "version": "9"})
    for kind, body in records:
        content = json.dumps(body).encode()
        writer.write(kind + len(content).to_bytes(4, "big") + content)
    writer.close()
    file.seek(0)
    return file


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([], "counts in the backup do not agree"),
        ([(b"E", {"rows": {}, "files": 3})], "counts in the backup do not agree"),
        ([(b"F", "../outside")], "leads out of its folder"),
        ([(b"F", "/etc/passwd")], "leads out of its folder"),
        ([(b"T", {"table": "intake.Signal", "columns": ["id"]})], "made with version 9"),
        ([(b"T", {"table": "other.Thing", "columns": ["id"]})], "made with version 9"),
        ([(b"E", {"rows": {}, "files": 0}), (b"F", "a")], "goes on after its end"),
    ],
)
def test_what_does_not_fit_is_refused(settings, records, reason):
    with pytest.raises(SealError, match=reason):
        backups.verify_backup(
            forged(settings, *records), keyring=settings.KEYRING, progress=lambda _count: None
        )


def test_every_table_of_the_house_is_in_it():
    labels = {model._meta.label for model in dump.dumped_models()}
    ours = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("voelspriet.")
    }
    assert ours <= labels

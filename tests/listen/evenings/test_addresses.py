# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address for the report: nothing in the database links it to a voice, and it goes in time."""

from __future__ import annotations

import base64
import json
import random
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection

from tests.conftest import arranging
from tests.factories.evening_rooms import BEGINS, DURING, make_evening
from tests.factories.evenings import make_phone
from voelspriet.answer.replies.actions.evening_reports import send_evening_report
from voelspriet.answer.replies.models import Delivery, ServiceMail
from voelspriet.ground.privacy.actors import Refused, resident, system
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.evenings.actions.addresses import (
    leave_address,
    mark_report_sent,
    take_address_back,
)
from voelspriet.listen.evenings.actions.ending import end_terms
from voelspriet.listen.evenings.actions.notes import take_note
from voelspriet.listen.evenings.actions.reports import write_next_steps
from voelspriet.listen.evenings.actions.room_questions import ask_question
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import (
    AskedCount,
    Evening,
    EveningNote,
    ReportAddress,
    RoomQuestion,
    Voice,
    Vote,
)
from voelspriet.listen.evenings.records import addressees

pytestmark = pytest.mark.django_db
CLOSED = BEGINS + timedelta(hours=2)


def leave(evening, address="buur@voorbeeld.nl", *, language="nl", rng=None, at=DURING):
    leave_address(
        reference=evening.reference, address=address, language=language, by=resident(), at=at,
        rng=rng or random.Random(7),
    )  # fmt: skip


def stored(model, column):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM "{model._meta.db_table}"')  # noqa: S608  our own name
        return [row[0] for row in cursor.fetchall()]


def moment_of(token):
    """Return the moment a Fernet token says in the clear, in seconds since 1970."""
    return int.from_bytes(base64.urlsafe_b64decode(token)[1:9], "big")


def test_an_address_is_encrypted_and_kept_once(evening):
    leave(evening)
    leave(evening, " Buur@voorbeeld.nl ", language="ar")
    assert "voorbeeld" not in str(stored(ReportAddress, "address"))
    assert "voorbeeld" not in str(stored(ReportAddress, "address_hash"))
    (one,) = addressees(reference=evening.reference)
    assert (one.address, one.language) == ("Buur@voorbeeld.nl", "ar")


@pytest.mark.parametrize("address", ["", "geen adres", "a@b", "x" * 300 + "@voorbeeld.nl"])
def test_no_address_no_row(evening, address):
    with pytest.raises(Refused):
        leave(evening, address)
    assert not ReportAddress.objects.exists()


def test_nothing_in_any_table_links_an_address_to_a_voice(evening):
    """Every column of every table is read: no shared value, no moment, no order, no audit line."""
    item = evening.items.order_by("position").first()
    people = []
    for number in range(8):
        token = make_phone(evening)
        voice = Voice.objects.get(token_hash=token.hash)
        with arranging():
            Vote.objects.create(item=item, voice=voice, chosen=["agree"], text=f"Woord {number}")
        leave(evening, f"buur{number}@voorbeeld.nl", rng=random.Random(number))
        people.append((voice, f"buur{number}@voorbeeld.nl"))

    rows = {row.address: row for row in ReportAddress.objects.all()}
    columns = {f.name for f in ReportAddress._meta.fields}
    assert columns == {"id", "evening", "address", "address_hash", "language"}
    # no column of a voice says what an address says: one voice in Turkish is no address in Turkish
    told = {f.name for f in Voice._meta.fields}
    assert told == {"id", "evening", "channel", "token_hash", "slip"}
    everything = _every_value()
    for _voice, address in people:
        row = rows[address]
        for value in (row.pk.hex, row.address_hash):
            tables = {table for table, text in everything if value in text}
            assert tables == {ReportAddress._meta.db_table}
        assert not [table for table, text in everything if address in text]
    # tokens tell no moment: neither those of addresses nor those of what was answered
    for model, column in ((ReportAddress, "address"), (Vote, "text")):
        assert {moment_of(token) for token in stored(model, column)} == {0}
    # the order in the file is not the order of coming
    order = _as_they_lie()
    assert order != [address for _voice, address in people]
    lines = AuditLine.objects.filter(action="report_address.leave")
    assert {json.dumps(line.detail) for line in lines} == {"{}"}
    assert {(line.actor_kind, line.actor_id, line.subject_reference) for line in lines} == {
        ("resident", None, evening.reference)
    }


def test_the_outbox_points_at_an_address_and_at_no_voice(evening, adviser):
    """Once the report goes out: the key of an address stands in its mail too, and nowhere else."""
    item = evening.items.order_by("position").first()
    for number in range(6):
        voice = Voice.objects.get(token_hash=make_phone(evening).hash)
        with arranging():
            Vote.objects.create(item=item, voice=voice, chosen=["agree"], text=f"Woord {number}")
        leave(evening, f"buur{number}@voorbeeld.nl", rng=random.Random(number))
    with arranging():
        Evening.objects.update(state=EveningState.CLOSED, join_code=None, closed_at=CLOSED)
    reference = evening.reference
    write_next_steps(reference=reference, texts={"nl": "Ja."}, by=adviser, at=CLOSED)
    send_evening_report(reference=reference, by=adviser, at=CLOSED)

    everything = _every_value()
    mine = ReportAddress._meta.db_table
    for row in ReportAddress.objects.all():
        told = {table for table, text in everything if row.pk.hex in text}
        assert told == {mine, ServiceMail._meta.db_table}
        assert {table for table, text in everything if row.address_hash in text} == {mine}
        assert not [table for table, text in everything if row.address in text]
    # mails lie in the order of a random key, and their moments are those of the press
    keys = list(ServiceMail.objects.order_by("id").values_list("report_address_id", flat=True))
    assert keys == sorted(keys)
    assert set(Delivery.objects.values_list("next_try_at", flat=True)) == {CLOSED}
    voices = {voice.pk.hex for voice in Voice.objects.all()}
    mails = {ServiceMail._meta.db_table, Delivery._meta.db_table, mine}
    assert not [text for table, text in everything if table in mails and text in voices]


def _every_value():
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  our own name
            for row in cursor.fetchall():
                found += [(table, str(value).replace("-", "")) for value in row]
                found += [(table, str(value)) for value in row]
    return found


def _as_they_lie():
    """Return the addresses in the order of their rows in the file."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT address_hash FROM "{ReportAddress._meta.db_table}" ORDER BY {place}'  # noqa: S608
        )
        hashes = [row[0] for row in cursor.fetchall()]
    known = {row.address_hash: row.address for row in ReportAddress.objects.all()}
    return [known[one] for one in hashes]


def test_the_order_changes_with_each_address(evening):
    """Whoever looks at the file after each address cannot tell which one came last."""
    last_places = set()
    for number in range(12):
        address = f"buur{number}@voorbeeld.nl"
        leave(evening, address, rng=random.Random(number))
        order = _as_they_lie()
        last_places.add(order.index(address) == len(order) - 1)
    assert False in last_places


def test_a_link_in_the_report_takes_the_address_back(evening):
    leave(evening)
    leave(evening, "ander@voorbeeld.nl")
    keys = {one.address: one.key for one in addressees(reference=evening.reference)}
    for _twice in range(2):
        take_address_back(key=keys["buur@voorbeeld.nl"], by=resident(), at=DURING)
    assert [one.address for one in addressees(reference=evening.reference)] == [
        "ander@voorbeeld.nl"
    ]
    for guess in ("", "x", keys["ander@voorbeeld.nl"] + "a", "~" * 40):
        with pytest.raises(Refused):
            take_address_back(key=guess, by=resident(), at=DURING)
    assert ReportAddress.objects.count() == 1


def test_an_evening_takes_addresses_from_its_begin_until_the_report_is_sent(area, evening):
    with pytest.raises(Refused):
        leave(make_evening(area, state=EveningState.PREPARED))
    leave(make_evening(area, state=EveningState.CLOSED))
    mark_report_sent(reference=evening.reference, by=system("test"), at=DURING)
    with pytest.raises(Refused):
        leave(evening)


def end(at):
    return end_terms(by=system("evenings.erase"), at=at)


def test_addresses_go_a_month_after_the_report(area):
    evening = make_evening(area, state=EveningState.CLOSED)
    leave(evening)
    sent = CLOSED + timedelta(days=3)
    mark_report_sent(reference=evening.reference, by=system("test"), at=sent)
    end(sent + timedelta(days=29))
    assert ReportAddress.objects.count() == 1
    assert end(sent + timedelta(days=30)) == 1
    assert not ReportAddress.objects.exists()
    assert end(sent + timedelta(days=31)) == 0


def test_addresses_go_after_three_months_when_no_report_came(area):
    evening = make_evening(area, state=EveningState.CLOSED)
    leave(evening)
    end(CLOSED + timedelta(days=89))
    assert ReportAddress.objects.count() == 1
    end(CLOSED + timedelta(days=90))
    assert not ReportAddress.objects.exists()


def test_words_go_a_year_after_the_evening_and_counts_stay(evening, adviser):
    item = evening.items.order_by("position").first()
    token = make_phone(evening)
    with arranging():
        Vote.objects.create(
            item=item, voice=Voice.objects.get(), chosen=["agree"], text="Een woord"
        )
    take_note(
        reference=evening.reference, item_id=item.pk, text="Donker", submission="een",
        by=adviser, at=DURING,
    )  # fmt: skip
    ask_question(token=token, text="Wanneer?", submission="een", by=resident(), at=DURING)
    with arranging():
        Evening.objects.update(state=EveningState.CLOSED, join_code=None, closed_at=CLOSED)
    end(CLOSED + timedelta(days=364))
    assert EveningNote.objects.exists()
    assert not AskedCount.objects.exists()  # counts of phones went with the addresses' term

    end(CLOSED + timedelta(days=365))
    assert not EveningNote.objects.exists()
    assert not RoomQuestion.objects.exists()
    vote = Vote.objects.get()
    assert (vote.text, vote.chosen) == ("", ["agree"])
    voice = Voice.objects.get()
    assert voice.token_hash != token.hash
    assert Evening.objects.get().words_erased_at is not None
    assert end(CLOSED + timedelta(days=366)) == 0
    line = AuditLine.objects.filter(action="evening.erase").latest("id")
    assert line.detail["notes"] == 1

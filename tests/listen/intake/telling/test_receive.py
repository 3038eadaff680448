# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receiving: once, whole, encrypted, where it belongs, with what is owed."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django_tasks_db.models import DBTaskResult

from tests.conftest import arranging
from tests.doors.public.report.walking import photo, voice
from tests.factories.areas import make_town
from tests.factories.signals import NOON
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.search.models import SearchEntry
from voelspriet.listen.intake.actions import receive_bundle, receive_signal
from voelspriet.listen.intake.choices import (
    AnswerWish,
    Channel,
    LegalKind,
    Openness,
    Permission,
    PersonFlag,
    PlaceTier,
)
from voelspriet.listen.intake.models import (
    AnswerDebt,
    Attachment,
    DangerTerm,
    ReporterContact,
    Signal,
)
from voelspriet.listen.intake.queries.codes import signal_id_of, signals_of_receipt
from voelspriet.listen.intake.told import (
    BundleTold,
    ContactTold,
    Observation,
    PlaceTold,
    Told,
)

TOLD = Told(submission="een-lange-willekeurige-tekst", text="De lantaarn is kapot.")
ME = ContactTold(name="Karlijn", email="k@post.example", phone="0612345678")


def receive(town, told=TOLD, **changes):
    return receive_signal(
        municipality_id=town.municipality.pk,
        told=replace(told, **changes),
        by=resident(town.municipality.pk),
        at=NOON,
    )


@pytest.fixture
def town(db):  # noqa: ARG001  pytest needs it
    return make_town()


def test_a_report_is_kept_with_debt_day_audit_and_acknowledgement(town):
    receipt = receive(town)
    signal = Signal.objects.get()
    assert signal.reference == receipt.reference
    assert signal_id_of(code=receipt.code) == signal.pk
    assert signal.first_answer_due_on == signal.due_on == date(2026, 9, 15)
    assert signal.answers_owed == 1
    assert AnswerDebt.objects.get().due_on == date(2026, 9, 15)
    assert AuditLine.objects.get().action == "signal.received"
    assert DBTaskResult.objects.filter(args_kwargs__args__0="replies.acknowledge").count() == 1


def test_neither_code_nor_submission_nor_words_stand_in_the_database(town):
    receipt = receive(town, contact=ME, openness=Openness.OPEN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intake_signal")
        row = repr(cursor.fetchall())
        cursor.execute("SELECT * FROM intake_reportercontact")
        row += repr(cursor.fetchall())
    for secret in (receipt.code, TOLD.submission, "lantaarn", "Karlijn", "k@post", "0612345678"):
        assert secret not in row


def test_the_same_submission_twice_is_one_signal_with_the_same_code(town):
    first, second = receive(town), receive(town, text="Iets anders")
    assert (second.reference, second.code) == (first.reference, first.code)
    assert (first.is_repeat, second.is_repeat) == (False, True)
    assert Signal.objects.count() == AnswerDebt.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_the_same_time_give_one_signal_and_one_code():
    town = make_town()
    together = threading.Barrier(4)
    receipts = []

    def send():
        together.wait()
        try:
            receipts.append(receive(town))
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Signal.objects.count() == 1
    assert len({receipt.code for receipt in receipts}) == 1
    assert len(receipts) == 4
    assert [receipt.is_repeat for receipt in receipts].count(False) == 1


def test_anonymous_with_an_address_becomes_confidential(town):
    receive(town, answer_wish=AnswerWish.EMAIL, contact=ME)
    assert Signal.objects.get().openness == Openness.CONFIDENTIAL
    assert ReporterContact.objects.get().email == "k@post.example"


def test_an_anonymous_report_keeps_no_contact_at_all(town):
    receive(town, contact=ME)
    assert Signal.objects.get().openness == Openness.ANONYMOUS
    assert not ReporterContact.objects.exists()


def test_no_wish_for_an_answer_owes_none(town):
    receive(town, answer_wish=AnswerWish.NONE)
    assert Signal.objects.get().answers_owed == 0
    assert not AnswerDebt.objects.exists()


def test_ask_first_is_a_lock_and_is_not_findable(town):
    receive(town, ask_first=True)
    assert Signal.objects.get().permission == Permission.LOCKED
    assert not SearchEntry.objects.exists()


def test_words_that_point_at_a_person_are_flagged_and_not_findable(town):
    receive(town, text="Mijn buurman verkoopt drugs")
    assert Signal.objects.get().person_flag == PersonFlag.RULES
    assert not SearchEntry.objects.exists()


def test_an_open_report_about_a_lamp_is_findable(town):
    receive(town)
    assert SearchEntry.objects.count() == 1


def test_a_neighbourhood_of_another_municipality_is_refused(town):
    other = make_town(name="Bergdal", area_code="GM8888", row=3)
    place = PlaceTold(PlaceTier.AREA, area_id=other.neighbourhoods[0].pk)
    with pytest.raises(Refused, match="buiten Waterrijk"):
        receive(town, place=place)
    assert not Signal.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "  "}, "text"),
        ({"text": "x" * 5001}, "text"),
        ({"answer_wish": AnswerWish.EMAIL}, "email"),
        ({"answer_wish": AnswerWish.CALL, "contact": ContactTold(email="a@b.example")}, "phone"),
        ({"photos": (photo(),) * 4}, "photos"),
        ({"photos": (b"geen foto",)}, "photos"),
        ({"voice": b"geen opname"}, "voice"),
        ({"voice": voice(3_000_001)}, "voice"),
    ],
)
def test_what_cannot_be_received_is_refused_beside_its_field(town, changes, field):
    with pytest.raises(Refused) as refusal:
        receive(town, **changes)
    assert refusal.value.field == field
    assert not Signal.objects.exists()
    assert not Attachment.objects.exists()


def test_a_refused_photo_leaves_no_file_behind(town):
    folder = settings.MEDIA_ROOT / "attachments"
    before = set(folder.iterdir()) if folder.is_dir() else set()
    with pytest.raises(Refused):
        receive(town, photos=(photo(), b"geen foto"))
    # files of earlier tests may go meanwhile; none may come
    assert (set(folder.iterdir()) if folder.is_dir() else set()) <= before


def test_a_bundle_gives_every_observation_its_place_and_one_receipt(town):
    near, far = town.neighbourhoods[:2]
    bundle = BundleTold(
        submission="een-bundel",
        observations=(
            Observation("Losse tegel", PlaceTold(PlaceTier.AREA, area_id=near.pk)),
            Observation("Donker pad", PlaceTold(PlaceTier.AREA, area_id=far.pk)),
            Observation("Iedereen praat over de hondenpoep"),
        ),
        contact=ME,
        answer_wish=AnswerWish.EMAIL,
    )
    by = resident(town.municipality.pk)
    first = receive_bundle(municipality_id=town.municipality.pk, bundle=bundle, by=by, at=NOON)
    second = receive_bundle(municipality_id=town.municipality.pk, bundle=bundle, by=by, at=NOON)
    assert (second.code, second.is_repeat) == (first.code, True)
    ids = signals_of_receipt(signal_id=signal_id_of(code=first.code))
    signals = [Signal.objects.get(pk=pk) for pk in ids]
    assert [signal.responsible_area for signal in signals] == [near, far, town.area]
    assert {signal.channel for signal in signals} == {Channel.BUNDLE}
    assert AnswerDebt.objects.count() == 3
    assert Signal.objects.count() == 3


def test_an_empty_bundle_is_refused(town):
    bundle = BundleTold(submission="leeg", observations=())
    with pytest.raises(Refused):
        receive_bundle(
            municipality_id=town.municipality.pk,
            bundle=bundle,
            by=resident(town.municipality.pk),
            at=NOON,
        )


def test_the_database_itself_keeps_anonymous_reports_without_address(town):
    receive(town)
    refused = pytest.raises(IntegrityError, match="signal_anonymous_leaves_no_address")
    with arranging(), refused, transaction.atomic():
        Signal.objects.update(answer_wish=AnswerWish.EMAIL)


def test_the_database_itself_refuses_an_anonymous_enforcement_request(town):
    receive(town)
    refused = pytest.raises(IntegrityError, match="signal_enforcement_not_anonymous")
    with arranging(), refused, transaction.atomic():
        Signal.objects.update(legal_kind=LegalKind.ENFORCEMENT)


def test_the_database_itself_holds_a_danger_term_once(town):
    with arranging():
        DangerTerm.objects.create(municipality=town.municipality, language="nl", term="mes")
    # danger_term_once; SQLite names the columns, not the constraint
    with arranging(), pytest.raises(IntegrityError), transaction.atomic():
        DangerTerm.objects.create(municipality=town.municipality, language="nl", term="mes")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reporter can do with the code: write further, say yes or no, take it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings

from tests.conftest import arranging
from tests.doors.public.report.walking import photo, voice
from tests.factories.areas import make_town
from tests.factories.people import make_user
from tests.factories.signals import NOON
from voelspriet.ground.people.queries import actor_for
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.search.models import SearchEntry
from voelspriet.listen.intake.actions import (
    add_message,
    answer_permission,
    ask_permission,
    receive_bundle,
    receive_signal,
    sweep_files,
    transcribe_voice,
    withdraw_signal,
)
from voelspriet.listen.intake.choices import AnswerWish, Openness, Permission, PersonFlag, PlaceTier
from voelspriet.listen.intake.models import (
    AnswerDebt,
    Attachment,
    Message,
    PermissionRequest,
    ReporterContact,
    Signal,
)
from voelspriet.listen.intake.records import attachment_bytes
from voelspriet.listen.intake.told import BundleTold, ContactTold, Observation, PlaceTold, Told

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=1)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def adviser(town):
    user = make_user(town.municipality, area=town.neighbourhoods[0])
    return actor_for(user_id=user.pk, on=NOON.date())


def tell(town, **changes):
    place = PlaceTold(PlaceTier.AREA, area_id=town.neighbourhoods[0].pk, words="achter de flat")
    told = Told(**{"submission": "s", "text": "Losse tegel", "place": place} | changes)
    by = resident(town.municipality.pk)
    return receive_signal(municipality_id=town.municipality.pk, told=told, by=by, at=NOON)


def write(code, text="Nog iets", submission="m1"):
    return add_message(
        code=code, text=text, language="nl", submission=submission, by=resident(), at=LATER
    )


def test_a_message_is_kept_once_and_owes_an_answer(town):
    code = tell(town).code
    assert write(code)
    assert not write(code)
    assert Message.objects.get().text == "Nog iets"
    assert Signal.objects.get().answers_owed == 2


def test_a_message_that_points_at_a_person_takes_the_report_out_of_search(town):
    code = tell(town).code
    assert SearchEntry.objects.exists()
    write(code, "Het is mijn buurman, hij dealt")
    assert Signal.objects.get().person_flag == PersonFlag.RULES
    assert not SearchEntry.objects.exists()


@pytest.mark.parametrize("text", ["", "  ", "x" * 5001])
def test_an_empty_or_endless_message_is_refused(town, text):
    with pytest.raises(Refused):
        write(tell(town).code, text)


def test_a_wrong_code_can_do_nothing(town):
    tell(town)
    for do in (
        lambda: write("0" * 16),
        lambda: withdraw_signal(code="0" * 16, by=resident(), at=LATER),
        lambda: answer_permission(code="0" * 16, granted=True, by=resident(), at=LATER),
    ):
        with pytest.raises(OutOfScope):
            do()


@pytest.mark.parametrize(
    ("granted", "permission", "findable"),
    [(True, Permission.GRANTED, True), (False, Permission.REFUSED, False)],
)
def test_a_yes_opens_the_lock_and_a_no_keeps_it(town, adviser, granted, permission, findable):
    receipt = tell(town, ask_first=True)
    ask_permission(reference=receipt.reference, question="Mag het?", by=adviser, at=LATER)
    answer_permission(code=receipt.code, granted=granted, by=resident(), at=LATER)
    signal = Signal.objects.get()
    assert signal.permission == permission
    assert PermissionRequest.objects.get().granted is granted
    assert SearchEntry.objects.exists() is findable
    with pytest.raises(Refused):
        answer_permission(code=receipt.code, granted=True, by=resident(), at=LATER)
    assert Signal.objects.get().permission == permission


def test_taking_back_destroys_words_files_and_contact_and_owes_nothing(town):
    receipt = tell(
        town,
        openness=Openness.OPEN,
        answer_wish=AnswerWish.EMAIL,
        contact=ContactTold(name="Karlijn", email="k@post.example"),
        photos=(photo(),),
        voice=voice(),
    )
    write(receipt.code)
    withdraw_signal(code=receipt.code, by=resident(), at=LATER)
    signal = Signal.objects.get()
    assert (signal.text, signal.place_words, signal.point) == ("", "", "")
    assert signal.answers_owed == 0
    assert not AnswerDebt.objects.filter(paid_at__isnull=True).exists()
    assert not ReporterContact.objects.exists()
    assert Message.objects.get().text == ""
    assert not SearchEntry.objects.exists()
    assert not Attachment.objects.filter(destroyed_at__isnull=True).exists()
    with pytest.raises(Refused):
        write(receipt.code, submission="m2")
    withdraw_signal(code=receipt.code, by=resident(), at=LATER)


def test_taking_back_a_bundle_takes_all_or_the_one_that_is_named(town):
    bundle = BundleTold("b", (Observation("een"), Observation("twee"), Observation("drie")))
    by = resident(town.municipality.pk)
    code = receive_bundle(municipality_id=town.municipality.pk, bundle=bundle, by=by, at=NOON).code
    second = Signal.objects.order_by("id")[1].reference
    withdraw_signal(code=code, reference=second, by=by, at=LATER)
    assert [s.text for s in Signal.objects.order_by("id")] == ["een", "", "drie"]
    withdraw_signal(code=code, by=by, at=LATER)
    assert not Signal.objects.exclude(text="").exists()


@pytest.mark.django_db(transaction=True)
def test_a_recording_is_written_out_by_the_duo_and_then_destroyed():
    town = make_town()
    user = make_user(town.municipality, area=town.neighbourhoods[0])
    adviser = actor_for(user_id=user.pk, on=NOON.date())
    stranger = make_user(town.municipality, area=town.neighbourhoods[1])
    tell(town, text="", voice=voice())
    row = Attachment.objects.get()
    path = settings.MEDIA_ROOT / "attachments" / row.file_name
    assert b"A_OPUS" not in path.read_bytes()
    assert attachment_bytes(file_name=row.file_name) == voice()
    with pytest.raises(OutOfScope):
        transcribe_voice(
            file_name=row.file_name,
            text="x",
            by=actor_for(user_id=stranger.pk, on=NOON.date()),
            at=LATER,
        )
    with pytest.raises(Refused):
        transcribe_voice(file_name=row.file_name, text=" ", by=adviser, at=LATER)
    transcribe_voice(file_name=row.file_name, text="De lantaarn is kapot", by=adviser, at=LATER)
    signal = Signal.objects.get()
    assert signal.text == "De lantaarn is kapot"
    assert signal.suggested_category == "lighting"
    assert not path.exists()
    assert attachment_bytes(file_name=row.file_name) is None
    with pytest.raises(OutOfScope):
        transcribe_voice(file_name=row.file_name, text="nog eens", by=adviser, at=LATER)


def test_files_that_no_row_names_are_swept_and_others_stay(town):
    tell(town, photos=(photo(),))
    kept = Attachment.objects.get().file_name
    folder = settings.MEDIA_ROOT / "attachments"
    (folder / "een-bestand-zonder-rij").write_bytes(b"x")
    assert sweep_files(before=NOON.replace(year=2000)) == 0
    with arranging():
        assert sweep_files(before=NOON.replace(year=2100)) >= 1
    assert {path.name for path in folder.iterdir()} == {kept}

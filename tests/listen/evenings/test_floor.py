# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notes and questions from the room: guarded, once, by whoever may."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.evening_rooms import DURING, make_evening
from tests.factories.evenings import make_phone
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.evenings.actions.notes import change_note, remove_note, take_note
from voelspriet.listen.evenings.actions.room_questions import (
    ask_question,
    move_question,
    type_question,
)
from voelspriet.listen.evenings.choices import EveningRole, EveningState, RoomQuestionState
from voelspriet.listen.evenings.models import AskedCount, Evening, EveningNote, RoomQuestion
from voelspriet.listen.evenings.queries.floor import asked_questions, shown_question
from voelspriet.listen.evenings.queries.notes import notes_page, own_note

pytestmark = pytest.mark.django_db
SCREEN, NOTES, LEADS = EveningRole.SCREEN, EveningRole.NOTE_TAKER, EveningRole.CO_FACILITATOR
WAITING, SHOWN = RoomQuestionState.WAITING, RoomQuestionState.SHOWN


def note(evening, by, text="Het is donker bij de tunnel.", submission="een", **more):
    item = more.pop("item", None) or evening.items.order_by("position").first()
    return take_note(
        reference=evening.reference, item_id=item.pk, text=text, submission=submission, by=by,
        at=DURING, **more,
    )  # fmt: skip


def test_a_note_takes_its_kind_from_its_probe_and_keeps_known_factors(evening, helper):
    by = helper(NOTES)
    note(evening, by, probe="where", factors=[2, 2, 99])
    note(evening, by, probe="where", hot="time", submission="twee")

    first, second = EveningNote.objects.order_by("id")
    assert (first.hot, first.factors, first.link_id) == ("place", [2], by.link_id)
    assert second.hot == "time"


def test_a_note_sent_twice_stands_there_once(evening, helper):
    by = helper(NOTES)
    assert note(evening, by) == note(evening, by)
    assert EveningNote.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Meneer Jansen maakt ruzie", "naam"),
        ("Bel 06-12345678", "telefoonnummer"),
        ("De auto met 12-ABC-3 rijdt te hard", "kenteken"),
        ("Het is op Dorpsstraat 12", "huisadres"),
        ("mail naar jan@voorbeeld.nl", "e-mailadres"),
    ],
)
def test_the_guard_names_what_it_saw_and_keeps_nothing(evening, helper, text, sign):
    with pytest.raises(Refused, match=sign):
        note(evening, helper(NOTES), text)
    assert not EveningNote.objects.exists()


def test_a_person_may_set_doubt_aside_but_never_a_number(evening, helper):
    by = helper(NOTES)
    note(evening, by, "Meneer Jansen maakt ruzie", is_nobody=True)
    with pytest.raises(Refused, match="telefoonnummer"):
        note(evening, by, "Bel 06-12345678", submission="twee", is_nobody=True)
    line = AuditLine.objects.filter(action="evening_note.take").latest("id")
    assert line.detail["doubt_set_aside"] is True
    assert "Jansen" not in str(line.__dict__)


def test_a_probe_that_is_off_takes_no_note(evening, helper):
    by = helper(NOTES)
    for probe in ("who", "made_up"):
        with pytest.raises(Refused):
            note(evening, by, probe=probe)
    with arranging():
        item = evening.items.order_by("position").first()
        item.probes_off = ["where"]
        item.save()
    with pytest.raises(Refused):
        note(evening, by, probe="where")
    page = notes_page(reference=evening.reference, by=by)
    assert [one.name for one in page.part.probes] == ["when"]


def test_notes_are_ones_own(evening, helper, adviser):
    one, other = helper(NOTES), helper(NOTES)
    mine = note(evening, one)
    for by in (other, adviser, helper(LEADS)):
        with pytest.raises(OutOfScope):
            own_note(reference=evening.reference, note_id=mine, by=by)
        with pytest.raises(OutOfScope):
            remove_note(reference=evening.reference, note_id=mine, by=by, at=DURING)
    assert notes_page(reference=evening.reference, by=other).others == 1
    change_note(
        reference=evening.reference, note_id=mine, text="Donker", factors=[7], by=one, at=DURING
    )
    row = own_note(reference=evening.reference, note_id=mine, by=one)
    assert (row.text, [number for number, _label in row.factors]) == ("Donker", [7])
    remove_note(reference=evening.reference, note_id=mine, by=one, at=DURING)
    assert not EveningNote.objects.exists()


def test_a_screen_writes_nothing_and_nobody_at_another_evening(evening, helper, area):
    other = make_evening(area)
    for by, of in ((helper(SCREEN), evening), (helper(NOTES), other)):
        with pytest.raises(OutOfScope):
            note(of, by)
        with pytest.raises(OutOfScope):
            notes_page(reference=of.reference, by=by)
    with pytest.raises(OutOfScope):
        note(evening, helper(NOTES), item=other.items.first())


def test_notes_stay_as_they_are_once_the_report_is_made(evening, helper):
    by = helper(NOTES)
    mine = note(evening, by)
    with arranging():
        Evening.objects.update(report_made_at=DURING)
    with pytest.raises(Refused, match="verslag"):
        note(evening, by, submission="twee")
    with pytest.raises(Refused, match="verslag"):
        remove_note(reference=evening.reference, note_id=mine, by=by, at=DURING)
    assert notes_page(reference=evening.reference, by=by).may_write is False


@pytest.mark.parametrize("text", ["", "   ", "x" * 1001])
def test_no_empty_and_no_endless_notes(evening, helper, text):
    with pytest.raises(Refused):
        note(evening, helper(NOTES), text)


def test_before_the_evening_there_is_nothing_to_write(area, helper):
    prepared = make_evening(area, state=EveningState.PREPARED)
    with pytest.raises(Refused, match="begonnen"):
        note(prepared, helper(NOTES, prepared))


# ——— questions from the room ————————————————————————————————————————————————————————————————


def ask(token, text="Wanneer komt er licht?", submission="een"):
    ask_question(token=token, text=text, submission=submission, by=resident(), at=DURING)


def test_a_question_waits_until_somebody_looked(evening, adviser):
    ask(make_phone(evening))
    ask(make_phone(evening), "Komt er een bank?", "twee")
    found = asked_questions(reference=evening.reference, by=adviser)
    assert [one.text for one in found.waiting] == ["Wanneer komt er licht?", "Komt er een bank?"]
    assert shown_question(evening) is None

    before = Evening.objects.get().revision
    first, second = (one.id for one in found.waiting)
    for number in (first, second):
        move(evening, number, SHOWN, adviser)
    # one at a time: the first waits again
    assert shown_question(evening).id == second
    assert RoomQuestion.objects.get(pk=first).state == WAITING
    assert Evening.objects.get().revision > before
    move(evening, second, RoomQuestionState.ANSWERED, adviser)
    assert shown_question(evening) is None


def move(evening, number, to, by):
    move_question(reference=evening.reference, question_id=number, to=to, by=by, at=DURING)


def test_a_phone_asks_five_questions_and_the_same_one_once(evening):
    token = make_phone(evening)
    for number in range(5):
        ask(token, f"Vraag {number}", str(number))
        ask(token, f"Vraag {number}", str(number))
    with pytest.raises(Refused, match="5 vragen"):
        ask(token, "Nog een", "zes")
    assert RoomQuestion.objects.count() == 5
    assert AskedCount.objects.get().count == 5
    ask(make_phone(evening), "Van een ander", "ander")


def test_the_count_of_a_phone_is_under_another_hash_than_its_voice(evening):
    token = make_phone(evening)
    ask(token)
    assert AskedCount.objects.get().phone_hash != token.hash
    assert not [f.name for f in RoomQuestion._meta.fields if "voice" in f.name]


def test_who_is_not_in_the_room_asks_nothing(evening, area):
    from voelspriet.listen.evenings.rules.joining import new_phone_token  # noqa: PLC0415  here only

    with pytest.raises(Refused):
        ask(new_phone_token(evening.reference))
    closed = make_evening(area, state=EveningState.CLOSED)
    with pytest.raises(Refused):
        ask(make_phone(closed))


def test_a_question_with_a_name_is_asked_again_without(evening):
    with pytest.raises(Refused, match="naam"):
        ask(make_phone(evening), "Waarom doet meneer Jansen niets?")
    assert not AskedCount.objects.filter(count__gt=0).exists()


def test_a_note_taker_types_slips_and_only_who_leads_looks(evening, helper):
    by = helper(NOTES)
    for _twice in range(2):
        type_question(
            reference=evening.reference, text="Van papier", submission="s", by=by, at=DURING
        )
    row = RoomQuestion.objects.get()
    for other in (by, helper(SCREEN)):
        with pytest.raises(OutOfScope):
            move(evening, row.pk, SHOWN, other)
        with pytest.raises(OutOfScope):
            asked_questions(reference=evening.reference, by=other)
    with pytest.raises(OutOfScope):
        type_question(
            reference=evening.reference, text="x", submission="t", by=helper(SCREEN), at=DURING
        )
    move(evening, row.pk, SHOWN, helper(LEADS))


def test_a_question_of_another_evening_is_not_there(evening, area, adviser):
    other = make_evening(area)
    ask(make_phone(other))
    with pytest.raises(OutOfScope):
        move(evening, RoomQuestion.objects.get().pk, SHOWN, adviser)


def test_no_audit_line_holds_a_word(evening, helper):
    note(evening, helper(NOTES), "Een geheimzinnig woord")
    ask(make_phone(evening), "Een zonderlinge vraag")
    lines = str(list(AuditLine.objects.values()))
    assert "geheimzinnig" not in lines
    assert "zonderlinge" not in lines


def test_a_hundred_notes_ask_as_much_as_one(evening, helper, django_assert_max_num_queries):
    by = helper(NOTES)
    for number in range(30):
        note(evening, by, f"Notitie {number}", str(number))
    with django_assert_max_num_queries(6):
        notes_page(reference=evening.reference, by=by)

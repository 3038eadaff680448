# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in, answering once, paper and hands, and who may not do what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.evenings import (
    QUESTIONS,
    item_named,
    make_evening,
    make_phone,
    put_on,
)
from tests.factories.people import actor_of, make_duo
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.evenings.actions.counting import count_hands, let_through, type_slips
from voelspriet.listen.evenings.actions.joining import come_in
from voelspriet.listen.evenings.actions.preparing import move_part, switch_probe
from voelspriet.listen.evenings.actions.running import (
    go_to_part,
    put_language_beside,
    steer_evening,
)
from voelspriet.listen.evenings.actions.voting import cast_vote
from voelspriet.listen.evenings.models import FailedJoin, Voice, Vote
from voelspriet.listen.evenings.queries.results import tally_of
from voelspriet.listen.evenings.queries.room import room_page, room_state
from voelspriet.listen.evenings.rules.answers import Slip
from voelspriet.listen.evenings.rules.joining import new_phone_token, proof_of
from voelspriet.listen.evenings.rules.running import Deed
from voelspriet.listen.surveys.rules.answers import Answer

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 22, 18, 0, tzinfo=UTC)
GOOD = Answer(chosen=("good",))


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def evening(town):
    return make_evening(town.neighbourhoods[0], state="open")


@pytest.fixture
def adviser(town):
    return actor_of(make_duo(town.municipality, town.neighbourhoods[0])[0])


def _enter(evening, typed, *, address="10.0.0.1", proof="", at=AT, cookie=""):
    return come_in(typed=typed, proof=proof, address=address,
                   by=resident(evening.municipality_id), at=at, cookie=cookie)  # fmt: skip


def _vote(token, item, answer=GOOD):
    cast_vote(token=token, item_id=item.pk, answer=answer, by=resident(), at=AT)


def test_six_digits_open_the_room_however_they_are_typed(evening):
    code = evening.join_code
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    tokens = [_enter(evening, typed) for typed in (code, f" {code[:3]} {code[3:]} ", arabic)]
    assert len({token.hash for token in tokens}) == 3
    assert Voice.objects.count() == 3
    assert not AuditLine.objects.filter(detail__icontains=tokens[0].hash).exists()


def test_the_same_phone_stays_the_same_voice(evening):
    first = _enter(evening, evening.join_code)
    again = _enter(evening, evening.join_code, cookie=str(first))
    assert again == first
    assert Voice.objects.count() == 1


def test_five_hundred_phones_behind_one_address_come_in_after_many_typed_wrong(evening):
    for _ in range(40):
        with pytest.raises(Refused):
            _enter(evening, "000000")
    for _ in range(500):
        _enter(evening, evening.join_code)
    assert Voice.objects.count() == 500


def test_a_room_cannot_be_guessed_but_the_link_of_the_qr_always_works(evening):
    said = set()
    for number in range(60):
        with pytest.raises(Refused) as wrong:
            _enter(evening, str(number).zfill(6))
        said.add(wrong.value.reason)
    assert len(said) == 1
    with pytest.raises(Refused) as waiting:
        _enter(evening, evening.join_code)
    assert waiting.value.reason not in said
    proof = proof_of(evening.join_code, evening.reference)
    assert _enter(evening, evening.join_code, proof=proof)
    with pytest.raises(Refused):
        _enter(evening, evening.join_code, proof=proof[:-1] + ("-" if proof[-1] == "_" else "_"))
    assert _enter(evening, evening.join_code, address="10.0.0.2")
    assert _enter(evening, evening.join_code, at=AT + timedelta(minutes=10))
    assert "10.0.0.1" not in str(list(FailedJoin.objects.values()))


def test_the_code_of_an_evening_that_ended_opens_nothing(evening, adviser):
    code = evening.join_code
    steer_evening(reference=evening.reference, deed=Deed.END, by=adviser, at=AT)
    with pytest.raises(Refused):
        _enter(evening, code)


def test_an_answer_is_changed_and_never_added(evening):
    item, token = put_on(evening, "mood"), make_phone(evening)
    for name in ("good", "bad", "bad"):
        _vote(token, item, Answer(chosen=(name,)))
    assert Vote.objects.get().chosen == ["bad"]


def test_a_closed_question_refuses_and_keeps_what_was_answered(evening, adviser):
    item, token = put_on(evening, "mood"), make_phone(evening)
    _vote(token, item)
    steer_evening(reference=evening.reference, deed=Deed.CLOSE, by=adviser, at=AT)
    with pytest.raises(Refused, match="dicht"):
        _vote(token, item, Answer(chosen=("bad",)))
    assert Vote.objects.get().chosen == ["good"]


def test_a_phone_answers_at_its_own_evening_only(evening, town):
    other = make_evening(town.neighbourhoods[0], state="open")
    item = put_on(other, "mood")
    with pytest.raises(Refused):  # the same words as for a question that is closed
        _vote(make_phone(evening), item)
    with pytest.raises(OutOfScope):
        _vote(new_phone_token(other.reference), item)
    assert not Vote.objects.exists()


def test_paper_and_hands_join_the_same_tally(evening, adviser):
    item, token = put_on(evening, "mood"), make_phone(evening)
    _vote(token, item)
    slips = [Slip(1, GOOD), Slip(2, Answer(chosen=("bad",)))]
    kept = {"reference": evening.reference, "item_id": item.pk, "by": adviser, "at": AT}
    assert type_slips(slips=slips, **kept) == 2
    type_slips(slips=[Slip(2, GOOD)], **kept)
    count_hands(hands={"good": 9, "so_so": 1}, **kept)
    count_hands(hands={"good": 4, "so_so": 1}, **kept)
    told = tally_of(item.pk, QUESTIONS[0])
    assert {one.name: one.count for one in told.counts} == {"good": 7, "so_so": 1, "bad": 0}
    assert told.answered == 8
    assert room_state(reference=evening.reference).answered == 8


def test_paper_is_typed_in_after_the_question_closed_and_never_before_it_opened(evening, adviser):
    item = put_on(evening, "mood")
    steer_evening(reference=evening.reference, deed=Deed.NEXT, by=adviser, at=AT)
    kept = {"reference": evening.reference, "by": adviser, "at": AT, "slips": [Slip(1, GOOD)]}
    type_slips(item_id=item.pk, **kept)
    with pytest.raises(Refused):
        type_slips(item_id=item_named(evening, "wish").pk, **kept)


def test_hands_cannot_be_counted_for_words_nor_for_what_is_not_there(evening, adviser):
    kept = {"reference": evening.reference, "by": adviser, "at": AT}
    with pytest.raises(Refused):
        count_hands(item_id=put_on(evening, "words").pk, hands={}, **kept)
    item = put_on(evening, "mood")
    for hands in ({"made up": 1}, {"good": -1}, {"good": 2001}):
        with pytest.raises(Refused):
            count_hands(item_id=item.pk, hands=hands, **kept)


def test_nobodys_words_are_shown_before_a_person_let_them_through(evening, adviser):
    item, token = put_on(evening, "wish"), make_phone(evening)
    _vote(token, item, Answer(text="Meer licht"))
    kept = {"reference": evening.reference, "by": adviser, "at": AT}
    steer_evening(deed=Deed.SHOW, **kept)
    assert room_page(token=token, language="nl").results.texts == ()
    vote = Vote.objects.get()
    let_through(item_id=item.pk, vote_ids=[str(vote.pk)], **kept)
    assert room_page(token=token, language="nl").results.texts == ("Meer licht",)
    _vote(token, item, Answer(text="Iets anders"))
    assert room_page(token=token, language="nl").results.texts == ()


def test_every_visible_change_moves_the_revision(evening, adviser):
    kept = {"reference": evening.reference, "by": adviser, "at": AT}
    seen = [room_state(reference=evening.reference).revision]
    for deed in (Deed.NEXT, Deed.NEXT, Deed.CLOSE, Deed.SHOW, Deed.HIDE, Deed.AGREE, Deed.OPEN,
                 Deed.PREVIOUS, Deed.END):  # fmt: skip
        steer_evening(deed=deed, **kept)
        seen.append(room_state(reference=evening.reference).revision)
    assert seen == list(range(seen[0], seen[0] + 10))


def test_going_on_opens_what_is_new_and_closes_what_was(evening, adviser):
    kept = {"reference": evening.reference, "by": adviser, "at": AT}
    steer_evening(deed=Deed.NEXT, **kept)
    steer_evening(deed=Deed.NEXT, **kept)
    assert item_named(evening, "mood").closed_at is None
    steer_evening(deed=Deed.NEXT, **kept)
    assert item_named(evening, "mood").closed_at == AT
    steer_evening(deed=Deed.PREVIOUS, **kept)
    assert item_named(evening, "mood").closed_at == AT
    go_to_part(item_id=item_named(evening, "wish").pk, **kept)
    evening.refresh_from_db()
    assert evening.current_item == item_named(evening, "wish")


def test_only_who_leads_leads(evening, town):
    stranger = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    for by in (stranger, resident(town.municipality.pk)):
        with pytest.raises(OutOfScope):
            steer_evening(reference=evening.reference, deed=Deed.NEXT, by=by, at=AT)
        with pytest.raises(OutOfScope):
            type_slips(reference=evening.reference, item_id=1, slips=[], by=by, at=AT)


def test_a_guarded_probe_is_switched_on_with_a_reason_only(town, adviser):
    evening = make_evening(town.neighbourhoods[0])
    item = item_named(evening, "worried")
    kept = {"reference": evening.reference, "item_id": item.pk, "by": adviser, "at": AT}
    assert item.probes_off == ["who"]
    with pytest.raises(Refused):
        switch_probe(probe="who", is_on=True, **kept)
    switch_probe(probe="who", is_on=True, reason="De zaal vroeg erom", **kept)
    switch_probe(probe="where", is_on=False, **kept)
    assert item_named(evening, "worried").probes_off == ["where"]
    line = AuditLine.objects.filter(action="evening.switch_probe").first()
    assert (line.reason, line.detail["guard"]) == ("De zaal vroeg erom", "persons")


def test_a_part_moves_one_place_and_stops_at_the_end(town, adviser):
    evening = make_evening(town.neighbourhoods[0])
    item = item_named(evening, "mood")
    kept = {"reference": evening.reference, "item_id": item.pk, "by": adviser, "at": AT}
    for step, position in ((-1, 1), (-1, 1), (1, 2)):
        move_part(step=step, **kept)
        assert item_named(evening, "mood").position == position


def test_a_second_language_on_the_wall_is_chosen_where_the_evening_is_led(evening, adviser, town):
    before = evening.revision
    kept = {"reference": evening.reference, "at": AT}
    put_language_beside(language="ar", by=adviser, **kept)
    evening.refresh_from_db()
    assert (evening.screen_language, evening.revision) == ("ar", before + 1)
    with pytest.raises(Refused):
        put_language_beside(language="xx", by=adviser, **kept)
    elsewhere = actor_of(make_duo(town.municipality, town.neighbourhoods[-1])[0])
    with pytest.raises(OutOfScope):
        put_language_beside(language="tr", by=elsewhere, **kept)
    put_language_beside(language="", by=adviser, **kept)
    evening.refresh_from_db()
    assert not evening.screen_language

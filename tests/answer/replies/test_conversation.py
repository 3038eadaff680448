# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reporter sees: where it stands, by whom, by when; never their own words."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.answer.replies.conftest import LATER
from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.people import make_organisation
from tests.factories.replies import (
    make_answer,
    make_call,
    make_delivery,
    make_question,
    make_template,
)
from tests.factories.signals import (
    NOON,
    make_escalation,
    make_message,
    make_signal,
    staff_actor,
)
from voelspriet.answer.replies.models import (
    Delivery,
    MessageTranslation,
    NoticeTranslation,
    Rating,
)
from voelspriet.answer.replies.queries import answer_form, conversation, thread
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role

REPORT = "Achter flat Boekanier staat elke avond een wit busje."


def test_it_tells_who_and_by_which_day_and_never_what_they_wrote(area, duo):  # noqa: ARG001
    signal = make_signal(area=area, text=REPORT)
    make_message(signal, text="Het busje is er weer.")
    talk = conversation(signal_id=signal.pk, at=LATER)
    (matter,) = talk.matters
    assert [adviser.first_name for adviser in matter.advisers] == ["Noor", "Bilal"]
    assert matter.due_on == signal.first_answer_due_on
    assert [entry.kind for entry in matter.entries] == ["told", "message"]
    assert "busje" not in repr(talk)


@pytest.mark.parametrize(
    ("status", "now"),
    [
        ("received", 1),
        ("in_hand", 2),
        ("waiting", 2),
        ("done", 3),
        ("declined", 3),
        ("answered", 4),
    ],
)
def test_it_stands_at_one_of_four_steps(area, status, now):
    signal = make_signal(area=area, owed=status != "answered", status=status)
    (matter,) = conversation(signal_id=signal.pk, at=LATER).matters
    assert [step.number for step in matter.steps if step.is_now] == [now]
    assert len([step for step in matter.steps if step.is_done]) == (4 if now == 4 else now - 1)


def test_who_had_a_first_answer_sees_that_we_are_at_it(area):
    signal = make_signal(area=area, first_answered_at=NOON)
    (matter,) = conversation(signal_id=signal.pk, at=LATER).matters
    assert [step.number for step in matter.steps if step.is_now] == [2]


@pytest.mark.parametrize(
    ("signal", "answer", "now"),
    [
        ({"owed": False}, {}, 4),
        ({"owed": False, "promised_on": LATER.date()}, {}, 4),
        ({"owed": False, "permission": "refused"}, {}, 4),
        ({"owed": True}, {}, 2),
        ({"owed": False}, {"kind": "interim"}, 2),
        ({"owed": False}, {"given_at": None}, 2),
        ({"owed": False}, {"origin": "template"}, 2),
    ],
)
def test_who_has_the_final_answer_and_asked_no_more_sees_so(area, signal, answer, now):
    told = make_signal(area=area, status="in_hand", **signal)
    make_answer(told, **answer)
    (matter,) = conversation(signal_id=told.pk, at=LATER).matters
    assert [step.number for step in matter.steps if step.is_now] == [now]
    assert (str(matter.standing) == "U heeft antwoord van ons. Het staat hieronder.") == (now == 4)
    assert now != 4 or matter.due_on is None


def test_an_open_question_stands_once_and_after_the_choice_in_the_thread(area):
    signal = make_signal(area=area, permission="locked")
    question = make_question(signal)
    (matter,) = conversation(signal_id=signal.pk, at=LATER).matters
    assert matter.question is not None
    assert [entry.kind for entry in matter.entries] == ["told"]
    with arranging():
        type(question).objects.update(granted=True, answered_at=NOON)
    (matter,) = conversation(signal_id=signal.pk, at=LATER).matters
    assert [entry.state for entry in matter.entries if entry.kind == "question"] == ["yes"]


def test_a_bundle_form_shows_every_observation(area):
    first = make_signal(area=area)
    second = make_signal(area=area, told_with=first, status="in_hand")
    talk = conversation(signal_id=first.pk, at=LATER)
    assert [matter.reference for matter in talk.matters] == [first.reference, second.reference]
    assert [matter.number for matter in talk.matters] == [1, 2]


def test_agreements_show_only_when_reporters_may_see_them(town, area):
    signal = make_signal(area=area)
    organisation = make_organisation(town.municipality)
    make_agreement_row(area, organisation, signals=[signal])
    make_agreement_row(area, organisation, signals=[signal], what="Geheim", visibility="internal")
    (matter,) = conversation(signal_id=signal.pk, at=LATER).matters
    assert [entry.text for entry in matter.entries if entry.kind == "agreement"] == [
        "De lantaarnpaal bij de speelplaats maken"
    ]


def test_it_asks_as_few_questions_for_three_answers_as_for_one(area, django_assert_num_queries):
    one, three = make_signal(area=area), make_signal(area=area)
    make_answer(one)
    for _number in range(3):
        make_answer(three)
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as queries:
        conversation(signal_id=one.pk, at=LATER)
    with django_assert_num_queries(len(queries)):
        conversation(signal_id=three.pk, at=LATER)


def test_a_director_reads_no_words_that_point_at_a_person(town, area, adviser):
    signal = make_signal(area=area, person_flag="rules")
    make_message(signal, text="Het is buurman Jansen.")
    make_escalation(signal)
    director = staff_actor(town.municipality, Role.DIRECTOR)
    assert "Jansen" in repr(thread(reference=signal.reference, by=adviser))
    assert "Jansen" not in repr(thread(reference=signal.reference, by=director))


def test_the_thread_of_another_area_is_not_there(area, colleague):
    signal = make_signal(area=area)
    with pytest.raises(OutOfScope):
        thread(reference=signal.reference, by=colleague)
    assert answer_form(reference=signal.reference, by=colleague) is None


def test_the_answer_form_knows_the_language_and_the_templates(area, adviser):
    make_template(area)
    signal = make_signal(area=area, language="ar")
    form = answer_form(reference=signal.reference, by=adviser)
    assert form is not None
    assert form.needs_translation
    assert [one.title for one in form.templates] == ["Opgepakt"]


@pytest.mark.parametrize(
    ("state", "may"),
    [({}, True), ({"status": "done"}, False), ({"permission": "locked"}, False)],
)
def test_the_answer_form_knows_whether_it_can_be_done_with_it(area, adviser, state, may):
    signal = make_signal(area=area, **state)
    form = answer_form(reference=signal.reference, by=adviser)
    assert form is not None
    assert form.may_settle is may


def _acknowledged_twice(area):
    signal = make_signal(area=area)
    make_answer(signal, kind="acknowledgement")
    make_answer(signal, kind="acknowledgement")


def _same_agreement_twice(area):
    signal = make_signal(area=area)
    organisation = make_organisation(signal.municipality)
    agreement = make_agreement_row(area, organisation, signals=[signal])
    make_answer(signal, agreement=agreement)
    make_answer(signal, agreement=agreement)


def _mail_about_nothing(area):  # noqa: ARG001  every case takes the area
    Delivery.objects.create(message_id="<v@test>", next_try_at=NOON)


def _sending_without_a_lease(area):
    make_delivery(make_answer(make_signal(area=area)), state="sending")


def _template_twice(area):
    make_template(area)
    make_template(area)


def _rated_twice(area, rounds=(1, 1)):
    signal = make_signal(area=area)
    for number in rounds:
        Rating.objects.create(signal=signal, round=number, face="no", language="nl", at=NOON)


def _rated_a_third_time(area):
    _rated_twice(area, rounds=(3,))


def _report_translated_twice(area):
    signal = make_signal(area=area)
    for reference in ("V-1", "V-2"):
        MessageTranslation.objects.create(
            signal=signal, reference=reference, state="waiting", asked_at=NOON
        )


def _notice(**about):
    reference = f"B-{NoticeTranslation.objects.count()}"
    NoticeTranslation.objects.create(
        reference=reference, language="tr", state="waiting", asked_at=NOON, **about
    )


def _notice_about_two_things(area):
    signal = make_signal(area=area)
    agreement = make_agreement_row(area, make_organisation(signal.municipality))
    _notice(permission_request=make_question(signal), agreement=agreement)


def _notice_twice(area):
    signal = make_signal(area=area)
    agreement = make_agreement_row(area, make_organisation(signal.municipality))
    _notice(agreement=agreement)
    _notice(agreement=agreement)


@pytest.mark.parametrize(
    ("name", "break_it"),
    [
        ("answer_fixed_once", _acknowledged_twice),
        ("answer_once_per_agreement", _same_agreement_twice),
        ("delivery_about_one_thing", _mail_about_nothing),
        ("delivery_sending_has_a_lease", _sending_without_a_lease),
        ("template_once", _template_twice),
        ("rating_once_a_round", _rated_twice),
        ("rating_twice_at_most", _rated_a_third_time),
        ("report_translated_once", _report_translated_twice),
        ("notice_translation_of_one_thing", _notice_about_two_things),
        ("notice_translation_once", _notice_twice),
    ],
)
def test_the_database_holds_what_must_always_be_so(area, name, break_it):  # noqa: ARG001
    with arranging(), pytest.raises(IntegrityError), transaction.atomic():
        break_it(area)


def test_a_missed_call_shows_that_we_tried(area):
    call = make_call(area)
    with arranging():
        call.attempts.create(result="no_answer", note="Voicemail.", by_name="Noor Visser", at=NOON)
    talk = conversation(signal_id=call.signal_id, at=LATER)
    (entry,) = [one for one in talk.matters[0].entries if one.kind == "call"]
    assert (entry.state, entry.who) == ("missed", "Noor")
    assert "Voicemail" not in repr(talk)

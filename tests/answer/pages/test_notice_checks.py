# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of thumb: what a program sees, what a person ticks, and that nothing blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories.notices import LINES
from voelspriet.answer.pages.rules.notice_checks import (
    PERSON_RULES,
    Draft,
    Verdict,
    names_a_door,
    names_a_person,
    notice_checks,
)
from voelspriet.answer.pages.rules.notices import advice_of

GOOD = Draft(
    **LINES,
    scale="streets",
    has_sender=True,
    sender_phone="0612345678",
    advice="Houd het klein.",
    has_return_day=True,
    is_of_incident=True,
    ticks=tuple(PERSON_RULES),
)
HARD = (
    "Naar aanleiding van de onlangs geconstateerde geweldsincidenten intensiveren de"
    " samenwerkingspartners vanuit hun verantwoordelijkheden de gebiedsgerichte"
    " veiligheidsmaatregelen, waaronder begrepen cameratoezichtvoorzieningen en"
    " handhavingscapaciteit, een en ander overeenkomstig de vastgestelde uitvoeringsprogramma's."
)


def asked(draft):
    return {check.code for check in notice_checks(draft) if check.verdict is Verdict.LOOK}


def test_a_good_notice_asks_no_second_look():
    assert asked(GOOD) == set()
    assert all(check.is_ticked for check in notice_checks(GOOD) if check.verdict is Verdict.PERSON)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"scale": "district"}, "lowest_scale"),
        ({"scale": "municipality"}, "lowest_scale"),
        ({"has_sender": False, "sender_phone": ""}, "face"),
        ({"sender_phone": ""}, "face"),
        ({"advice": ""}, "in_keeping"),
        ({"has_return_day": False}, "memory"),
        ({"matter": "Hangjongeren hebben alles kapotgemaakt."}, "no_blame"),
        ({"matter": "Het is hun eigen schuld."}, "no_blame"),
        ({"you_can": ""}, "you_can"),
        ({"matter": "Er was een zware explosie."}, "perspective"),
        ({"our_view": "Wij zijn er voor u."}, "in_need"),
        ({"our_view": "Wij weten nog niet alles. " + "Nog een zin erbij. " * 30}, "one_message"),
        ({"matter": HARD}, "readable"),
    ],
)
def test_what_a_program_can_see_it_points_out_with_a_hint(change, code):
    draft = replace(GOOD, **change)
    assert code in asked(draft)
    first = notice_checks(draft)[0]
    assert first.verdict is Verdict.LOOK
    assert first.hint


def test_nobody_can_answer_a_notice_without_a_number_or_a_place():
    mute = replace(
        GOOD, sender_phone="", matter="De lamp is stuk.", you_can="Niets.", our_view="Jammer."
    )
    assert "conversation" in asked(mute)
    assert "conversation" not in asked(replace(mute, you_can="Bel de gemeente."))


def test_a_word_that_frightens_is_fine_beside_one_that_puts_it_in_place():
    frightening = replace(GOOD, matter="Er was een explosie. Niemand is gewond.")
    assert "perspective" not in asked(frightening)


def test_the_rule_for_times_of_need_is_for_incidents_only():
    calm = replace(GOOD, our_view="Wij maken het schoon.", is_of_incident=False)
    assert "in_need" not in {check.code for check in notice_checks(calm)}


def test_what_only_a_person_can_say_is_asked_and_never_guessed():
    found = notice_checks(replace(GOOD, ticks=()))
    persons = [check for check in found if check.verdict is Verdict.PERSON]
    assert {check.code for check in persons} == set(PERSON_RULES)
    assert not any(check.is_ticked for check in persons)


@pytest.mark.parametrize(
    ("lie_awake", "see_us_act", "begin"),
    [
        ("yes", "yes", "Mensen liggen hier wakker van en zien ons bezig."),
        ("yes", "no", "Mensen liggen hier wakker van en zien ons niet."),
        ("no", "yes", "Mensen liggen hier niet wakker van. Houd het klein"),
        ("no", "no", "Mensen liggen hier niet wakker van. Vertel het alleen"),
    ],
)
def test_two_answers_give_advice_broad_where_people_lie_awake(lie_awake, see_us_act, begin):
    assert str(advice_of(lie_awake, see_us_act)).startswith(begin)
    assert advice_of(lie_awake, "") is None
    assert advice_of("", see_us_act) is None


def test_words_that_point_at_a_person_or_a_door_are_seen():
    assert names_a_person(["Meneer Jansen stak het af."])
    assert not names_a_person([*LINES.values()])
    assert names_a_door(["Op nummer 12 brandde het."])
    assert not names_a_door([*LINES.values()])

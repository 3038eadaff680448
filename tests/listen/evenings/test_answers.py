# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an answer may hold, how slips are read, and what a room sees of its answers."""

from __future__ import annotations

import pytest

from tests.factories.evenings import QUESTIONS
from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.rules.answers import checked, read_slips
from voelspriet.listen.evenings.rules.results import LENGTHS, outcome
from voelspriet.listen.evenings.rules.running import Deed, Part, refusal
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules import words
from voelspriet.listen.surveys.rules.answers import Answer
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition
from voelspriet.listen.surveys.rules.tally import tally

BY_NAME = {one.name: one for one in QUESTIONS}


@pytest.mark.parametrize(("name", "answer", "kept"), [
    ("mood", Answer(chosen=("good",)), Answer(chosen=("good",))),
    ("helps", Answer(chosen=("people", "light")), Answer(chosen=("light", "people"))),
    ("grade", Answer(number=10), Answer(number=10)),
    ("words", Answer(text=" groen,  stil ; groen"), Answer(text="groen, stil")),
    ("wish", Answer(text=" Meer licht "), Answer(text="Meer licht")),
    ("mood", Answer(chosen=("good",), number=3, text="x"), Answer(chosen=("good",))),
])  # fmt: skip
def test_an_answer_is_kept_as_its_question_asks(name, answer, kept):
    assert checked(BY_NAME[name], answer) == kept


@pytest.mark.parametrize(("name", "answer"), [
    ("mood", Answer()), ("mood", Answer(chosen=("made up",))),
    ("mood", Answer(chosen=("good", "bad"))),
    ("worried", Answer(chosen=("agree", "dont_know"))), ("grade", Answer()),
    ("grade", Answer(number=0)), ("grade", Answer(number=11)), ("words", Answer(text=" , ")),
    ("words", Answer(text="a,b,c,d")), ("words", Answer(text="x" * 31)), ("wish", Answer(text=" ")),
    ("wish", Answer(text="x" * 2001)),
])  # fmt: skip
def test_an_answer_that_does_not_fit_is_refused(name, answer):
    with pytest.raises(Refused):
        checked(BY_NAME[name], answer)


def test_a_map_is_not_answered_here():
    drawn = QuestionDefinition("drawn", QuestionKind.DRAWN_MAP, {"nl": "Teken"})
    with pytest.raises(Refused):
        checked(drawn, Answer(text="x"))


def test_slips_are_read_by_the_line_and_the_last_one_counts():
    slips, wrong = read_slips(BY_NAME["mood"], "1 1\n 2: 3 \n1 2\n\n3 9\n0 1\nx 1\n99999 1\n4")
    assert {one.number: one.answer.chosen for one in slips} == {1: ("so_so",), 2: ("bad",)}
    assert wrong == ["3 9", "0 1", "x 1", "99999 1", "4"]
    slips, wrong = read_slips(BY_NAME["helps"], "7 1 2\n8 1,2\n9 1 1")
    assert [one.answer.chosen for one in slips] == [("light", "people")] * 2 + [("light",)]
    assert wrong == []
    slips, wrong = read_slips(BY_NAME["grade"], "1 10\n2 11\n3 1 2\n4 ²")
    assert [one.answer.number for one in slips] == [10]
    assert len(wrong) == 3
    slips, _wrong = read_slips(BY_NAME["words"], "5 groen, stil")
    assert slips[0].answer.text == "groen, stil"


def _told(agree: int, disagree: int, unsure: int):
    given = {"agree": agree, "disagree": disagree, "dont_know": unsure}
    answers = [Answer(chosen=(name,)) for name, number in given.items() for _ in range(number)]
    return tally(BY_NAME["worried"], answers)


def test_a_small_room_sees_words_and_a_large_one_numbers():
    small = outcome(_told(6, 4, 10))
    assert (small.in_numbers, small.answered) == (False, 20)
    agree, disagree, unsure = small.bars
    assert (agree.word, agree.count, agree.share) == (words.A_SMALL_MAJORITY, None, None)
    assert disagree.word == words.A_MINORITY
    assert (unsure.word, unsure.is_dont_know) == (words.ABOUT_HALF, True)
    large = outcome(_told(12, 8, 10))
    assert [(bar.count, bar.share) for bar in large.bars] == [(12, 60), (8, 40), (10, 33)]
    # of many who answered few knew: a share would be of those few
    assert [outcome(_told(5, knew - 5, 30)).in_numbers for knew in (9, 10)] == [False, True]


def test_a_room_may_agree_to_numbers_but_never_about_four_people():
    assert outcome(_told(3, 2, 1), agreed_to_numbers=True).bars[0].share == 60
    four = outcome(_told(3, 1, 0), agreed_to_numbers=True)
    assert (four.too_few, four.bars) == (True, ())


def test_the_bar_of_a_word_tells_no_more_than_the_word():
    by_word = {}
    for n in range(5, 30):
        for agree in range(n + 1):
            bar = outcome(_told(agree, n - agree, 0)).bars[0]
            assert by_word.setdefault(bar.word, bar.length) == bar.length
    assert by_word == {word: LENGTHS[word] for word in by_word}


OPENED = Part(1, ItemKind.QUESTION, was_opened=True)
CLOSED = Part(1, ItemKind.QUESTION, was_opened=True, is_closed=True)


@pytest.mark.parametrize(("deed", "state", "part", "is_allowed"), [
    (Deed.START, EveningState.PREPARED, None, True),
    (Deed.START, EveningState.OPEN, None, False),
    (Deed.START, EveningState.CLOSED, None, False),
    (Deed.NEXT, EveningState.PREPARED, None, False),
    (Deed.NEXT, EveningState.OPEN, None, True),
    (Deed.END, EveningState.CLOSED, None, False),
    (Deed.SHOW, EveningState.OPEN, None, False),
    (Deed.CLOSE, EveningState.OPEN, OPENED, True),
    (Deed.CLOSE, EveningState.OPEN, CLOSED, False),
    (Deed.OPEN, EveningState.OPEN, OPENED, False),
    (Deed.OPEN, EveningState.OPEN, CLOSED, True),
    (Deed.SHOW, EveningState.OPEN, Part(1, ItemKind.QUESTION), False),
    (Deed.SHOW, EveningState.OPEN, CLOSED, True),
    (Deed.OPEN, EveningState.OPEN, Part(1, ItemKind.TALK), False),
    (Deed.AGREE, EveningState.CLOSED, OPENED, False),
])  # fmt: skip
def test_an_evening_goes_one_way(deed, state, part, is_allowed):
    assert (refusal(deed, state, part, parts=3) is None) is is_allowed


def test_an_evening_without_a_programme_does_not_begin():
    assert refusal(Deed.START, EveningState.PREPARED, None, parts=0) is not None

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting voices and hands, and telling a small room in words."""

from __future__ import annotations

import pytest

from voelspriet.analysis.survey.questions.meetings import HowMany, how_many
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules import words
from voelspriet.listen.surveys.rules.answers import Answer
from voelspriet.listen.surveys.rules.definitions import ChoiceDefinition, QuestionDefinition
from voelspriet.listen.surveys.rules.tally import tally
from voelspriet.listen.surveys.rules.words import in_words, needs_words, word_for

STATEMENT = QuestionDefinition(
    "lit", QuestionKind.STATEMENT, {"nl": "Er is licht."},
    choices=(
        ChoiceDefinition("agree", {"nl": "Eens", "en": "Agree"}),
        ChoiceDefinition("disagree", {"nl": "Oneens", "en": "Disagree"}),
        ChoiceDefinition("dont_know", {"nl": "Weet ik niet"}, is_dont_know=True),
    ),
)  # fmt: skip
GRADE = QuestionDefinition("grade", QuestionKind.GRADE, {"nl": "Cijfer?"})


def said(*names: str) -> list[Answer]:
    return [Answer(chosen=(name,)) for name in names]


def test_dont_know_is_counted_apart_and_no_part_of_the_base():
    told = tally(STATEMENT, said("agree", "agree", "disagree", "dont_know"))
    assert [one.count for one in told.counts] == [2, 1, 1]
    assert (told.answered, told.base, told.dont_know) == (4, 3, 1)
    assert [one.name for one in told.known] == ["agree", "disagree"]


def test_hands_are_added_to_the_same_tally():
    told = tally(STATEMENT, said("agree"), {"agree": 3, "dont_know": 2, "stray": 9, "disagree": 0})
    assert [one.count for one in told.counts] == [4, 0, 2]
    assert (told.answered, told.base, told.dont_know) == (6, 4, 2)


def test_nothing_said_and_no_such_choice_count_for_nobody():
    told = tally(STATEMENT, [Answer(), *said("gone")])
    assert told.answered == told.base == 0


def test_grades_have_a_mean_and_a_median_with_hands():
    told = tally(GRADE, [Answer(number=6), Answer(number=9), Answer(number=11)], {"7": 2})
    assert told.answered == 4
    assert told.mean == pytest.approx(7.25)
    assert told.median == 7
    assert [one.count for one in told.counts if one.count] == [1, 2, 1]
    nobody = tally(GRADE, [])
    assert (nobody.mean, nobody.median) == (None, None)


def test_of_more_answers_the_base_is_people_and_hands_are_the_fewest_people():
    more = QuestionDefinition("m", QuestionKind.MULTIPLE, {}, choices=STATEMENT.choices)
    told = tally(
        more,
        [Answer(chosen=("agree", "disagree")), Answer(chosen=("dont_know",))],
        {"agree": 3, "disagree": 5},
    )
    assert [one.count for one in told.counts] == [4, 6, 1]
    assert (told.answered, told.base, told.dont_know) == (7, 6, 1)


def test_words_come_in_an_order_that_does_not_tell_who_was_first():
    kind = QuestionKind.THREE_WORDS
    question = QuestionDefinition("w", kind, {})
    told = tally(question, [Answer(text="stil, groen"), Answer(text="druk"), Answer()])
    assert told.texts == ("druk", "stil, groen")
    assert told.answered == 2
    assert told.counts == ()


SAME = {
    HowMany.TOO_FEW_TO_SAY: words.TOO_FEW,
    HowMany.NOBODY: words.NOBODY,
    HowMany.A_FEW: words.A_FEW,
    HowMany.A_MINORITY: words.A_MINORITY,
    HowMany.ABOUT_HALF: words.ABOUT_HALF,
    HowMany.A_SMALL_MAJORITY: words.A_SMALL_MAJORITY,
    HowMany.A_MAJORITY: words.A_MAJORITY,
    HowMany.NEARLY_EVERYBODY: words.NEARLY_EVERYBODY,
    HowMany.EVERYBODY: words.EVERYBODY,
}


def test_the_words_are_those_of_the_analysis_for_every_small_room():
    for n in range(words.PERCENTAGES_FROM):
        for count in range(n + 1):
            theirs = how_many(count, n)
            assert theirs is not None
            assert word_for(count, n) == SAME[theirs], (count, n)
    assert how_many(1, words.PERCENTAGES_FROM) is None


def test_a_small_room_hears_words_and_a_large_one_may_see_numbers():
    small = tally(STATEMENT, said(*["agree"] * 10, *["disagree"] * 10, *["dont_know"] * 9))
    assert needs_words(small)
    told = {one.name: one for one in in_words(small, "nl")}
    assert told["agree"].words == "ongeveer de helft"
    assert told["dont_know"].words == "een minderheid"
    assert told["dont_know"].is_dont_know
    assert not needs_words(tally(STATEMENT, said(*["agree"] * 30)))


def test_below_five_who_knew_no_word_is_given():
    told = in_words(tally(STATEMENT, said(*["agree"] * 4, *["dont_know"] * 20)), "nl")
    assert [one.words for one in told][:2] == [words.TOO_FEW] * 2


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_words_are_translated_and_labels_fall_back(language):
    told = in_words(tally(STATEMENT, said(*["agree"] * 9)), language)
    assert told[0].words != words.EVERYBODY
    assert told[2].label == "Weet ik niet"

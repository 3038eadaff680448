# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One question as a form: what it takes, what it says when that is wrong, and its markup."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils.translation import override

from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.forms.answers import answer_form
from voelspriet.listen.surveys.rules.answers import Answer
from voelspriet.listen.surveys.rules.definitions import ChoiceDefinition, QuestionDefinition

CHOICES = (
    ChoiceDefinition("agree", {"nl": "Eens", "ar": "أوافق"}),
    ChoiceDefinition("disagree", {"nl": "Oneens", "ar": "لا أوافق"}),
    ChoiceDefinition("dont_know", {"nl": "Weet ik niet"}, is_dont_know=True),
)


def question(kind: QuestionKind, **more) -> QuestionDefinition:
    values = {"labels": {"nl": "Er is licht.", "ar": "يوجد ضوء"}, "choices": CHOICES} | more
    return QuestionDefinition("lit", kind, required=True, **values)


CASES = [
    (QuestionKind.SINGLE, "answer=agree", Answer(chosen=("agree",))),
    (QuestionKind.STATEMENT, "answer=dont_know", Answer(chosen=("dont_know",))),
    (QuestionKind.MULTIPLE, "answer=agree&answer=disagree", Answer(chosen=("agree", "disagree"))),
    (QuestionKind.GRADE, "answer=10", Answer(number=10)),
    (QuestionKind.OPEN, "answer=Te+donker", Answer(text="Te donker")),
    (
        QuestionKind.THREE_WORDS,
        "answer_0=groen&answer_1=stil,+saai&answer_2=",
        Answer(text="groen, stil saai"),
    ),
]


@pytest.mark.parametrize(("kind", "body", "expected"), CASES)
def test_what_was_filled_in_is_an_answer(kind, body, expected):
    form = answer_form(question(kind), "nl", QueryDict(body))
    assert form.is_valid(), form.errors
    assert form.answer() == expected
    again = answer_form(question(kind), "nl", given=expected)
    assert ("checked" in str(again)) == (kind not in (QuestionKind.OPEN, QuestionKind.THREE_WORDS))


@pytest.mark.parametrize(
    ("kind", "body"),
    [(kind, "") for kind, _body, _expected in CASES]
    + [
        (QuestionKind.SINGLE, "answer=stray"),
        (QuestionKind.MULTIPLE, "answer=stray"),
        (QuestionKind.MULTIPLE, "answer=agree&answer=dont_know"),
        (QuestionKind.GRADE, "answer=11"),
        (QuestionKind.GRADE, "answer=0"),
        (QuestionKind.OPEN, f"answer={'a' * 2001}"),
        (QuestionKind.OPEN, "answer=+++"),
        (QuestionKind.THREE_WORDS, f"answer_0={'a' * 31}"),
        (QuestionKind.THREE_WORDS, "answer_0=,"),
    ],
)
def test_nothing_and_nonsense_are_refused_beside_the_question(kind, body):
    form = answer_form(question(kind), "nl", QueryDict(body))
    assert not form.is_valid()
    assert form.errors["answer"]


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_errors_are_in_the_language_of_the_page(language):
    def told() -> list[str]:
        bodies = [(QuestionKind.MULTIPLE, "answer=agree&answer=dont_know")]
        bodies += [(kind, "") for kind, _body, _expected in CASES]
        return [
            str(answer_form(question(kind), language, QueryDict(body)).errors["answer"])
            for kind, body in bodies
        ]

    with override("nl"):
        dutch = told()
    with override(language):
        assert all(one != other for one, other in zip(told(), dutch, strict=True))


def test_an_answer_can_be_optional_and_then_is_empty():
    for kind, _body, _expected in CASES:
        form = answer_form(question(kind), "nl", QueryDict(""), needed=False)
        assert form.is_valid(), form.errors
        assert form.answer() == Answer()
        assert not form.answer()


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.GRADE])
def test_a_group_of_choices_has_a_legend(kind):
    page = str(answer_form(question(kind), "nl"))
    assert "<fieldset" in page
    assert "<legend" in page
    assert page.count("<input") == page.count("<label for=")


def test_each_of_three_boxes_has_its_own_label():
    page = str(answer_form(question(QuestionKind.THREE_WORDS), "nl"))
    for number in range(3):
        assert f'<label for="id_answer_{number}">' in page
        assert f'id="id_answer_{number}"' in page


def test_a_text_that_is_not_there_in_a_language_says_which_one_it_is_in():
    page = str(answer_form(question(QuestionKind.SINGLE), "ar"))
    assert "أوافق" in page
    assert '<bdi lang="nl">Weet ik niet</bdi>' in page


def test_script_in_a_question_stays_text():
    bad = "<script>alert(1)</script>"
    one = question(
        QuestionKind.SINGLE,
        labels={"nl": bad},
        hints={"nl": bad},
        choices=(ChoiceDefinition("a", {"nl": bad}),),
    )
    for language in ("nl", "tr"):
        assert "<script" not in str(answer_form(one, language))


def test_choices_that_are_not_on_offer_are_not_taken():
    form = answer_form(
        question(QuestionKind.SINGLE), "nl", QueryDict("answer=disagree"), choices=CHOICES[:1]
    )
    assert not form.is_valid()


def test_a_map_is_not_answered_with_a_form():
    with pytest.raises(ValueError, match="map"):
        answer_form(question(QuestionKind.DRAWN_MAP), "nl")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Five forms that are right behave as ODK describes, from markdown and from xlsx."""

from __future__ import annotations

from datetime import date

import pytest

from tests.listen.surveys.reading_forms import markdown, xlsx
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.reading.template import templates
from voelspriet.listen.surveys.reading.xlsform import read_xlsform
from voelspriet.listen.surveys.rules.answers import Answer
from voelspriet.listen.surveys.rules.definitions import digest_of, from_json, to_json
from voelspriet.listen.surveys.rules.flow import asked, meets, offered
from voelspriet.listen.surveys.writing.xlsform import xlsform_of

TODAY = date(2026, 11, 26)
GOOD = ["skip_logic", "constraint", "two_languages", "choice_filter", "geoshape"]


def read(name: str):
    return read_xlsform(markdown(f"good_{name}"))


def chosen(*names: str) -> Answer:
    return Answer(chosen=names)


@pytest.mark.parametrize("name", GOOD)
def test_xlsx_and_markdown_say_the_same(name):
    assert read_xlsform(xlsx(f"good_{name}")) == read(name)


@pytest.mark.parametrize("name", GOOD)
def test_a_form_that_goes_out_comes_back_as_it_was(name):
    definition = read(name)
    again = read_xlsform(xlsform_of(definition))
    assert again == definition
    assert digest_of(again) == digest_of(from_json(to_json(definition)))


def test_the_template_goes_out_and_comes_back_with_its_probes_and_guards():
    (template,) = templates()
    assert digest_of(read_xlsform(xlsform_of(template))) == digest_of(template)


def test_skip_logic_asks_what_matters_and_forgets_what_does_not():
    form = read("skip_logic")

    def names(**answers: Answer) -> list[str]:
        return [one.name for one in asked(form.questions, answers, today=TODAY)]

    assert names() == ["komt"]
    assert names(komt=chosen("nee")) == ["komt", "waarom_niet"]
    assert names(komt=chosen("ja")) == ["komt", "keren"]
    assert names(komt=chosen("ja"), keren=Answer(number=5)) == ["komt", "keren", "beter"]
    assert names(komt=chosen("ja"), keren=Answer(number=6)) == ["komt", "keren"]
    # a grade given before, to a question that is no longer asked, counts as none
    assert names(komt=chosen("nee"), keren=Answer(number=5)) == ["komt", "waarom_niet"]
    first = form.questions[0]
    assert first.intros == {"nl": "Wij vragen eerst of u er komt."}
    assert first.required
    assert [one.block for one in form.questions] == ["", "bezoek", "bezoek", ""]
    assert (form.questions[1].kind, form.questions[1].lowest) == (QuestionKind.GRADE, 1)


def test_a_constraint_says_which_answers_are_allowed_and_nothing_said_breaks_none():
    kinds, street, tidy = read("constraint").questions

    def allowed(question, answer: Answer) -> bool:
        return meets(question, answer, {}, today=TODAY)

    assert allowed(kinds, chosen("papier", "glas"))
    assert not allowed(kinds, chosen("papier", "glas", "grof"))
    assert allowed(street, Answer(text="1315"))
    assert not allowed(street, Answer(text="13155"))
    assert allowed(street, Answer())
    assert kinds.constraint_messages == {"nl": "Kies er ten hoogste twee."}
    assert [one.is_dont_know for one in kinds.choices] == [False, False, False, True]
    assert (tidy.kind, tidy.lowest, tidy.highest) == (QuestionKind.GRADE, 1, 5)


def test_two_languages_are_both_there_and_dont_know_is_marked():
    form = read("two_languages")
    assert form.languages == ("nl", "ar")
    assert form.default_language == "nl"
    statement, words = form.questions
    assert statement.kind == QuestionKind.STATEMENT
    assert statement.labels["ar"] == "أعرف من هو شرطي الحي."
    assert [one.is_dont_know for one in statement.choices] == [False, False, True]
    assert words.kind == QuestionKind.THREE_WORDS
    assert words.hints == {"nl": "Geen namen van mensen", "ar": "بلا أسماء أشخاص"}


def test_a_choice_filter_offers_what_fits_the_answer_before():
    _area, street = read("choice_filter").questions

    def names(area: str) -> list[str]:
        answers = {"wijk": chosen(area)} if area else {}
        return [one.name for one in offered(street, answers, today=TODAY)]

    assert names("noord") == ["lindelaan", "elzenpad"]
    assert names("zuid") == ["havenweg"]
    assert names("") == []


def test_shapes_are_drawn_on_the_map():
    questions = read("geoshape").questions
    assert [one.geometry for one in questions] == ["area", "line", "point", ""]
    assert {one.kind for one in questions[:3]} == {QuestionKind.DRAWN_MAP}

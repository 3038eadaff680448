# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The template beside the case file: the same order, in other words, and what stays off."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import yaml

from voelspriet.listen.surveys.actions import add_template_questionnaires
from voelspriet.listen.surveys.choices import ProbeGuard, QuestionKind, QuestionnaireSource
from voelspriet.listen.surveys.models import Question, QuestionnaireVersion
from voelspriet.listen.surveys.reading.template import templates
from voelspriet.listen.surveys.rules.definitions import from_json, to_json

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
LANGUAGES = ("nl", "en", "tr", "ar")
KINDS = {
    "single_choice": QuestionKind.SINGLE,
    "statement": QuestionKind.STATEMENT,
    "grade": QuestionKind.GRADE,
    "open": QuestionKind.OPEN,
}
BLOCKS = {"introductie": "introduction", "kern": "core", "afsluiting": "closing"}
ENVIRONMENTS = {
    None: "",
    "criminele": "criminal",
    "sociale": "social",
    "fysieke": "physical",
    "institutionele": "institutional",
}
HOT = {"hot_places": "place", "hot_crimes": "crime", "hot_times": "time"}


@pytest.fixture
def template():
    (only,) = templates()
    return only


@pytest.fixture
def pairs(template, shared):
    case = yaml.safe_load((shared / "cases" / "evening_format.yaml").read_text())
    return list(zip(case["items"], template.questions, strict=True))


@pytest.mark.real_data
def test_the_17_items_have_the_order_kind_and_factors_of_the_study(pairs):
    assert len(pairs) == 17
    for item, question in pairs:
        three_words = item["order"] == 5
        kind = QuestionKind.THREE_WORDS if three_words else KINDS[item["type"]]
        assert question.kind == kind
        assert question.block == BLOCKS[item["block"]]
        assert question.environment == ENVIRONMENTS[item["environment"]]
        assert question.factors == tuple(item["factors"])
        assert (question.agree_means or None) == item["agree_means"]
        if item["options"]:
            assert len(question.choices) == len(item["options"])
        if "scale" in item:
            assert (question.lowest, question.highest) == (1, 10)


@pytest.mark.real_data
def test_the_64_probes_ask_after_the_same_and_three_kinds_stay_off(pairs):
    probes = [
        (theirs, ours)
        for item, question in pairs
        for theirs, ours in zip(item["probes"], question.probes, strict=True)
    ]
    assert len(probes) == 64
    assert [ours.hot for _theirs, ours in probes] == [
        HOT.get(theirs["hot"]) for theirs, _ours in probes
    ]
    guarded = {theirs["id"]: ours.guard for theirs, ours in probes if ours.guard}
    persons = {theirs["id"] for theirs, _ours in probes if theirs["hot"] == "hot_people"}
    origin = {theirs["id"] for theirs, _ours in probes if "herkomst" in theirs["text"]}
    assert guarded == {
        **dict.fromkeys(persons, ProbeGuard.PERSONS),
        **dict.fromkeys(origin, ProbeGuard.ORIGIN),
        "4.2": ProbeGuard.OWN_HOME,
    }


@pytest.mark.real_data
def test_it_says_everything_in_other_words_than_the_case_file(pairs):
    def plain(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.lower()))

    for item, question in pairs:
        assert plain(item["question"]) != plain(question.labels["nl"])
        theirs = {plain(probe["text"]) for probe in item["probes"]}
        assert not theirs & {plain(probe.texts["nl"]) for probe in question.probes}


def test_residents_read_everything_in_four_languages(template):
    assert template.languages == LANGUAGES
    for question in template.questions:
        told = [question.labels, *(one.labels for one in question.choices)]
        for texts in (*told, *([question.hints] if question.hints else [])):
            assert set(texts) == set(LANGUAGES)
            assert all(texts.values())
        for probe in question.probes:
            assert set(probe.texts) >= {"nl", "en"}


def test_a_statement_has_dont_know_as_an_answer_of_its_own(template):
    statements = [one for one in template.questions if one.kind == QuestionKind.STATEMENT]
    assert len(statements) == 10
    for question in statements:
        assert [one.is_dont_know for one in question.choices] == [False, False, True]


def test_every_whole_number_of_years_has_one_class_of_length_of_stay(template):
    stay = next(one for one in template.questions if one.name == "length_of_stay")
    labels = [one.labels["nl"] for one in stay.choices]
    spans = [[int(n) for n in re.findall(r"\d+", label)] for label in labels]
    assert spans == [[1], [1, 4], [5, 9], [10, 14], [15]]
    assert labels[0].startswith("Korter")
    assert labels[-1].endswith("langer")


def test_names_are_used_once_and_everything_survives_json(template):
    names = [one.name for one in template.questions]
    assert len(set(names)) == len(names)
    probes = [probe.name for one in template.questions for probe in one.probes]
    assert len(set(probes)) == 64
    assert from_json(to_json(template)) == template


@pytest.mark.django_db
def test_setting_up_twice_stores_the_template_once():
    assert add_template_questionnaires(at=AT) == 1
    assert add_template_questionnaires(at=AT) == 0
    version = QuestionnaireVersion.objects.get()
    assert version.source == QuestionnaireSource.TEMPLATE
    assert version.questionnaire.municipality is None
    assert from_json(version.definition) == templates()[0]
    assert Question.objects.filter(version=version).count() == 17

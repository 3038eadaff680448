# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses of questionnaires."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from voelspriet.listen.surveys.choices import QuestionKind, QuestionnaireSource
from voelspriet.listen.surveys.models import Question, Questionnaire, QuestionnaireVersion

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)


def list_of(municipality=None, *, reference="Q-1", form_id="buurt", name="Buurt"):
    return Questionnaire.objects.create(
        municipality=municipality, reference=reference, form_id=form_id, name=name, made_at=AT
    )


def version_of(questionnaire, number=1, digest="a"):
    return QuestionnaireVersion.objects.create(
        questionnaire=questionnaire, number=number, source=QuestionnaireSource.BY_HAND,
        languages=["nl"], default_language="nl", definition={}, digest=digest, made_at=AT,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _arranged(db):  # noqa: ARG001
    with arranging():
        yield


def refused(name: str):
    return pytest.raises(IntegrityError, match=name.replace("_", "."))


def test_questionnaire_form_id_once():
    town = make_town()
    list_of(town.municipality)
    with pytest.raises(IntegrityError):
        list_of(town.municipality, reference="Q-2")


def test_questionnaire_template_form_id_once():
    list_of()
    with pytest.raises(IntegrityError):
        list_of(reference="Q-2")


def test_a_town_and_a_template_may_share_a_form_id():
    list_of()
    list_of(make_town().municipality, reference="Q-2")
    assert Questionnaire.objects.count() == 2


def test_questionnaire_has_a_name():
    with refused("questionnaire_has_a_name"):
        list_of(name="")


def test_questionnaire_version_number_once():
    version_of(list_of())
    with pytest.raises(IntegrityError):
        version_of(Questionnaire.objects.get(), digest="b")


def test_questionnaire_version_content_once():
    version_of(list_of())
    with pytest.raises(IntegrityError):
        version_of(Questionnaire.objects.get(), number=2)


def test_questionnaire_version_counts_from_one():
    with refused("questionnaire_version_counts_from_one"):
        version_of(list_of(), number=0)


def test_question_name_once_and_question_position_once():
    version = version_of(list_of())
    one = {"version": version, "kind": QuestionKind.OPEN}
    Question.objects.create(position=1, name="a", **one)
    for position, name in ((2, "a"), (1, "b")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question.objects.create(position=position, name=name, **one)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questionnaires, with a first version."""

from __future__ import annotations

from itertools import count

from tests.conftest import arranging
from tests.factories.signals import NOON, municipality_of
from voelspriet.ground.areas.models import Area
from voelspriet.listen.surveys.choices import ProbeGuard, QuestionKind, QuestionnaireSource
from voelspriet.listen.surveys.models import Question, Questionnaire, QuestionnaireVersion
from voelspriet.listen.surveys.rules.definitions import (
    ChoiceDefinition,
    ProbeDefinition,
    QuestionDefinition,
    QuestionnaireDefinition,
    digest_of,
    to_json,
)

_numbers = count(1)


def definition_of(title: str, *, questions: int = 2) -> QuestionnaireDefinition:
    """Return a small questionnaire of statements, each with a guarded and a free probe."""
    choices = tuple(
        ChoiceDefinition(name, {"nl": name}, is_dont_know=name == "dont_know")
        for name in ("agree", "disagree", "dont_know")
    )
    return QuestionnaireDefinition(
        form_id="buurt",
        titles={"nl": title},
        default_language="nl",
        languages=("nl",),
        questions=tuple(
            QuestionDefinition(
                f"q{number}", QuestionKind.STATEMENT, {"nl": f"Stelling {number}"},
                choices=choices,
                probes=(
                    ProbeDefinition(f"q{number}_1", {"nl": "Waar is dat?"}),
                    ProbeDefinition(f"q{number}_2", {"nl": "Wie?"}, guard=ProbeGuard.PERSONS),
                    ProbeDefinition(f"q{number}_3", {"nl": "Afkomst?"}, guard=ProbeGuard.ORIGIN),
                ),
            )
            for number in range(1, questions + 1)
        ),
    )  # fmt: skip


def make_questionnaire(area: Area, title: str = "Vragen over de buurt") -> Questionnaire:
    """Make a questionnaire of the municipality of an area."""
    number = next(_numbers)
    with arranging():
        made = Questionnaire.objects.create(
            municipality=municipality_of(area), reference=f"Q-{number:04d}-TEST",
            form_id=f"buurt{number}", name=title, made_at=NOON,
        )  # fmt: skip
    make_version(made, definition_of(title))
    return made


def make_version(
    questionnaire: Questionnaire, definition: QuestionnaireDefinition
) -> QuestionnaireVersion:
    """Make its next version."""
    with arranging():
        version = QuestionnaireVersion.objects.create(
            questionnaire=questionnaire, number=questionnaire.versions.count() + 1,
            source=QuestionnaireSource.BY_HAND, languages=list(definition.languages),
            default_language=definition.default_language, definition=to_json(definition),
            digest=digest_of(definition), made_at=NOON, made_by_name="Noor",
        )  # fmt: skip
        Question.objects.bulk_create(
            Question(version=version, position=n, name=one.name, kind=one.kind)
            for n, one in enumerate(definition.questions, 1)
        )
    return version


def more_questionnaires(area: Area, questionnaire: Questionnaire, number: int) -> None:
    """Make one more questionnaire, and one more version of the one of the scene."""
    make_questionnaire(area, f"Vragen {number}")
    make_version(questionnaire, definition_of(f"Vragen {number}", questions=2 + number))

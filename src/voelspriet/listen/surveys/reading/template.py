# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the questionnaires that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from voelspriet.listen.surveys.choices import AgreeMeaning, HotKind, ProbeGuard, QuestionKind
from voelspriet.listen.surveys.rules.definitions import (
    ChoiceDefinition,
    ProbeDefinition,
    QuestionDefinition,
    QuestionnaireDefinition,
)

FOLDER = Path(__file__).resolve().parents[1] / "template"


@cache
def templates() -> tuple[QuestionnaireDefinition, ...]:
    """Return every questionnaire that comes with the program."""
    return tuple(
        _questionnaire(yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.yaml"))
    )


def _questionnaire(stored: Mapping[str, Any]) -> QuestionnaireDefinition:
    both = tuple(ChoiceDefinition(**one) for one in stored["agree_or_not"])
    return QuestionnaireDefinition(
        form_id=stored["form_id"],
        titles=stored["titles"],
        default_language=stored["default_language"],
        languages=tuple(stored["languages"]),
        questions=tuple(_question(one, both) for one in stored["questions"]),
    )


def _question(stored: Mapping[str, Any], both: tuple[ChoiceDefinition, ...]) -> QuestionDefinition:
    kind = QuestionKind(stored["kind"])
    choices = tuple(ChoiceDefinition(**one) for one in stored.get("choices", ()))
    meaning = stored.get("agree_means")
    return QuestionDefinition(
        name=stored["name"],
        kind=kind,
        labels=stored["labels"],
        hints=stored.get("hints", {}),
        choices=both if kind == QuestionKind.STATEMENT else choices,
        required=True,
        block=stored["block"],
        environment=stored.get("environment", ""),
        factors=tuple(stored.get("factors", ())),
        agree_means=AgreeMeaning(meaning) if meaning else None,
        lowest=stored.get("lowest"),
        highest=stored.get("highest"),
        probes=tuple(
            _probe(f"{stored['name']}_{number}", one)
            for number, one in enumerate(stored.get("probes", ()), 1)
        ),
    )


def _probe(name: str, stored: Mapping[str, Any]) -> ProbeDefinition:
    hot, guard = stored.get("hot"), stored.get("guard")
    return ProbeDefinition(
        name=name,
        texts=stored["texts"],
        hot=HotKind(hot) if hot else None,
        guard=ProbeGuard(guard) if guard else None,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a version of a questionnaire says: typed, pure, written to JSON and read back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from voelspriet.listen.surveys.choices import (
    AgreeMeaning,
    HotKind,
    ProbeGuard,
    QuestionKind,
)

# language → text; a language that has no text falls back to the version's default language
Texts = Mapping[str, str]


@dataclass(frozen=True)
class ChoiceDefinition:
    """An answer to choose; `extra` holds the columns a choice filter looks at."""

    name: str
    labels: Texts
    is_dont_know: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ProbeDefinition:
    """Something to ask on; `guard` says why it is switched off as it comes."""

    name: str
    texts: Texts
    hot: HotKind | None = None
    guard: ProbeGuard | None = None


@dataclass(frozen=True)
class QuestionDefinition:
    """One question: how it is answered, what it says, when it is asked, what is allowed.

    `intros` is told before it. `relevant`, `constraint` and `choice_filter` are XLSForm
    expressions. `block` and `environment` group items; `factors` are numbers of the Tafel van 12.
    `lowest` and `highest` bound a grade.
    """

    name: str
    kind: QuestionKind
    labels: Texts
    hints: Texts = field(default_factory=dict)
    intros: Texts = field(default_factory=dict)
    choices: tuple[ChoiceDefinition, ...] = ()
    required: bool = False
    relevant: str = ""
    constraint: str = ""
    constraint_messages: Texts = field(default_factory=dict)
    choice_filter: str = ""
    block: str = ""
    environment: str = ""
    factors: tuple[int, ...] = ()
    agree_means: AgreeMeaning | None = None
    lowest: int | None = None
    highest: int | None = None
    geometry: str = ""
    probes: tuple[ProbeDefinition, ...] = ()


@dataclass(frozen=True)
class QuestionnaireDefinition:
    """A whole questionnaire."""

    form_id: str
    titles: Texts
    default_language: str
    languages: tuple[str, ...]
    questions: tuple[QuestionDefinition, ...]


def text_in(texts: Texts, language: str, default_language: str) -> str:
    """Return a text in a language, else in the default language, else in any there is."""
    return texts.get(language) or texts.get(default_language) or next(iter(texts.values()), "")


def to_json(definition: QuestionnaireDefinition) -> dict[str, Any]:
    """Return a definition as what JSON can hold."""
    return asdict(definition)


def digest_of(definition: QuestionnaireDefinition) -> str:
    """Return the SHA-256 of a definition: the same content has the same digest."""
    text = json.dumps(to_json(definition), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def from_json(stored: Mapping[str, Any]) -> QuestionnaireDefinition:
    """Return the definition that `to_json` wrote."""
    questions = tuple(_question(one) for one in stored["questions"])
    return QuestionnaireDefinition(
        **{**stored, "languages": tuple(stored["languages"]), "questions": questions}
    )


def _question(stored: Mapping[str, Any]) -> QuestionDefinition:
    meaning = stored["agree_means"]
    changed = {
        "kind": QuestionKind(stored["kind"]),
        "choices": tuple(ChoiceDefinition(**one) for one in stored["choices"]),
        "factors": tuple(stored["factors"]),
        "agree_means": AgreeMeaning(meaning) if meaning else None,
        "probes": tuple(_probe(one) for one in stored["probes"]),
    }
    return QuestionDefinition(**{**stored, **changed})


def _probe(stored: Mapping[str, Any]) -> ProbeDefinition:
    hot, guard = stored["hot"], stored["guard"]
    changed = {"hot": HotKind(hot) if hot else None, "guard": ProbeGuard(guard) if guard else None}
    return ProbeDefinition(**{**stored, **changed})

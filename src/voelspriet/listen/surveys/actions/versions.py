# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Storing a version of a questionnaire: the same content once, a change under the next number."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.surveys.choices import QuestionnaireSource
from voelspriet.listen.surveys.models import Question, Questionnaire, QuestionnaireVersion
from voelspriet.listen.surveys.rules.definitions import (
    QuestionnaireDefinition,
    digest_of,
    text_in,
    to_json,
)


@dataclass(frozen=True, slots=True)
class VersionStored:
    """Which version a questionnaire was stored as; not new when it was there already."""

    reference: str
    number: int
    is_new: bool


def store_version(
    *,
    definition: QuestionnaireDefinition,
    source: QuestionnaireSource,
    municipality_id: int | None,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> VersionStored:
    """Store a definition inside the running action, with its audit line.

    Two who store at the same time wait for each other at the questionnaire's row.
    """
    who: dict[str, Any] = {"made_by_id": by.user_id, "made_by_name": by.name if by.is_staff else ""}
    name = text_in(definition.titles, "nl", definition.default_language) or definition.form_id
    questionnaire, _made = Questionnaire.objects.select_for_update().get_or_create(
        municipality_id=municipality_id,
        form_id=definition.form_id,
        defaults={
            "reference": new_reference("Q", rng=rng),
            "name": name[:200],
            "made_at": at,
            **who,
        },
    )
    digest = digest_of(definition)
    versions = questionnaire.versions
    found = versions.filter(digest=digest).first()
    stored = found or _new_version(
        questionnaire, definition, digest=digest, source=source, at=at, who=who
    )
    record(
        "questionnaire.store",
        by=by,
        at=at,
        subject="questionnaire",
        reference=questionnaire.reference,
        municipality_id=municipality_id,
        number=stored.number,
        is_new=found is None,
        source=str(source),
    )
    return VersionStored(questionnaire.reference, stored.number, found is None)


def _new_version(
    questionnaire: Questionnaire,
    definition: QuestionnaireDefinition,
    *,
    digest: str,
    source: QuestionnaireSource,
    at: datetime,
    who: dict[str, Any],
) -> QuestionnaireVersion:
    latest = questionnaire.versions.order_by("-number").first()
    version = questionnaire.versions.create(
        number=latest.number + 1 if latest else 1,
        source=source,
        languages=list(definition.languages),
        default_language=definition.default_language,
        definition=to_json(definition),
        digest=digest,
        made_at=at,
        **who,
    )
    Question.objects.bulk_create(
        Question(version=version, position=position, name=one.name, kind=one.kind)
        for position, one in enumerate(definition.questions, 1)
    )
    return version

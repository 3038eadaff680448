# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questions of a version, read once: a version never changes."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from voelspriet.listen.surveys.models import QuestionnaireVersion
from voelspriet.listen.surveys.rules.definitions import (
    QuestionDefinition,
    QuestionnaireDefinition,
    from_json,
)


def definition_of(version_id: int, digest: str) -> QuestionnaireDefinition:
    """Return what a version says. No query when it was read before."""
    return _read(version_id, digest)[0]


def question_of(version_id: int, digest: str, name: str) -> QuestionDefinition:
    """Return one question of a version."""
    return _read(version_id, digest)[1][name]


@lru_cache(maxsize=64)
def _read(
    version_id: int,
    digest: str,  # noqa: ARG001  part of the key: another content is another version
) -> tuple[QuestionnaireDefinition, MappingProxyType[str, QuestionDefinition]]:
    stored = QuestionnaireVersion.objects.values_list("definition", flat=True).get(pk=version_id)
    definition = from_json(stored)
    return definition, MappingProxyType({one.name: one for one in definition.questions})

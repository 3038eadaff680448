# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of questionnaires, and one version of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.surveys.choices import QuestionnaireSource
from voelspriet.listen.surveys.models import QuestionnaireVersion
from voelspriet.listen.surveys.rules.access import visible_questionnaires
from voelspriet.listen.surveys.rules.changes import Changes, changes_between
from voelspriet.listen.surveys.rules.definitions import QuestionnaireDefinition, from_json

PAGE = 25
MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class QuestionnaireRow:
    """A questionnaire in a list, as its newest version is."""

    reference: str
    name: str
    is_template: bool
    number: int
    questions: int
    languages: tuple[str, ...]
    source_label: str
    made_by_name: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in a list, with what changed since the one before; None for the first shown."""

    number: int
    source_label: str
    made_by_name: str
    made_at: datetime
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class VersionSheet:
    """One version, whole."""

    id: int
    reference: str
    name: str
    is_template: bool
    number: int
    latest: int
    source_label: str
    definition: QuestionnaireDefinition


def questionnaires(*, by: Actor, cursor: str = "", size: int = PAGE) -> Page[QuestionnaireRow]:
    """Return a page of the questionnaires somebody may use, the latest changed first."""
    found = (
        QuestionnaireVersion.objects.filter(questionnaire__in=visible_questionnaires(by))
        .annotate(latest=Max("questionnaire__versions__number"))
        .filter(number=F("latest"))
        .select_related("questionnaire")
        .defer("definition")
        .order_by("-pk")
    )
    after = read_cursor(cursor, int)
    if after is not None:
        found = found.filter(pk__lt=after[0])
    rows = list(found[: size + 1])
    counts = _question_counts([one.pk for one in rows])
    return page_of(
        rows, size, lambda one: _row(one, counts.get(one.pk, 0)), lambda one: write_cursor(one.pk)
    )


def _question_counts(version_ids: list[int]) -> dict[int, int]:
    found = (
        QuestionnaireVersion.objects.filter(pk__in=version_ids)
        .order_by()
        .values("pk")
        .annotate(questions_n=Count("questions"))
    )
    return {row["pk"]: row["questions_n"] for row in found}


def _row(version: QuestionnaireVersion, questions: int) -> QuestionnaireRow:
    questionnaire = version.questionnaire
    return QuestionnaireRow(
        reference=questionnaire.reference,
        name=questionnaire.name,
        is_template=questionnaire.municipality_id is None,
        number=version.number,
        questions=questions,
        languages=tuple(version.languages),
        source_label=str(QuestionnaireSource(version.source).label),
        made_by_name=version.made_by_name,
        made_at=version.made_at,
    )


def version_sheet(*, reference: str, by: Actor, number: int | None = None) -> VersionSheet:
    """Return one version, the newest when no number is named. OutOfScope when it is not there."""
    found = _versions(reference, by).annotate(latest=Max("questionnaire__versions__number"))
    which = Q(number=F("latest")) if number is None else Q(number=number)
    version = found.filter(which).select_related("questionnaire").first()
    if version is None:
        raise OutOfScope(_("Deze vragenlijst is er niet."))
    questionnaire = version.questionnaire
    return VersionSheet(
        id=version.pk,
        reference=questionnaire.reference,
        name=questionnaire.name,
        is_template=questionnaire.municipality_id is None,
        number=version.number,
        latest=version.latest,
        source_label=str(QuestionnaireSource(version.source).label),
        definition=from_json(version.definition),
    )


def latest_version(*, reference: str, by: Actor) -> VersionSheet:
    """Return the newest version. OutOfScope when it is not there."""
    return version_sheet(reference=reference, by=by)


def versions(*, reference: str, by: Actor) -> tuple[VersionRow, ...]:
    """Return the latest versions, newest first, each with what changed."""
    found = list(_versions(reference, by).order_by("-number")[: MOST_VERSIONS + 1])
    told = [from_json(one.definition) for one in found]
    rows = tuple(
        VersionRow(
            one.number,
            str(QuestionnaireSource(one.source).label),
            one.made_by_name,
            one.made_at,
            changes_between(told[place + 1], told[place]) if place + 1 < len(told) else None,
        )
        for place, one in enumerate(found)
    )
    return rows[:MOST_VERSIONS]


def _versions(reference: str, by: Actor) -> QuerySet[QuestionnaireVersion]:
    return QuestionnaireVersion.objects.filter(
        questionnaire__in=visible_questionnaires(by), questionnaire__reference=reference
    )

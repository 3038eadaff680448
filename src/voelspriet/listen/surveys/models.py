# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questionnaires in versions that never change, and the questions of each."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Municipality
from voelspriet.listen.surveys.choices import QuestionKind, QuestionnaireSource


class Questionnaire(models.Model):
    """A list of questions under one name, in versions (vragenlijst).

    `form_id` is the name an XLSForm gives itself; it tells which questionnaire a file is a new
    version of. A template belongs to no municipality.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True)
    reference = models.CharField(max_length=16, unique=True)
    form_id = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    made_by_id = models.BigIntegerField(null=True)
    made_by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "form_id"], name="questionnaire_form_id_once"
            ),
            models.UniqueConstraint(
                fields=["form_id"],
                condition=Q(municipality__isnull=True),
                name="questionnaire_template_form_id_once",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="questionnaire_has_a_name"),
        ]


class QuestionnaireVersion(models.Model):
    """A questionnaire as it was on a day; it never changes (versie van een vragenlijst).

    `definition` is the whole of it, as `rules.definitions` writes and reads it; `digest` is the
    SHA-256 of that text, so that the same file twice is one version.
    """

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=12, choices=QuestionnaireSource)
    languages = models.JSONField(default=list)
    default_language = models.CharField(max_length=8)
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    made_by_id = models.BigIntegerField(null=True)
    made_by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "number"], name="questionnaire_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["questionnaire", "digest"], name="questionnaire_version_content_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="questionnaire_version_counts_from_one"
            ),
        ]


class Question(models.Model):
    """One question of a version, for answers to point at (vraag).

    What it says stands in the definition of its version under the same `name`.
    """

    version = models.ForeignKey(
        QuestionnaireVersion, on_delete=models.CASCADE, related_name="questions"
    )
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=QuestionKind)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "name"], name="question_name_once"),
            models.UniqueConstraint(fields=["version", "position"], name="question_position_once"),
        ]

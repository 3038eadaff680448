# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evenings: which items in which order, which one is on, and links for who helps."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.listen.evenings.choices import EveningRole, EveningState, ItemKind
from voelspriet.listen.surveys.models import Question, QuestionnaireVersion


class Evening(models.Model):
    """An evening in an area with a running order and a room that answers (bewonersavond).

    `join_code` is the six digits on the screen; it opens the room while the evening is open and
    is given free when it closes. `revision` counts what anybody's screen could show differently:
    screens ask with it and hear "unchanged" otherwise. `shows_numbers`: the room itself agreed
    to see numbers though it is small. `meeting_reference` is the planned moment it belongs to.
    `screen_language` is the second one on the big screen, empty for none.
    `report_made_at`: from then on notes stay as they are. `words_erased_at`: its term was over.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="evenings")
    reference = models.CharField(max_length=16, unique=True)
    meeting_reference = models.CharField(max_length=16, blank=True)
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT)
    titles = models.JSONField(default=dict)
    place = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=EveningState, default=EveningState.PREPARED)
    join_code = models.CharField(max_length=6, null=True, unique=True)
    current_item = models.ForeignKey(
        "EveningItem", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    shows_numbers = models.BooleanField(default=False)
    screen_language = models.CharField(max_length=2, blank=True, default="")
    revision = models.PositiveIntegerField(default=0)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    report_made_at = models.DateTimeField(null=True)
    report_sent_at = models.DateTimeField(null=True)
    words_erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=EveningState.OPEN, join_code__isnull=False)
                | (~Q(state=EveningState.OPEN) & Q(join_code__isnull=True)),
                name="evening_code_only_while_open",
            ),
            models.CheckConstraint(
                condition=Q(state=EveningState.CLOSED, closed_at__isnull=False)
                | (~Q(state=EveningState.CLOSED) & Q(closed_at__isnull=True)),
                name="evening_closed_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(screen_language__in=["", "nl", "en", "tr", "ar"]),
                name="evening_screen_language_known",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "starts_at"], name="evening_town_starts")]


class EveningItem(models.Model):
    """One part of an evening: a question, a talk, a map round, agreements (onderdeel).

    `titles` says what a part is about that is no question. `probes_off` are names of probes
    that are switched off. `results_shown_at`: since when the room sees the results. A map round
    is a round of the drawings room, by its reference.
    """

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=ItemKind)
    question = models.ForeignKey(Question, on_delete=models.PROTECT, null=True, related_name="+")
    map_round_reference = models.CharField(max_length=16, blank=True)
    titles = models.JSONField(default=dict)
    probes_off = models.JSONField(default=list)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    results_shown_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evening", "position"], name="evening_item_position_once"
            ),
            models.CheckConstraint(
                condition=Q(kind=ItemKind.QUESTION, question__isnull=False)
                | (~Q(kind=ItemKind.QUESTION) & Q(question__isnull=True)),
                name="evening_item_question_when_a_question",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(opened_at__isnull=False),
                name="evening_item_opened_before_closed",
            ),
            models.CheckConstraint(
                condition=Q(results_shown_at__isnull=True) | Q(opened_at__isnull=False),
                name="evening_item_opened_before_shown",
            ),
        ]


class EveningLink(models.Model):
    """A link that lets somebody help without an account, until it is withdrawn (toegangslink).

    The key stands in the link only; the database holds its keyed hash.
    """

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="links")
    role = models.CharField(max_length=16, choices=EveningRole)
    label = models.CharField(max_length=60, blank=True)
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

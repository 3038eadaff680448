# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shared priorities of an area, and who does what for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models.agreements import Agreement
from voelspriet.act.agenda.models.area_agendas import AreaAgenda
from voelspriet.ground.network.models import Organisation
from voelspriet.listen.intake.choices import Category
from voelspriet.listen.intake.models import Signal

STOPPED, DONE = PriorityState.STOPPED, PriorityState.DONE


class Priority(models.Model):
    """What residents and partners want to get done together this year (prioriteit).

    `slot` is one of the five there are; what was stopped gives its slot free. `position` is the
    adviser's order. `signals` are counted for colleagues and never shown.
    """

    agenda = models.ForeignKey(AreaAgenda, on_delete=models.CASCADE, related_name="priorities")
    reference = models.CharField(max_length=16, unique=True)
    slot = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=PriorityState, default=PriorityState.PROPOSED)
    stopped_why = models.CharField(max_length=200, blank=True)
    is_public = models.BooleanField(default=True)
    source = models.CharField(max_length=80, blank=True)
    source_on = models.DateField(null=True)
    category = models.CharField(max_length=32, choices=Category, blank=True)
    signals = models.ManyToManyField(Signal, related_name="priorities")
    carried_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=STOPPED, slot__isnull=True)
                | (~Q(state=STOPPED) & Q(slot__isnull=False, slot__gte=1, slot__lte=5)),
                name="priority_at_most_five",
            ),
            models.UniqueConstraint(fields=["agenda", "slot"], name="priority_slot_once"),
            models.CheckConstraint(
                condition=~Q(state=STOPPED) | ~Q(stopped_why=""), name="priority_stopped_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[STOPPED, DONE], ended_at__isnull=False)
                | (~Q(state__in=[STOPPED, DONE]) & Q(ended_at__isnull=True)),
                name="priority_ended_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(source="", source_on__isnull=True)
                | (~Q(source="") & Q(source_on__isnull=False)),
                name="priority_source_has_a_day",
            ),
        ]


class PriorityText(models.Model):
    """The words of a priority in one language (tekst van een prioriteit)."""

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=70)
    why = models.CharField(max_length=200, blank=True)
    stopped_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["priority", "language"], name="priority_text_once")
        ]


class PriorityAction(models.Model):
    """Who does what for a priority: a promise in the one ledger, with partners (actie).

    Who, what, when and how it ended stand in the agreement and nowhere else, so that it is kept or
    broken once, also when next year's agenda carries it on. `started_on` is when work began.
    """

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="actions")
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="priority_actions"
    )
    number = models.PositiveSmallIntegerField()
    started_on = models.DateField(null=True)
    partners = models.ManyToManyField(Organisation, related_name="partner_actions")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=3), name="priority_action_at_most_three"
            ),
            models.UniqueConstraint(
                fields=["priority", "number"], name="priority_action_number_once"
            ),
            models.UniqueConstraint(
                fields=["priority", "agreement"], name="priority_action_once_per_agreement"
            ),
        ]


class PriorityActionText(models.Model):
    """The words of an action in one language (tekst van een actie).

    `what` is empty in Dutch: the agreement says it. `measure` is how one sees that it is done,
    `outcome` what came of it, for residents.
    """

    action = models.ForeignKey(PriorityAction, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    what = models.CharField(max_length=80, blank=True)
    measure = models.CharField(max_length=80, blank=True)
    outcome = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "language"], name="priority_action_text_once")
        ]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was said about how an initiative stands, and who settled what contradicted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.initiatives.choices import InitiativeStatus, StatementOrigin
from voelspriet.act.initiatives.models.initiatives import Initiative
from voelspriet.ground.privacy.fields import EncryptedTextField


class Settlement(models.Model):
    """Who decided which statement holds, when and why (beslechting).

    A change that replaces what was said before is settled by itself.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="settlements")
    why = EncryptedTextField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="settlement_has_a_reason")]


class StatusStatement(models.Model):
    """What a source said, on a day, about how an initiative stands (uitspraak over de stand).

    Statements that contradict stand side by side as long as none of them is settled;
    `settled_by` of the one that holds stays empty.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="statements")
    status = models.CharField(max_length=8, choices=InitiativeStatus)
    origin = models.CharField(max_length=12, choices=StatementOrigin)
    source = models.CharField(max_length=160)
    said_on = models.DateField()
    is_uncertain = models.BooleanField(default=False)
    why = EncryptedTextField(blank=True)
    at = models.DateTimeField()
    settled_by = models.ForeignKey(
        Settlement, on_delete=models.CASCADE, null=True, related_name="settled"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="statement_has_a_source"),
            models.CheckConstraint(
                condition=Q(origin=StatementOrigin.DOCUMENT)
                | ~Q(status__in=[InitiativeStatus.PAUSED, InitiativeStatus.STOPPED])
                | ~Q(why=""),
                name="statement_says_why_it_stopped",
            ),
        ]

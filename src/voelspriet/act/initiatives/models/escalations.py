# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who looks at an initiative because its promised day went by."""

from __future__ import annotations

from django.db import models

from voelspriet.act.initiatives.models.initiatives import Initiative
from voelspriet.listen.intake.choices import EscalationLevel


class InitiativeEscalation(models.Model):
    """An initiative that waits too long, and who looks at it now (opschaling van een initiatief).

    Settled as soon as somebody answers or decides, or the starter takes it back.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="escalations")
    level = models.CharField(max_length=16, choices=EscalationLevel)
    due_on = models.DateField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "level", "due_on"], name="initiative_escalation_once"
            )
        ]
        indexes = [models.Index(fields=["settled_at", "due_on"])]

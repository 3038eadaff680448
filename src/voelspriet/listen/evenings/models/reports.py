# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening: what the room hears back the next morning."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.listen.evenings.models.evenings import Evening


class EveningReport(models.Model):
    """What goes back to the room after an evening (verslag).

    `next_steps` says per language what happens next; Dutch comes first. Answers, notes and
    promises are read from the evening itself. Nobody outside reads it before it is released.
    """

    evening = models.OneToOneField(Evening, on_delete=models.CASCADE, related_name="report")
    next_steps = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    released_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by_name="")
                | (Q(released_at__isnull=False) & ~Q(released_by_name="")),
                name="evening_report_released_by_somebody",
            )
        ]

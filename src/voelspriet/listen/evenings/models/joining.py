# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wrong codes at the door of a room, counted so that nobody can try them all."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class FailedJoin(models.Model):
    """How many wrong codes came from one address in ten minutes (mislukte poging).

    `source` is a keyed hash of the address and the moment; a row is gone after an hour.
    """

    window = models.DateTimeField()
    source = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["window", "source"], name="failed_join_once_a_window"),
            models.CheckConstraint(condition=Q(count__gte=1), name="failed_join_counts_from_one"),
        ]

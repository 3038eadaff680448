# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workers that run background work, and when each was last seen."""

from __future__ import annotations

from django.db import models


class WorkerBeat(models.Model):
    """A worker that is running, and when it last said so (hartslag).

    `name` is what the operator calls it; `worker_key` is new at every start, so that work left by
    a worker that was killed can be told from work of the one that took its place.
    """

    name = models.CharField(max_length=40, unique=True)
    worker_key = models.CharField(max_length=64)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

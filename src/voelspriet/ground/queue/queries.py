# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the queue is doing, for the health address and for operators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from voelspriet.ground.queue.models import WorkerBeat
from voelspriet.ground.queue.rules import SILENCE


@dataclass(frozen=True, slots=True)
class QueueHealth:
    """How the queue is doing at one moment; `oldest_wait` of work that could run, if any."""

    workers: int
    last_beat_at: datetime | None
    waiting: int
    oldest_wait: timedelta | None
    failed_last_day: int


def queue_health(*, at: datetime) -> QueueHealth:
    """Return how many workers are alive at `at` and how much work waits."""
    beats = list(WorkerBeat.objects.order_by("-beat_at").values_list("beat_at", flat=True))
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    oldest = ready.aggregate(oldest=Min("enqueued_at"))["oldest"]
    return QueueHealth(
        workers=sum(beat_at > at - SILENCE for beat_at in beats),
        last_beat_at=beats[0] if beats else None,
        waiting=ready.count(),
        oldest_wait=at - oldest if oldest else None,
        failed_last_day=DBTaskResult.objects.filter(
            status=TaskResultStatus.FAILED, finished_at__gt=at - timedelta(days=1)
        ).count(),
    )


def has_ready_work() -> bool:
    """Tell whether a job waits; reads only, so that an idle worker locks nothing."""
    return DBTaskResult.objects.ready().exists()

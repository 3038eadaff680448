# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The queue's own bookkeeping: beats of workers, work of dead ones, finished work thrown away.

None of it is a person's deed, so none of it has an audit line.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.ground.queue.models import WorkerBeat
from voelspriet.ground.queue.rules import SILENCE, key_belongs_to

KEEP_FINISHED = timedelta(days=7)


def beat(*, name: str, worker_key: str, at: datetime) -> None:
    """Say that the worker `name` is alive at `at`. A new key replaces the old worker's."""
    with housekeeping("queue.beat"):
        changed = WorkerBeat.objects.filter(name=name, worker_key=worker_key).update(beat_at=at)
        if not changed:
            WorkerBeat.objects.update_or_create(
                name=name,
                defaults={"worker_key": worker_key, "started_at": at, "beat_at": at},
            )


def sign_off(*, name: str, worker_key: str) -> None:
    """Take away the beat of a worker that stopped by itself."""
    with housekeeping("queue.sign_off"):
        WorkerBeat.objects.filter(name=name, worker_key=worker_key).delete()


def release_stuck(*, name: str, worker_key: str, at: datetime) -> int:
    """Make work of dead workers ready again; return how many jobs.

    Dead is: a worker with the same name and another key (this one took its place), or one that
    has not been seen for `SILENCE`. A job that runs twice does no harm: it is only a wake-up.
    """
    with housekeeping("queue.release_stuck"):
        alive = set(
            WorkerBeat.objects.filter(beat_at__gt=at - SILENCE).values_list("worker_key", flat=True)
        )
        stuck = [
            job.pk
            for job in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
            if _is_left(job.worker_ids, alive=alive, name=name, worker_key=worker_key)
        ]
        return DBTaskResult.objects.filter(pk__in=stuck, status=TaskResultStatus.RUNNING).update(
            status=TaskResultStatus.READY, started_at=None
        )


def _is_left(worker_keys: list[str], *, alive: set[str], name: str, worker_key: str) -> bool:
    last = worker_keys[-1] if worker_keys else ""
    if last == worker_key:
        return False
    return last not in alive or key_belongs_to(last, name=name)


def prune_finished(*, at: datetime) -> int:
    """Throw away jobs that finished more than a week before `at`; return how many."""
    with housekeeping("queue.prune_finished"):
        finished = DBTaskResult.objects.filter(
            status__in=[TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED],
            finished_at__lt=at - KEEP_FINISHED,
        )
        return finished.delete()[0]

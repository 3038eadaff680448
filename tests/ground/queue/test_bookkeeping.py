# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The queue's bookkeeping: who is alive, what a killed worker left, what is thrown away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.conftest import arranging
from voelspriet.ground.queue import actions
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.ground.queue.models import WorkerBeat
from voelspriet.ground.queue.queries import queue_health
from voelspriet.ground.queue.rules import SILENCE

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def _running(worker_key: str) -> DBTaskResult:
    enqueue("nobody.knows")
    job = DBTaskResult.objects.latest("enqueued_at")
    job.claim(worker_key)
    return job


def _status(job: DBTaskResult) -> str:
    return DBTaskResult.objects.get(pk=job.pk).status


def test_beat_says_alive_and_a_new_start_takes_the_place():
    actions.beat(name="day", worker_key="day:1", at=AT)
    actions.beat(name="day", worker_key="day:2", at=AT + timedelta(seconds=5))
    row = WorkerBeat.objects.get()
    assert (row.worker_key, row.started_at) == ("day:2", AT + timedelta(seconds=5))


def test_a_worker_has_one_beat():
    actions.beat(name="day", worker_key="day:1", at=AT)
    with arranging(), pytest.raises(IntegrityError):
        WorkerBeat.objects.create(name="day", worker_key="day:9", started_at=AT, beat_at=AT)


def test_sign_off_leaves_the_beat_of_who_took_the_place():
    actions.beat(name="day", worker_key="day:2", at=AT)
    actions.sign_off(name="day", worker_key="day:1")
    assert WorkerBeat.objects.count() == 1
    actions.sign_off(name="day", worker_key="day:2")
    assert not WorkerBeat.objects.exists()


def test_release_stuck_takes_over_from_the_same_name_at_once():
    job = _running("day:1")
    actions.beat(name="day", worker_key="day:2", at=AT)
    assert actions.release_stuck(name="day", worker_key="day:2", at=AT) == 1
    assert _status(job) == TaskResultStatus.READY


def test_release_stuck_leaves_work_of_oneself_and_of_the_living():
    own, other = _running("day:2"), _running("night:1")
    actions.beat(name="night", worker_key="night:1", at=AT)
    assert actions.release_stuck(name="day", worker_key="day:2", at=AT) == 0
    assert _status(own) == _status(other) == TaskResultStatus.RUNNING


def test_release_stuck_takes_over_from_a_silent_worker():
    job = _running("night:1")
    actions.beat(name="night", worker_key="night:1", at=AT - SILENCE)
    assert actions.release_stuck(name="day", worker_key="day:2", at=AT) == 1
    assert _status(job) == TaskResultStatus.READY


def test_prune_finished_throws_away_after_a_week_and_only_what_finished():
    old, fresh, waiting = (_running("day:1") for _ in range(3))
    with arranging():
        DBTaskResult.objects.filter(pk=old.pk).update(
            status=TaskResultStatus.FAILED, finished_at=AT - timedelta(days=8)
        )
        DBTaskResult.objects.filter(pk=fresh.pk).update(
            status=TaskResultStatus.SUCCESSFUL, finished_at=AT - timedelta(days=6)
        )
    assert actions.prune_finished(at=AT) == 1
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == {fresh.pk, waiting.pk}


def test_queue_health_counts_living_workers_and_waiting_work():
    actions.beat(name="day", worker_key="day:1", at=AT)
    actions.beat(name="gone", worker_key="gone:1", at=AT - timedelta(hours=1))
    enqueue("nobody.knows")
    enqueued = DBTaskResult.objects.get().enqueued_at
    health = queue_health(at=enqueued + timedelta(seconds=90))
    assert health.oldest_wait == timedelta(seconds=90)
    assert health.waiting == 1
    assert queue_health(at=AT).workers == 1
    assert queue_health(at=AT).last_beat_at == AT

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker runs what waits, sweeps what is due, and goes on when one of them breaks."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from voelspriet.ground.queue import registry
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.ground.queue.models import WorkerBeat
from voelspriet.ground.queue.runner import GIVE_WAY_SECONDS, WORK_SECONDS, Runner

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def handlers(monkeypatch):
    """Let a test register handlers and sweeps that are gone afterwards."""
    monkeypatch.setattr(registry, "_handlers", {})
    monkeypatch.setattr(registry, "_sweeps", {})


class Clock:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def _runner(clock: Clock | None = None) -> Runner:
    return Runner(name="test", token="1", now=lambda: AT, monotonic=clock or Clock())


@pytest.mark.usefixtures("handlers")
def test_round_runs_jobs_in_order_and_marks_them():
    seen = []
    registry.job("test.note")(lambda *, number: seen.append(number))
    for number in range(3):
        enqueue("test.note", number=number)
    assert _runner().round()
    assert seen == [0, 1, 2]
    statuses = set(DBTaskResult.objects.values_list("status", flat=True))
    assert statuses == {TaskResultStatus.SUCCESSFUL}
    assert WorkerBeat.objects.get().beat_at == AT


@pytest.mark.usefixtures("handlers")
def test_a_job_that_breaks_stores_the_kind_of_error_and_never_its_words():
    def break_down() -> None:
        raise ValueError("somebody@post.example")

    registry.job("test.break")(break_down)
    enqueue("test.break")
    _runner().round()
    job = DBTaskResult.objects.get()
    assert job.status == TaskResultStatus.FAILED
    assert "ValueError" in job.traceback
    assert "post.example" not in job.traceback


@pytest.mark.usefixtures("handlers")
def test_sweeps_run_when_due_and_a_broken_one_keeps_no_other_from_running():
    clock, seen = Clock(), []

    def broken() -> None:
        raise ValueError("no")

    registry.sweep("test.broken", every=timedelta(seconds=5))(broken)
    registry.sweep("test.note", every=timedelta(seconds=10))(lambda: seen.append(clock.seconds))
    runner = _runner(clock)
    for clock.seconds in (0.0, 4.0, 9.9, 10.0, 15.0, 20.0):
        runner.round()
    assert seen == [0.0, 10.0, 20.0]


@pytest.mark.usefixtures("handlers")
def test_a_full_queue_lets_somebody_else_write_in_between():
    """Who waits for the write lock of SQLite asks for it every tenth of a second."""
    clock, done, breaks = Clock(), [], []

    def work() -> None:
        clock.seconds += WORK_SECONDS * 0.6
        done.append(clock.seconds)

    def pause(seconds: float) -> None:
        breaks.append((len(done), seconds))

    registry.job("test.work")(work)
    for _ in range(6):
        enqueue("test.work")
    Runner(name="test", token="1", now=lambda: AT, monotonic=clock, pause=pause).round()
    assert len(done) == 6
    assert GIVE_WAY_SECONDS > 0.1
    in_between = [after for after, seconds in breaks if seconds == GIVE_WAY_SECONDS]
    # once in the sweeps before the jobs, then each time that enough was worked
    assert in_between == ([0, 2, 4, 6] if connection.vendor == "sqlite" else [])


@pytest.mark.usefixtures("handlers")
def test_run_stops_when_told_and_signs_off():
    runner = _runner()
    registry.sweep("test.stop", every=timedelta(seconds=1))(runner.stop)
    worker = threading.Thread(target=runner.run)
    worker.start()
    worker.join(timeout=10)
    assert not worker.is_alive()
    assert not WorkerBeat.objects.exists()


def test_every_file_of_jobs_registers_its_handlers():
    names = {each.name for each in registry.sweeps()}
    assert {"intake.expire_drafts", "intake.escalate", "queue.prune_finished"} <= names
    assert registry.handler("replies.acknowledge")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker: jobs from the queue and sweeps, one after the other, in one process."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections, connection, connections
from django_tasks_db.management.commands.db_worker import Worker

from voelspriet.ground.queue import actions
from voelspriet.ground.queue.queries import has_ready_work
from voelspriet.ground.queue.registry import Sweep, sweeps
from voelspriet.ground.queue.rules import worker_key

log = logging.getLogger("voelspriet.worker")

POLL_SECONDS = 0.5
PAUSE_AFTER_ERROR_SECONDS = 2.0
BEAT_EVERY_SECONDS = 10.0
RELEASE_EVERY = timedelta(minutes=1)
# a full queue must not keep the sweeps waiting
JOBS_A_ROUND = 20
# SQLite gives its one write lock to who happens to ask when it is free, and who waits asks every
# tenth of a second: a worker with a full queue must leave it alone for longer than that, often
WORK_SECONDS = 0.4
GIVE_WAY_SECONDS = 0.12


class Runner:
    """Run jobs and sweeps until told to stop.

    `name` is the operator's name of this worker, `token` is new at every start, `now` and
    `monotonic` are the clocks, `pause` waits some seconds (by default: until told to stop).
    """

    def __init__(
        self,
        *,
        name: str,
        token: str,
        now: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] | None = None,
    ) -> None:
        self.name = name
        self.key = worker_key(name=name, token=token)
        self._now = now
        self._monotonic = monotonic
        self._stop = threading.Event()
        self._pause = pause or self._stop.wait
        self._way_due = float("-inf")
        self._due: dict[str, float] = {}
        self._beat_due = float("-inf")
        self._own_sweeps = (Sweep("queue.release_stuck", RELEASE_EVERY, self._release_stuck),)

    def stop(self) -> None:
        """Finish what is under way and then stop. Safe to call from a signal handler."""
        self._stop.set()

    def run(self) -> None:
        """Work until `stop`. A database that is away is waited for."""
        log.info("The worker started.", extra={"event": "worker.started", "job": self.name})
        while not self._stop.is_set():
            try:
                worked = self.round()
            except DatabaseError:
                log.exception("The database did not answer.", extra={"event": "worker.database"})
                connections.close_all()
                self._stop.wait(PAUSE_AFTER_ERROR_SECONDS)
                continue
            if not worked:
                self._stop.wait(POLL_SECONDS)
        actions.sign_off(name=self.name, worker_key=self.key)
        log.info("The worker stopped.", extra={"event": "worker.stopped", "job": self.name})

    def round(self) -> bool:
        """Beat, run what sweeps are due and some jobs; return whether jobs were run."""
        close_old_connections()
        self._beat()
        for each in (*self._own_sweeps, *sweeps()):
            if self._stop.is_set():
                return False
            self._sweep(each)
        if not has_ready_work():
            return False
        self._run_jobs()
        return True

    def _give_way(self) -> None:
        """Let somebody who tells something write first, where only one can write at a time."""
        if connection.vendor != "sqlite" or self._monotonic() < self._way_due:
            return
        self._pause(GIVE_WAY_SECONDS)
        self._way_due = self._monotonic() + WORK_SECONDS

    def _beat(self) -> None:
        if self._monotonic() < self._beat_due:
            return
        actions.beat(name=self.name, worker_key=self.key, at=self._now())
        self._beat_due = self._monotonic() + BEAT_EVERY_SECONDS

    def _sweep(self, each: Sweep) -> None:
        if self._monotonic() < self._due.get(each.name, float("-inf")):
            return
        self._due[each.name] = self._monotonic() + each.every.total_seconds()
        try:
            each.run()
        except DatabaseError:
            raise
        except Exception:  # one broken sweep must not keep the others from running
            log.exception("A sweep failed.", extra={"event": "sweep.failed", "job": each.name})
        self._give_way()
        self._beat()

    def _run_jobs(self) -> None:
        for _ in range(JOBS_A_ROUND):
            if self._stop.is_set():
                return
            worker = Worker(
                queue_names=["default"],
                interval=0,
                batch=True,
                backend_name="default",
                startup_delay=False,
                max_tasks=1,
                worker_id=self.key,
                excluded_queue_names=[],
            )
            worker.run()
            self._give_way()
            self._beat()

    def _release_stuck(self) -> None:
        count = actions.release_stuck(name=self.name, worker_key=self.key, at=self._now())
        if count:
            log.warning(
                "Work of a dead worker is ready again.",
                extra={"event": "queue.released", "count": count},
            )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Start child processes, start them again when they fall over, stop them in order."""

from __future__ import annotations

import logging
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

log = logging.getLogger("voelspriet.serve")

LOOK_EVERY_SECONDS = 0.2
FALLS_ALLOWED = 5
FALLS_WITHIN_SECONDS = 60.0


class FellTooOftenError(Exception):
    """A child fell over again and again; the message names it."""


@dataclass(slots=True)
class Child:
    """One process to keep running; it gets `patience_seconds` to finish when asked to stop."""

    name: str
    command: Sequence[str]
    patience_seconds: float
    process: subprocess.Popen[bytes] | None = None
    falls: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start the process in a session of its own: Ctrl-C reaches it through us, in order."""
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603  ours

    def stop(self) -> None:
        """Ask the process to finish, wait, and end it when it does not."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(self.patience_seconds)
        except subprocess.TimeoutExpired:
            log.warning("A process did not stop in time.", extra={"event": "serve.killed"})
            self.process.kill()
            self.process.wait()


class Supervisor:
    """Keep `children` running until `stop`; they are stopped in the order given."""

    def __init__(
        self, children: Sequence[Child], *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._children = children
        self._monotonic = monotonic
        self._stopping = False

    def stop(self) -> None:
        """Stop everything in order. Safe to call from a signal handler."""
        self._stopping = True

    def run(self) -> None:
        """Start all and watch over them until `stop`.

        Raises FellTooOftenError when a child falls over more than five times in a minute: then
        starting it again helps nobody and the operator must see it.
        """
        try:
            for child in self._children:
                child.start()
            while not self._stopping:
                for child in self._children:
                    self._watch(child)
                time.sleep(LOOK_EVERY_SECONDS)
        finally:
            for child in self._children:
                child.stop()

    def _watch(self, child: Child) -> None:
        if self._stopping or child.process is None or child.process.poll() is None:
            return
        now = self._monotonic()
        child.falls = [fall for fall in child.falls if fall > now - FALLS_WITHIN_SECONDS]
        child.falls.append(now)
        if len(child.falls) > FALLS_ALLOWED:
            message = f"The {child.name} process keeps falling over; see the lines above."
            raise FellTooOftenError(message)
        log.warning(
            "A process fell over and is started again.",
            extra={"event": "serve.restarted", "job": child.name, "status": child.process.poll()},
        )
        child.start()

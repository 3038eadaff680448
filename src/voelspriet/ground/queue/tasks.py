# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One task for the queue: run a registered handler by name."""

from __future__ import annotations

import logging
from typing import Any

from django_tasks import task

from voelspriet.ground.queue.registry import handler

log = logging.getLogger("voelspriet.queue")


class JobFailedError(Exception):
    """A job failed; says only which kind of error, never what was being worked on."""


@task()
def run_by_name(name: str, payload: dict[str, Any]) -> None:
    """Run the handler registered as `name`. A job is a wake-up: the rows it works on are truth.

    The queue stores the traceback of a failure with its message, and a message can hold an
    address or somebody's words: only the kind of error goes on.
    """
    try:
        handler(name)(**payload)
    except Exception as error:
        log.exception("A job failed.", extra={"event": "job.failed", "job": name})
        kind = type(error).__name__
        raise JobFailedError(kind) from None

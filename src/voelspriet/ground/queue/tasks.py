# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One task for the queue: run a registered handler by name."""

from __future__ import annotations

from typing import Any

from django_tasks import task

from voelspriet.ground.queue.registry import handler


@task()
def run_by_name(name: str, payload: dict[str, Any]) -> None:
    """Run the handler registered as `name`. A job is a wake-up: the rows it works on are truth."""
    handler(name)(**payload)

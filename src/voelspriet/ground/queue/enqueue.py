# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Enqueue background work inside the transaction that needs it."""

from __future__ import annotations

from typing import Any

from voelspriet.ground.queue.tasks import run_by_name


def enqueue(name: str, **payload: Any) -> None:
    """Ask the worker to run the handler `name` with `payload` (JSON values).

    The row is written in the running transaction: a roll-back takes the job with it.
    """
    run_by_name.enqueue(name, payload)

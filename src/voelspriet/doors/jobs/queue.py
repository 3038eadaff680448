# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps that keep the queue itself in order."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.queue import actions
from voelspriet.ground.queue.registry import sweep


@sweep("queue.prune_finished", every=timedelta(hours=6))
def prune_finished() -> None:
    """Throw away jobs that finished a week ago."""
    actions.prune_finished(at=timezone.now())

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps of intake: drafts nobody finished, and promises whose day went by."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep
from voelspriet.listen.intake.actions.attachments import sweep_files
from voelspriet.listen.intake.actions.drafts import expire_drafts
from voelspriet.listen.intake.actions.escalating import escalate_overdue


@sweep("intake.expire_drafts", every=timedelta(minutes=5))
def sweep_drafts() -> None:
    """Throw away drafts older than two hours."""
    expire_drafts(at=timezone.now())


@sweep("intake.sweep_files", every=timedelta(hours=6))
def sweep_lost_files() -> None:
    """Remove files a crash left without a row; a day old, so that none is still on its way."""
    sweep_files(before=timezone.now() - timedelta(days=1))


@sweep("intake.escalate", every=timedelta(minutes=15))
def sweep_escalations() -> None:
    """Bring what was promised and not done to whoever must look now."""
    escalate_overdue(by=system("intake.escalate"), at=timezone.now())

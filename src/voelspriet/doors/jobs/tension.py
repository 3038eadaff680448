# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps of tension: readings past their term."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep
from voelspriet.understand.tension.actions import forget_expired


@sweep("tension.forget", every=timedelta(days=1))
def forget_readings() -> None:
    """Destroy what was replaced, or at rest, for two years."""
    forget_expired(by=system("tension.forget"), at=timezone.now())

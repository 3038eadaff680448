# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps of drawings: what was kept long enough, and photos a crash left behind."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep
from voelspriet.listen.drawings.actions import forget_old_sheets
from voelspriet.listen.drawings.actions.photos import sweep_lost_photos


@sweep("drawings.forget", every=timedelta(days=1))
def sweep_old_sheets() -> None:
    """Destroy photos after two months, and sheets two years after their round closed."""
    forget_old_sheets(by=system("drawings.forget"), at=timezone.now())


@sweep("drawings.sweep_photos", every=timedelta(hours=6))
def sweep_photos() -> None:
    """Remove photos a crash left without a row; a day old, so that none is still on its way."""
    sweep_lost_photos(before=timezone.now() - timedelta(days=1))

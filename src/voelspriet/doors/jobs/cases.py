# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps of cases to learn from: drafts and cases past their term."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.answer.cases.actions import forget_expired
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep


@sweep("cases.forget", every=timedelta(days=1))
def forget_cases() -> None:
    """Destroy drafts nobody finished, and cases after five years."""
    forget_expired(by=system("cases.forget"), at=timezone.now())

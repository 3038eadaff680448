# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps of conversations: worrying cases nobody confirmed, and texts past their day."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep
from voelspriet.listen.conversations.actions.keeping import forget_expired
from voelspriet.listen.conversations.actions.urgent import escalate_urgent


@sweep("conversations.escalate", every=timedelta(minutes=15))
def escalate_cases() -> None:
    """Bring worrying cases nobody confirmed to the director."""
    escalate_urgent(by=system("conversations.escalate"), at=timezone.now())


@sweep("conversations.forget", every=timedelta(hours=12))
def forget_texts() -> None:
    """Destroy originals and texts past their day."""
    forget_expired(by=system("conversations.forget"), at=timezone.now())

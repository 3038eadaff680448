# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweep of the network: agreements and invitations of key figures whose time is over."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.network.actions import expire_key_figures
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep


@sweep("network.expire", every=timedelta(hours=6))
def sweep_key_figures() -> None:
    """Erase what was agreed for two years, or asked for sixty days, and not renewed."""
    expire_key_figures(by=system("network.expire"), at=timezone.now())

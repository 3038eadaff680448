# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweep of evenings: addresses and words whose term is over."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep
from voelspriet.listen.evenings.actions.ending import end_terms


@sweep("evenings.erase", every=timedelta(hours=6))
def sweep_evenings() -> None:
    """Erase addresses after the report, and what people said a year after the evening."""
    end_terms(by=system("evenings.erase"), at=timezone.now())

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweep of people: photos a crash left behind."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.people.actions.faces import sweep_faces
from voelspriet.ground.queue.registry import sweep


@sweep("people.sweep_faces", every=timedelta(hours=6))
def sweep_lost_faces() -> None:
    """Remove photos without an account; a day old, so that none is still on its way."""
    sweep_faces(before=timezone.now() - timedelta(days=1))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calculating how far two coders agree, once both are done with every text."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import job, sweep

AGREEING = system("coding.agree")


@job("coding.agree")
def agree(*, second_coding_id: int) -> None:
    """Calculate one second coding, if nothing of it is under way."""
    # slow import: of a process that has jobs, only the worker calculates
    from voelspriet.understand.coding.actions.agreeing import settle_second  # noqa: PLC0415

    settle_second(second_coding_id=second_coding_id, by=AGREEING, at=timezone.now())


@sweep("coding.agree", every=timedelta(minutes=30))
def agree_all() -> None:
    """Calculate what a lost wake-up left, or what ended because a text was destroyed."""
    # slow import: of a process that has jobs, only the worker calculates
    from voelspriet.understand.coding.actions.agreeing import settle_ready  # noqa: PLC0415

    settle_ready(by=AGREEING, at=timezone.now())

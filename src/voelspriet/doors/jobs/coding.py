# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sweep of coding: codebooks that come with the program, and texts that are new or gone."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep
from voelspriet.understand.coding.actions.codebooks import install_codebooks
from voelspriet.understand.coding.actions.registering import take_in_everywhere


@sweep("coding.take_in", every=timedelta(minutes=30))
def take_in_texts() -> None:
    """Take in new texts everywhere, and let go of those whose words are gone."""
    by, at = system("coding.take_in"), timezone.now()
    install_codebooks(by=by, at=at)
    take_in_everywhere(by=by, at=at)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Learning from codes, and forgetting what was learned from a text that is gone."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import job, sweep
from voelspriet.understand.coding.actions.suggesting import forget_outdated, versions_to_learn
from voelspriet.understand.coding.rules.suggesting import is_wanted

LEARNING = system("coding.learn")


@job("coding.learn")
def learn_version(*, version_id: int) -> None:
    """Learn from what was coded with one version of a codebook, unless that was done since."""
    if is_wanted(version_id):
        _learn(version_id)


@job("coding.forget")
def forget() -> None:
    """Forget at once what was learned from a text that may not be learned from any more."""
    forget_outdated(by=LEARNING, at=timezone.now())


@sweep("coding.learn", every=timedelta(minutes=30))
def learn_all() -> None:
    """Forget what was learned from texts that are gone, and learn where enough was coded."""
    forget_outdated(by=LEARNING, at=timezone.now())
    for version_id in versions_to_learn():
        _learn(version_id)


def _learn(version_id: int) -> None:
    # slow import: of a process that has jobs, only the worker calculates
    from voelspriet.understand.coding.actions.learning import learn  # noqa: PLC0415

    learn(version_id=version_id, by=LEARNING, at=timezone.now())

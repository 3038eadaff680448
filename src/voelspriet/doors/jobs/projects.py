# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading and entering projects of other programs, and letting go of them."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.queue.registry import job, sweep
from voelspriet.understand.coding.actions.incoming import forget_projects, work_on_project
from voelspriet.understand.coding.queries.incoming import imports_to_do

LOG = logging.getLogger(__name__)


@job("coding.take_over")
def take_over(*, import_id: int) -> None:
    """Read or enter one project somebody sent."""
    work_on_project(import_id=import_id, at=timezone.now())


@sweep("coding.take_over", every=timedelta(minutes=1))
def take_over_waiting() -> None:
    """Go on with what a lost wake-up or a failure left waiting."""
    for import_id in imports_to_do(at=timezone.now()):
        work_on_project(import_id=import_id, at=timezone.now())


@sweep("coding.forget_projects", every=timedelta(hours=6))
def forget() -> None:
    """Destroy files nobody entered, and what was told of the others after a week."""
    count = forget_projects(at=timezone.now())
    if count:
        LOG.info("projects let go", extra={"count": count})

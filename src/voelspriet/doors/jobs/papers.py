# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making papers, and throwing them away after a week."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone

from voelspriet.ground.queue.registry import job, sweep
from voelspriet.papers.actions import expire_papers, make_paper
from voelspriet.papers.queries import papers_to_make

LOG = logging.getLogger(__name__)


@job("papers.make")
def make(*, paper_id: int) -> None:
    """Make one paper somebody asked for."""
    make_paper(paper_id=paper_id, at=timezone.now())


@sweep("papers.make", every=timedelta(minutes=1))
def make_waiting() -> None:
    """Make what a lost wake-up or a failure left waiting."""
    for paper_id in papers_to_make(at=timezone.now()):
        make_paper(paper_id=paper_id, at=timezone.now())


@sweep("papers.expire", every=timedelta(hours=6))
def expire() -> None:
    """Throw away papers of a week ago."""
    count = expire_papers(at=timezone.now())
    if count:
        LOG.info("papers thrown away", extra={"count": count})

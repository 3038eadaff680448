# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of the voices behind a story: counted, never shown."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.answer.pages.models import Story
from voelspriet.answer.pages.rules import GuessFacts, facts_of
from voelspriet.listen.intake.models import Signal
from voelspriet.understand.findings.inputs import separate_reporters

LOOK_BACK = timedelta(days=365)


def guess_facts(*, story: Story, at: datetime) -> GuessFacts:
    """Return what is known of the voices behind a story at a moment."""
    signals = list(story.signals.all())
    same = Signal.objects.filter(area_id=story.area_id, received_at__gte=at - LOOK_BACK)
    return facts_of(
        story=story,
        signals=signals,
        reporters=separate_reporters(signal_ids=[one.pk for one in signals]),
        area_count=same.filter(category=story.category).count(),
        at=at,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases to learn from in the demo: one that colleagues read and a draft, of signals that are over.

What is told is invented.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice

from voelspriet.answer.cases.actions import (
    CaseWords,
    begin_case,
    publish_case,
    tell_step,
    write_case,
)
from voelspriet.answer.cases.queries import case_detail, why_no_case
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import SignalStatus
from voelspriet.listen.intake.queries import InboxFilters, inbox

LOOKED_AT = 100
TITLES = ("Een route die niemand meer nam", "Drie keer gemeld, één keer gehoord")
ABOUT = "Iemand liep elke avond om, omdat een stuk van de route te donker was."
BETWEEN = "Er werd gebeld en gekeken. Wat er gezien was, stond dezelfde dag op papier."
WORDS = CaseWords(
    title=TITLES[0],
    questions="Wie had u op dag 1 gebeld? Wat had de melder eerder willen horen?",
    lessons=(
        "Zeg op de eerste dag wat u wel en niet gaat doen. Een antwoord dat eerder komt dan de "
        "oplossing, hielp hier meer dan de oplossing zelf."
    ),
)


def tell_cases(staff: Staff, *, at: datetime) -> None:
    """Begin a case in the first district and tell one wholly in another, of what is over."""
    begun = at - timedelta(days=2)
    first, others = staff.duos[0][0], [duo[0] for duo in staff.duos[1:]]
    for signal_reference in _over(first, begun)[:1]:
        begin_case(signal_reference=signal_reference, title=TITLES[1], by=first, at=begun)
    found = ((by, one) for by in others for one in _over(by, begun))
    for by, signal_reference in islice(found, 1):
        made = begin_case(signal_reference=signal_reference, title=TITLES[0], by=by, at=begun)
        steps = case_detail(reference=made, by=by).steps
        for position, told in ((1, ABOUT), (min(3, len(steps)), BETWEEN)):
            tell_step(reference=made, position=position, told=told, by=by, at=begun)
        write_case(reference=made, words=WORDS, by=by, at=begun)
        publish_case(reference=made, by=by, at=at)


def _over(by: Actor, at: datetime) -> list[str]:
    """Return signals this adviser answered for that may become a case."""
    page = inbox(
        filters=InboxFilters(status=SignalStatus.ANSWERED),
        cursor="",
        by=by,
        on=dutch_day(at),
        size=LOOKED_AT,
    )
    references = [row.reference for row in page.items]
    return [one for one in references if not why_no_case(signal_reference=one, by=by, at=at)]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of the evening of the demo: notes, promises, a map, and a report for everybody."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from voelspriet.doors.commands.demo_town import words_evenings as words
from voelspriet.doors.commands.demo_town.drawings import draw_sheets
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.drawings.actions import close_map_round, publish_map_result
from voelspriet.listen.evenings.actions.notes import take_note
from voelspriet.listen.evenings.actions.presence import count_presence
from voelspriet.listen.evenings.actions.promises import (
    confirm_promise,
    show_promise,
    write_promise,
)
from voelspriet.listen.evenings.actions.reports import release_report, write_next_steps
from voelspriet.listen.evenings.queries.rows import ItemRow

SHEETS = 26
NEXT_MORNING = timedelta(hours=14)


def write_down(reference: str, items: tuple[ItemRow, ...], *, by: Actor, at: datetime) -> None:
    """Take notes and promises, and count who came, while an evening is under way."""
    asked = [item for item in items if item.question is not None]
    for number, (text, factors, hot) in enumerate(words.NOTES):
        item = asked[number % len(asked)]
        take_note(
            reference=reference, item_id=item.id, text=text, submission=f"demo {number}",
            factors=factors, hot=hot, is_nobody=True, by=by, at=at,
        )  # fmt: skip
    for what, owner, days in words.PROMISES:
        due_on = dutch_day(at) + timedelta(days=days)
        made = write_promise(
            reference=reference, what=what, owner=owner, due_on=due_on, by=by, at=at
        )
        show_promise(reference=reference, promise_id=made, by=by, at=at)
        confirm_promise(reference=reference, promise_id=made, by=by, at=at)
    count_presence(reference=reference, counts=words.CAME, by=by, at=at)


def draw_together(
    land: Land, map_round: str, *, by: Actor, at: datetime, rng: random.Random
) -> None:
    """Hand in the maps of the room in its own neighbourhood, and let everybody see the result."""
    draw_sheets(land, 0, map_round, SHEETS, by=by, every=timedelta(minutes=1), begun=at, rng=rng)
    later = at + NEXT_MORNING
    close_map_round(reference=map_round, by=by, at=later)
    publish_map_result(reference=map_round, by=by, at=later)


def report(reference: str, *, by: Actor, at: datetime) -> None:
    """Write what happens next and release the report, the morning after."""
    later = at + NEXT_MORNING
    write_next_steps(reference=reference, texts=words.NEXT_STEPS, by=by, at=later)
    release_report(reference=reference, by=by, at=later)

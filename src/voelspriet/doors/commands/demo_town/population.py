# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How old the people of the demo are and how long they live there, per neighbourhood."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from voelspriet.ground.areas.actions import import_margins
from voelspriet.ground.areas.choices import AgeGroup, MarginAspect, StayLength
from voelspriet.ground.areas.told import MarginFile, MarginTold

if TYPE_CHECKING:
    from voelspriet.doors.commands.demo_town.land import Land
    from voelspriet.ground.privacy.actors import Actor

SOURCE = "Voorbeeldgemeente: bedachte aantallen"
# parts of a thousand; the three lines take turns, so that neighbourhoods differ
AGES = ((150, 120, 260, 270, 200), (190, 130, 310, 240, 130), (110, 90, 210, 300, 290))
STAYS = ((90, 250, 360, 300), (150, 340, 340, 170), (50, 160, 330, 460))
GROUPS = {
    MarginAspect.AGE: (AgeGroup.values, AGES),
    MarginAspect.LENGTH_OF_STAY: (StayLength.values, STAYS),
}


def count_people(land: Land, *, by: Actor, at: datetime) -> None:
    """Store the population of every neighbourhood by age and by length of stay."""
    margins = [
        MarginTold(each.code, aspect, category, people)
        for index, each in enumerate(land.town.neighbourhoods)
        for aspect, (categories, lines) in GROUPS.items()
        for category, people in zip(
            categories, _shared_out(each.population, lines[index % len(lines)]), strict=True
        )
    ]
    file = MarginFile(tuple(margins), SOURCE)
    import_margins(municipality_id=land.municipality_id, file=file, by=by, at=at)


def _shared_out(people: int, parts: tuple[int, ...]) -> list[int]:
    """Return whole numbers in these proportions that add up to `people`."""
    shares = [people * part // sum(parts) for part in parts]
    shares[-1] += people - sum(shares)
    return shares

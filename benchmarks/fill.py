# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fill an installation with many closed reports, so that lists are as long as in years of use."""

from __future__ import annotations

import argparse
import random
from datetime import timedelta

from voelspriet.doors.commands.start import set_up_django

set_up_django()

from django.db import transaction  # noqa: E402  after the settings
from django.utils import timezone, translation  # noqa: E402

from voelspriet.doors.commands.demo_town.words_dutch import MATTERS  # noqa: E402
from voelspriet.ground.areas.queries import municipalities, neighbourhoods  # noqa: E402
from voelspriet.ground.privacy.actors import system  # noqa: E402
from voelspriet.listen.intake.actions.history import PastSignal, import_history  # noqa: E402
from voelspriet.listen.intake.choices import Category, PlaceTier  # noqa: E402
from voelspriet.listen.intake.told import PlaceTold, Told  # noqa: E402

BATCH = 5000


def fill(count: int, seed: int) -> None:
    """Write `count` closed reports over two years, spread over every neighbourhood."""
    rng, at = random.Random(seed), timezone.now()
    where = municipalities()[0].id
    areas = [area.id for area in neighbourhoods(municipality_id=where)]
    for start in range(0, count, BATCH):
        signals = []
        for number in range(start, min(start + BATCH, count)):
            category = rng.choice(tuple(Category))
            text = rng.choice(MATTERS[category])
            told = at - timedelta(days=rng.uniform(1, 730))
            signals.append(
                PastSignal(
                    told=Told(
                        submission=f"bench:{number}:{rng.getrandbits(64):x}",
                        text=text.format(street="de straat", spot="de plek", time="'s avonds"),
                        place=PlaceTold(PlaceTier.AREA, area_id=rng.choice(areas)),
                    ),
                    category=category,
                    received_at=told,
                    first_answered_at=told + timedelta(hours=5),
                    closed_at=told + timedelta(hours=6),
                )
            )
        with translation.override("nl"), transaction.atomic():
            import_history(
                municipality_id=where, signals=signals, by=system("bench"), at=at, rng=rng
            )


def main() -> None:
    """Read how many and write them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    fill(asked.count, asked.seed)


if __name__ == "__main__":
    main()

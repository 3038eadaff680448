# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Readings of how tense it is, and a municipality's own words for help."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.understand.tension.models import TensionHelp, TensionReading

SEEN = datetime(2026, 3, 2, 9, tzinfo=UTC)
_numbers = count(1)


def make_reading(area: Area, phase: str = "tension", **more: object) -> TensionReading:
    """Make the newest reading of an area, or of a matter in it."""
    values = {"reason": "Geschreeuw op twee avonden.", "since": date(2026, 3, 1), "made_by_id": 1,
              "made_by_name": "Noor Visser", "made_at": SEEN,
              "reference": f"F-{next(_numbers):04d}-TEST"}  # fmt: skip
    with arranging():
        return TensionReading.objects.create(
            **{"municipality": municipality_of(area), "area": area, "phase": phase} | values | more
        )


def make_help(municipality: Municipality, **more: object) -> TensionHelp:
    """Make a municipality's own words for what a domain can do."""
    values = {"phase": "tension", "domain": "school", "text": "Bel de conciërge.",
              "changed_by_id": 1, "changed_by_name": "Anouk", "changed_at": SEEN}  # fmt: skip
    with arranging():
        return TensionHelp.objects.create(**{"municipality": municipality} | values | more)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

from tests.conftest import arranging
from tests.factories.areas import make_street
from tests.factories.signals import municipality_of
from voelspriet.act.agenda.choices.works import WorkKind
from voelspriet.act.agenda.models import PlannedWork
from voelspriet.ground.areas.models import Area, Street

TOLD_ON = date(2026, 8, 1)
# pages that ask for what is still to come go by the clock
SOON = date.today() + timedelta(days=20)  # noqa: DTZ011
_numbers = count(1)


def make_work(
    area: Area, *, starts_on: date = SOON, days: int = 3, streets: tuple[Street, ...] = (),
    **more: object,
) -> PlannedWork:  # fmt: skip
    """Make work that is planned."""
    values = {
        "kind": WorkKind.PAVING,
        "what": "Nieuwe tegels in de stoep",
        "first_starts_on": starts_on,
        "carrier": "Aannemer De Klinker",
        "source": "Planning beheer",
        "source_on": TOLD_ON,
    }
    with arranging():
        work = PlannedWork.objects.create(
            municipality=municipality_of(area),
            area=area,
            reference=f"W-{next(_numbers):04d}-TEST",
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=days),
            **values | more,
        )
        work.streets.set(streets)
    return work


def more_works(area: Area, work: PlannedWork, number: int) -> None:
    """Make one more work for lists and public page, and one more street for the page of one."""
    street = make_street(area, name=f"Steeg {number}")
    make_work(area, what=f"Werk {number}", is_public=True, streets=(street,))
    with arranging():
        work.streets.add(street)

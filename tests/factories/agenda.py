# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.rules import counted_days
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.models import Signal

MADE = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
DUE = date(2026, 9, 22)
_numbers = count(1)


def make_agreement_row(
    area: Area,
    organisation: Organisation,
    *,
    what: str = "De lantaarnpaal bij de speelplaats maken",
    due_on: date = DUE,
    state: str = AgreementState.OPEN,
    signals: Iterable[Signal] = (),
    made_at: datetime = MADE,
    **more: object,
) -> Agreement:
    """Make an agreement; one that ended, did so a day after it was made."""
    values: dict[str, object] = {
        "visibility": Visibility.REPORTERS,
        "made_by_id": 1,
        "made_by_name": "Noor Visser",
    }
    values |= counted_days(made_at, due_on)
    if state != AgreementState.OPEN:
        values |= {"ended_at": made_at + timedelta(days=1), "result": "De lamp is gemaakt."}
    values |= more
    if isinstance(values.get("ended_at"), datetime):
        values.setdefault("ended_on", dutch_day(values["ended_at"]))
    with arranging():
        agreement = Agreement.objects.create(
            municipality=municipality_of(area),
            area=area,
            organisation=organisation,
            reference=f"A-{next(_numbers):04d}-TEST",
            what=what,
            first_due_on=due_on,
            due_on=due_on,
            state=state,
            made_at=made_at,
            **values,
        )
        agreement.signals.set(signals)
    return agreement

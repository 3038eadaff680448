# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing in the past: agreements of before, in one step and with one audit line."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement, AgreementMove
from voelspriet.act.agenda.rules import counted_days
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day

BATCH = 500


@dataclass(frozen=True, slots=True)
class PastAgreement:
    """An agreement that ended. `moved_to` and `move_reason` when its day was moved once."""

    area_id: int
    organisation_id: int
    what: str
    made_by_id: int
    made_by_name: str
    made_at: datetime
    first_due_on: date
    is_done: bool
    ended_at: datetime
    result: str
    signal_ids: tuple[int, ...]
    visibility: Visibility = Visibility.REPORTERS
    contact: str = ""
    moved_to: date | None = None
    moved_at: datetime | None = None
    move_reason: str = ""


@action
def import_history(
    *,
    municipality_id: int,
    agreements: Sequence[PastAgreement],
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> list[int]:
    """Write ended agreements of before and return their ids in the same order.

    Nobody is answered or alerted by it. Refuses anybody but the system.
    """
    if by.kind is not ActorKind.SYSTEM:
        raise Refused(_("Alleen het systeem haalt geschiedenis binnen."))
    rows = [_row(municipality_id, past, rng) for past in agreements]
    Agreement.objects.bulk_create(rows, batch_size=BATCH)
    AgreementMove.objects.bulk_create(
        [
            AgreementMove(
                agreement=row,
                from_on=past.first_due_on,
                to_on=past.moved_to,
                reason=past.move_reason,
                at=past.moved_at,
            )
            for row, past in zip(rows, agreements, strict=True)
            if past.moved_to is not None and past.moved_at is not None
        ],
        batch_size=BATCH,
    )
    links = Agreement.signals.through
    links.objects.bulk_create(
        [
            links(agreement_id=row.pk, signal_id=signal_id)
            for row, past in zip(rows, agreements, strict=True)
            for signal_id in past.signal_ids
        ],
        batch_size=BATCH,
    )
    record("agreement.import_history", by=by, at=at, subject="agreement",
           municipality_id=municipality_id, agreements=len(rows))  # fmt: skip
    return [row.pk for row in rows]


def _row(municipality_id: int, past: PastAgreement, rng: random.Random) -> Agreement:
    return Agreement(
        municipality_id=municipality_id,
        area_id=past.area_id,
        reference=new_reference("A", rng=rng),
        organisation_id=past.organisation_id,
        contact=past.contact,
        what=past.what,
        first_due_on=past.first_due_on,
        due_on=past.moved_to or past.first_due_on,
        visibility=past.visibility,
        state=AgreementState.DONE if past.is_done else AgreementState.NOT_DONE,
        result=past.result,
        made_by_id=past.made_by_id,
        made_by_name=past.made_by_name,
        made_at=past.made_at,
        **counted_days(past.made_at, past.first_due_on),
        ended_at=past.ended_at,
        ended_on=dutch_day(past.ended_at),
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing in the past: closed reports of before, in one step and with one audit line.

For an older system's history and for the demo. Nobody is answered or alerted by it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.search.actions import index_new_signals
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.choices import (
    AnswerWish,
    Category,
    DebtReason,
    HandoverState,
    Permission,
    PersonFlag,
    PlaceTier,
    SignalStatus,
)
from voelspriet.listen.intake.models import (
    AnswerDebt,
    Bundle,
    Handover,
    Message,
    Note,
    ReporterContact,
    Signal,
)
from voelspriet.listen.intake.rules.codes import receipt_code, submission_hash
from voelspriet.listen.intake.rules.person_flag import points_at_person
from voelspriet.listen.intake.rules.points import write_point
from voelspriet.listen.intake.rules.searching import is_searchable
from voelspriet.listen.intake.rules.standing import openness_with_contact
from voelspriet.listen.intake.told import Told

BATCH = 500


@dataclass(frozen=True, slots=True)
class PastHandover:
    """A matter that was handed over and reported back."""

    organisation_id: int
    text: str
    report: str
    by_name: str
    at: datetime
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class PastSignal:
    """A report of before, closed. Moments are aware.

    `answer_reference` is of the answer that paid what was owed; `bundle` gives those that were
    bundled the same number; `declined_because` is empty when it was done.
    """

    told: Told
    category: Category
    received_at: datetime
    first_answered_at: datetime | None
    closed_at: datetime
    answer_reference: str = ""
    declined_because: str = ""
    bundle: int | None = None
    messages: tuple[tuple[datetime, str], ...] = ()
    notes: tuple[tuple[datetime, str, int, str], ...] = ()
    handovers: tuple[PastHandover, ...] = field(default=())


@action
def import_history(
    *,
    municipality_id: int,
    signals: Sequence[PastSignal],
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> list[int]:
    """Write closed reports of before and return their ids in the same order.

    Texts are flagged by the rules and made findable as in `receive_signal`. Refuses anybody but
    the system, a place outside the municipality, and a report with an attachment.
    """
    if by.kind is not ActorKind.SYSTEM:
        raise Refused(_("Alleen het systeem haalt geschiedenis binnen."))
    municipality = Municipality.objects.get(pk=municipality_id)
    whole = Area.objects.get(code=municipality.area_code, year=municipality.area_year)
    known = set(
        Area.objects.filter(
            municipality_code=municipality.area_code, year=municipality.area_year
        ).values_list("id", flat=True)
    )
    for past in signals:
        if past.told.place.area_id not in known | {None}:
            raise Refused(_("Deze plek ligt buiten de gemeente."), field="place")
        if past.told.photos or past.told.voice:
            raise Refused(_("Geschiedenis komt zonder bijlagen."), field="photos")
    bundles = _bundles(municipality, whole, signals, rng)
    rows = [_row(municipality, whole, past, bundles, rng) for past in signals]
    Signal.objects.bulk_create(rows, batch_size=BATCH)
    _along(rows, signals, rng)
    index_new_signals(
        texts=((row.pk, row.text, row.responsible_area_id) for row in rows if is_searchable(row))
    )
    record("signal.import_history", by=by, at=at, subject="signal",
           municipality_id=municipality_id, signals=len(rows))  # fmt: skip
    return [row.pk for row in rows]


def _bundles(
    municipality: Municipality, whole: Area, signals: Sequence[PastSignal], rng: random.Random
) -> dict[int, Bundle]:
    first_of: dict[int, PastSignal] = {}
    for past in signals:
        if past.bundle is not None:
            first_of.setdefault(past.bundle, past)
    rows = {
        number: Bundle(
            municipality=municipality,
            reference=new_reference("B", rng=rng),
            responsible_area_id=past.told.place.area_id or whole.pk,
            title=str(past.category.label),
            created_at=past.received_at,
        )
        for number, past in first_of.items()
    }
    Bundle.objects.bulk_create(rows.values(), batch_size=BATCH)
    return rows


def _row(
    municipality: Municipality,
    whole: Area,
    past: PastSignal,
    bundles: dict[int, Bundle],
    rng: random.Random,
) -> Signal:
    told, place = past.told, past.told.place
    tier = place.tier if place.area_id is not None else PlaceTier.NONE
    area_id = None if tier is PlaceTier.NONE else place.area_id
    has_point = tier is PlaceTier.POINT and place.lon is not None and place.lat is not None
    flag = PersonFlag.RULES if points_at_person(told.text) else PersonFlag.NONE
    keyring = settings.KEYRING
    return Signal(
        municipality=municipality,
        reference=new_reference("M", rng=rng),
        receipt_hash=keyring.receipt_hash(receipt_code(keyring, told.submission)),
        submission=submission_hash(keyring, told.submission),
        channel=told.channel,
        professional_kind=told.professional_kind or "",
        language=told.language,
        received_at=past.received_at,
        text=told.text,
        when_kind=told.when.kind,
        hot_times=[str(time) for time in told.when.hot_times],
        place_tier=tier,
        point=write_point(place.lon or 0, place.lat or 0) if has_point else "",
        place_words=place.words,
        street_id=place.street_id if tier is PlaceTier.STREET else None,
        area_id=area_id,
        responsible_area_id=area_id or whole.pk,
        openness=openness_with_contact(told.openness, told.answer_wish),
        permission=Permission.GRANTED if told.ask_first else Permission.FREE,
        answer_wish=told.answer_wish,
        suggested_category=past.category,
        category=past.category,
        person_flag=flag,
        status=SignalStatus.ANSWERED,
        status_reason=past.declined_because,
        first_answer_due_on=add_working_days(
            dutch_day(past.received_at), municipality.first_answer_days
        ),
        first_answered_at=past.first_answered_at,
        closed_at=past.closed_at,
        bundle=bundles[past.bundle] if past.bundle is not None else None,
    )


def _along(rows: Sequence[Signal], signals: Sequence[PastSignal], rng: random.Random) -> None:
    """Write what belongs to the reports: contact, what was owed, messages, notes, hand-overs."""
    contacts, debts, messages, notes, handovers = [], [], [], [], []
    for row, past in zip(rows, signals, strict=True):
        contact = past.told.contact
        if contact is not None:
            contacts.append(
                ReporterContact(
                    signal=row,
                    name=contact.name,
                    email=contact.email,
                    phone=contact.phone,
                    call_times=contact.call_times,
                )
            )
        if past.told.answer_wish is not AnswerWish.NONE:
            debts.append(
                AnswerDebt(
                    signal=row,
                    reason=DebtReason.REPORT,
                    since=past.received_at,
                    due_on=row.first_answer_due_on,
                    paid_at=past.first_answered_at or past.closed_at,
                    paid_by_reference=past.answer_reference,
                )
            )
        messages += [
            Message(
                signal=row,
                submission=submission_hash(settings.KEYRING, f"past:{rng.getrandbits(128):x}"),
                text=text,
                language=past.told.language,
                at=moment,
            )
            for moment, text in past.messages
        ]
        notes += [
            Note(signal=row, text=text, by_id=by_id, by_name=by_name, at=moment)
            for moment, text, by_id, by_name in past.notes
        ]
        handovers += [_handover(row, each, rng) for each in past.handovers]
    ReporterContact.objects.bulk_create(contacts, batch_size=BATCH)
    AnswerDebt.objects.bulk_create(debts, batch_size=BATCH)
    Message.objects.bulk_create(messages, batch_size=BATCH)
    Note.objects.bulk_create(notes, batch_size=BATCH)
    Handover.objects.bulk_create(handovers, batch_size=BATCH)


def _handover(row: Signal, past: PastHandover, rng: random.Random) -> Handover:
    return Handover(
        signal=row,
        organisation_id=past.organisation_id,
        reference=new_reference("O", rng=rng),
        text=past.text,
        ground=_("Uitvoering van een taak van algemeen belang"),
        purpose=_("De melding oplossen"),
        state=HandoverState.REPORTED,
        by_name=past.by_name,
        at=past.at,
        report=past.report,
        reported_at=past.reported_at,
    )

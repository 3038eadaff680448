# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing a matter to an organisation: with ground and purpose, in new words, the least data."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.intake.actions.debts import keep_owed
from voelspriet.listen.intake.actions.reach import (
    directed,
    refuse_when_locked,
    refuse_when_withdrawn,
)
from voelspriet.listen.intake.choices import AttachmentKind, HandoverState, PlaceShare, SignalStatus
from voelspriet.listen.intake.models import Handover, Signal
from voelspriet.listen.intake.rules.access import handed_over, open_handovers
from voelspriet.listen.intake.rules.places import place_for_others
from voelspriet.listen.intake.rules.points import read_point
from voelspriet.listen.intake.rules.status import SETTLED_STATUSES, is_closed
from voelspriet.listen.intake.rules.wording import repeats_words

TEXT_LIMIT = 3000
LINE_LIMIT = 160
LONGEST_POINT_DAYS = 30


@dataclass(frozen=True, slots=True)
class PointRow:
    """An exact place, WGS84 degrees."""

    lon: float
    lat: float


@action
def hand_over(
    *,
    reference: str,
    organisation_id: int,
    text: str,
    ground: str,
    purpose: str,
    by: Actor,
    at: datetime,
    place: PlaceShare = PlaceShare.NEIGHBOURHOOD,
    point_days: int = 0,
    with_photos: bool = False,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Hand a matter over and return the hand-over's reference; the signal then waits on them.

    They read `text`, never the reporter's words. `place` says how exactly they hear where;
    the exact point only for `point_days` days (0: not at all), and each look is logged. Only
    photos an adviser cleared go along. Refuses a locked, withdrawn or closed signal, missing
    ground or purpose, a text that repeats the reporter, and a point that is not there.
    """
    signal = directed(reference, by)
    refuse_when_withdrawn(signal)
    refuse_when_locked(signal)
    if is_closed(signal) or signal.status in SETTLED_STATUSES:
        raise Refused(_("Pak deze melding eerst weer op."))
    organisation = _organisation(organisation_id, signal)
    _refuse_text(text.strip(), signal)
    _refuse_lines(ground.strip(), purpose.strip())
    _refuse_extras(signal, point_days, with_photos=with_photos)
    handover = Handover.objects.create(
        signal=signal,
        organisation=organisation,
        reference=new_reference("O", rng=rng),
        text=text.strip(),
        place=place_for_others(signal, place),
        point_until=at + timedelta(days=point_days) if point_days else None,
        with_photos=with_photos,
        ground=ground.strip(),
        purpose=purpose.strip(),
        by_name=by.name,
        at=at,
    )
    signal.status = SignalStatus.WAITING
    signal.waiting_on = organisation.name
    keep_owed(signal, at=at)
    _record("signal.hand_over", handover, by, at, organisation=organisation.pk, place=str(place),
            point_days=point_days, photos=with_photos)  # fmt: skip
    return handover.reference


@action
def take_handover(*, reference: str, by: Actor, at: datetime) -> None:
    """Take a matter up that was offered to one's own organisation."""
    handover = _own(reference, by)
    if handover.state != HandoverState.OFFERED:
        raise Refused(_("Deze overdracht is al opgepakt of afgesloten."))
    handover.state = HandoverState.TAKEN
    handover.save(update_fields=["state"])
    _record("handover.take", handover, by, at)


@action
def report_handover(*, reference: str, report: str, by: Actor, at: datetime) -> None:
    """Report back what was done, or why not; the point is closed and the duo has it again.

    The signal is in hand again when no other hand-over is open.
    """
    handover = _own(reference, by)
    report = report.strip()
    if not report or len(report) > TEXT_LIMIT:
        raise Refused(
            _("Schrijf wat u gedaan heeft, of waarom niet. Ten hoogste 3000 tekens."),
            field="report",
        )
    if handover.state not in {HandoverState.OFFERED, HandoverState.TAKEN}:
        raise Refused(_("Deze overdracht is al afgesloten."))
    handover.state = HandoverState.REPORTED
    handover.report = report
    handover.reported_at = at
    handover.point_until = None
    handover.save(update_fields=["state", "report", "reported_at", "point_until"])
    _back_in_hand(handover.signal, at)
    _record("handover.report", handover, by, at)


@action
def withdraw_handover(*, reference: str, by: Actor, at: datetime) -> None:
    """Take a hand-over back; the organisation no longer sees it. For the directing advisers."""
    handover = Handover.objects.select_for_update().filter(reference=reference).first()
    if handover is None:
        raise OutOfScope(_("Deze overdracht is er niet."))
    signal = directed(handover.signal.reference, by)
    if handover.state not in {HandoverState.OFFERED, HandoverState.TAKEN}:
        raise Refused(_("Deze overdracht is al afgesloten."))
    handover.state = HandoverState.WITHDRAWN
    handover.point_until = None
    handover.save(update_fields=["state", "point_until"])
    _back_in_hand(signal, at)
    _record("handover.withdraw", handover, by, at)


@action
def read_point_of(*, reference: str, by: Actor, at: datetime) -> PointRow:
    """Return the exact place of a hand-over to one's own organisation. Each look is logged.

    Refuses when no point was shared or its days are over.
    """
    handover = _own(reference, by)
    point = read_point(handover.signal.point)
    if handover.point_until is None or handover.point_until <= at or point is None:
        raise Refused(_("De precieze plek is niet (meer) gedeeld. Vraag de adviseur."))
    _record("handover.read_point", handover, by, at)
    return PointRow(*point)


def _own(reference: str, by: Actor) -> Handover:
    """Return a hand-over to an organisation of `by`. Raises OutOfScope for any other."""
    handover = handed_over(by).select_for_update().filter(reference=reference).first()
    if handover is None:
        raise OutOfScope(_("Deze overdracht is er niet."))
    return handover


def _organisation(organisation_id: int, signal: Signal) -> Organisation:
    organisation = Organisation.objects.filter(
        pk=organisation_id, municipality_id=signal.municipality_id, is_active=True
    ).first()
    if organisation is None:
        raise Refused(_("Kies een organisatie uit de lijst."), field="organisation")
    return organisation


def _refuse_text(text: str, signal: Signal) -> None:
    if not text or len(text) > TEXT_LIMIT:
        raise Refused(
            _("Schrijf voor de behandelaar wat er nodig is. Ten hoogste 3000 tekens."),
            field="text",
        )
    if repeats_words(text, signal.text):
        raise Refused(
            _(
                "Dit zijn de woorden van de melder. Schrijf het in uw eigen woorden, "
                "zodat niemand de melder herkent."
            ),
            field="text",
        )


def _refuse_lines(ground: str, purpose: str) -> None:
    if not ground or len(ground) > LINE_LIMIT:
        raise Refused(_("Schrijf op welke grond u dit mag delen."), field="ground")
    if not purpose or len(purpose) > LINE_LIMIT:
        raise Refused(_("Schrijf op waarvoor zij dit nodig hebben."), field="purpose")


def _refuse_extras(signal: Signal, point_days: int, *, with_photos: bool) -> None:
    if point_days and not signal.point:
        raise Refused(_("Deze melding heeft geen punt op de kaart."), field="point_days")
    if not 0 <= point_days <= LONGEST_POINT_DAYS:
        raise Refused(_("Deel het punt ten hoogste 30 dagen."), field="point_days")
    cleared = signal.attachments.filter(kind=AttachmentKind.PHOTO, cleared_at__isnull=False)
    if with_photos and not cleared.filter(destroyed_at__isnull=True).exists():
        raise Refused(_("Er is geen foto die u heeft bekeken en vrijgegeven."), field="with_photos")


def _open_of(signal: Signal) -> QuerySet[Handover]:
    return open_handovers().filter(signal=signal)


def _back_in_hand(signal: Signal, at: datetime) -> None:
    held = Signal.objects.select_for_update().get(pk=signal.pk)
    if held.status == SignalStatus.WAITING and not _open_of(held).exists():
        held.status = SignalStatus.IN_HAND
        held.waiting_on = ""
        keep_owed(held, at=at)


def _record(name: str, handover: Handover, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="signal",
        reference=handover.signal.reference,
        municipality_id=handover.signal.municipality_id,
        handover=handover.reference,
        **detail,
    )

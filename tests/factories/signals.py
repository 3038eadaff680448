# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signals, what is owed for them, and the colleagues who direct them."""

from __future__ import annotations

import hashlib
import itertools
from datetime import UTC, date, datetime
from typing import Any

from tests.conftest import arranging
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.choices import (
    AnswerWish,
    AttachmentKind,
    Clock,
    DebtReason,
    EscalationLevel,
    HandoverState,
    Openness,
)
from voelspriet.listen.intake.models import (
    AnswerDebt,
    Attachment,
    Bundle,
    Escalation,
    Handover,
    Message,
    ReporterContact,
    Signal,
)
from voelspriet.listen.intake.rules.points import write_point

# a Tuesday, 11:00 in the Netherlands, with no holiday near
NOON = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
_numbers = itertools.count(1)


def _token(kind: str, number: int) -> str:
    return hashlib.sha256(f"{kind}{number}".encode()).hexdigest()


def municipality_of(area: Area) -> Municipality:
    """Return the municipality an area lies in."""
    return Municipality.objects.get(area_code=area.municipality_code)


def make_signal(
    *,
    area: Area,
    text: str = "De lamp bij de speelplaats is stuk.",
    received_at: datetime = NOON,
    owed: bool = True,
    point: tuple[float, float] | None = None,
    **more: Any,
) -> Signal:
    """Make a signal of `area`, received and not yet answered; `owed=False` asks for no answer.

    `point` is (lon, lat). `more` are columns of Signal.
    """
    number = next(_numbers)
    wish = more.pop("answer_wish", AnswerWish.RECEIPT if owed else AnswerWish.NONE)
    due_on = more.pop("first_answer_due_on", add_working_days(dutch_day(received_at), 5))
    with arranging():
        signal = Signal.objects.create(
            municipality=municipality_of(area),
            reference=more.pop("reference", f"M-{number:04d}-TEST"),
            receipt_hash=more.pop("receipt_hash", _token("receipt", number)),
            submission=more.pop("submission", _token("submission", number)),
            received_at=received_at,
            text=text,
            point=write_point(*point) if point else "",
            area=more.pop("area_told", area),
            responsible_area=area,
            answer_wish=wish,
            first_answer_due_on=due_on,
            due_on=more.pop("due_on", due_on),
            answers_owed=1 if owed else 0,
            **more,
        )
        if owed:
            AnswerDebt.objects.create(
                signal=signal, reason=DebtReason.REPORT, since=received_at, due_on=due_on
            )
    return signal


def make_contact(signal: Signal, **more: Any) -> ReporterContact:
    """Make the contact data of a signal; it stops being anonymous."""
    values = {"name": "Sanne Vermeer", "email": "sanne@voorbeeld.nl", "phone": "0612345678"}
    with arranging():
        if signal.openness == Openness.ANONYMOUS:
            Signal.objects.filter(pk=signal.pk).update(openness=Openness.CONFIDENTIAL)
            signal.openness = Openness.CONFIDENTIAL
        return ReporterContact.objects.create(signal=signal, **{**values, **more})


def make_message(signal: Signal, *, text: str = "Is er al nieuws?", at: datetime = NOON) -> Message:
    """Make a message of the reporter, without the debt it would open."""
    number = next(_numbers)
    with arranging():
        return Message.objects.create(
            signal=signal,
            submission=_token("message", number),
            text=text,
            language=signal.language,
            at=at,
        )


def make_attachment(
    signal: Signal, *, kind: str = AttachmentKind.PHOTO, at: datetime = NOON, **more: Any
) -> Attachment:
    """Make the row of an attachment; there is no file behind it."""
    values = {
        "file_name": f"{_token('file', next(_numbers))[:32]}",
        "media_type": "image/jpeg" if kind == AttachmentKind.PHOTO else "audio/webm",
        "size": 1200,
    }
    with arranging():
        return Attachment.objects.create(
            signal=signal, kind=kind, added_at=at, **{**values, **more}
        )


def make_bundle(*signals: Signal, title: str = "Lampen in het park") -> Bundle:
    """Make a bundle of signals."""
    with arranging():
        bundle = Bundle.objects.create(
            municipality=signals[0].municipality,
            reference=f"B-{next(_numbers):04d}-TEST",
            responsible_area=signals[0].responsible_area,
            title=title,
            created_at=NOON,
        )
        for signal in signals:
            signal.bundle = bundle
            signal.save(update_fields=["bundle"])
    return bundle


def make_handover(
    signal: Signal, organisation: Organisation, *, at: datetime = NOON, **more: Any
) -> Handover:
    """Make a hand-over of a signal to an organisation, offered and not yet taken."""
    values: dict[str, Any] = {
        "reference": f"O-{next(_numbers):04d}-TEST",
        "text": "Een straatlamp doet het niet. Wilt u die maken?",
        "place": signal.responsible_area.name,
        "ground": "Taak van de gemeente",
        "purpose": "Herstellen",
        "state": HandoverState.OFFERED,
        "by_name": "Anna Adviseur",
    }
    with arranging():
        return Handover.objects.create(
            signal=signal, organisation=organisation, at=at, **{**values, **more}
        )


def make_escalation(
    signal: Signal,
    *,
    level: str = EscalationLevel.DIRECTOR,
    clock: str = Clock.FIRST_ANSWER,
    due_on: date | None = None,
    at: datetime = NOON,
    **more: Any,
) -> Escalation:
    """Make an open escalation of a signal."""
    with arranging():
        return Escalation.objects.create(
            signal=signal,
            level=level,
            clock=clock,
            due_on=due_on or signal.first_answer_due_on,
            at=at,
            **more,
        )


def make_organisation(
    municipality: Municipality, *, name: str = "Beheer openbare ruimte", **more: Any
) -> Organisation:
    """Make an organisation that takes matters up."""
    with arranging():
        return Organisation.objects.create(
            municipality=municipality, name=name, **{"kind": "department", **more}
        )


def staff_actor(
    municipality: Municipality, *roles: Role, user_id: int = 900, name: str = "Anna Adviseur",
    areas: tuple[Area, ...] = (), organisations: tuple[Organisation, ...] = (),
) -> Actor:  # fmt: skip
    """Return a colleague as an actor, without an account."""
    return Actor(
        kind=ActorKind.STAFF,
        user_id=user_id,
        name=name,
        municipality_id=municipality.pk,
        roles=frozenset(roles),
        area_ids=frozenset(area.pk for area in areas),
        organisation_ids=frozenset(organisation.pk for organisation in organisations),
    )


def adviser_of(*areas: Area, **more: Any) -> Actor:
    """Return an adviser of these areas."""
    return staff_actor(municipality_of(areas[0]), Role.AREA_ADVISER, areas=areas, **more)


def handler_of(organisation: Organisation, **more: Any) -> Actor:
    """Return a handler of an organisation."""
    return staff_actor(
        organisation.municipality,
        Role.HANDLER,
        organisations=(organisation,),
        **{"name": "Hakim Handhaver", "user_id": 901, **more},
    )

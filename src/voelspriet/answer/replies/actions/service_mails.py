# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling once who is there now: reporters with an open matter, and partners with agreements."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.replies.actions.giving import queue_delivery
from voelspriet.answer.replies.choices import ServiceMailKind
from voelspriet.answer.replies.models import ServiceMail
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.holdings import Passed, Passing
from voelspriet.ground.people.models import Succession
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.intake.choices import AnswerWish
from voelspriet.listen.intake.models import ReporterContact, Signal
from voelspriet.listen.intake.rules.status import NOT_CLOSED


def tell_concerned(passing: Passing, _by: Actor, at: datetime) -> None:
    """Put the mails about who is there now in the outbox, within the action that passes it on.

    One mail for all open matters of a reporter in an area who asked to be mailed; one for all
    running agreements of an organisation. Everybody else reads it on their own page. Each is
    made once, however often this runs: `key` names what it is about.
    """
    told = Succession.objects.filter(pk__in=[place.succession_id for place in passing.places])
    places = {one.pk for one in told.exclude(kind=DutyKind.STAND_IN)}
    real = [place for place in passing.places if place.succession_id in places]
    for place in real:
        _tell_reporters(place, at)
    if real:
        _tell_organisations(real, at)


def _tell_reporters(place: Passed, at: datetime) -> None:
    matters = Signal.objects.filter(
        responsible_area_id__in=sorted(place.area_ids),
        status__in=NOT_CLOSED,
        withdrawn_at__isnull=True,
        answer_wish=AnswerWish.EMAIL,
        told_with__isnull=True,
        received_at__lt=at,
    )
    newest: dict[str, Signal] = {}
    contacts = ReporterContact.objects.filter(signal__in=matters).select_related("signal")
    for contact in contacts.order_by("signal_id"):
        address = contact.email.strip().lower()
        if address:
            newest[address] = contact.signal  # the last one told says the language
    for signal in newest.values():
        queue_service_mail(
            ServiceMailKind.NEW_ADVISER,
            f"adviser:{place.succession_id}:{signal.pk}",
            at,
            signal=signal,
            succession_id=place.succession_id,
        )


def _tell_organisations(places: list[Passed], at: datetime) -> None:
    areas = frozenset().union(*(place.area_ids for place in places))
    running = Agreement.objects.filter(
        area_id__in=sorted(areas), state=AgreementState.OPEN, organisation__is_active=True
    ).exclude(organisation__email="")
    parties: defaultdict[int, list[Agreement]] = defaultdict(list)
    for agreement in running.order_by("organisation_id", "due_on", "id"):
        parties[agreement.organisation_id].append(agreement)
    first = places[0].succession_id
    for organisation_id, agreements in parties.items():
        service_mail = queue_service_mail(
            ServiceMailKind.NEW_CONTACT,
            f"contact:{first}:{organisation_id}",
            at,
            organisation_id=organisation_id,
            succession_id=first,
        )
        if service_mail is not None:
            service_mail.agreements.set(agreements)


def queue_service_mail(
    kind: ServiceMailKind, key: str, at: datetime, **about: object
) -> ServiceMail | None:
    """Make a service mail and its delivery; None when it was made before."""
    service_mail, made = ServiceMail.objects.get_or_create(
        key=key, defaults={"kind": kind, "at": at, **about}
    )
    if not made:
        return None
    queue_delivery(service_mail=service_mail, at=at)
    return service_mail

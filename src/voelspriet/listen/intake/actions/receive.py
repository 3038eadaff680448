# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report comes in: it is kept, understood to belong somewhere, and an answer is owed."""

from __future__ import annotations

import random
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.photos import clean_photo
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.ground.search.actions import keep_signal
from voelspriet.lib.photos import PHOTO_TYPE, is_clean
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.actions.files import destroy_files, keep_file
from voelspriet.listen.intake.choices import (
    AnswerWish,
    AttachmentKind,
    DebtReason,
    Openness,
    Permission,
    PersonFlag,
    PlaceTier,
    WhenKind,
)
from voelspriet.listen.intake.models import AnswerDebt, Attachment, ReporterContact, Signal
from voelspriet.listen.intake.queries.codes import receipt_again, received_before
from voelspriet.listen.intake.rules.categories import suggest_category
from voelspriet.listen.intake.rules.codes import (
    MOST_TRIES,
    receipt_code,
    submission_hash,
)
from voelspriet.listen.intake.rules.person_flag import points_at_person
from voelspriet.listen.intake.rules.points import write_point
from voelspriet.listen.intake.rules.searching import is_searchable
from voelspriet.listen.intake.rules.standing import openness_with_contact
from voelspriet.listen.intake.rules.voice import voice_type
from voelspriet.listen.intake.told import (
    MOST_OBSERVATIONS,
    MOST_PHOTOS,
    PLACE_LIMIT,
    TEXT_LIMIT,
    BundleTold,
    Receipt,
    Told,
)

LANGUAGES = frozenset({"nl", "en", "tr", "ar"})


@action
def receive_signal(
    *,
    municipality_id: int,
    told: Told,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> Receipt:
    """Receive one report and return its receipt; a repeated submission gets the same receipt.

    Keeps the attachments encrypted, suggests a category, flags a text that points at a person,
    finds the responsible area, sets the day of the first answer, owes an answer when one is
    wished, makes the text findable when it may be, and enqueues "replies.acknowledge".
    Refuses: nothing told, too long, too many or unreadable attachments, an enforced place
    outside the municipality, an e-mail wish without address, a call wish without number.
    """
    earlier = received_before(told.submission)
    if earlier is None:
        _check(told)
        signal, code = _create(municipality_id, told, told_with=None, by=by, at=at, rng=rng)
        if signal is not None:
            _settle_in(signal, told, at=at)
            _record_received(signal, by=by, at=at)
            return Receipt(reference=signal.reference, code=code, is_repeat=False)
        # another request with the same submission was first: its row is there now
        earlier = Signal.objects.get(submission=submission_hash(settings.KEYRING, told.submission))
    record("signal.repeated", by=by, at=at, subject="signal", reference=earlier.reference,
           municipality_id=earlier.municipality_id)  # fmt: skip
    return receipt_again(earlier, told.submission)


@action
def receive_bundle(
    *,
    municipality_id: int,
    bundle: BundleTold,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> Receipt:
    """Receive many observations at once; one receipt follows all of them.

    Every observation becomes a signal of its own, with its own place, responsible duo and
    answer owed. Side effects and refusals as `receive_signal`, for each of them.
    """
    parts = _parts(bundle)
    earlier = received_before(bundle.submission)
    if earlier is not None:
        record("bundle.repeated", by=by, at=at, subject="signal", reference=earlier.reference,
               municipality_id=municipality_id)  # fmt: skip
        return receipt_again(earlier, bundle.submission)
    lead: Signal | None = None
    first_code = ""
    for part in parts:
        signal, code = _create(municipality_id, part, told_with=lead, by=by, at=at, rng=rng)
        if signal is None:  # the same bundle arrived twice at once; the sender gets the first
            earlier = received_before(bundle.submission)
            if earlier is None:
                raise Refused(_("Dit ging niet goed. Probeer het nog een keer."))
            record("bundle.repeated", by=by, at=at, subject="signal", reference=earlier.reference,
                   municipality_id=municipality_id)  # fmt: skip
            return receipt_again(earlier, bundle.submission)
        _settle_in(signal, part, at=at)
        if lead is None:
            lead, first_code = signal, code
    if lead is None:
        raise Refused(_("Vul ten minste één waarneming in."), field="observations")
    record("bundle.told", by=by, at=at, subject="signal", reference=lead.reference,
           municipality_id=municipality_id, observations=len(parts))  # fmt: skip
    return Receipt(reference=lead.reference, code=first_code, is_repeat=False)


def _parts(bundle: BundleTold) -> list[Told]:
    if not bundle.observations:
        raise Refused(_("Vul ten minste één waarneming in."), field="observations")
    if len(bundle.observations) > MOST_OBSERVATIONS:
        raise Refused(
            _("U kunt ten hoogste %(count)s waarnemingen tegelijk sturen.")
            % {"count": MOST_OBSERVATIONS},
            field="observations",
        )
    parts = [
        Told(
            submission=bundle.submission if number == 0 else f"{bundle.submission}:{number}",
            text=observation.text,
            language=bundle.language,
            place=observation.place,
            when=observation.when,
            openness=bundle.openness,
            ask_first=bundle.ask_first,
            answer_wish=bundle.answer_wish,
            contact=bundle.contact,
            danger_shown=bundle.danger_shown,
            channel=bundle.channel,
        )
        for number, observation in enumerate(bundle.observations)
    ]
    for part in parts:
        _check(part)
    return parts


def _check(told: Told) -> None:
    if not told.text.strip() and told.voice is None:
        raise Refused(_("Vertel wat er aan de hand is, in uw eigen woorden."), field="text")
    if len(told.text) > TEXT_LIMIT:
        raise Refused(
            _("Dit is te lang. Gebruik ten hoogste %(count)s tekens.") % {"count": TEXT_LIMIT},
            field="text",
        )
    if len(told.photos) > MOST_PHOTOS:
        raise Refused(
            _("U kunt ten hoogste %(count)s foto's meesturen.") % {"count": MOST_PHOTOS},
            field="photos",
        )
    contact = told.contact
    if told.answer_wish is AnswerWish.EMAIL and not (contact and contact.email):
        raise Refused(_("Vul uw e-mailadres in, of kies een andere manier."), field="email")
    if told.answer_wish is AnswerWish.CALL and not (contact and contact.phone):
        raise Refused(_("Vul uw telefoonnummer in, of kies een andere manier."), field="phone")
    if told.voice is not None:
        voice_type(told.voice)


def _record_received(signal: Signal, *, by: Actor, at: datetime) -> None:
    record("signal.received", by=by, at=at, subject="signal", reference=signal.reference,
           municipality_id=signal.municipality_id, channel=signal.channel,
           language=signal.language)  # fmt: skip


def _create(
    municipality_id: int,
    told: Told,
    *,
    told_with: Signal | None,
    by: Actor,
    at: datetime,
    rng: random.Random,
) -> tuple[Signal | None, str]:
    """Write the row of a report; None when another request wrote this submission meanwhile."""
    municipality = Municipality.objects.get(pk=municipality_id)
    values = _values(municipality, told, at=at)
    hashed = submission_hash(settings.KEYRING, told.submission)
    for attempt in range(MOST_TRIES):
        code = receipt_code(settings.KEYRING, told.submission, attempt)
        try:
            with transaction.atomic():
                signal = Signal.objects.create(
                    municipality=municipality,
                    reference=new_reference("M", rng=rng),
                    receipt_hash=settings.KEYRING.receipt_hash(code),
                    submission=hashed,
                    told_with=told_with,
                    entered_by_id=by.user_id,
                    received_at=at,
                    **values,
                )
        except IntegrityError:
            if Signal.objects.filter(submission=hashed).exists():
                return None, ""
            continue  # a code or reference that exists already: try the next one
        return signal, code
    raise IntegrityError("No free reference or receipt code was found.")


def _values(municipality: Municipality, told: Told, *, at: datetime) -> dict[str, Any]:
    place = told.place
    whole = Area.objects.get(code=municipality.area_code, year=municipality.area_year)
    area = None if place.tier is PlaceTier.NONE else _area_in(municipality, place.area_id)
    has_point = place.tier is PlaceTier.POINT and place.lon is not None and place.lat is not None
    return {
        "channel": told.channel,
        "professional_kind": told.professional_kind or "",
        "language": told.language if told.language in LANGUAGES else "nl",
        "text": told.text.strip(),
        "when_kind": told.when.kind,
        "happened_at": told.when.moment if told.when.kind is WhenKind.MOMENT else None,
        "hot_times": [str(time) for time in told.when.hot_times]
        if told.when.kind is WhenKind.OFTEN
        else [],
        "place_tier": place.tier if area is not None else PlaceTier.NONE,
        "point": write_point(place.lon or 0, place.lat or 0) if has_point else "",
        "place_words": place.words.strip()[:PLACE_LIMIT],
        "street_id": place.street_id if place.tier is PlaceTier.STREET else None,
        "area": area,
        "responsible_area": area or whole,
        "openness": openness_with_contact(told.openness, told.answer_wish),
        "permission": Permission.LOCKED if told.ask_first else Permission.FREE,
        "answer_wish": told.answer_wish,
        "danger_shown": told.danger_shown,
        "suggested_category": suggest_category(told.text),
        "person_flag": PersonFlag.RULES if points_at_person(told.text) else PersonFlag.NONE,
        "first_answer_due_on": _first_answer_day(municipality, at),
        "due_on": _first_answer_day(municipality, at),
        "answers_owed": 0 if told.answer_wish is AnswerWish.NONE else 1,
    }


def _first_answer_day(municipality: Municipality, at: datetime) -> date:
    return add_working_days(dutch_day(at), municipality.first_answer_days)


def _area_in(municipality: Municipality, area_id: int | None) -> Area:
    area = Area.objects.filter(
        pk=area_id or 0, municipality_code=municipality.area_code, year=municipality.area_year
    ).first()
    if area is None:
        raise Refused(
            _("Deze plek ligt buiten %(municipality)s. Kies een andere plek.")
            % {"municipality": municipality.name},
            field="place",
        )
    return area


def _settle_in(signal: Signal, told: Told, *, at: datetime) -> None:
    """Write what belongs to a new report: contact, attachments, debt, index, acknowledgement."""
    contact = told.contact
    is_anonymous = signal.openness == Openness.ANONYMOUS
    if contact is not None and not is_anonymous and any(
        (contact.name, contact.email, contact.phone, contact.call_times)
    ):  # fmt: skip
        ReporterContact.objects.create(
            signal=signal,
            name=contact.name.strip(),
            email=contact.email.strip(),
            phone=contact.phone.strip(),
            call_times=contact.call_times.strip(),
        )
    _attach(signal, told, at=at)
    if signal.answers_owed:
        AnswerDebt.objects.create(
            signal=signal, reason=DebtReason.REPORT, since=at, due_on=signal.first_answer_due_on
        )
    keep_signal(
        signal_id=signal.pk,
        text=signal.text,
        area_id=signal.responsible_area_id,
        searchable=is_searchable(signal),
    )
    enqueue("replies.acknowledge", signal_id=signal.pk)


def _attach(signal: Signal, told: Told, *, at: datetime) -> None:
    photos = [photo if is_clean(photo) else clean_photo(photo) for photo in told.photos]
    parts = [(AttachmentKind.PHOTO, PHOTO_TYPE, photo) for photo in photos]
    if told.voice is not None:
        parts.append((AttachmentKind.VOICE, voice_type(told.voice), told.voice))
    names: list[str] = []
    try:
        for kind, media_type, data in parts:
            names.append(keep_file(data))
            Attachment.objects.create(
                signal=signal,
                kind=kind,
                file_name=names[-1],
                media_type=media_type,
                size=len(data),
                added_at=at,
            )
    except BaseException:
        destroy_files(names)
        raise

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first hour after an incident, looking back after a week, and what was learned."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import worded, worded_or_empty
from voelspriet.act.agenda.actions.meetings import plan_meeting
from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.act.agenda.choices.incidents import FactKind
from voelspriet.act.agenda.models import Meeting
from voelspriet.act.agenda.models.incidents import Incident, IncidentFact, IncidentPost
from voelspriet.act.agenda.rules.incidents import (
    FACT_LIMIT,
    LONGEST_AGO,
    LONGEST_POST,
    LOOK_BACK_LIMIT,
    PLACE_LIMIT,
    WHAT_LIMIT,
    follow_up_day,
    leads_incident,
    visible_incidents,
)
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day


@action
def open_incident(
    *,
    area_id: int,
    what: str,
    place: str,
    happened_at: datetime,
    known: str,
    unknown: str,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Open an incident in an area; place and what is known may stay empty. Return its reference.

    A day to look back is set, a week later. Nothing is public. Refuses: nothing said or too much,
    a moment still to come or more than 60 days ago. OutOfScope: an area of which `by` is no
    adviser.
    """
    if not by.advises(area_id):
        raise OutOfScope(_("Dit gebied is er niet."))
    if not at - LONGEST_AGO <= happened_at <= at:
        raise Refused(_("Kies een moment dat geweest is, niet te lang geleden."), field="clock")
    incident = Incident.objects.create(
        municipality_id=by.municipality_id or 0,
        area=Area.objects.get(pk=area_id),
        reference=new_reference("I", rng=rng),
        what=worded(what, WHAT_LIMIT, "what"),
        place=worded_or_empty(place, PLACE_LIMIT, "place"),
        happened_at=happened_at.astimezone(UTC),
        opened_by_id=by.user_id or 0,
        opened_by_name=by.name,
        opened_at=at,
        follow_up_on=follow_up_day(dutch_day(at)),
    )
    for kind, text in ((FactKind.KNOWN, known), (FactKind.UNKNOWN, unknown)):
        if text.strip():
            _say(incident, kind, worded(text, FACT_LIMIT, kind), by, at)
    _audit("incident.open", incident, by, at)
    return incident.reference


@action
def say_fact(*, reference: str, kind: FactKind, text: str, by: Actor, at: datetime) -> None:
    """Say anew what is known, or what is not known yet; what was said before is kept.

    Empty says that there is nothing (any more). Refuses: too much, the same words, a closed
    incident. OutOfScope for anyone but the advisers of its area.
    """
    incident = _led(reference, by)
    words = worded_or_empty(text, FACT_LIMIT, "text")
    newest = incident.facts.filter(kind=kind).order_by("-at", "-id").first()
    if words == (newest.text if newest else ""):
        raise Refused(_("Zo stond het er al."), field="text")
    _say(incident, kind, words, by, at)
    _audit("incident.say_fact", incident, by, at, kind=str(kind))


@action
def add_post(
    *,
    reference: str,
    organisation_id: int,
    place: str,
    starts_at: datetime,
    ends_at: datetime,
    by: Actor,
    at: datetime,
) -> None:
    """Write down which organisation stands where, from when till when; never who.

    Refuses: no place, an end before its start, more than a day, a closed incident, a closed
    organisation. OutOfScope: an organisation elsewhere, or for anyone but the area's advisers.
    """
    incident = _led(reference, by)
    organisation = Organisation.objects.filter(
        pk=organisation_id, municipality_id=incident.municipality_id
    ).first()
    if organisation is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    if not organisation.is_active:
        raise Refused(_("Deze organisatie is gesloten. Kies een andere."), field="organisation")
    if not starts_at < ends_at <= starts_at + LONGEST_POST:
        raise Refused(_("Kies een tijd na het begin."), field="ends")
    IncidentPost.objects.create(
        incident=incident,
        organisation=organisation,
        place=worded(place, PLACE_LIMIT, "place"),
        starts_at=starts_at.astimezone(UTC),
        ends_at=ends_at.astimezone(UTC),
    )
    _audit("incident.add_post", incident, by, at, organisation=organisation.pk)


@action
def remove_post(*, reference: str, post_id: int, by: Actor, at: datetime) -> None:
    """Take away where an organisation stands, because it is not so (any more).

    Refuses a closed incident. OutOfScope: a post that is not there, or no adviser of the area.
    """
    incident = _led(reference, by)
    post = incident.posts.filter(pk=post_id).first()
    if post is None:
        raise OutOfScope(_("Deze plek is er niet."))
    organisation_id = post.organisation_id
    post.delete()
    _audit("incident.remove_post", incident, by, at, organisation=organisation_id)


@action
def call_together(
    *, reference: str, starts_at: datetime, minutes: int, place: str, by: Actor, at: datetime
) -> str:
    """Plan a call-together because of an incident and return the meeting's reference.

    Its subject is what happened. Refuses as `plan_meeting`, and a closed incident. OutOfScope
    for anyone but the advisers of its area.
    """
    incident = _led(reference, by)
    made = plan_meeting(
        kind=MeetingKind.CALL_TOGETHER,
        area_id=incident.area_id,
        starts_at=starts_at,
        minutes=minutes,
        place=place,
        is_public=False,
        about=incident.what,
        by=by,
        at=at,
    )
    incident.meetings.add(Meeting.objects.get(reference=made.reference))
    _audit("incident.call_together", incident, by, at, meeting=made.reference)
    return made.reference


@action
def follow_up(
    *, reference: str, heard: str, owed: str, learned: str, by: Actor, at: datetime
) -> None:
    """Look back: what was heard, and what is still owed. With what was learned it closes too.

    Refuses: nothing heard, looked back already. OutOfScope for anyone but the area's advisers.
    """
    incident = _led(reference, by)
    if incident.followed_up_at is not None:
        raise Refused(_("Er is al teruggekeken."))
    incident.heard = worded(heard, LOOK_BACK_LIMIT, "heard")
    incident.owed = worded_or_empty(owed, LOOK_BACK_LIMIT, "owed")
    incident.learned = worded_or_empty(learned, LOOK_BACK_LIMIT, "learned")
    incident.followed_up_at = at
    incident.closed_at = at if incident.learned else None
    incident.save(update_fields=["heard", "owed", "learned", "followed_up_at", "closed_at"])
    _audit("incident.follow_up", incident, by, at, closed=incident.closed_at is not None)


@action
def close_incident(*, reference: str, learned: str, by: Actor, at: datetime) -> None:
    """Close an incident with a line of what was learned.

    Refuses: nothing learned, before anybody looked back, closed already. OutOfScope for anyone
    but the advisers of its area.
    """
    incident = _led(reference, by)
    if incident.followed_up_at is None:
        raise Refused(_("Kijk eerst terug: wat hebben wij gehoord?"))
    incident.learned = worded(learned, LOOK_BACK_LIMIT, "learned")
    incident.closed_at = at
    incident.save(update_fields=["learned", "closed_at"])
    _audit("incident.close", incident, by, at)


def _led(reference: str, by: Actor) -> Incident:
    """Return a running incident `by` leads, held in this transaction."""
    found = visible_incidents(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit incident is er niet."))
    if not leads_incident(by, found):
        raise Refused(_("Alleen de adviseur van dit gebied werkt aan dit incident."))
    if found.closed_at is not None:
        raise Refused(_("Dit incident is afgesloten."))
    return found


def _say(incident: Incident, kind: FactKind, text: str, by: Actor, at: datetime) -> None:
    IncidentFact.objects.create(incident=incident, kind=kind, text=text, by_name=by.name, at=at)


def _audit(name: str, incident: Incident, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="incident",
        reference=incident.reference,
        municipality_id=incident.municipality_id,
        **detail,
    )

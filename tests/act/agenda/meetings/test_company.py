# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is invited to a meeting, what was heard there, and what goes along to a later one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.meetings import STARTS, make_meeting, make_minute, make_point
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.signals import make_signal
from voelspriet.act.agenda.actions import (
    add_point,
    cancel_meeting,
    close_point,
    invite_organisations,
    note_heard,
    take_points_along,
)
from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.act.agenda.models import MeetingPoint
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.act.agenda.queries.meetings import MeetingFilters, meetings
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)


@pytest.fixture
def other_town():
    return make_town(name="Duinoord", area_code="GM9998", row=5)


@pytest.fixture
def meeting(area):
    return make_meeting(area, kind=MeetingKind.PROFESSIONALS)


@pytest.fixture
def later(area):
    return make_meeting(area, starts_at=STARTS + timedelta(days=14))


@pytest.fixture
def partner(town, organisation):
    return actor_of(make_user(town.municipality, Role.HANDLER, organisation=organisation))


def detail(meeting, by):
    return meeting_detail(reference=meeting.reference, by=by, at=AT)


def invite(meeting, by, *organisations):
    invite_organisations(
        reference=meeting.reference,
        organisation_ids=[one.pk for one in organisations],
        by=by,
        at=AT,
    )


def along(meeting, later, by):
    return take_points_along(
        reference=meeting.reference, to_reference=later.reference, by=by, at=AT
    )


def test_who_handles_matters_for_an_invited_organisation_sees_the_meeting(
    meeting, adviser, partner, organisation
):
    with pytest.raises(OutOfScope):
        detail(meeting, partner)
    invite(meeting, adviser, organisation)

    seen = detail(meeting, partner)
    assert seen.invited == ((organisation.pk, organisation.name),)
    assert not seen.may_lead
    listed = meetings(filters=MeetingFilters(), by=partner, at=AT)
    assert [row.reference for row in listed.items] == [meeting.reference]

    invite(meeting, adviser)
    with pytest.raises(OutOfScope):
        detail(meeting, partner)
    line = AuditLine.objects.filter(action="meeting.invite").first()
    assert line.detail["organisations"] == [organisation.pk]


def test_a_partner_sees_its_own_agreements_and_decisions_only(
    area, meeting, adviser, partner, organisation
):
    other = make_organisation(meeting.municipality, name="Een ander")
    own, others = make_agreement_row(area, organisation), make_agreement_row(area, other)
    make_point(meeting, "Van een ander", agreement=others)
    make_point(meeting, "Van ons", agreement=own)
    make_point(meeting, "Zonder afspraak")
    make_minute(meeting, "Gezegd in vertrouwen")
    make_minute(meeting, "Besloten", is_decision=True)
    with arranging():
        meeting.agreements.add(own, others)
    invite(meeting, adviser, organisation)

    seen = detail(meeting, partner)
    assert {point.text for point in seen.points} == {"Van ons", "Zonder afspraak"}
    assert [row.reference for row in seen.agreements] == [own.reference]
    assert [line.text for line in seen.minutes] == ["Besloten"]
    assert (seen.heard_references, seen.later, seen.made_by_name) == ((), (), "")
    assert len(detail(meeting, adviser).points) == 3


def test_only_open_organisations_of_the_own_town_are_invited(
    town, other_town, meeting, adviser, organisation
):
    closed = make_organisation(town.municipality, name="Dicht", is_active=False)
    for stranger in (closed, make_organisation(other_town.municipality)):
        with pytest.raises(OutOfScope):
            invite(meeting, adviser, organisation, stranger)
    assert not meeting.organisations.exists()
    cancel_meeting(reference=meeting.reference, reason="Ziek", by=adviser, at=AT)
    with pytest.raises(Refused):
        invite(meeting, adviser, organisation)


def test_what_was_heard_at_a_meeting_is_kept_once(area, other_town, meeting, adviser):
    signal, stranger = make_signal(area=area), make_signal(area=other_town.neighbourhoods[0])
    for _twice in range(2):
        note_heard(reference=meeting.reference, signal=signal.reference, by=adviser, at=AT)

    assert detail(meeting, adviser).heard_references == (signal.reference,)
    with pytest.raises(OutOfScope):
        note_heard(reference=meeting.reference, signal=stranger.reference, by=adviser, at=AT)


def test_open_points_go_along_to_a_later_meeting_and_ask_the_same(
    area, meeting, later, adviser, organisation
):
    agreement = make_agreement_row(area, organisation)
    make_point(meeting, "Besproken", closed_at=AT)
    make_point(meeting, "Jongeren op het plein", asks_heard=True)
    make_point(meeting, "De lamp", agreement=agreement)
    make_point(later, "De lamp", agreement=agreement)

    assert along(meeting, later, adviser) == 2
    assert [(one.text, one.asks_heard) for one in later.points.order_by("id")] == [
        ("De lamp", False),
        ("Jongeren op het plein", True),
    ]
    points = detail(meeting, adviser).points
    assert [point.taken_to for point in points] == ["", later.reference, later.reference]
    assert detail(meeting, adviser).open_points == 0
    with pytest.raises(Refused, match="geen punt"):
        along(meeting, later, adviser)
    with pytest.raises(Refused, match="later"):
        close_point(
            reference=meeting.reference,
            point=str(points[2].id),
            outcome="",
            is_decision=False,
            heard="",
            heard_how="",
            by=adviser,
            at=AT,
        )


def test_points_go_along_to_a_planned_later_meeting_of_ones_own_only(
    town, area, meeting, later, adviser
):
    add_point(
        reference=meeting.reference, text="Het plein", is_about_people=False, by=adviser, at=AT
    )
    before = make_meeting(area, starts_at=STARTS - timedelta(days=3))
    held = make_meeting(area, starts_at=STARTS + timedelta(days=3), came={"residents": 1})
    for other in (before, held, meeting):
        with pytest.raises(Refused):
            along(meeting, other, adviser)
    with pytest.raises(OutOfScope):
        along(meeting, make_meeting(town.neighbourhoods[1]), adviser)
    stranger = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    with pytest.raises(OutOfScope):
        along(meeting, later, stranger)
    assert MeetingPoint.objects.filter(taken_to__isnull=False).count() == 0


def test_meeting_point_closed_or_taken_along_holds_in_the_database(meeting, later):
    point = make_point(meeting, "Het plein", closed_at=AT)
    # meeting_point_closed_or_taken_along
    with arranging(), pytest.raises(IntegrityError), transaction.atomic():
        MeetingPoint.objects.filter(pk=point.pk).update(taken_to=later)

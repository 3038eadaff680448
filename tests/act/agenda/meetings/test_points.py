# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is on the agenda, were those it is about heard, minutes, agreements made there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.meetings import STARTS, make_meeting, make_minute, make_point
from tests.factories.people import actor_of, make_duo, make_user
from tests.factories.signals import make_signal
from voelspriet.act.agenda.actions import (
    add_minute,
    add_point,
    agree_at_meeting,
    cancel_meeting,
    close_point,
)
from voelspriet.act.agenda.choices import AgreementState, HeardAnswer, MeetingKind, Visibility
from voelspriet.act.agenda.models import Agreement, MeetingMinute, MeetingPoint
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
DAY = date(2026, 9, 22)


@pytest.fixture
def meeting(area):
    return make_meeting(area, kind=MeetingKind.PROFESSIONALS)


def points(meeting, by):
    return meeting_detail(reference=meeting.reference, by=by, at=AT).points


def close(meeting, point, by, **more):
    values = {"outcome": "", "is_decision": False, "heard": "", "heard_how": "", "at": AT}
    close_point(reference=meeting.reference, point=str(point), **values | more, by=by)


def test_agreements_due_around_the_day_stand_on_the_agenda_by_themselves(
    town, area, adviser, meeting, organisation
):
    late = make_agreement_row(area, organisation, due_on=DAY - timedelta(days=30))
    soon = make_agreement_row(area, organisation, due_on=DAY + timedelta(days=14))
    make_agreement_row(area, organisation, due_on=DAY + timedelta(days=15))
    make_agreement_row(area, organisation, due_on=DAY, state=AgreementState.DONE)
    make_agreement_row(town.neighbourhoods[1], organisation, due_on=DAY)

    shown = points(meeting, adviser)
    assert [row.agreement_reference for row in shown] == [late.reference, soon.reference]
    assert not MeetingPoint.objects.exists(), "looking writes nothing"


def test_an_agenda_holds_the_first_thirty_that_are_due_and_says_there_are_more(
    area, organisation, adviser, meeting, monkeypatch
):
    monkeypatch.setattr("voelspriet.act.agenda.queries.meeting_detail.MOST_DUE", 2)
    last, first, second = (
        make_agreement_row(area, organisation, due_on=DAY + timedelta(days=days))
        for days in (3, 1, 2)
    )
    detail = meeting_detail(reference=meeting.reference, by=adviser, at=AT)
    assert [row.agreement_reference for row in detail.points] == [first.reference, second.reference]
    assert detail.more_due

    with arranging():
        Agreement.objects.filter(pk=last.pk).delete()
    assert not meeting_detail(reference=meeting.reference, by=adviser, at=AT).more_due


def test_an_agreement_that_was_discussed_stands_there_once(area, adviser, meeting, organisation):
    agreement = make_agreement_row(area, organisation, due_on=DAY)

    close(meeting, agreement.reference, adviser, outcome="Donderdag klaar.", is_decision=True)
    (row,) = points(meeting, adviser)
    assert (row.is_closed, row.minutes) == (True, ("Donderdag klaar.",))
    assert row.agreement_reference == agreement.reference
    with pytest.raises(Refused):
        close(meeting, agreement.reference, adviser)


def test_a_meeting_of_a_district_has_the_agreements_of_its_neighbourhoods_as_far_as_seen(
    town, area, adviser, organisation
):
    district = make_meeting(town.districts[0], kind=MeetingKind.PROFESSIONALS)
    make_agreement_row(area, organisation, due_on=DAY, what="Van een ander duo")
    mine = make_agreement_row(town.neighbourhoods[1], organisation, due_on=DAY)
    by = actor_of(make_duo(town.municipality, town.districts[0])[0])
    assert adviser.area_ids == {area.pk}

    assert [row.agreement_reference for row in points(district, by)] == [mine.reference]


def test_a_point_by_hand(adviser, meeting):
    add_point(
        reference=meeting.reference, text="De verlichting", is_about_people=False,
        by=adviser, at=AT,
    )  # fmt: skip
    (row,) = points(meeting, adviser)
    assert (row.text, row.asks_heard, row.is_closed) == ("De verlichting", False, False)
    close(meeting, row.key, adviser)
    assert points(meeting, adviser)[0].is_closed
    assert not MeetingMinute.objects.exists()
    assert "verlichting" not in str([line.detail for line in AuditLine.objects.all()])


@pytest.mark.parametrize("text", ["Jongeren op het plein", "Overlast HANGJONGEREN", "De jeugd",
                                  "Een verwarde man", "Slaapplek voor daklozen"])  # fmt: skip
def test_words_about_young_people_or_misunderstood_behaviour_ask_by_themselves(
    adviser, meeting, text
):
    add_point(reference=meeting.reference, text=text, is_about_people=False, by=adviser, at=AT)
    assert MeetingPoint.objects.get().asks_heard


def test_a_colleague_can_say_that_a_point_is_about_people(adviser, meeting):
    add_point(reference=meeting.reference, text="De hoek", is_about_people=True, by=adviser, at=AT)
    assert MeetingPoint.objects.get().asks_heard


@pytest.mark.parametrize(
    "behind",
    [{"category": "youth"}, {"category": "", "suggested_category": "youth"},
     {"category": "confused"}, {"category": "", "suggested_category": "confused"}],
)  # fmt: skip
def test_an_agreement_asks_when_the_signals_behind_it_are_about_people(
    area, adviser, meeting, organisation, behind
):
    signal = make_signal(area=area, **behind)
    agreement = make_agreement_row(area, organisation, due_on=DAY, signals=[signal])

    assert points(meeting, adviser)[0].asks_heard
    with pytest.raises(Refused):
        close(meeting, agreement.reference, adviser)
    assert not MeetingPoint.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "heard"),
        ({"heard": "misschien", "heard_how": "x"}, "heard"),
        ({"heard": "yes", "heard_how": " "}, "heard_how"),
        ({"heard": "no", "heard_how": "x" * 301}, "heard_how"),
    ],
)
def test_a_point_about_people_cannot_be_closed_unanswered(adviser, meeting, given, field):
    point = make_point(meeting, "Jongeren", asks_heard=True)

    with pytest.raises(Refused) as refused:
        close(meeting, point.pk, adviser, **given)
    assert refused.value.field == field
    point.refresh_from_db()
    assert point.closed_at is None


@pytest.mark.parametrize("answer", list(HeardAnswer))
def test_a_point_about_people_is_closed_with_an_answer_and_how(adviser, meeting, answer):
    point = make_point(meeting, "Jongeren", asks_heard=True)

    close(meeting, point.pk, adviser, heard=answer, heard_how="Op het plein, met de jongerenwerker")
    (row,) = points(meeting, adviser)
    assert (row.heard_label, row.is_closed) == (str(answer.label), True)


def test_a_point_of_another_meeting_is_out_of_scope(area, adviser, meeting):
    other = make_point(make_meeting(area))

    for key in (str(other.pk), "999999", "9" * 30, "A-0000-NONE", ""):
        with pytest.raises(OutOfScope):
            close(meeting, key, adviser)


def test_minutes_are_short_lines_and_decisions(adviser, meeting):
    add_minute(reference=meeting.reference, text="Gezegd", is_decision=False, by=adviser, at=AT)
    add_minute(reference=meeting.reference, text="Besloten", is_decision=True, by=adviser, at=AT)

    detail = meeting_detail(reference=meeting.reference, by=adviser, at=AT)
    assert [(line.text, line.is_decision) for line in detail.minutes] == [
        ("Gezegd", False), ("Besloten", True),
    ]  # fmt: skip
    for words in (" ", "x" * 501):
        with pytest.raises(Refused) as refused:
            add_minute(
                reference=meeting.reference, text=words, is_decision=False, by=adviser, at=AT
            )
        assert refused.value.field == "text"


@pytest.mark.parametrize(
    ("role", "lines"),
    [(Role.DIRECTOR, 2), (Role.POLICY_ADVISER, 1), (Role.EXECUTIVE, 1)],
)
def test_who_reads_along_sees_decisions_and_only_the_director_the_other_lines(
    town, meeting, role, lines
):
    make_minute(meeting, "Gezegd")
    make_minute(meeting, "Besloten", is_decision=True)
    by = actor_of(make_user(town.municipality, role))

    detail = meeting_detail(reference=meeting.reference, by=by, at=AT)
    assert len(detail.minutes) == lines
    assert not detail.may_lead
    assert detail.made_by_name == ""


def test_an_agreement_made_on_the_spot_knows_where(area, adviser, meeting, organisation):
    made = agree_at_meeting(
        reference=meeting.reference,
        organisation_id=organisation.pk,
        contact="",
        what="De lamp maken",
        due_on=DAY,
        visibility=Visibility.INTERNAL,
        by=adviser,
        at=AT,
    )
    agreement = Agreement.objects.get(reference=made.reference)
    assert agreement.area_id == area.pk
    assert agreement.meetings.get() == meeting
    detail = meeting_detail(reference=meeting.reference, by=adviser, at=AT)
    assert [row.reference for row in detail.agreements] == [made.reference]
    assert AuditLine.objects.get(action="meeting.agree").detail == {"agreement": made.reference}


def test_nothing_is_written_at_a_cancelled_meeting(adviser, meeting):
    cancel_meeting(reference=meeting.reference, reason="Storm", by=adviser, at=AT)

    with pytest.raises(Refused):
        add_minute(reference=meeting.reference, text="x", is_decision=False, by=adviser, at=AT)
    with pytest.raises(Refused):
        add_point(reference=meeting.reference, text="x", is_about_people=False, by=adviser, at=AT)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("meeting_point_heard_before_closed", {"asks_heard": True, "closed_at": STARTS}),
        ("meeting_point_heard_says_how", {"heard": HeardAnswer.YES}),
    ],
)
def test_the_database_refuses(meeting, name, values):
    point = make_point(meeting)

    with arranging(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        MeetingPoint.objects.filter(pk=point.pk).update(**values)


def test_the_database_keeps_one_point_per_agreement(area, meeting, organisation):
    """meeting_point_once_per_agreement."""
    agreement = make_agreement_row(area, organisation)
    make_point(meeting, agreement=agreement)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_point(meeting, agreement=agreement)

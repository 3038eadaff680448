# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first hour: known and unknown with their times, posts, a call-together, looking back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.incidents import HAPPENED, make_incident, make_post
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from voelspriet.act.agenda.actions.incidents import (
    add_post,
    call_together,
    close_incident,
    follow_up,
    open_incident,
    remove_post,
    say_fact,
)
from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.act.agenda.choices.incidents import FactKind
from voelspriet.act.agenda.models import Incident, IncidentPost, Meeting
from voelspriet.act.agenda.queries.incidents import (
    PAGE_SIZE,
    incident_detail,
    incidents,
    incidents_to_mind,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 8, 20, 10, tzinfo=UTC)
WEEK_LATER = AT + timedelta(days=7)


def begin(area, by, **more):
    values = {"area_id": area.pk, "what": "Een knal op het plein", "place": "Kadestraat"}
    values |= {"happened_at": HAPPENED, "known": "", "unknown": "", "at": AT}
    return open_incident(**values | more, by=by)


def test_open_incident_needs_no_more_than_what_happened(area, adviser):
    reference = begin(area, adviser, place="")

    detail = incident_detail(reference=reference, by=adviser, at=AT)
    assert (detail.row.what, detail.known, detail.unknown) == ("Een knal op het plein", "", "")
    assert detail.row.follow_up_on == date(2026, 9, 15)
    assert not detail.row.is_followed_up
    assert AuditLine.objects.get(action="incident.open").subject_reference == reference


def test_the_day_to_look_back_is_a_working_day(area, adviser):
    saturday = datetime(2026, 9, 12, 20, tzinfo=UTC)
    reference = begin(area, adviser, happened_at=saturday, at=saturday)

    on = incident_detail(reference=reference, by=adviser, at=saturday).row.follow_up_on
    assert on == date(2026, 9, 21)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"what": " "}, "what"),
        ({"what": "x" * 201}, "what"),
        ({"place": "x" * 121}, "place"),
        ({"known": "x" * 301}, "known"),
        ({"unknown": "x" * 301}, "unknown"),
        ({"happened_at": AT + timedelta(minutes=1)}, "clock"),
        ({"happened_at": AT - timedelta(days=61)}, "clock"),
    ],
)
def test_open_incident_refuses(area, adviser, wrong, field):
    with pytest.raises(Refused) as refused:
        begin(area, adviser, **wrong)
    assert refused.value.field == field
    assert not Incident.objects.exists()


def test_every_change_of_what_is_known_is_kept_with_its_time(area, adviser):
    reference = begin(area, adviser, known="Er was een knal.", unknown="Wat het was.")
    later = AT + timedelta(minutes=20)
    say_fact(
        reference=reference, kind=FactKind.KNOWN, text="Het was vuurwerk.", by=adviser, at=later
    )
    say_fact(reference=reference, kind=FactKind.UNKNOWN, text="", by=adviser, at=later)

    detail = incident_detail(reference=reference, by=adviser, at=later)
    assert (detail.known, detail.unknown) == ("Het was vuurwerk.", "")
    assert [(fact.kind, fact.text, fact.at) for fact in detail.facts] == [
        ("unknown", "", later),
        ("known", "Het was vuurwerk.", later),
        ("unknown", "Wat het was.", AT),
        ("known", "Er was een knal.", AT),
    ]
    with pytest.raises(Refused):
        say_fact(
            reference=reference, kind=FactKind.KNOWN, text="Het was vuurwerk.", by=adviser, at=later
        )


def test_a_post_says_which_organisation_where_and_how_long(area, adviser, organisation):
    reference = begin(area, adviser)
    values = {"reference": reference, "organisation_id": organisation.pk, "place": "De brug"}
    values |= {"starts_at": AT, "by": adviser, "at": AT}
    add_post(**values, ends_at=AT + timedelta(hours=2))

    (post,) = incident_detail(reference=reference, by=adviser, at=AT).posts
    assert (post.organisation_name, post.place, post.is_now) == (organisation.name, "De brug", True)
    after = AT + timedelta(hours=3)
    assert not incident_detail(reference=reference, by=adviser, at=after).posts[0].is_now
    for ends_at in (AT, AT + timedelta(hours=25)):
        with pytest.raises(Refused) as refused:
            add_post(**values, ends_at=ends_at)
        assert refused.value.field == "ends"
    remove_post(reference=reference, post_id=post.id, by=adviser, at=AT)
    assert not IncidentPost.objects.exists()


def test_a_post_is_never_of_an_organisation_elsewhere_or_closed(area, adviser, town):
    reference = begin(area, adviser)
    closed = make_organisation(town.municipality, name="Dicht", is_active=False)
    values = {"reference": reference, "place": "De brug", "starts_at": AT, "by": adviser, "at": AT}
    values |= {"ends_at": AT + timedelta(hours=1)}

    with pytest.raises(Refused) as refused:
        add_post(**values, organisation_id=closed.pk)
    assert refused.value.field == "organisation"
    with pytest.raises(OutOfScope):
        add_post(**values, organisation_id=999_999)


def test_a_call_together_is_a_meeting_about_what_happened(area, adviser):
    reference = begin(area, adviser)
    made = call_together(
        reference=reference,
        starts_at=AT + timedelta(hours=1),
        minutes=60,
        place="Buurthuis",
        by=adviser,
        at=AT,
    )

    meeting = Meeting.objects.get(reference=made)
    assert (meeting.kind, meeting.is_public) == (MeetingKind.CALL_TOGETHER, False)
    assert meeting.texts.get().about == "Een knal op het plein"
    (row,) = incident_detail(reference=reference, by=adviser, at=AT).meetings
    assert row.reference == made


def test_it_stays_on_today_until_somebody_looked_back(area, adviser):
    reference = begin(area, adviser)
    (row,) = incidents_to_mind(by=adviser, at=AT, limit=8)
    assert not row.waits_for_follow_up
    (row,) = incidents_to_mind(by=adviser, at=WEEK_LATER, limit=8)
    assert row.waits_for_follow_up
    with pytest.raises(Refused):
        close_incident(reference=reference, learned="Sneller bellen.", by=adviser, at=WEEK_LATER)

    follow_up(
        reference=reference,
        heard="Mensen wilden weten wat het was.",
        owed="Een brief.",
        learned="",
        by=adviser,
        at=WEEK_LATER,
    )
    assert incidents_to_mind(by=adviser, at=WEEK_LATER, limit=8) == ()
    detail = incident_detail(reference=reference, by=adviser, at=WEEK_LATER)
    assert (detail.owed, detail.row.is_closed) == ("Een brief.", False)
    close_incident(reference=reference, learned="Sneller bellen.", by=adviser, at=WEEK_LATER)
    assert incident_detail(reference=reference, by=adviser, at=WEEK_LATER).row.is_closed
    with pytest.raises(Refused):
        close_incident(reference=reference, learned="Nog eens.", by=adviser, at=WEEK_LATER)


def test_looking_back_with_what_was_learned_closes_at_once(area, adviser):
    reference = begin(area, adviser)
    values = {"reference": reference, "owed": "", "by": adviser, "at": WEEK_LATER}
    with pytest.raises(Refused) as refused:
        follow_up(**values, heard=" ", learned="")
    assert refused.value.field == "heard"
    follow_up(**values, heard="Het is rustig.", learned="Wij waren er snel.")
    assert incident_detail(reference=reference, by=adviser, at=WEEK_LATER).row.is_closed


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.EXECUTIVE])
def test_director_and_executive_read_along_and_change_nothing(town, area, adviser, role):
    reference = begin(area, adviser)
    reader = actor_of(make_user(town.municipality, role))

    assert not incident_detail(reference=reference, by=reader, at=AT).may_lead
    assert len(incidents(by=reader, at=AT).items) == 1
    with pytest.raises(Refused):
        say_fact(reference=reference, kind=FactKind.KNOWN, text="Iets", by=reader, at=AT)


@pytest.mark.parametrize("role", [Role.HANDLER, Role.POLICY_ADVISER, Role.PRIVACY_OFFICER])
def test_others_see_no_incident(town, area, adviser, role):
    reference = begin(area, adviser)
    other = actor_of(make_user(town.municipality, role))
    neighbour = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])

    for by in (other, neighbour):
        assert incidents(by=by, at=AT).items == ()
        with pytest.raises(OutOfScope):
            incident_detail(reference=reference, by=by, at=AT)
        with pytest.raises(OutOfScope):
            say_fact(reference=reference, kind=FactKind.KNOWN, text="Iets", by=by, at=AT)
    with pytest.raises(OutOfScope):
        begin(area, neighbour)


def test_a_long_list_comes_in_pages_and_misses_nothing(area, adviser):
    made = [
        make_incident(area, happened_at=HAPPENED + timedelta(minutes=n // 2)).reference
        for n in range(PAGE_SIZE + 3)
    ]
    first = incidents(by=adviser, at=AT)
    second = incidents(by=adviser, at=AT, cursor=first.next_cursor)
    assert (len(first.items), len(second.items), second.next_cursor) == (PAGE_SIZE, 3, "")
    assert [row.reference for row in (*first.items, *second.items)] == made[::-1]


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("incident_follow_up_says_what_was_heard", {"followed_up_at": AT}),
        ("incident_closed_after_follow_up", {"closed_at": AT, "learned": "Iets"}),
        (
            "incident_closed_says_what_was_learned",
            {"closed_at": AT, "followed_up_at": AT, "heard": "Iets"},
        ),
    ],
)
def test_the_database_holds_what_an_incident_must_say(area, constraint, values):
    incident = make_incident(area)
    with arranging(), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(**values)


def test_the_database_holds_that_a_post_ends_after_it_starts(area, organisation):
    incident = make_incident(area)
    with (
        pytest.raises(IntegrityError, match="incident_post_ends_after_start"),
        transaction.atomic(),
    ):
        make_post(incident, organisation, ends_at=HAPPENED)


@pytest.mark.real_data
def test_the_incident_of_the_first_municipality_fits(area, adviser, shared):
    """What a report tells of one small incident has its place: what, what it did, what was owed."""
    text = (shared / "cases" / "huizen_initiatives.yaml").read_text(encoding="utf-8")
    lines = text.split("\nincidents:\n")[1].split("\nmunicipal_actions_started:")[0].splitlines()
    told = dict(line.strip("- ").split(": ", 1) for line in lines if ": " in line)

    reference = begin(area, adviser, what=told["what"], place=told["place"])
    follow_up(
        reference=reference,
        heard=f"{told['effect']}. {told['response']}.",
        owed=told["need"],
        learned="",
        by=adviser,
        at=WEEK_LATER,
    )
    detail = incident_detail(reference=reference, by=adviser, at=WEEK_LATER)
    assert detail.row.what == told["what"]
    assert detail.owed == told["need"]

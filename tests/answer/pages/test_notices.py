# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices: who may tell whom what, how far, from whom and until when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.incidents import make_incident
from tests.factories.notices import LINES, make_notice
from tests.factories.people import actor_of, make_duo, make_face, make_organisation, make_user
from voelspriet.answer.pages.actions.notices import (
    change_notice,
    publish_notice,
    withdraw_notice,
    write_lines,
    write_notice,
)
from voelspriet.answer.pages.models import Notice, NoticeText
from voelspriet.answer.pages.queries import feed_page, neighbourhood_page
from voelspriet.answer.pages.queries.notices import (
    PAGE_SIZE,
    notice_detail,
    notices,
    notices_of_incident,
    public_notices,
    senders,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 8, 20, 30, tzinfo=UTC)
TODAY = date(2026, 9, 8)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def adviser(duo):
    return actor_of(duo[0])


def write(area, by, **more):
    values = {"area_id": area.pk, "streets": "Kadestraat", "scale_reason": "", "lines": LINES}
    values |= {"sender": f"user-{by.user_id}", "ends_on": TODAY + timedelta(days=7)}
    return write_notice(**values | {"back_on": None, "at": AT} | more, by=by)


def published(area, by, **more):
    reference = write(area, by, **more)
    publish_notice(reference=reference, person_checked=True, by=by, at=AT)
    return reference


def shown(area, language="nl", on=TODAY):
    return public_notices(area_ids=[area.pk], language=language, on=on)


def test_a_notice_is_public_only_after_it_was_made_so(area, adviser):
    reference = write(area, adviser)
    assert shown(area) == ()

    publish_notice(reference=reference, person_checked=False, by=adviser, at=AT)
    (one,) = shown(area)
    assert (one.matter, one.streets) == (LINES["matter"], "Kadestraat")
    assert one.sender.first_name == "Noor"
    line = AuditLine.objects.get(action="notice.publish")
    assert (line.subject_reference, line.detail["scale"]) == (reference, "streets")


def test_it_ends_at_a_day_and_goes_at_once_when_withdrawn(area, adviser):
    reference = published(area, adviser)
    assert len(shown(area, on=TODAY + timedelta(days=7))) == 1
    assert shown(area, on=TODAY + timedelta(days=8)) == ()

    with pytest.raises(Refused) as refused:
        withdraw_notice(reference=reference, reason=" ", by=adviser, at=AT)
    assert refused.value.field == "reason"
    withdraw_notice(reference=reference, reason="Het klopte niet.", by=adviser, at=AT)
    assert shown(area) == ()
    assert AuditLine.objects.get(action="notice.withdraw").reason == "Het klopte niet."
    with pytest.raises(Refused):
        withdraw_notice(reference=reference, reason="Nog eens.", by=adviser, at=AT)


def test_the_smallest_scale_is_streets_and_anything_wider_says_why(town, area, adviser):
    with pytest.raises(Refused) as refused:
        write(area, adviser, streets="")
    assert refused.value.field == "scale_reason"

    reference = write(area, adviser, streets="", scale_reason="Iedereen hoorde het.")
    assert notice_detail(reference=reference, by=adviser, at=AT).row.scale == "neighbourhood"
    district = actor_of(make_duo(town.municipality, town.districts[0])[0])
    wide = write(town.districts[0], district, streets="", scale_reason="Tot ver te horen.")
    assert notice_detail(reference=wide, by=district, at=AT).row.scale == "district"


def test_a_whole_municipality_is_told_by_director_or_policy_adviser(town, area, adviser):
    make_duo(town.municipality, town.area)
    for role in (Role.DIRECTOR, Role.POLICY_ADVISER):
        by = actor_of(make_user(town.municipality, role))
        sender = senders(area_id=town.area.pk, by=by, on=TODAY)[0].key
        more = {"streets": "", "scale_reason": "Iedereen merkt dit.", "sender": sender}
        reference = published(town.area, by, **more)
        assert reference in {
            one.reference
            for one in neighbourhood_page(
                municipality_slug=town.municipality.slug, slug=area.slug, language="nl", on=TODAY
            ).notices
        }
        with pytest.raises(OutOfScope):
            write(area, by)
    with pytest.raises(OutOfScope):
        write(town.area, adviser, streets="", scale_reason="Iedereen.")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"sender": "user-999999"}, "sender"),
        ({"sender": ""}, "sender"),
        ({"ends_on": TODAY - timedelta(days=1)}, "ends_on"),
        ({"ends_on": TODAY + timedelta(days=93)}, "ends_on"),
        ({"back_on": TODAY - timedelta(days=1)}, "back_on"),
        ({"streets": "x" * 201}, "streets"),
        ({"lines": LINES | {"matter": "x" * 301}}, "matter"),
    ],
)
def test_write_notice_refuses(area, adviser, wrong, field):
    with pytest.raises(Refused) as refused:
        write(area, adviser, **wrong)
    assert refused.value.field == field
    assert not Notice.objects.exists()


def test_a_sender_is_one_of_the_duo_or_a_face_who_said_yes(town, area, duo, adviser):
    partner = make_organisation(town.municipality, name="Woningstichting De Dam")
    face = make_face(area, organisation=partner, phone="0612345678")
    make_face(area, first_name="Later", agreed_on=TODAY + timedelta(days=1))
    make_face(town.neighbourhoods[1], first_name="Elders")

    keys = [one.key for one in senders(area_id=area.pk, by=adviser, on=TODAY)]
    assert keys == [f"user-{duo[0].pk}", f"user-{duo[1].pk}", f"face-{face.pk}"]
    published(area, adviser, sender=f"face-{face.pk}")
    (one,) = shown(area)
    assert one.sender.signed == "Joke, Buurtverbinder, Woningstichting De Dam, 0612345678"

    with arranging():
        face.delete()  # who no longer wants to be shown is gone at once
    (one,) = shown(area)
    assert one.sender is None


def test_a_notice_without_its_three_lines_or_its_sender_stays_a_draft(area, adviser):
    bare = write(area, adviser, lines=LINES | {"you_can": ""})
    with pytest.raises(Refused):
        publish_notice(reference=bare, person_checked=True, by=adviser, at=AT)
    alone = write(area, adviser)
    with arranging():
        Notice.objects.filter(reference=alone).update(sender_user=None)
    with pytest.raises(Refused):
        publish_notice(reference=alone, person_checked=True, by=adviser, at=AT)
    late = write(area, adviser)
    with pytest.raises(Refused):
        publish_notice(reference=late, person_checked=True, by=adviser, at=AT + timedelta(days=9))
    assert shown(area) == ()


def test_words_that_may_point_at_a_person_ask_somebody_to_look_first(area, adviser):
    named = LINES | {"matter": "Meneer Jansen heeft op het plein iets afgestoken."}
    reference = write(area, adviser, lines=named)
    assert notice_detail(reference=reference, by=adviser, at=AT).names_a_person
    with pytest.raises(Refused) as refused:
        publish_notice(reference=reference, person_checked=False, by=adviser, at=AT)
    assert refused.value.field == "person_checked"
    publish_notice(reference=reference, person_checked=True, by=adviser, at=AT)
    assert AuditLine.objects.get(action="notice.publish").detail["person_words"] is True

    values = {"reference": reference, "language": "tr", "lines": named, "by": adviser, "at": AT}
    with pytest.raises(Refused):
        write_lines(**values)
    write_lines(**values, person_checked=True)


def test_a_language_is_shown_once_all_three_lines_are_there(area, adviser):
    reference = published(area, adviser)
    half = {"matter": "Dün akşam bir patlama oldu.", "you_can": "Bizi arayın.", "our_view": ""}
    values = {"reference": reference, "language": "tr", "by": adviser, "at": AT}
    write_lines(**values, lines=half)
    (one,) = shown(area, "tr")
    assert (one.language, one.matter) == ("nl", LINES["matter"])

    write_lines(**values, lines=half | {"our_view": "Biz de endişelendik."})
    (one,) = shown(area, "tr")
    assert (one.language, one.matter) == ("tr", half["matter"])
    with pytest.raises(OutOfScope):
        write_lines(**values | {"language": "xx"}, lines=half)


def test_what_is_public_in_dutch_is_not_written_over(area, adviser):
    reference = published(area, adviser)
    with pytest.raises(Refused):
        write_lines(reference=reference, language="nl", lines=LINES, by=adviser, at=AT)
    with pytest.raises(Refused):
        change_notice(
            reference=reference,
            streets="Dijk",
            scale_reason="",
            sender=f"user-{adviser.user_id}",
            ends_on=TODAY,
            back_on=None,
            lie_awake="",
            see_us_act="",
            ticks=[],
            by=adviser,
            at=AT,
        )
    with pytest.raises(Refused):
        publish_notice(reference=reference, person_checked=True, by=adviser, at=AT)


def test_what_only_a_person_can_say_and_two_answers_are_kept(area, adviser):
    reference = write(area, adviser)
    change_notice(
        reference=reference,
        streets="Kadestraat, Dijk",
        scale_reason="",
        sender=f"user-{adviser.user_id}",
        ends_on=TODAY + timedelta(days=3),
        back_on=TODAY + timedelta(days=1),
        lie_awake="yes",
        see_us_act="no",
        ticks=["listened", "nonsense"],
        by=adviser,
        at=AT,
    )
    detail = notice_detail(reference=reference, by=adviser, at=AT)
    assert (detail.lie_awake, detail.see_us_act, detail.row.streets) == (
        "yes", "no", "Kadestraat, Dijk",
    )  # fmt: skip
    assert detail.advice.startswith("Mensen liggen hier wakker van en zien ons niet.")
    assert {check.code for check in detail.checks if check.is_ticked} == {"listened"}


def test_what_was_told_because_of_an_incident_stands_with_it(town, area, adviser):
    incident = make_incident(area)
    reference = published(area, adviser, incident_reference=incident.reference)
    values = {"reference": incident.reference, "at": AT}
    assert [one.reference for one in notices_of_incident(**values, by=adviser)] == [reference]
    neighbour = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    assert notices_of_incident(**values, by=neighbour) == ()
    with pytest.raises(OutOfScope):
        write(town.neighbourhoods[1], neighbour, incident_reference=incident.reference)


def test_readers_read_and_others_find_nothing(town, area, adviser):
    reference = write(area, adviser)
    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    assert not notice_detail(reference=reference, by=executive, at=AT).may_write
    with pytest.raises(Refused):
        publish_notice(reference=reference, person_checked=True, by=executive, at=AT)
    neighbour = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    handler = actor_of(make_user(town.municipality, Role.HANDLER))
    for by in (neighbour, handler):
        assert notices(by=by, at=AT).items == ()
        with pytest.raises(OutOfScope):
            notice_detail(reference=reference, by=by, at=AT)
        with pytest.raises(OutOfScope):
            publish_notice(reference=reference, person_checked=True, by=by, at=AT)


def test_a_long_list_comes_in_pages_and_misses_nothing(area, adviser):
    made = [
        make_notice(area, written_at=AT + timedelta(minutes=n // 2)).reference
        for n in range(PAGE_SIZE + 3)
    ]
    first = notices(by=adviser, at=AT)
    second = notices(by=adviser, at=AT, cursor=first.next_cursor)
    assert [row.reference for row in (*first.items, *second.items)] == made[::-1]
    assert (len(first.items), second.next_cursor) == (PAGE_SIZE, "")


def test_what_fits_in_a_neighbourhood_app_keeps_name_and_address(area, adviser):
    long = {line: f"{line} " * 33 for line in LINES}
    published(area, adviser, lines={line: text[:300].strip() for line, text in long.items()})
    (one,) = shown(area)
    address = "https://waterrijk.example/mijn-buurt/waterrijk/de-kade/"
    text = one.paste_text(address)
    assert len(text) <= 500
    assert text.endswith(f"{one.sender.signed} {address}")
    assert text.startswith("Kadestraat: matter")


def test_the_feed_of_a_neighbourhood_tells_what_is_told_there_and_around_it(town, area):
    here, wide = make_notice(area), make_notice(town.area)
    make_notice(town.neighbourhoods[1])
    make_notice(area, state="draft")
    page = feed_page(code=area.code, language="nl", on=TODAY)
    assert {one.reference for one in page.notices} == {here.reference, wide.reference}


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("notice_of_streets_names_them", {"streets": ""}),
        ("notice_wider_than_streets_says_why", {"scale": "district"}),
        ("notice_public_has_a_moment", {"published_at": None}),
        ("notice_withdrawn_has_a_reason", {"state": "withdrawn", "withdrawn_at": AT}),
    ],
)
def test_the_database_holds_what_a_notice_must_say(area, constraint, values):
    notice = make_notice(area)
    with arranging(), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(**values)


def test_the_database_holds_one_sender_and_one_text_per_language(area, duo):
    notice, face = make_notice(area), make_face(area)
    with (
        arranging(),
        pytest.raises(IntegrityError, match="notice_one_sender"),
        transaction.atomic(),
    ):
        Notice.objects.filter(pk=notice.pk).update(sender_user=duo[0], sender_face=face)
    # SQLite names the columns of notice_text_once
    with arranging(), pytest.raises(IntegrityError, match="notice"), transaction.atomic():
        NoticeText.objects.create(notice=notice, language="nl")

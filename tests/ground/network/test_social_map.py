# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The social map: what stands on it, how it is found, and what must be checked again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.network import make_face_subject, make_place
from tests.factories.people import actor_of, make_face, make_organisation, make_user
from voelspriet.ground.network.actions import (
    add_to_social_map,
    change_entry,
    change_organisation,
    check_entry,
    close_organisation,
    unlist_entry,
    write_entry_text,
)
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.models import (
    Organisation,
    OrganisationSubject,
    OrganisationText,
)
from voelspriet.ground.network.queries.overview import stale, stale_count
from voelspriet.ground.network.queries.social_map import MapFilters, entries, entry, social_map
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY = date(2026, 9, 1)
KIND = OrganisationKind.WELFARE


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def adviser(town):
    return actor_of(make_user(town.municipality, area=town.neighbourhoods[0]))


def given(**more):
    values = {
        "contact": {
            "name": "Voedselbank De Mand",
            "email": "",
            "phone": "0800 1234",
            "address": "Kade 1",
            "website": "demand.example",
        },
        "kind": KIND,
        "subjects": ["money", "meeting"],
        "languages": ["nl", "ar"],
        "area_ids": [],
        "involvement": "thinking",
        "pace": "sometimes",
        "source": "gebeld met de balie",
    }
    return values | more


def found(town, language="nl", **filters):
    return social_map(
        municipality_id=town.municipality.pk,
        filters=MapFilters(**filters),
        language=language,
        on=TODAY,
    ).items


def names(town, **filters):
    return [place.name for place in found(town, **filters)]


def added(adviser, **more):
    values = {"name": "Voedselbank De Mand", "kind": KIND, "source": "gebeld"}
    values |= {"about": "Eten voor wie weinig geld heeft."}
    return add_to_social_map(**values | more, by=adviser, at=AT)


def test_what_an_adviser_adds_stands_on_the_map_with_the_day(town, adviser):
    made = added(adviser)
    change_entry(organisation_id=made, **given(), by=adviser, at=AT)
    write_entry_text(
        organisation_id=made,
        language="ar",
        about="طعام",
        opening="الاثنين",
        by=adviser,
        at=AT,
    )

    (dutch,) = found(town)
    assert dutch.website == "https://demand.example"
    assert dutch.subjects == ("Mensen ontmoeten", "Geld en formulieren")
    assert dutch.languages == ("Nederlands", "Arabisch")
    assert dutch.checked_on == TODAY
    (arabic,) = found(town, language="ar")
    assert (arabic.about, arabic.words_language) == ("طعام", "ar")
    (turkish,) = found(town, language="tr")
    assert turkish.words_language == "nl"
    assert entry(organisation_id=made, by=adviser, on=TODAY).texts["ar"] == ("طعام", "الاثنين")


def test_words_in_any_language_find_a_place(town, adviser):
    made = added(adviser, name="Café Één")
    change_entry(
        organisation_id=made,
        **given(contact=given()["contact"] | {"name": "Café Één"}),
        by=adviser,
        at=AT,
    )

    for words in ("cafe een", "ETEN geld", "forms", "kade"):
        assert names(town, words=words) == ["Café Één"], words
    assert names(town, words="eten zwemmen") == []
    change_organisation(
        organisation_id=made, name="Eethuis", kind=KIND, email="", phone="",
        by=actor_of(make_user(town.municipality, Role.ADMINISTRATOR)), at=AT,
    )  # fmt: skip
    assert names(town, words="eethuis") == ["Eethuis"]


def test_a_place_is_found_by_subject_and_in_its_area_and_below(town):
    first, second = town.neighbourhoods
    make_place(town.municipality, name="Hier", areas=[first], subjects=["sport", "meeting"])
    make_place(town.municipality, name="Wijk", areas=[town.districts[0]], subjects=[])
    make_place(town.municipality, name="Overal", subjects=["sport"])

    assert names(town) == ["Hier", "Overal", "Wijk"]
    assert names(town, area_id=first.pk) == ["Hier", "Overal", "Wijk"]
    assert names(town, area_id=second.pk) == ["Overal", "Wijk"]
    assert names(town, subject="sport") == ["Hier", "Overal"]
    assert names(town, subject="sport", area_id=second.pk) == ["Overal"]


def test_a_long_list_goes_on_where_it_stopped(town):
    for number in range(23):
        make_place(town.municipality, name=f"Plek {number:02}")
    page = social_map(
        municipality_id=town.municipality.pk, filters=MapFilters(), language="nl", on=TODAY
    )
    rest = social_map(
        municipality_id=town.municipality.pk,
        filters=MapFilters(),
        language="nl",
        on=TODAY,
        cursor=page.next_cursor,
    )

    assert [place.name for place in rest.items] == ["Plek 20", "Plek 21", "Plek 22"]
    assert rest.next_cursor == ""


def test_what_is_old_stays_and_says_so_until_checked(town, adviser):
    old = make_place(town.municipality, checked_on=TODAY - timedelta(days=366))
    make_place(town.municipality, name="Vers", checked_on=TODAY - timedelta(days=365))
    face = make_face(town.neighbourhoods[0], agreed_on=TODAY - timedelta(days=400))
    make_face_subject(face)

    assert [place.is_old for place in found(town)] == [True, False]
    assert [row.id for row in entries(by=adviser, on=TODAY, stand="stale").items] == [old.pk]
    assert [row.id for row in stale(by=adviser, on=TODAY).faces] == [face.pk]
    assert stale_count(by=adviser, on=TODAY) == 2

    check_entry(organisation_id=old.pk, by=adviser, at=AT)
    assert [place.is_old for place in found(town)] == [False, False]
    assert stale_count(by=adviser, on=TODAY) == 1


def test_off_the_map_or_closed_is_not_found(town, adviser):
    made = make_place(town.municipality)
    unlist_entry(organisation_id=made.pk, by=adviser, at=AT)
    assert found(town) == ()
    with pytest.raises(Refused):
        check_entry(organisation_id=made.pk, by=adviser, at=AT)
    with pytest.raises(Refused):
        unlist_entry(organisation_id=made.pk, by=adviser, at=AT)
    change_entry(organisation_id=made.pk, **given(), by=adviser, at=AT)
    assert names(town) == ["Voedselbank De Mand"]

    admin = actor_of(make_user(town.municipality, Role.ADMINISTRATOR))
    close_organisation(organisation_id=made.pk, by=admin, at=AT)
    assert found(town) == ()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": " "}, "name"), ({"about": " "}, "about"), ({"source": " "}, "source")],
)
def test_adding_refuses_what_is_missing(adviser, wrong, field):
    with pytest.raises(Refused) as refused:
        added(adviser, **wrong)
    assert refused.value.field == field
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("website", ["javascript:alert(1)", "ftp://x.example", "geen site"])
def test_a_website_is_a_website(town, adviser, website):
    made = make_place(town.municipality)
    contact = given()["contact"] | {"website": website}

    with pytest.raises(Refused) as refused:
        change_entry(organisation_id=made.pk, **given(contact=contact), by=adviser, at=AT)
    assert refused.value.field == "website"


def test_without_dutch_words_nothing_stands_on_the_map(town, adviser):
    bare = make_organisation(town.municipality)

    with pytest.raises(Refused):
        change_entry(organisation_id=bare.pk, **given(), by=adviser, at=AT)
    with pytest.raises(Refused):
        write_entry_text(
            organisation_id=bare.pk, language="nl", about=" ", opening="", by=adviser, at=AT
        )


def test_another_town_and_another_role_keep_off(town, adviser):
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    theirs = make_place(elsewhere.municipality)
    handler = actor_of(make_user(town.municipality, Role.HANDLER))

    with pytest.raises(OutOfScope):
        check_entry(organisation_id=theirs.pk, by=adviser, at=AT)
    with pytest.raises(OutOfScope):
        entry(organisation_id=theirs.pk, by=adviser, on=TODAY)
    ours = make_place(town.municipality)
    with pytest.raises(OutOfScope):
        change_entry(
            organisation_id=ours.pk,
            **given(area_ids=[elsewhere.area.pk]),
            by=adviser,
            at=AT,
        )
    for call in (lambda: entries(by=handler, on=TODAY), lambda: added(handler)):
        with pytest.raises(Refused):
            call()
    assert names(town) == ["Buurthuis De Boeg"]


def test_the_database_holds_what_the_map_promises(town):
    made = make_place(town.municipality)
    broken = [
        ("organisation_listed_says_source_and_day",
         lambda: Organisation.objects.filter(pk=made.pk).update(checked_on=None)),
        ("organisation_listed_says_source_and_day",
         lambda: Organisation.objects.filter(pk=made.pk).update(source="")),
        ("organisation_text_once",
         lambda: OrganisationText.objects.create(organisation=made, language="nl", about="x")),
        ("organisation_text_says_something",
         lambda: OrganisationText.objects.create(organisation=made, language="en", about="")),
        ("organisation_subject_once",
         lambda: OrganisationSubject.objects.create(organisation=made, subject="meeting")),
    ]  # fmt: skip
    face = make_face(town.area)
    make_face_subject(face)
    broken.append(("face_subject_once", lambda: make_face_subject(face)))
    for name, write in broken:
        with (
            arranging(),
            pytest.raises(IntegrityError, match=rf"{name}|UNIQUE"),
            transaction.atomic(),
        ):
            write()


def test_every_change_is_one_line_without_words(adviser):
    added(adviser, about="Zebrapad")
    (line,) = AuditLine.objects.filter(action__startswith="social_map")
    assert "Zebrapad" not in str(line.__dict__)


@pytest.mark.parametrize("number", [1, 3])
def test_the_map_asks_as_often_for_one_as_for_three(town, number, django_assert_num_queries):
    for count in range(number):
        make_place(town.municipality, name=f"Plek {count}", areas=town.neighbourhoods)

    with django_assert_num_queries(4):
        found(town)

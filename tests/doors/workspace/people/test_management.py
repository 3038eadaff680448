# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The administrator's and privacy officer's pages, as they are pressed through."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from voelspriet.answer.replies.models import AnswerTemplate
from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.network.models import Face, Membership, Organisation
from voelspriet.ground.people.models import AreaDuty, User
from voelspriet.ground.people.queries import actor_for, duo_of
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.models import DangerTerm, RoutingRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def admin(client, town):
    user = make_user(town.municipality, Role.ADMINISTRATOR)
    client.force_login(user)
    return user


@pytest.fixture
def as_admin(client, admin):
    assert admin.pk
    return client


def page(name, *args):
    return reverse(f"workspace:{name}", args=args)


def new_person(**more):
    values = {"name": "Sam de Boer", "first_name": "Sam", "email": "sam@gemeente.example"}
    return values | {"role": Role.AREA_ADVISER, "function": "", "phone": ""} | more


def test_a_new_account_shows_its_password_once(as_admin):
    answer = as_admin.post(page("person_new"), new_person())
    made = User.objects.get(email="sam@gemeente.example")
    shown = re.search(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}", answer.text).group()

    assert made.check_password(shown)
    assert "no-store" in answer["Cache-Control"]
    assert shown not in as_admin.get(page("person", made.pk)).text


def test_a_taken_address_stands_beside_its_field_and_keeps_what_was_typed(client, admin):
    answer = client.post(page("person_new"), new_person(email=admin.email))

    assert answer.status_code == 422
    assert "Er is al een account met dit adres." in answer.text
    assert "Sam de Boer" in answer.text


def test_roles_and_duties_are_given_ended_and_handed_over(as_admin, town):
    first, second = make_duo(town.municipality, town.area)
    user = make_user(town.municipality, Role.HANDLER)
    here = page("person", user.pk)

    as_admin.post(here, {"deed": "role", "role": Role.AREA_ADVISER})
    as_admin.post(here, {"deed": "end_role", "role": Role.HANDLER})
    assert actor_for(user_id=user.pk, on=timezone.localdate()).roles == {Role.AREA_ADVISER}

    answer = as_admin.post(here, {"deed": "duty", "area": town.area.pk, "kind": "first"})
    assert answer.status_code == 422
    assert "bezet" in answer.text
    duty = AreaDuty.objects.get(user=first)
    over = page("duty_end", first.pk, duty.pk)
    assert as_admin.post(over, {}).status_code == 422, "an area keeps a first adviser"
    as_admin.post(over, {"successor": user.pk})
    duo = duo_of(area_id=town.area.pk, on=timezone.localdate())
    assert [face.user_id for face in duo] == [user.pk, second.pk, first.pk]
    assert as_admin.get(over).status_code == 404, "that duty is over"


def test_closing_and_opening_an_account(as_admin, town):
    user = make_user(town.municipality)
    here = page("person", user.pk)
    as_admin.post(here, {"deed": "close"})
    user.refresh_from_db()
    assert not user.is_active
    assert user.name in as_admin.get(f"{page('people')}?gesloten=ja").text
    assert user.name not in as_admin.get(page("people")).text

    assert "Wachtwoord voor één keer" in as_admin.post(here, {"deed": "reopen"}).text
    assert "Wachtwoord voor één keer" in as_admin.post(here, {"deed": "password"}).text


def test_ones_own_rights_stay_out_of_reach(client, admin):
    here = page("person", admin.pk)

    client.post(here, {"deed": "role", "role": Role.AREA_ADVISER})
    client.post(here, {"deed": "close"}, follow=True)
    assert actor_of(admin).roles == {Role.ADMINISTRATOR}


@pytest.mark.parametrize("deed", ["", "nonsense"])
def test_a_deed_nobody_knows_is_not_found(client, admin, town, deed):
    there = make_organisation(town.municipality)

    assert client.post(page("person", admin.pk), {"deed": deed}).status_code == 404
    assert client.post(page("organisation", there.pk), {"deed": deed}).status_code == 404


def test_organisations_members_and_faces(as_admin, town):
    as_admin.post(page("organisations"), {"name": "Woonstede", "kind": "housing"})
    there = Organisation.objects.get(name="Woonstede")
    here = page("organisation", there.pk)
    handler = make_user(town.municipality, Role.HANDLER)

    as_admin.post(here, {"deed": "member", "user": handler.pk})
    assert Membership.objects.filter(organisation=there, user=handler).exists()
    face = {"first_name": "Joke", "function": "Huismeester", "area": town.area.pk}
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = as_admin.post(here, {"deed": "face", "agreed_on": tomorrow.isoformat(), **face})
    assert answer.status_code == 422
    today = timezone.localdate().isoformat()
    as_admin.post(here, {"deed": "face", "agreed_on": today, **face})
    shown = Face.objects.get()
    assert shown.organisation == there

    as_admin.post(here, {"deed": "remove_face", "face": shown.pk})
    as_admin.post(here, {"deed": "remove_member", "user": handler.pk})
    assert not Face.objects.exists()
    assert not Membership.objects.exists()
    as_admin.post(here, {"deed": "close"})
    assert "Woonstede" in as_admin.get(f"{page('organisations')}?gesloten=ja").text
    as_admin.post(here, {"deed": "reopen"})
    as_admin.post(here, {"deed": "details", "name": "Woonstad", "kind": "housing"})
    assert "Woonstad" in as_admin.get(page("organisations")).text


def test_routes_are_made_tried_out_changed_and_deleted(as_admin, town):
    make_duo(town.municipality, town.area)
    there = make_organisation(town.municipality, name="Team Schoon")
    rule = {"category": "litter", "organisation": there.pk, "position": 100, "is_active": "on"}
    as_admin.post(page("routing"), rule)
    made = RoutingRule.objects.get()

    tried = f"{page('routing')}?categorie=litter&gebied={town.neighbourhoods[0].pk}"
    answer = as_admin.get(tried).text
    assert "Meestal opgepakt door" in answer
    assert "Team Schoon" in answer
    assert "Noor" in answer
    assert as_admin.post(page("routing"), rule).status_code == 422, "the same rule twice"

    as_admin.post(page("routing_edit", made.pk), rule | {"contact": "Mo", "is_active": ""})
    made.refresh_from_db()
    assert (made.contact, made.is_active) == ("Mo", False)
    assert "Geen regel past" in as_admin.get(tried).text
    as_admin.post(page("routing_delete", made.pk))
    assert not RoutingRule.objects.exists()


def test_an_adviser_tries_routes_but_does_not_write_them(client, town):
    there = make_organisation(town.municipality)
    client.force_login(make_duo(town.municipality, town.area)[0])

    assert "Nieuwe regel" not in client.get(page("routing")).text
    rule = {"category": "", "organisation": there.pk, "position": 1}
    client.post(page("routing"), rule)
    assert not RoutingRule.objects.exists()


def test_texts_are_made_changed_and_deleted(as_admin):
    as_admin.post(page("templates"), {"title": "Lamp", "text": "Wij maken de lamp."})
    made = AnswerTemplate.objects.get()
    assert as_admin.post(page("templates"), {"title": "lamp", "text": "x"}).status_code == 422

    as_admin.post(page("template", made.pk), {"title": "Lamp", "text": "De lamp wordt gemaakt."})
    assert "De lamp wordt gemaakt." in as_admin.get(page("templates")).text
    as_admin.post(page("template_delete", made.pk))
    assert not AnswerTemplate.objects.exists()
    assert as_admin.get(page("template", made.pk)).status_code == 404


def test_danger_words_start_from_the_list_and_are_added_and_removed(as_admin):
    here = page("danger_terms")
    assert "bloed" in as_admin.get(here).text

    as_admin.post(here, {"deed": "add", "language": "nl", "term": "kapmes"})
    assert DangerTerm.objects.filter(language="nl", term="kapmes").exists()
    assert DangerTerm.objects.filter(language="ar").exists(), "the list was copied first"
    answer = as_admin.post(here, {"deed": "add", "language": "nl", "term": "Kapmes"})
    assert answer.status_code == 422
    as_admin.post(here, {"deed": "remove", "language": "nl", "term": "kapmes"})
    assert not DangerTerm.objects.filter(term="kapmes").exists()


def test_promises_are_changed_and_checked(as_admin, town):
    values = {
        "first_answer_days": 3,
        "longest_promise_days": 20,
        "director_after_days": 1,
        "executive_after_days": 4,
        "phone": "14 0123",
        "sender": "",
    }
    as_admin.post(page("settings"), values)
    changed = Municipality.objects.get(pk=town.municipality.pk)
    assert (changed.first_answer_days, changed.executive_after_days) == (3, 4)

    answer = as_admin.post(page("settings"), values | {"executive_after_days": 0})
    assert answer.status_code == 422


def make_line(town, **more):
    values = {
        "at": timezone.now(),
        "municipality_id": town.municipality.pk,
        "actor_kind": "staff",
        "actor_name": "Noor Visser",
        "action": "contact.read",
        "subject": "signal",
        "subject_reference": "M-1234-ABCD",
        "reason": "Terugbellen",
    }
    with arranging():
        return AuditLine.objects.create(**values | more)


@pytest.fixture
def officer(client, town):
    user = make_user(town.municipality, Role.PRIVACY_OFFICER)
    client.force_login(user)
    return user


@pytest.fixture
def as_officer(client, officer):
    assert officer.pk
    return client


def test_the_officer_reads_who_looked_at_contact_data_and_why(as_officer, town):
    make_line(town)
    make_line(town, action="signal.close", subject_reference="M-9999-ZZZZ", reason="")

    reads = as_officer.get(page("contact_reads")).text
    assert "Terugbellen" in reads
    assert "M-9999-ZZZZ" not in reads
    every = as_officer.get(page("audit")).text
    assert "M-1234-ABCD" in every
    assert "M-9999-ZZZZ" in every
    assert "M-1234-ABCD" not in as_officer.get(f"{page('audit')}?kenmerk=m-9999-zzzz").text


def test_the_export_is_inert_and_leaves_a_line_of_its_own(client, officer, town):
    make_line(town, reason='=HYPERLINK("https://kwaad.example")')

    answer = client.post(page("audit_export"), {"soort": "gelezen"})
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[0][0] == "moment"
    assert [row[5] for row in rows[1:]] == ["M-1234-ABCD"]
    assert rows[1][6].startswith("'=")
    assert AuditLine.objects.filter(action="audit.export", actor_id=officer.pk).exists()


@pytest.mark.parametrize("name", ["audit", "contact_reads"])
@pytest.mark.parametrize("number", [1, 3])
def test_the_audit_asks_no_more_for_more_lines(
    as_officer, town, name, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_line(town)
    as_officer.get(page(name))

    with django_assert_max_num_queries(9):
        as_officer.get(page(name))


def test_the_audit_pages_by_key_with_its_filters(as_officer, town, monkeypatch):
    monkeypatch.setattr("voelspriet.ground.privacy.records.PAGE_SIZE", 2)
    now = timezone.now()
    for number in range(3):
        make_line(town, at=now - timedelta(minutes=number), subject_reference=f"M-000{number}-TEST")

    first = as_officer.get(f"{page('contact_reads')}?wie=noor").text
    assert "M-0001-TEST" in first
    assert "M-0002-TEST" not in first
    onward = re.search(r'href="([^"]+na=[^"]+)"', first).group(1).replace("&amp;", "&")
    assert "wie=noor" in onward
    second = as_officer.get(onward).text
    assert "M-0002-TEST" in second
    assert "M-0001-TEST" not in second


def test_the_audit_of_another_municipality_stays_there(as_officer):
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5, host="duinoord.example")
    make_line(elsewhere, subject_reference="M-7777-QQQQ")

    assert "M-7777-QQQQ" not in as_officer.get(page("audit")).text

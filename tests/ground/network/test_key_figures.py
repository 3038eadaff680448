# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody is a key figure without knowing and agreeing; whoever stops is erased."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.network import make_key_figure
from tests.factories.people import actor_of, make_user
from voelspriet.ground.network.actions import (
    agree_as_key_figure,
    check_key_figure,
    expire_key_figures,
    invite_key_figure,
    leave_as_key_figure,
    read_key_figure,
    take_back_invitation,
    try_key_code,
)
from voelspriet.ground.network.actions.key_figure_codes import MOST_FAILURES_A_MINUTE
from voelspriet.ground.network.models import KeyFigure, KeyFigureEnd, KeyFigureSubject
from voelspriet.ground.network.queries.key_figures import (
    ends,
    key_figure,
    key_figures,
    own_entry,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY = date(2026, 9, 1)
SOMEBODY = resident()


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def adviser(town):
    return actor_of(make_user(town.municipality, area=town.neighbourhoods[0]))


def invited(town, adviser):
    return invite_key_figure(
        area_id=town.neighbourhoods[0].pk, role="Buurtvader van dienst", by=adviser, at=AT
    )


def yes(code, at=AT, **more):
    values = {"role": "Burenverbinder", "name": "Corrie", "phone": "0612345678", "email": ""}
    values |= {"subjects": ["meeting"], "involvement": "doing", "pace": "often"}
    agree_as_key_figure(code=code, **values | more, by=SOMEBODY, at=at)


def test_an_invitation_holds_a_role_and_an_area_and_nobody(town, adviser):
    code = invited(town, adviser)

    stored = KeyFigure.objects.get()
    assert (stored.name, stored.phone, stored.email, stored.agreed_on) == ("", "", "", None)
    assert code not in str(stored.__dict__)
    (row,) = key_figures(by=adviser, on=TODAY)
    assert (row.state, row.role, row.days_left) == ("invited", "Buurtvader van dienst", 60)
    with pytest.raises(Refused):
        read_key_figure(reference=row.reference, reason="Even bellen", by=adviser, at=AT)
    with pytest.raises(Refused):
        check_key_figure(reference=row.reference, by=adviser, at=AT)


def test_the_person_says_yes_sees_everything_corrects_and_renews(town, adviser):
    code = invited(town, adviser)
    assert try_key_code(typed=f" {code[:4]}-{code[4:]}", at=AT)
    yes(code)

    entry = own_entry(code=code, at=AT)
    assert (entry.is_agreed, entry.name, entry.role) == (True, "Corrie", "Burenverbinder")
    assert (entry.subjects, entry.pace) == (("meeting",), "often")
    assert entry.expires_on == date(2028, 9, 1)

    yes(code, at=AT + timedelta(days=400), name="Cor", subjects=["safety"])
    again = own_entry(code=code, at=AT + timedelta(days=400))
    assert (again.name, again.subjects) == ("Cor", ("safety",))
    assert again.expires_on == date(2028, 9, 1) + timedelta(days=400)
    deeds = AuditLine.objects.filter(subject="key_figure").order_by("id")
    assert [line.action for line in deeds] == [
        "key_figure.invite",
        "key_figure.agree",
        "key_figure.renew",
    ]


def test_contact_data_is_encrypted_and_every_look_is_a_line(town, adviser):
    code = invited(town, adviser)
    yes(code)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, phone, role FROM network_keyfigure")
        stored = str(cursor.fetchone())
    assert "Corrie" not in stored
    assert "0612345678" not in stored

    (row,) = key_figures(by=adviser, on=TODAY)
    assert "Corrie" not in str(row)
    with pytest.raises(Refused) as refused:
        read_key_figure(reference=row.reference, reason=" ", by=adviser, at=AT)
    assert refused.value.field == "reason"
    contact = read_key_figure(
        reference=row.reference, reason="Uitnodigen voor de avond", by=adviser, at=AT
    )
    assert (contact.name, contact.phone) == ("Corrie", "0612345678")
    line = AuditLine.objects.get(action="contact.read")
    assert line.reason == "Uitnodigen voor de avond"
    assert "Corrie" not in str(line.__dict__)


@pytest.mark.parametrize(("agrees", "kind"), [(True, "Stopte zelf"), (False, "Zei nee")])
def test_whoever_says_no_or_stops_is_erased_and_only_counted(town, adviser, agrees, kind):
    code = invited(town, adviser)
    if agrees:
        yes(code)
    leave_as_key_figure(code=code, by=SOMEBODY, at=AT)

    assert not KeyFigure.objects.exists()
    assert not KeyFigureSubject.objects.exists()
    assert own_entry(code=code, at=AT) is None
    assert [(one.label, one.number) for one in ends(by=adviser)] == [(kind, 1)]
    kept = {field.name for field in KeyFigureEnd._meta.get_fields()}
    assert kept == {"id", "municipality", "kind", "ended_on"}
    with pytest.raises(Refused):
        yes(code)


def test_an_invitation_can_be_taken_back_but_a_yes_cannot(town, adviser):
    invited(town, adviser)
    reference = KeyFigure.objects.get().reference
    take_back_invitation(reference=reference, by=adviser, at=AT)
    assert not KeyFigure.objects.exists()

    agreed = make_key_figure(town.neighbourhoods[0])
    with pytest.raises(Refused):
        take_back_invitation(reference=agreed.reference, by=adviser, at=AT)


def test_what_ran_out_opens_nothing_and_is_erased(town, adviser):
    code = invited(town, adviser)
    yes(code)
    kept = invite_key_figure(
        area_id=town.neighbourhoods[0].pk, role="Vrijwilliger", by=adviser, at=AT
    )
    assert kept != code
    last = AT.replace(year=2028)
    assert own_entry(code=code, at=last) is not None
    over = last + timedelta(days=1)
    assert own_entry(code=code, at=over) is None
    assert key_figures(by=adviser, on=over.date()) == ()

    assert expire_key_figures(by=system("network.expire"), at=AT) == 0
    assert expire_key_figures(by=system("network.expire"), at=over) == 2
    assert not KeyFigure.objects.exists()
    assert [one.number for one in ends(by=adviser)] == [2]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"role": " "}, "role"),
        ({"name": ""}, "name"),
        ({"phone": ""}, "phone"),
        ({"email": "geen"}, "email"),
    ],
)
def test_saying_yes_refuses_what_is_missing(town, adviser, wrong, field):
    code = invited(town, adviser)
    with pytest.raises(Refused) as refused:
        yes(code, **wrong)
    assert refused.value.field == field
    assert not own_entry(code=code, at=AT).is_agreed


def test_an_adviser_sees_and_invites_only_in_own_areas(town, adviser):
    there = make_key_figure(town.neighbourhoods[1])
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    far = make_key_figure(elsewhere.neighbourhoods[0])
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))

    assert key_figures(by=adviser, on=TODAY) == ()
    assert key_figures(by=director, on=TODAY) == ()
    for other in (there, far):
        with pytest.raises(OutOfScope):
            key_figure(reference=other.reference, by=adviser, on=TODAY)
        with pytest.raises(OutOfScope):
            read_key_figure(reference=other.reference, reason="Even bellen", by=adviser, at=AT)
    for area in (town.neighbourhoods[1], elsewhere.neighbourhoods[0]):
        with pytest.raises(OutOfScope):
            invite_key_figure(area_id=area.pk, role="Vrijwilliger", by=adviser, at=AT)
    with pytest.raises(Refused):
        invite_key_figure(area_id=town.neighbourhoods[0].pk, role=" ", by=adviser, at=AT)


def test_one_year_unchecked_is_old_until_it_is_checked(town, adviser):
    made = make_key_figure(town.neighbourhoods[0], agreed_on=TODAY - timedelta(days=366))
    assert key_figures(by=adviser, on=TODAY)[0].is_stale
    check_key_figure(reference=made.reference, by=adviser, at=AT)
    assert not key_figures(by=adviser, on=TODAY)[0].is_stale


def test_wrong_codes_are_counted_together_and_a_right_one_always_opens(town):
    code = "1234567812345678"
    make_key_figure(town.neighbourhoods[0], code=code)
    for _again in range(MOST_FAILURES_A_MINUTE):
        assert not try_key_code(typed="9", at=AT)
    with pytest.raises(Refused):
        try_key_code(typed="9", at=AT)
    assert try_key_code(typed=code, at=AT)
    assert not try_key_code(typed="9", at=AT + timedelta(minutes=1))


def test_the_database_keeps_nobody_who_did_not_agree(town):
    asked = make_key_figure(town.neighbourhoods[0], agreed_on=None)
    agreed = make_key_figure(town.neighbourhoods[0])
    broken = [
        ("key_figure_unasked_is_nobody", asked.pk, {"name": "Corrie"}),
        ("key_figure_unasked_is_nobody", asked.pk, {"phone": "06"}),
        ("key_figure_agreed_has_a_day", asked.pk, {"agreed_on": TODAY}),
        ("key_figure_agreed_has_a_day", agreed.pk, {"agreed_on": None}),
        ("key_figure_ends", agreed.pk, {"expires_on": agreed.agreed_on}),
    ]
    for name, key, values in broken:
        with (
            arranging(),
            pytest.raises(IntegrityError, match=name),
            transaction.atomic(),
        ):
            KeyFigure.objects.filter(pk=key).update(**values)
    with (
        arranging(),
        pytest.raises(IntegrityError, match=r"key_figure_subject_once|UNIQUE"),
        transaction.atomic(),
    ):
        KeyFigureSubject.objects.create(key_figure=agreed, subject="safety")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_for_one_as_for_three(
    town, adviser, number, django_assert_num_queries
):
    for _again in range(number):
        make_key_figure(town.neighbourhoods[0])
    with django_assert_num_queries(2):
        key_figures(by=adviser, on=TODAY)

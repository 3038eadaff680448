# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editing the words that mean danger."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_municipality
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.actions.danger_terms import add_danger_term, remove_danger_term
from voelspriet.listen.intake.models import DangerTerm
from voelspriet.listen.intake.queries.danger import terms_of
from voelspriet.listen.intake.queries.danger_terms import terms_by_language
from voelspriet.listen.intake.rules.danger import first_terms, signs_of_danger

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def municipality():
    return make_municipality()


@pytest.fixture
def admin(municipality):
    return actor_of(make_user(municipality, Role.ADMINISTRATOR))


def test_the_first_change_copies_the_list_of_the_program(municipality, admin):
    assert sum(len(terms) for terms in terms_by_language(by=admin).values()) == len(first_terms())

    add_danger_term(language="nl", term="  kapmes* ", by=admin, at=AT)
    terms = terms_of(municipality_id=municipality.pk)
    assert len(terms) == len(first_terms()) + 1
    assert signs_of_danger("Hij heeft een kapmesje", terms)
    assert "kapmes*" in terms_by_language(by=admin)["nl"]


def test_the_audit_does_not_hold_the_word(admin):
    add_danger_term(language="nl", term="kapmes", by=admin, at=AT)

    assert "kapmes" not in str(AuditLine.objects.get().detail)


@pytest.mark.parametrize(
    ("language", "term", "field"),
    [
        ("xx", "kapmes", "language"),
        ("nl", "a*", "term"),
        ("nl", " ", "term"),
        ("nl", "x" * 81, "term"),
    ],
)
def test_add_danger_term_refuses(admin, language, term, field):
    with pytest.raises(Refused) as refused:
        add_danger_term(language=language, term=term, by=admin, at=AT)
    assert refused.value.field == field


def test_a_term_that_is_there_is_refused_however_it_is_written(admin):
    add_danger_term(language="nl", term="kapmes", by=admin, at=AT)

    with pytest.raises(Refused):
        add_danger_term(language="nl", term="KAPMÈS", by=admin, at=AT)


def test_a_term_taken_out_no_longer_warns(municipality, admin):
    add_danger_term(language="nl", term="kapmes", by=admin, at=AT)
    remove_danger_term(language="nl", term="kapmes", by=admin, at=AT)

    assert not signs_of_danger("kapmes", terms_of(municipality_id=municipality.pk))
    with pytest.raises(OutOfScope):
        remove_danger_term(language="nl", term="kapmes", by=admin, at=AT)


def test_the_last_term_of_a_language_stays(municipality, admin):
    with arranging():
        DangerTerm.objects.create(municipality=municipality, language="tr", term="imdat")

    with pytest.raises(Refused):
        remove_danger_term(language="tr", term="imdat", by=admin, at=AT)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_edits_danger_terms(municipality, role):
    by = actor_of(make_user(municipality, role))

    with pytest.raises(Refused):
        add_danger_term(language="nl", term="kapmes", by=by, at=AT)
    with pytest.raises(Refused):
        remove_danger_term(language="nl", term="kapmes", by=by, at=AT)
    with pytest.raises(OutOfScope):
        terms_by_language(by=by)


def test_danger_term_once_holds_in_the_database(municipality):
    values = {"municipality": municipality, "language": "nl", "term": "kapmes"}

    with arranging():
        DangerTerm.objects.create(**values)
    broken = pytest.raises(IntegrityError, match=r"danger_term_once|UNIQUE")
    with arranging(), broken, transaction.atomic():
        DangerTerm.objects.create(**values)

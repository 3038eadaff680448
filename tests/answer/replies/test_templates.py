# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts an answer can start from."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_municipality
from tests.factories.people import actor_of, make_user
from voelspriet.answer.replies.actions.templates import delete_template, save_template
from voelspriet.answer.replies.models import AnswerTemplate
from voelspriet.answer.replies.queries.templates import template, templates
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
WRITERS = (Role.ADMINISTRATOR, Role.AREA_ADVISER)


@pytest.fixture
def municipality():
    return make_municipality()


@pytest.fixture
def by(municipality):
    return actor_of(make_user(municipality, Role.ADMINISTRATOR))


def test_a_template_is_made_changed_and_deleted(by):
    made = save_template(title="Lamp ", text=" Wij maken hem. ", by=by, at=AT)
    assert [(row.title, row.text) for row in templates(by=by)] == [("Lamp", "Wij maken hem.")]

    save_template(template_id=made, title="Lampen", text="Wij maken ze.", by=by, at=AT)
    assert template(template_id=made, by=by).title == "Lampen"
    delete_template(template_id=made, by=by, at=AT)
    with pytest.raises(OutOfScope):
        template(template_id=made, by=by)


@pytest.mark.parametrize(
    ("title", "text", "field"),
    [
        (" ", "x", "title"),
        ("x" * 81, "x", "title"),
        ("bezet", "x", "title"),
        ("Nieuw", " ", "text"),
        ("Nieuw", "x" * 4001, "text"),
    ],
)
def test_save_template_refuses(by, title, text, field):
    save_template(title="Bezet", text="x", by=by, at=AT)

    with pytest.raises(Refused) as refused:
        save_template(title=title, text=text, by=by, at=AT)
    assert refused.value.field == field


@pytest.mark.parametrize("role", [role for role in Role if role not in WRITERS])
def test_who_writes_no_answers_has_no_templates(municipality, role):
    stranger = actor_of(make_user(municipality, role))

    with pytest.raises(Refused):
        save_template(title="Lamp", text="x", by=stranger, at=AT)
    with pytest.raises(Refused):
        delete_template(template_id=1, by=stranger, at=AT)
    with pytest.raises(OutOfScope):
        templates(by=stranger)


def test_templates_of_another_municipality_are_out_of_scope(by):
    elsewhere = make_municipality(name="Duinoord", area_code="GM9998")
    theirs = actor_of(make_user(elsewhere, Role.ADMINISTRATOR))
    made = save_template(title="Lamp", text="x", by=theirs, at=AT)

    with pytest.raises(OutOfScope):
        delete_template(template_id=made, by=by, at=AT)
    with pytest.raises(OutOfScope):
        save_template(template_id=made, title="Lamp", text="x", by=by, at=AT)
    assert templates(by=by) == ()


def test_template_once_holds_in_the_database(municipality):
    values = {"municipality": municipality, "title": "Lamp", "text": "x"}

    with arranging():
        AnswerTemplate.objects.create(**values)
    broken = pytest.raises(IntegrityError, match=r"template_once|UNIQUE")
    with arranging(), broken, transaction.atomic():
        AnswerTemplate.objects.create(**values)

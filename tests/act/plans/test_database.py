# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database itself refuses what must never be."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.plans import make_plan_around
from tests.factories.signals import NOON
from voelspriet.act.plans.models import Ambition, MomentReminder, Plan, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def parts(town):
    return make_plan_around(town.municipality)


def _breaks(name: str, write) -> None:
    with pytest.raises(IntegrityError) as broken, arranging(), transaction.atomic():
        write()
    # SQLite names the columns of a unique constraint, PostgreSQL its name
    assert name in str(broken.value) or "UNIQUE" in str(broken.value)


def _first(rows):
    return rows.filter(pk=rows.order_by("id").first().pk)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("plan_ends_after_it_begins", {"last_year": 2018}),
        ("plan_ends_after_it_begins", {"last_year": 2039}),
        ("plan_version_counts_from_1", {"version": 0}),
        ("plan_has_a_title", {"title": ""}),
        ("plan_in_preparation_is_not_public", {"state": "draft"}),
    ],
)
def test_a_plan_is_whole(parts, name, change):
    _breaks(name, lambda: Plan.objects.filter(pk=parts["plan"].pk).update(**change))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("ambition_says_something", {"statement": ""}),
        ("ambition_deadline_has_words_and_a_day", {"deadline_on": None}),
        ("ambition_deadline_has_words_and_a_day", {"deadline_words": ""}),
        (
            "ambition_yearly_has_a_last_day",
            {"is_yearly": True, "deadline_on": None, "deadline_words": ""},
        ),
        ("ambition_milestone_has_a_target", {"is_milestone": True, "target_value": None}),
        ("ambition_target_has_a_direction", {"target_direction": ""}),
    ],
)
def test_an_ambition_is_whole(parts, name, change):
    one = Ambition.objects.filter(pk=parts["plan_ambition"].pk)
    _breaks(name, lambda: one.update(**change))


@pytest.mark.parametrize(
    ("name", "rows", "change"),
    [
        ("plan_line_says_something", "lines", {"label": "", "text": ""}),
        ("plan_role_has_a_task", "roles", {"task": ""}),
        ("theme_has_a_label", "themes", {"label": ""}),
        ("programme_ends_after_it_begins", "programmes", {"last_year": 1999}),
        ("programme_has_a_name", "programmes", {"name": ""}),
        ("moment_says_what", "moments", {"what": ""}),
        ("moment_held_says_what_came_of_it", "moments", {"held_on": NOON.date()}),
        ("plan_decision_says_what", "decisions", {"what": ""}),
        ("criterion_set_before_the_start", "criteria", {"set_on": date(2019, 1, 1)}),
        ("criterion_says_what_and_who", "criteria", {"set_by": ""}),
        ("criterion_reported_after_the_start", "criteria", {"finding": "Vaker"}),
        (
            "criterion_reported_after_the_start",
            "criteria",
            {"finding": "Vaker", "reported_on": date(2018, 12, 1)},
        ),
    ],
)
def test_what_frames_a_plan_is_whole(parts, name, rows, change):
    found = _first(getattr(parts["plan"], rows))
    _breaks(name, lambda: found.update(**change))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("measurement_n_is_somebody", {"n": 0}),
        ("measurement_has_a_source", {"source": ""}),
        ("measurement_design_effect_of_answers", {"design_effect": "0.9", "n": 800}),
        ("measurement_design_effect_of_answers", {"design_effect": "1.3", "n": None}),
        (
            "measurement_other_question_says_which",
            {"is_same_question": False, "difference": ""},
        ),
    ],
)
def test_a_measurement_is_whole(parts, name, change):
    found = _first(parts["plan_ambition"].measurements)
    _breaks(name, lambda: found.update(**change))


def test_a_measure_and_a_consultation_say_something(parts):
    measures = _first(parts["plan_theme"].measures)
    _breaks("measure_says_something", lambda: measures.update(text=""))
    role = parts["plan"].roles.get()
    _breaks("consultation_has_a_name", lambda: role.consultations.update(name=""))


def test_nothing_stands_at_a_place_of_something_else(parts):
    plan, theme, one = parts["plan"], parts["plan_theme"], parts["plan_ambition"]
    role, moment = plan.roles.get(), plan.moments.filter(reminders__isnull=False).get()
    again = {
        "plan_line_one_at_a_place": plan.lines.first(),
        "plan_role_one_at_a_place": plan.roles.get(),
        "consultation_one_at_a_place": role.consultations.first(),
        "theme_one_at_a_place": Theme(
            plan=plan, reference="T-X", label="Twee", position=theme.position
        ),
        "measure_one_at_a_place": theme.measures.get(),
        "ambition_key_once_in_a_plan": Ambition(
            plan=plan, reference="D-X", position=1, key=one.key, statement="Twee"
        ),
        "measurement_one_on_a_day": one.measurements.first(),
        "programme_begins_once": plan.programmes.get(),
        "moment_due_once": plan.moments.get(pk=moment.pk),
        "plan_decision_once": plan.decisions.get(),
        "reminder_once_a_stage": MomentReminder.objects.get(moment=moment),
    }
    for name, row in again.items():
        row.pk = None
        row._state.adding = True
        _breaks(name, row.save)

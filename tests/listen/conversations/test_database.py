# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.conversations import MADE, make_source, make_speaker, make_study, make_urgent
from voelspriet.ground.areas.choices import StayLength
from voelspriet.listen.conversations.models import Referral

pytestmark = pytest.mark.django_db
# SQLite names the columns of a unique constraint and PostgreSQL its name
UNIQUE = {"speaker_number_once": "UNIQUE", "referral_role_once": "UNIQUE"}


def _refused(constraint, make):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        make()
    wanted = UNIQUE.get(constraint, constraint) if connection.vendor == "sqlite" else constraint
    assert wanted in str(stopped.value)


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"title": ""}, "study_has_its_words"),
        ({"consent_text": ""}, "study_has_its_words"),
        ({"ends_on": date(2026, 8, 1)}, "study_days_in_order"),
        ({"keep_until": date(2026, 11, 1)}, "study_days_in_order"),
        ({"keeps_original": True}, "study_original_has_a_term"),
        ({"keeps_original": True, "original_days": 400}, "study_original_has_a_term"),
        ({"original_days": 4}, "study_original_has_a_term"),
        ({"state": "ended"}, "study_ended_has_a_moment"),
        ({"ended_at": MADE}, "study_ended_has_a_moment"),
    ],
)
def test_a_study(area, wrong, constraint):
    _refused(constraint, lambda: make_study(area, **wrong))


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"text": ""}, "source_has_a_text"),
        ({"boundary": 3}, "source_grades_of_an_observation"),
        ({"kind": "observation", "bustle": 6}, "source_grades_one_to_five"),
        ({"kind": "observation", "facilities": 0}, "source_grades_one_to_five"),
    ],
)
def test_a_source(area, wrong, constraint):
    study = make_study(area)
    _refused(constraint, lambda: make_source(study, **wrong))


def test_every_old_length_of_stay_has_a_place_in_the_groups_of_an_area():
    """Nobody who spoke before the groups were one loses how long they had been there."""
    moved = import_module("voelspriet.listen.conversations.migrations.0002_one_length_of_stay")
    assert list(moved.GROUPS.values()) == ["", *StayLength.values]


def test_a_speaker_and_a_referral(area):
    source = make_source(make_study(area))
    make_speaker(source)
    known = "speaker_side_role_and_stay_known"
    _refused("speaker_number_once", lambda: make_speaker(source, number=1))
    for wrong in ({"perspective": "x"}, {"role": "x"}, {"stay": "x"}):
        _refused(known, lambda wrong=wrong: make_speaker(source, **wrong))
    with arranging():
        Referral.objects.create(study=source.study, role="police", count=1)
    for role, number, name in (("police", 1, "referral_role_once"), ("care", 0, "referral_counts")):
        _refused(name, lambda r=role, n=number: Referral.objects.create(
            study=source.study, role=r, count=n))  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"text": ""}, "urgent_case_words_until_confirmed"),
        ({"confirmed_by": "Bas"}, "urgent_case_words_until_confirmed"),
        ({"confirmed_at": MADE}, "urgent_case_words_until_confirmed"),
        ({"confirmed_by": "Bas", "confirmed_at": MADE}, "urgent_case_words_until_confirmed"),
        ({"due_at": MADE - timedelta(hours=1)}, "urgent_case_due_later"),
    ],
)
def test_a_worrying_case(area, organisation, wrong, constraint):
    study = make_study(area)
    _refused(constraint, lambda: make_urgent(study, organisation, **wrong))

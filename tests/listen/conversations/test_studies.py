# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies and sources: who may, what is refused, who spoke, and what is destroyed when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.conversations import make_source, make_speaker, make_study, make_urgent
from tests.factories.people import actor_of, make_user
from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.conversations.actions.keeping import forget_expired
from voelspriet.listen.conversations.actions.studies import (
    Grades,
    Keeping,
    StudyWords,
    add_referral,
    add_source,
    add_speaker,
    end_study,
    mark_sensitive,
    remove_source,
    start_study,
)
from voelspriet.listen.conversations.choices import (
    Perspective,
    SourceKind,
    SpeakerRole,
)
from voelspriet.listen.conversations.forms import (
    ReferralForm,
    SourceForm,
    SpeakerForm,
    StudyForm,
    UrgentForm,
)
from voelspriet.listen.conversations.models import (
    Referral,
    Source,
    SourceOriginal,
    Study,
    UrgentCase,
)
from voelspriet.listen.conversations.queries.studies import (
    source_detail,
    sources,
    studies,
    study_detail,
)
from voelspriet.listen.conversations.rules.guards import warnings_about

AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
WORDS = StudyWords("Het plein", "Wat maakt het onprettig?", "U mag stoppen.", "Buurtplan")
KEEPING = Keeping(date(2026, 9, 1), date(2026, 12, 1), date(2027, 12, 1))


def _start(by, area, words=WORDS, keeping=KEEPING):
    return start_study(words=words, area_ids=[area.pk], keeping=keeping, by=by, at=AT)


def _add(by, reference, area, **more):
    values = {"kind": SourceKind.INTERVIEW, "held_on": date(2026, 9, 3), "text": "[naam 1] zegt.",
              "original": "Fatima zegt.", "replaced": 1}  # fmt: skip
    return add_source(reference=reference, area_id=area.pk, by=by, at=AT, **values | more)


def test_a_study_is_started_and_nothing_of_its_words_is_in_the_audit(researcher, area):
    reference = _start(researcher, area)
    detail = study_detail(reference=reference, by=researcher)
    assert detail.question == WORDS.question
    assert detail.is_running
    assert not detail.keeps_original
    assert [row.title for row in studies(by=researcher).items] == ["Het plein"]
    assert "onprettig" not in str([line.__dict__ for line in AuditLine.objects.all()])


@pytest.mark.parametrize(
    ("words", "keeping", "field"),
    [
        (replace(WORDS, title=" "), KEEPING, "title"),
        (replace(WORDS, question="Wat doen Marokkaanse jongens?"), KEEPING, "question"),
        (replace(WORDS, purpose="Moskeebezoek van moslims"), KEEPING, "purpose"),
        (WORDS, replace(KEEPING, ends_on=date(2026, 8, 1)), "ends_on"),
        (WORDS, replace(KEEPING, keep_until=date(2026, 10, 1)), "keep_until"),
        (WORDS, replace(KEEPING, original_days=0), "original_days"),
    ],
)
def test_a_study_that_cannot_be_is_refused_beside_its_field(
    researcher, area, words, keeping, field
):
    with pytest.raises(Refused) as refused:
        _start(researcher, area, words, keeping)
    assert refused.value.field == field


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RESEARCHER])
def test_nobody_else_starts_or_sees_a_study(town, area, role):
    by = actor_of(make_user(town.municipality, role))
    study = make_study(area)
    source = make_source(study)
    with pytest.raises(Refused):
        _start(by, area)
    assert studies(by=by).items == ()
    assert sources(reference=study.reference, by=by).items == ()
    with pytest.raises(OutOfScope):
        study_detail(reference=study.reference, by=by)
    with pytest.raises(OutOfScope):
        source_detail(reference=source.reference, by=by)
    with pytest.raises(OutOfScope):
        remove_source(reference=source.reference, by=by, at=AT)


def test_a_researcher_of_another_town_sees_nothing(area):
    other = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
    by = actor_of(make_user(other.municipality, Role.RESEARCHER))
    study = make_study(area)
    with pytest.raises(OutOfScope):
        study_detail(reference=study.reference, by=by)
    with pytest.raises(OutOfScope):
        _start(by, area)
    with pytest.raises(OutOfScope):
        _add(by, study.reference, area)


def test_the_original_is_kept_only_when_the_study_says_so(researcher, area):
    without = _add(researcher, _start(researcher, area), area)
    assert not SourceOriginal.objects.exists()
    study = _start(researcher, area, keeping=replace(KEEPING, original_days=14))
    kept = _add(researcher, study, area)
    original = SourceOriginal.objects.get()
    assert original.source.reference == kept != without
    assert original.text == "Fatima zegt."
    assert original.delete_on == date(2026, 9, 23)
    assert type(SourceOriginal._meta.get_field("text")).__name__ == "EncryptedTextField"
    assert source_detail(reference=kept, by=researcher).original_until == date(2026, 9, 23)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 60_001}, "text"),
        ({"held_on": date(2026, 9, 10)}, "held_on"),
    ],
)
def test_a_source_that_cannot_be_is_refused(researcher, area, wrong, field):
    study = make_study(area)
    with pytest.raises(Refused) as refused:
        _add(researcher, study.reference, area, **wrong)
    assert refused.value.field == field


def test_a_source_is_of_an_area_of_its_study(researcher, town, area):
    study = make_study(area)
    with pytest.raises(Refused) as refused:
        _add(researcher, study.reference, town.neighbourhoods[1])
    assert refused.value.field == "area"


def test_grades_are_of_an_observation_only(researcher, area):
    study = make_study(area).reference
    grades = Grades(boundary=2, bustle=5)
    talk = _add(researcher, study, area, grades=grades)
    seen = _add(researcher, study, area, grades=grades, kind=SourceKind.OBSERVATION)
    assert source_detail(reference=talk, by=researcher).grades == ()
    assert source_detail(reference=seen, by=researcher).grades == (("Grens", 2), ("Drukte", 5))


def test_who_spoke_is_counted_and_small_roles_stand_together(researcher, area):
    study = make_study(area)
    source = make_source(study)
    for _number in range(4):
        make_speaker(source)
    for role in ("police", "youth_worker", "school"):
        make_speaker(source, perspective="professional", role=role)
    add_speaker(reference=source.reference, perspective=Perspective.BOTH,
                role=SpeakerRole.KEY_FIGURE, by=researcher, at=AT)  # fmt: skip
    spoken = study_detail(reference=study.reference, by=researcher).spoken
    assert [(one.perspective_label, one.number, one.roles) for one in spoken] == [
        ("Bewoner", 4, (("Bewoner", 4),)),
        ("Professional", 3, (("Andere rollen samen", 3),)),
        ("Allebei", 1, ()),
    ]
    numbers = [one.number for one in source_detail(reference=source.reference, by=researcher)
               .speakers]  # fmt: skip
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8]


def test_referrals_are_counts_by_role_and_end_with_the_study(researcher, area):
    study = make_study(area)
    for number in (1, 2):
        add_referral(
            reference=study.reference, role=SpeakerRole.POLICE, count=number, by=researcher, at=AT
        )
    detail = study_detail(reference=study.reference, by=researcher)
    assert detail.referrals == (("Wijkagent", 3),)
    with pytest.raises(Refused):
        add_referral(
            reference=study.reference, role=SpeakerRole.CARE, count=0, by=researcher, at=AT
        )
    end_study(reference=study.reference, by=researcher, at=AT)
    assert not Referral.objects.exists()
    for deed in (
        lambda: end_study(reference=study.reference, by=researcher, at=AT),
        lambda: _add(researcher, study.reference, area),
    ):
        with pytest.raises(Refused):
            deed()


def test_a_source_is_marked_and_destroyed_on_request(researcher, area):
    source = make_source(make_study(area))
    mark_sensitive(reference=source.reference, is_sensitive=True, by=researcher, at=AT)
    (row,) = sources(reference=source.study.reference, by=researcher).items
    assert row.is_sensitive
    remove_source(reference=source.reference, by=researcher, at=AT)
    assert not Source.objects.exists()


def test_everything_is_destroyed_on_its_day(area, organisation):
    long, short = make_study(area), make_study(area, keep_until=date(2026, 12, 1))
    for study in (long, short):
        source = make_source(study)
        with arranging():
            SourceOriginal.objects.create(source=source, text="x", delete_on=date(2026, 10, 1))
            Referral.objects.create(study=study, role="care", count=1)
    waiting = make_urgent(short, organisation)
    by = system("conversations.forget")
    assert forget_expired(by=by, at=AT) == 0
    assert forget_expired(by=by, at=datetime(2026, 10, 2, tzinfo=UTC)) == 2
    assert not SourceOriginal.objects.exists()
    assert Source.objects.count() == 2
    assert forget_expired(by=by, at=datetime(2026, 12, 2, tzinfo=UTC)) == 1
    assert [one.study for one in Source.objects.all()] == [long]
    assert Referral.objects.get().study == long
    assert UrgentCase.objects.get() == waiting
    assert Study.objects.get(pk=short.pk).state == "ended"
    assert forget_expired(by=by, at=datetime(2026, 12, 2, tzinfo=UTC)) == 0


def test_sensitive_subjects_are_seen_in_a_text():
    found = warnings_about("Hij is moslim en depressief, zijn afkomst doet er niet toe.")
    assert [one.subject for one in found] == ["origin", "religion", "health"]
    assert warnings_about("Het plein is donker en de polder is leeg.") == ()


NEVER = re.compile(
    r"origin(?!al)|ethni|religi|belief|orientation|health|nationalit|herkomst|geloof"
)


def test_nothing_of_a_person_is_a_field_a_role_or_a_filter():
    """What G2 forbids has no column, no field of a form and no choice to choose."""
    columns = [
        field.name
        for model in apps.get_app_config("conversations").get_models()
        for field in model._meta.get_fields()
    ]
    fields = [
        name
        for form in (StudyForm, SourceForm, SpeakerForm, ReferralForm, UrgentForm)
        for name in form.base_fields
    ]
    values = [value for kind in (Perspective, SpeakerRole, StayLength) for value in kind.values]
    assert [name for name in (*columns, *fields, *values) if NEVER.search(name)] == []

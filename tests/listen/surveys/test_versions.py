# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in a file: the same questions once, a change as the next number, never an update."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.questionnaires import definition_of, make_questionnaire, make_version
from tests.listen.surveys.reading_forms import markdown, xlsx
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.surveys.actions import (
    add_template_questionnaires,
    import_questionnaire,
    store_by_hand,
)
from voelspriet.listen.surveys.choices import ProbeGuard, QuestionnaireSource
from voelspriet.listen.surveys.models import Question, QuestionnaireVersion
from voelspriet.listen.surveys.queries import questionnaires, version_sheet, versions
from voelspriet.listen.surveys.reading.xlsform import read_xlsform
from voelspriet.listen.surveys.rules.changes import changes_between, chosen_from, out_of_reach
from voelspriet.listen.surveys.told import FormRejected

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 2, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def adviser(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


def take_in(content: bytes, by, at=AT):
    return import_questionnaire(content=content, by=by, at=at)


def test_the_same_questions_twice_are_one_version_whatever_the_file(adviser):
    first = take_in(markdown("good_skip_logic"), adviser)
    again = take_in(xlsx("good_skip_logic"), adviser, LATER)
    assert (first.number, first.is_new) == (1, True)
    assert (again.reference, again.number, again.is_new) == (first.reference, 1, False)
    version = QuestionnaireVersion.objects.get()
    assert version.source == QuestionnaireSource.MARKDOWN
    assert version.made_at == AT
    assert AuditLine.objects.filter(action="questionnaire.store").count() == 2


def test_a_change_is_the_next_version_and_the_first_stays_as_it_was(adviser):
    first = take_in(markdown("good_geoshape"), adviser)
    before = QuestionnaireVersion.objects.values().get()
    changed = markdown("good_geoshape").replace(b"Waar bent u graag?", b"Waar zit u graag?")
    with connection.execute_wrapper(_no_update):
        second = take_in(changed, adviser, LATER)
    assert (second.reference, second.number) == (first.reference, 2)
    assert QuestionnaireVersion.objects.values().get(number=1) == before
    assert Question.objects.filter(version__number=2).count() == 4
    newest, oldest = versions(reference=first.reference, by=adviser)
    assert newest.changes.changed == ("plek",)
    assert oldest.changes is None
    back = take_in(markdown("good_geoshape"), adviser, LATER)
    assert (back.number, back.is_new) == (1, False)


def _no_update(execute, sql, params, many, context):
    assert not sql.lstrip().upper().startswith('UPDATE "SURVEYS_'), sql
    return execute(sql, params, many, context)


def test_nothing_in_the_room_updates_a_version():
    from pathlib import Path  # noqa: PLC0415

    room = Path(__file__).resolve().parents[3] / "src/voelspriet/listen/surveys"
    for file in room.rglob("*.py"):
        text = file.read_text()
        assert ".update(" not in text.replace("counted.update(", "").replace(
            "columns.update(", ""
        ), file
        assert "bulk_update" not in text


def test_a_broken_file_leaves_nothing_behind(adviser):
    with pytest.raises(FormRejected):
        take_in(markdown("broken_names"), adviser)
    assert not QuestionnaireVersion.objects.exists()
    assert not AuditLine.objects.filter(action="questionnaire.store").exists()


@pytest.mark.parametrize("role", [Role.HANDLER, Role.DIRECTOR, Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_who_makes_no_questionnaires_takes_none_in(town, role):
    somebody = actor_of(make_user(town.municipality, role))
    with pytest.raises(OutOfScope):
        take_in(markdown("good_geoshape"), somebody)
    with pytest.raises(OutOfScope):
        store_by_hand(definition=definition_of("x"), by=somebody, at=AT)


def test_another_town_sees_templates_and_not_our_questions(town, adviser):
    add_template_questionnaires(at=AT)
    ours = take_in(markdown("good_geoshape"), adviser)
    other = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
    stranger = actor_of(make_user(other.municipality, Role.AREA_ADVISER))
    assert [row.is_template for row in questionnaires(by=stranger).items] == [True]
    assert len(questionnaires(by=adviser).items) == 2
    with pytest.raises(OutOfScope):
        version_sheet(reference=ours.reference, by=stranger)
    with pytest.raises(OutOfScope):
        version_sheet(reference=ours.reference, number=2, by=adviser)
    nobody = actor_of(make_user(town.municipality, Role.HANDLER))
    assert questionnaires(by=nobody).items == ()


def test_a_long_list_comes_in_pages(town, adviser):
    area = town.neighbourhoods[0]
    for number in range(5):
        make_questionnaire(area, f"Lijst {number}")
    first = questionnaires(by=adviser, size=3)
    rest = questionnaires(by=adviser, size=3, cursor=first.next_cursor)
    names = [row.name for row in (*first.items, *rest.items)]
    assert names == [f"Lijst {number}" for number in reversed(range(5))]
    assert first.items[0].questions == 2
    assert questionnaires(by=adviser, cursor="onzin").items


def test_the_newest_version_is_shown_and_older_ones_by_number(town, adviser):
    made = make_questionnaire(town.neighbourhoods[0])
    make_version(made, definition_of("Nieuwer", questions=3))
    newest = version_sheet(reference=made.reference, by=adviser)
    assert (newest.number, newest.latest, len(newest.definition.questions)) == (2, 2, 3)
    older = version_sheet(reference=made.reference, number=1, by=adviser)
    assert (older.number, older.latest, len(older.definition.questions)) == (1, 2, 2)
    row = next(one for one in questionnaires(by=adviser).items if one.reference == made.reference)
    assert (row.number, row.questions) == (2, 3)


def test_choosing_keeps_the_order_and_the_guards():
    definition = definition_of("Alles", questions=3)
    made = chosen_from(
        definition, title="Kort", names=["q3", "q1"], probes_on={"q3_1", "q3_2", "q1_3"}
    )
    assert made.titles == {"nl": "Kort"}
    assert [one.name for one in made.questions] == ["q3", "q1"]
    third, first = made.questions
    assert [(one.name, one.guard) for one in third.probes] == [
        ("q3_1", None), ("q3_2", None), ("q3_3", ProbeGuard.ORIGIN),
    ]  # fmt: skip
    # a probe on origin is never switched on, and one that is off stays guarded
    assert [(one.name, one.guard) for one in first.probes] == [
        ("q1_2", ProbeGuard.PERSONS), ("q1_3", ProbeGuard.ORIGIN),
    ]  # fmt: skip
    changes = changes_between(definition, made)
    assert changes.removed == ("q2",)
    assert changes.is_reordered
    assert changes.is_retitled


def test_a_question_cannot_stay_without_the_one_it_looks_at():
    form = read_xlsform(markdown("good_skip_logic"))
    assert out_of_reach(form, ["keren", "komt"]) == ("keren",)
    assert out_of_reach(form, ["komt", "keren", "beter"]) == ()

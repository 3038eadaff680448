# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety as a facet: the questions cover the twelve factors; who checks, who replies."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import yaml
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.checks import CHECKED, make_check
from tests.factories.people import actor_of, make_organisation, make_user
from voelspriet.act.agenda.actions.safety_checks import check_plan, reply_to_check
from voelspriet.act.agenda.choices.safety_checks import (
    FACTORS,
    AdviceReply,
    PlanSector,
    SafetyAnswerKind,
    SafetyQuestion,
)
from voelspriet.act.agenda.models import SafetyAnswer, SafetyCheck
from voelspriet.act.agenda.queries import safety_checks as reading
from voelspriet.act.agenda.queries.safety_checks import safety_check_detail, safety_checks
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
NO = SafetyAnswerKind.NO


def test_the_questions_cover_the_twelve_factors(shared):
    told = yaml.safe_load((shared / "cases/tafel_van_12.yaml").read_text(encoding="utf-8"))
    asked = sorted(number for factors in FACTORS.values() for number in factors)
    assert asked == [factor["number"] for factor in told["factors"]]
    assert set(FACTORS) == set(SafetyQuestion)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"plan": " "}, "safety_check_has_plan_and_advice"),
        ({"advice": ""}, "safety_check_has_plan_and_advice"),
        ({"reply": "taken"}, "safety_check_reply_is_whole"),
        ({"reply": "taken", "replied_at": CHECKED}, "safety_check_reply_is_whole"),
        ({"reply_words": "Ja"}, "safety_check_reply_is_whole"),
    ],
)
def test_the_database_refuses(area, organisation, wrong, constraint):
    with pytest.raises(IntegrityError) as stopped, transaction.atomic():
        make_check(area, organisation, **wrong)
    assert constraint in str(stopped.value)


@pytest.mark.django_db
def test_a_question_is_answered_once_with_a_known_answer(area, organisation):
    check = make_check(area, organisation)
    once = "UNIQUE" if connection.vendor == "sqlite" else "safety_answer_once"
    for question, answer, name in (
        ("layout", "yes", once),
        ("watch", "misschien", "safety_answer_known"),
        ("weer", "yes", "safety_answer_known"),
    ):
        with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
            SafetyAnswer.objects.create(safety_check=check, question=question, answer=answer)
        assert name in str(stopped.value)


def check(area, department, by, **more):
    values = {
        "plan": "Nieuwe fietsroute",
        "sector": PlanSector.TRAFFIC,
        "area_id": area.pk,
        "department_id": department.pk,
        "answers": {SafetyQuestion.LAYOUT: (NO, "Geen licht bij de bocht")},
        "advice": "Zet licht bij de bocht.",
    }
    return check_plan(**values | more, by=by, at=AT)


@pytest.mark.django_db
def test_a_plan_is_checked_with_advice_and_the_department_replies_once(town, area, adviser):
    department = make_organisation(town.municipality, name="Team Verkeer")
    reference = check(area, department, adviser)
    handler = actor_of(make_user(town.municipality, Role.HANDLER, organisation=department))
    detail = safety_check_detail(reference=reference, by=handler)
    assert detail.may_reply
    assert [(one.answer, one.factors) for one in detail.answers] == [("no", (7,))]
    with pytest.raises(Refused):
        reply_to_check(reference=reference, reply=AdviceReply.TAKEN, words=" ", by=handler, at=AT)
    reply_to_check(
        reference=reference, reply=AdviceReply.PARTLY, words="Eén lamp.", by=handler, at=AT
    )
    detail = safety_check_detail(reference=reference, by=adviser)
    assert (detail.reply_words, detail.may_reply) == ("Eén lamp.", False)
    with pytest.raises(Refused):
        reply_to_check(
            reference=reference, reply=AdviceReply.TAKEN, words="Toch", by=adviser, at=AT
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"plan": " "}, {"advice": ""}, {"answers": {}}, {"advice": "x" * 1001}]
)
def test_check_plan_refuses(area, organisation, adviser, wrong):
    with pytest.raises(Refused):
        check(area, organisation, adviser, **wrong)
    assert not SafetyCheck.objects.exists()


@pytest.mark.django_db
def test_who_checks_and_who_sees(town, area, adviser, organisation):
    other = make_organisation(town.municipality, name="Team Verkeer")
    with pytest.raises(OutOfScope):
        check(town.neighbourhoods[1], organisation, adviser)
    theirs = make_check(town.neighbourhoods[1], organisation)
    mine = check(area, other, adviser)

    def seen(by):
        return {row.reference for row in safety_checks(by=by).items}

    assert seen(adviser) == {mine}
    for role in (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        assert seen(actor_of(make_user(town.municipality, role))) == {mine, theirs.reference}
    for role in (Role.HANDLER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        assert seen(actor_of(make_user(town.municipality, role))) == set()
    with pytest.raises(OutOfScope):
        safety_check_detail(reference=theirs.reference, by=adviser)
    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    with pytest.raises(Refused):
        reply_to_check(reference=mine, reply=AdviceReply.TAKEN, words="Ja", by=executive, at=AT)


@pytest.mark.django_db
def test_the_list_counts_points_and_turns_pages(area, adviser, organisation, monkeypatch):
    monkeypatch.setattr(reading, "PAGE_SIZE", 2)
    answers = {"layout": "no", "say": "unknown", "watch": "yes", "talk": "not_here"}
    made = [make_check(area, organisation, answers).reference for _n in range(3)]
    page = safety_checks(by=adviser, area_id=area.pk)
    assert [row.points for row in page.items] == [2, 2]
    rest = safety_checks(by=adviser, area_id=area.pk, cursor=page.next_cursor)
    assert [row.reference for row in (*page.items, *rest.items)] == made[::-1]
    assert safety_checks(by=adviser, area_id=area.pk + 999).items == ()

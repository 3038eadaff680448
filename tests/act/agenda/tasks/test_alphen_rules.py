# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the Alphen evaluation for priority tasks: the database itself keeps them.

Each rule is broken three ways, past every form and action: created, created in bulk, updated.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.tasks import DESIGN, REVIEW, departments_of, make_task, running, task_values
from voelspriet.act.agenda.choices.priority_tasks import TaskOrigin, TogetherAnswer
from voelspriet.act.agenda.models import PriorityTask, TaskLine, TaskResult
from voelspriet.act.agenda.rules.priority_tasks import DEPARTMENTS, MOST_TASKS, WRITERS, YEAR_DAYS
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
# SQLite names the columns of a broken unique rule, not the rule
UNIQUE = "UNIQUE" if connection.vendor == "sqlite" else ""
DOCS = Path(__file__).resolve().parents[4] / "docs/how-to/set-a-priority-task.md"

# rule → what breaks it, as values, and the constraint that stops it
BROKEN = {
    "R6.1-1 no day of the college": ({"college_decided_on": None}, "college_decided_on"),
    "R6.1-1 begun before the college decided": (
        running(started_on=date(2025, 6, 2)), "priority_task_decided_before_start"),
    "R6.1-1 a tenth task": ({"number": MOST_TASKS + 1}, "priority_task_few"),
    "R6.1-1 number nought": ({"number": 0}, "priority_task_few"),
    "R6.1-2 an unknown origin": ({"origin": "droom"}, "priority_task_origin_known"),
    "R6.1-2 something else without words": (
        {"origin": "other", "origin_words": " "}, "priority_task_origin_known"),
    "R6.1-3 no area": ({"area": None}, "area_id"),
    "R6.1-3 begun without residents' criteria": (
        running(criteria="  "), "priority_task_designed_before_start"),
    "R6.1-4 no result": ({"first_result": ""}, "priority_task_has_a_result"),
    "R6.1-4 a result of spaces": ({"first_result": "   "}, "priority_task_has_a_result"),
    "R6.1-4 not measurable": ({"first_measure": " "}, "priority_task_has_a_measure"),
    "R6.1-5 one department": ({"second_department": None}, "second_department"),
    "R6.1-5 the same department twice": ({}, "priority_task_two_departments"),
    "R6.1-6 nobody accountable": ({"accountable_department": None}, "accountable_department"),
    "R6.1-7 no agreement": ({"working_agreement": ""}, "priority_task_has_an_agreement"),
    "R6.1-8 no executive": ({"executive": " "}, "priority_task_has_an_executive"),
    "R6.1-9 begun without a frame of the council": (
        running(council_frame=""), "priority_task_designed_before_start"),
    "R6.1-10 reviewed without one mouth": (
        running(**REVIEW ) | {"one_mouth": ""}, "priority_task_review_is_whole"),
    "R6.1-10 reviewed without agreements kept": (
        running(**REVIEW) | {"agreements_kept": ""}, "priority_task_review_is_whole"),
    "R6.1-12 looking back too early": (
        {"review_after_days": YEAR_DAYS - 1}, "priority_task_review_after_a_year"),
    "R6.1-12 looking back too late": (
        {"review_after_days": 397}, "priority_task_review_after_a_year"),
    "R6.1-12 looked back within a year": (
        running(**REVIEW) | {"reviewed_after_days": YEAR_DAYS - 1},
        "priority_task_review_is_whole"),
    "R6.1-12 nothing on results": (
        running(**REVIEW) | {"review_results": " "}, "priority_task_review_is_whole"),
    "R6.1-12 nothing on cooperation": (
        running(**REVIEW) | {"review_cooperation": ""}, "priority_task_review_is_whole"),
    "R6.2-1 nobody minds the process": (
        {"process_owner": ""}, "priority_task_has_a_process_owner"),
    "no title": ({"title": " "}, "priority_task_has_title"),
    "begun without an effect to see": (
        running(effect_expected=""), "priority_task_designed_before_start"),
    "begun without a comparison": (
        running(effect_compared_with=""), "priority_task_designed_before_start"),
    "running without a start": (
        running() | {"started_on": None}, "priority_task_runs_from_its_start"),
    "a state that is none": (running(state="zoek"), "priority_task_runs_from_its_start"),
    "stopped without a reason": ({"state": "stopped"}, "priority_task_stopped_has_a_reason"),
    "a review before its time": ({"one_mouth": "yes"}, "priority_task_review_is_whole"),
}  # fmt: skip

# the rules of 6.1 that one row cannot hold, and what holds them instead
HELD_ELSEWHERE = {
    "R6.1-11": "the director alone steers: test_only_the_director_steers",
}


@pytest.fixture
def broken(area, request):
    values, constraint = BROKEN[request.param]
    if constraint == "priority_task_two_departments":
        values = {"second_department": departments_of(area)[0]}
    return values, constraint


EACH = pytest.mark.parametrize("broken", sorted(BROKEN), indirect=True)


def stopped_by(constraint, write):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        write()
    assert constraint in str(stopped.value)


@EACH
def test_a_task_that_breaks_a_rule_is_not_created(area, broken):
    values, constraint = broken
    stopped_by(constraint, lambda: PriorityTask.objects.create(**task_values(area) | values))


@EACH
def test_a_task_that_breaks_a_rule_is_not_created_in_bulk(area, broken):
    values, constraint = broken
    rows = [PriorityTask(**task_values(area) | values)]
    stopped_by(constraint, lambda: PriorityTask.objects.bulk_create(rows))


@EACH
def test_a_task_is_not_updated_to_break_a_rule(area, broken):
    values, constraint = broken
    task = make_task(area)
    stopped_by(constraint, lambda: PriorityTask.objects.filter(pk=task.pk).update(**values))


def test_a_task_that_keeps_every_rule_is_created(area):
    for number, values in enumerate(({}, running(), running(**REVIEW)), start=1):
        make_task(area, number=number, **values)
    assert PriorityTask.objects.count() == 3


def test_r6_1_1_a_number_is_given_once_and_given_back(area):
    make_task(area, number=4)
    stopped_by(
        UNIQUE or "priority_task_number_once",
        lambda: PriorityTask.objects.create(**task_values(area, number=4)),
    )
    make_task(area, number=5, **running(**REVIEW))
    make_task(area, number=5)


def test_r6_1_4_a_further_result_is_measurable_too(area):
    task = make_task(area)
    for values in ({"result": " ", "measure": "x"}, {"result": "x", "measure": " "}):
        stopped_by(
            "task_result_is_measurable",
            lambda values=values: TaskResult.objects.create(task=task, number=2, **values),
        )
    with arranging():
        TaskResult.objects.create(task=task, number=2, result="x", measure="y", is_process=True)
    stopped_by(  # task_result_number_once
        UNIQUE or "task_result_number_once",
        lambda: TaskResult.objects.create(task=task, number=2, result="x", measure="y"),
    )


def test_r6_1_10_what_is_heard_answers_both_questions(area):
    task = make_task(area)
    at = task.made_at
    for values in (
        {"kind": "heard", "one_mouth": "yes"},
        {"kind": "heard", "agreements_kept": "no"},
        {"kind": "steered", "one_mouth": "yes"},
        {"kind": "anders"},
    ):
        stopped_by(
            "task_line_answers_both",
            lambda values=values: TaskLine.objects.create(task=task, text="x", at=at, **values),
        )
    stopped_by(
        "task_line_says_something",
        lambda: TaskLine.objects.create(task=task, kind="steered", text=" ", at=at),
    )


@pytest.fixture
def rules(shared):
    text = (shared / "cases/alphen_evaluation.yaml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)["rules"]
    return {rule["id"]: rule for rule in told if rule["recommendation"] == "6.1"} | {
        rule["id"]: rule for rule in told if rule["id"] == "R6.2-1"
    }


def test_every_rule_of_6_1_is_broken_here_and_told_in_the_manual(rules):
    held = {name.split(" ")[0] for name in BROKEN} | set(HELD_ELSEWHERE)
    assert set(rules) - held == set()
    manual = DOCS.read_text(encoding="utf-8")
    assert [one for one in rules if f"| {one} |" not in manual] == []


def test_the_numbers_are_those_of_the_evaluation(rules):
    check = {name: rule["check"] for name, rule in rules.items()}
    assert check["R6.1-1"] == {"decided_by": "college", "expected_count": "enkele"}
    assert len(check["R6.1-2"]["origin"]) == len(TaskOrigin)
    assert check["R6.1-3"]["requires"] == ["gebiedsgericht", "integraal", "participatie"]
    assert check["R6.1-4"]["measurable_results_min"] == 1
    assert check["R6.1-4"]["process_results_allowed"] is True
    assert check["R6.1-5"]["departments_min"] == 2
    assert check["R6.1-6"]["accountable_departments"] == 1
    assert check["R6.1-8"]["responsible_board_members"] == 1
    assert check["R6.1-10"]["monitor_questions"] == ["een_mond", "afspraken_nagekomen"]
    assert check["R6.1-12"]["evaluate_after_months"] == 12
    assert check["R6.2-1"]["process_owner_count"] == 1


def test_the_design_is_four_texts_and_the_roles_are_as_told():
    assert len(DESIGN) == 4
    assert set(WRITERS) == {Role.DIRECTOR, Role.POLICY_ADVISER}
    assert len(DEPARTMENTS) == 2
    assert len(TogetherAnswer) == 3

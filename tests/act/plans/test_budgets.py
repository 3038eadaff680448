# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the budget of a plan: row by row, whole from a file, and by the command line."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.plan_budgets import make_plan_budget, whole_budget
from tests.factories.plans import make_ambition, make_plan
from tests.factories.signals import NOON
from voelspriet.act.plans.actions.budgets import (
    import_budget,
    pay_measuring,
    remove_budget_row,
    write_budget_row,
)
from voelspriet.act.plans.budget_told import CoverTold, ProductTold, ProjectTold
from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import BudgetProduct, Plan
from voelspriet.act.plans.queries.budget_outcomes import budget_outcome, plan_budget
from voelspriet.act.plans.queries.budget_rows import budget_of
from voelspriet.act.plans.queries.budgets import budget_page
from voelspriet.doors.commands.plans import command
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(town):
    return make_plan(town.municipality)


def _write(plan, row, by, instead_of=""):
    write_budget_row(reference=plan.reference, row=row, instead_of=instead_of, by=by, at=NOON)


def test_a_whole_budget_comes_back_as_it_was_stored(plan, policy, django_assert_max_num_queries):
    budget = make_plan_budget(plan)
    with django_assert_max_num_queries(11):
        assert plan_budget(reference=plan.reference, by=policy).budget == budget


def test_a_row_is_added_and_changed_with_one_audit_line_each(plan, policy):
    _write(plan, ProductTold("p", "Toezicht", amounts={2019: 5_00}), policy)
    _write(plan, ProductTold("q", "Boa's", amounts={2020: 7_00}), policy, instead_of="p")
    assert budget_of(plan).products == (ProductTold("q", "Boa's", amounts={2020: 7_00}),)
    names = list(AuditLine.objects.order_by("id").values_list("action", flat=True))
    assert names[-2:] == ["plan_budget.write_row"] * 2


def test_a_row_that_cannot_be_names_its_field(plan, policy):
    _write(plan, ProductTold("p", "Toezicht"), policy)
    wrong = {
        "label": ProductTold("q", "toezicht"),
        "2030": ProductTold("q", "Boa's", amounts={2030: 1}),
        "2019": CoverTold("r", "Reserve", amounts={2019: 10**14}),
        "product": ProjectTold("s", "Sport", "onbekend", 2019, euro_cents=1),
        "candidates": ProjectTold("s", "Sport", "p", 2019, candidates=(1,)),
        "year": ProjectTold("s", "Sport", "p", 2018, euro_cents=1),
    }
    for field, row in wrong.items():
        with pytest.raises(Refused) as refused:
            _write(plan, row, policy)
        assert refused.value.field == field
    assert len(list(budget_of(plan).rows())) == 1


def test_a_plan_that_gets_other_years_keeps_its_amounts_and_can_fill_the_new_ones(plan, policy):
    _write(plan, ProductTold("p", "Toezicht", amounts={2019: 5_00}), policy)
    with arranging():
        Plan.objects.update(first_year=2020, last_year=2023)
    _write(plan, ProductTold("p", "Toezicht", amounts={2019: 5_00, 2023: 1}), policy, "p")
    plan.refresh_from_db()
    assert list(budget_of(plan).years) == [2019, 2020, 2021, 2022, 2023]


def test_a_product_that_others_point_at_stays(plan, policy):
    make_plan_budget(plan)
    who = {"reference": plan.reference, "by": policy, "at": NOON}
    with pytest.raises(Refused, match="Camera's"):
        remove_budget_row(part="products", key="toezicht", **who)
    for key in ("p2", "p3"):
        remove_budget_row(part="projects", key=key, **who)
    remove_budget_row(part="controls", key="c2", **who)
    remove_budget_row(part="products", key="jeugd", **who)
    assert [one.key for one in budget_of(plan).products] == ["toezicht"]
    with pytest.raises(OutOfScope):
        remove_budget_row(part="products", key="jeugd", **who)


def test_a_file_takes_the_place_of_a_budget_only_when_asked(plan, policy):
    make_plan_budget(plan)
    kept = BudgetProduct.objects.get(key="jeugd").pk
    other = replace(whole_budget("Anders"), remarks=())
    who = {"reference": plan.reference, "budget": other, "by": policy, "at": NOON}
    with pytest.raises(Refused):
        import_budget(replaces=False, **who)
    assert import_budget(replaces=True, **who) == len(list(other.rows()))
    assert budget_of(plan) == other
    assert BudgetProduct.objects.get(key="jeugd").pk == kept  # what points at it still does


def test_a_project_pays_for_measuring_ambitions_and_still_does_after_a_file(plan, policy):
    budget = make_plan_budget(plan)
    ambition = make_ambition(plan)
    who = {"reference": plan.reference, "by": policy, "at": NOON}
    pay_measuring(project="p1", ambitions=[ambition.reference], **who)
    import_budget(budget=replace(budget, remarks=()), replaces=True, **who)
    page = budget_page(reference=plan.reference, by=policy)
    project = page.projects[0].projects[0]
    assert [one.reference for one in project.measures] == [ambition.reference]
    elsewhere = make_ambition(make_plan(plan.municipality))
    for wrong in ({"ambitions": [elsewhere.reference]}, {"project": "p9"}):
        with pytest.raises(OutOfScope):
            pay_measuring(**{"project": "p1", "ambitions": [], **who, **wrong})
    pay_measuring(project="p1", ambitions=[], **who)
    assert budget_page(reference=plan.reference, by=policy).projects[0].projects[0].measures == ()


def test_only_who_writes_plans_writes_a_budget_and_only_of_their_town(plan, town, policy):
    row = ProductTold("p", "Toezicht")
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    stranger = actor_of(
        make_user(make_town(name="Elders", area_code="GM0001").municipality, Role.POLICY_ADVISER)
    )
    handler = actor_of(make_user(town.municipality, Role.HANDLER))
    with pytest.raises(Refused):
        _write(plan, row, director)
    assert not budget_page(reference=plan.reference, by=director).may_write
    for outsider in (stranger, handler):
        with pytest.raises(OutOfScope):
            _write(plan, row, outsider)
        with pytest.raises(OutOfScope):
            budget_page(reference=plan.reference, by=outsider)
    with arranging():
        Plan.objects.update(state=PlanState.CLOSED)
    with pytest.raises(Refused):
        _write(plan, row, policy)
    with pytest.raises(Refused):
        import_budget(
            reference=plan.reference, budget=whole_budget(), replaces=False,
            by=system("test", town.municipality.pk), at=NOON,
        )  # fmt: skip


def test_the_page_says_on_top_what_does_not_agree(plan, policy):
    make_plan_budget(plan)
    page = budget_page(reference=plan.reference, by=policy)
    said = "\n".join(page.wrong).replace("\u00a0", " ")
    assert "Totaal: afgedrukt is € 100.000, opgeteld is het € 100.005,50. Verschil: € 5,50." in said
    assert "2019: er is geen dekking voor € 50.005,50." in said
    assert "2021: er is geen dekking voor € 69.120 tot € 77.760." in said
    assert "De periode is 26 weken, en niet 24. Dan is het € 74.880" in said
    open_one = page.projects[1].projects[0].amount.replace("\u00a0", " ")
    assert open_one == "€ 1,50 of € 3,50"
    assert page.projects[1].total.replace("\u00a0", " ") == "€ 5"


@pytest.mark.real_data
def test_the_command_imports_the_huizen_budget_completely(town, shared):
    plan = make_plan(town.municipality)
    path = str(shared / "cases" / "huizen_budget_2019_2022.yaml")
    asked = ["import-budget", path, "--plan", plan.reference]
    done = CliRunner().invoke(command, [*asked, "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    counts = {name: told[name] for name in ("products", "projects", "controls", "remarks")}
    assert counts == {"products": 4, "projects": 12, "controls": 16, "remarks": 6}
    assert dict(told["verdicts"]) == {"agrees": 11, "differs": 1, "nothing_printed": 4}
    (wrong,) = told["wrong"]
    assert "276.000" in wrong
    assert "314.000" in wrong
    assert CliRunner().invoke(command, asked).exit_code != 0  # it has one already
    assert CliRunner().invoke(command, [*asked, "--replace"]).exit_code == 0
    by = system("test", town.municipality.pk)
    assert budget_outcome(reference=plan.reference, by=by).controls == 16

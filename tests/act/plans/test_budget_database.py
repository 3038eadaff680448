# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database itself refuses a budget that cannot be."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.plan_budgets import make_plan_budget
from tests.factories.plans import make_ambition, make_plan
from voelspriet.act.plans.models import (
    AmountCandidate,
    BudgetAmount,
    BudgetCover,
    BudgetHire,
    BudgetProduct,
    BudgetProject,
    BudgetRemark,
    ControlSum,
    MeasuringPayment,
    PlanBudget,
)

pytestmark = pytest.mark.django_db


def _breaks(name: str, write) -> None:
    with pytest.raises(IntegrityError) as broken, arranging(), transaction.atomic():
        write()
    # SQLite names the columns of a unique constraint, PostgreSQL its name
    assert name in str(broken.value) or "UNIQUE" in str(broken.value)


def test_every_rule_of_a_budget_is_held_by_the_database(town):
    make_plan_budget(make_plan(town.municipality))
    product = BudgetProduct.objects.get(key="jeugd")
    breaking = [
        ("plan_budget_ends_after_it_begins", PlanBudget, {}, {"last_year": 2018}),
        ("plan_budget_ends_after_it_begins", PlanBudget, {}, {"last_year": 2040}),
        ("budget_product_once", BudgetProduct, {"key": "jeugd"}, {"key": "toezicht"}),
        ("budget_product_has_a_name", BudgetProduct, {"key": "jeugd"}, {"label": ""}),
        ("budget_product_has_a_name", BudgetProduct, {"key": "jeugd"}, {"key": ""}),
        ("budget_cover_has_a_name", BudgetCover, {}, {"label": ""}),
        ("budget_amount_of_one_row", BudgetAmount, {"cover": None}, {"product": None}),
        ("budget_amount_of_one_row", BudgetAmount, {"product": None}, {"product": product}),
        ("budget_amount_a_year", BudgetAmount, {"year": 2020}, {"year": 2019}),
        ("budget_hire_once", BudgetHire, {"key": "boa"}, {"key": "regie"}),
        ("budget_hire_counts_something", BudgetHire, {}, {"weeks": 0}),
        ("budget_hire_counts_something", BudgetHire, {}, {"minutes_high": 60}),
        ("budget_hire_counts_something", BudgetHire, {}, {"rate_euro_cents": 0}),
        ("budget_hire_ends_after_it_begins", BudgetHire, {"key": "regie"}, {"ends_on": None}),
        (
            "budget_hire_ends_after_it_begins",
            BudgetHire,
            {"key": "regie"},
            {"ends_on": date(2020, 1, 1)},
        ),
        ("budget_project_once", BudgetProject, {"key": "p1"}, {"key": "p2"}),
        ("budget_project_amount_or_candidates", BudgetProject, {"key": "p1"}, {"euro_cents": None}),
        ("budget_project_amount_or_candidates", BudgetProject, {"key": "p2"}, {"euro_cents": 5}),
        (
            "budget_project_amount_or_candidates",
            BudgetProject,
            {"key": "p2"},
            {"candidate_count": 1},
        ),
        ("amount_candidate_in_its_place", AmountCandidate, {"project__key": "p2"}, {"position": 1}),
        ("control_sum_once", ControlSum, {"key": "c1"}, {"key": "c2"}),
        ("control_sum_typed_has_terms", ControlSum, {"key": "c3"}, {"typed": ""}),
        ("control_sum_typed_has_terms", ControlSum, {"key": "c1"}, {"typed": "1 + 1"}),
        ("control_sum_prints_its_unit", ControlSum, {"key": "c1"}, {"printed_count": 1}),
        ("control_sum_prints_its_unit", ControlSum, {"key": "c4"}, {"printed_euro_cents": 1}),
    ]
    for name, model, chosen, change in breaking:
        _breaks(name, partial(model.objects.filter(**chosen).update, **change))


def test_a_row_of_a_budget_has_one_key(town):
    make_plan_budget(make_plan(town.municipality))
    held = PlanBudget.objects.get()
    more = {"budget": held, "position": 9, "label": "nog een"}
    _breaks("budget_cover_once", lambda: BudgetCover.objects.create(key="reserve", **more))
    _breaks("budget_remark_once", lambda: BudgetRemark.objects.create(key="r1", **more))
    paid = {"project": held.projects.get(key="p1"), "ambition": make_ambition(held.plan)}
    with arranging():
        MeasuringPayment.objects.create(**paid)
    _breaks("measuring_payment_once", lambda: MeasuringPayment.objects.create(**paid))
    cover = BudgetCover.objects.get()
    twice = {"cover": cover, "year": 2019, "euro_cents": 1}
    _breaks("budget_amount_paid_a_year", lambda: BudgetAmount.objects.create(**twice))

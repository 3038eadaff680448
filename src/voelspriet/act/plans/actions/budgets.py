# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the budget of a plan: row by row, or whole from a file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.plans.actions.budget_storing import rows_of, store_row
from voelspriet.act.plans.budget_told import BudgetRow, BudgetTold
from voelspriet.act.plans.models import Ambition, BudgetProject, MeasuringPayment, Plan, PlanBudget
from voelspriet.act.plans.queries.budget_rows import budget_of
from voelspriet.act.plans.rules.access import visible_plans, written_plan
from voelspriet.act.plans.rules.budget_access import imported_into
from voelspriet.act.plans.rules.budget_rows import wrong_of
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action


@action
def write_budget_row(
    *, reference: str, row: BudgetRow, instead_of: str = "", by: Actor, at: datetime
) -> None:
    """Add a row to the budget of a plan, or change the one with the key `instead_of`.

    Refuses what no row may be, naming the field. OutOfScope: a plan or a row that is not there.
    """
    plan = written_plan(reference, by)
    budget = budget_of(plan)
    if instead_of and all(one.key != instead_of for one in budget.part(row.part)):
        raise OutOfScope(_("Deze regel is er niet."))
    for name, why in wrong_of(row, budget, instead_of):
        raise Refused(why, field=name)
    held = _held(plan)
    store_row(held, row, instead_of=instead_of)
    _audit("plan_budget.write_row", plan, by, at, part=row.part, row=row.key)


@action
def remove_budget_row(*, reference: str, part: str, key: str, by: Actor, at: datetime) -> None:
    """Take a row out of the budget of a plan.

    Refuses a product that others point at. OutOfScope: a plan or a row that is not there.
    """
    plan = written_plan(reference, by)
    budget = budget_of(plan)
    if all(one.key != key for one in budget.part(part)):
        raise OutOfScope(_("Deze regel is er niet."))
    if part == "products":
        pointing = [one.label for one in budget.rows() if getattr(one, "product", "") == key]
        if pointing:
            words = _("Dit product wordt nog gebruikt door: %(rows)s. Wijzig dat eerst.")
            raise Refused(words % {"rows": ", ".join(pointing[:5])})
    rows_of(_held(plan), part).filter(key=key).delete()
    _audit("plan_budget.remove_row", plan, by, at, part=part, row=key)


@action
def pay_measuring(
    *, reference: str, project: str, ambitions: Collection[str], by: Actor, at: datetime
) -> None:
    """Write down for which ambitions of the plan a project pays the measuring; no other ones.

    OutOfScope: a plan, a project or an ambition that is not there.
    """
    plan = written_plan(reference, by)
    row = BudgetProject.objects.filter(budget__plan=plan, key=project).first()
    if row is None:
        raise OutOfScope(_("Deze regel is er niet."))
    found = list(plan.ambitions.filter(reference__in=set(ambitions)))
    if len(found) != len(set(ambitions)):
        raise OutOfScope(_("Deze ambitie is er niet."))
    row.measures.all().delete()
    MeasuringPayment.objects.bulk_create(
        MeasuringPayment(project=row, ambition=one) for one in found
    )
    _audit("plan_budget.pay_measuring", plan, by, at, row=project, ambitions=len(found))


@action
def pay_measuring_of(*, reference: str, projects: Collection[str], by: Actor, at: datetime) -> None:
    """Write down which projects of the budget pay for measuring one ambition; no other ones.

    `pay_measuring` says the same from the side of a project. OutOfScope: an ambition or a project
    that is not there.
    """
    one = Ambition.objects.filter(reference=reference, plan__in=visible_plans(by)).first()
    if one is None:
        raise OutOfScope(_("Deze ambitie is er niet."))
    plan = written_plan(one.plan.reference, by)
    found = list(BudgetProject.objects.filter(budget__plan=plan, key__in=set(projects)))
    if len(found) != len(set(projects)):
        raise OutOfScope(_("Deze regel is er niet."))
    one.paid_by.all().delete()
    MeasuringPayment.objects.bulk_create(
        MeasuringPayment(project=row, ambition=one) for row in found
    )
    _audit("plan_budget.pay_measuring", plan, by, at, row=one.reference, projects=len(found))


@action
def import_budget(
    *, reference: str, budget: BudgetTold, replaces: bool, by: Actor, at: datetime
) -> int:
    """Put a budget from a file in the place of what a plan has, and return how many rows it is.

    Refuses when the plan has rows already and `replaces` does not say to take their place, and
    years outside the plan. OutOfScope: a plan that is not there.
    """
    plan = imported_into(reference, by)
    old = budget_of(plan)
    if not replaces and any(old.rows()):
        raise Refused(
            _("Dit plan heeft al een begroting. Kies ervoor om die te vervangen."),
            field="replaces",
        )
    if budget.first_year < plan.first_year or budget.last_year > plan.last_year:
        raise Refused(_("De jaren van dit bestand vallen buiten het plan."), field="file")
    store_whole(plan, budget)
    rows = sum(1 for _row in budget.rows())
    _audit("plan_budget.import", plan, by, at, rows=rows)
    return rows


def store_whole(plan: Plan, budget: BudgetTold) -> None:
    """Put a budget in the place of the one a plan has. A product of the same key stays that row.

    Controls, projects and hires go first: they hold on to products. A project of the same key
    still pays for the same measuring.
    """
    held = _held(plan)
    paying = MeasuringPayment.objects.filter(project__budget=held)
    paid = list(paying.values_list("project__key", "ambition_id"))
    held.first_year, held.last_year = budget.first_year, budget.last_year
    held.save(update_fields=["first_year", "last_year"])
    for part in ("controls", "projects", "hires", "remarks", "covers"):
        rows_of(held, part).delete()
    kept = [one.key for one in budget.products]
    held.products.exclude(key__in=kept).delete()
    there = set(held.products.values_list("key", flat=True))
    for position, product in enumerate(budget.products, 1):
        instead_of = product.key if product.key in there else ""
        store_row(held, product, instead_of=instead_of, position=position)
    rest = replace(budget, products=())
    for position, row in enumerate(rest.rows(), 1):
        store_row(held, row, position=position)
    projects = dict(held.projects.values_list("key", "id"))
    MeasuringPayment.objects.bulk_create(
        MeasuringPayment(project_id=projects[key], ambition_id=ambition)
        for key, ambition in paid
        if key in projects
    )


def _held(plan: Plan) -> PlanBudget:
    years = {"first_year": plan.first_year, "last_year": plan.last_year}
    return PlanBudget.objects.get_or_create(plan=plan, defaults=years)[0]


def _audit(name: str, plan: Plan, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="plan",
        reference=plan.reference,
        municipality_id=plan.municipality_id,
        **detail,
    )

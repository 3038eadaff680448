# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which ambitions are measured with the money of which project, and the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from voelspriet.act.plans.models import BudgetProject, MeasuringPayment
from voelspriet.act.plans.queries.budget_page_rows import MeasuredRow
from voelspriet.act.plans.queries.budget_rows import project_told
from voelspriet.act.plans.queries.budget_words import amount_words
from voelspriet.act.plans.queries.found import read_ambition
from voelspriet.act.plans.rules.budget_access import readable_plan
from voelspriet.act.plans.rules.facts_of_rows import facts_of
from voelspriet.act.plans.rules.measuring_money import money_remarks
from voelspriet.ground.privacy.actors import Actor

Paid: TypeAlias = Mapping[str, tuple[MeasuredRow, ...]]


def measured_from(*, reference: str, by: Actor) -> Paid:
    """Return the ambitions that each project of a plan's budget pays the measuring of."""
    plan = readable_plan(reference, by)
    payments = MeasuringPayment.objects.filter(project__budget__plan=plan)
    found: dict[str, list[MeasuredRow]] = defaultdict(list)
    for one in payments.select_related("project", "ambition").order_by("ambition__position", "id"):
        row = MeasuredRow(one.ambition.reference, one.ambition.statement)
        found[one.project.key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def ambitions_of_plan(*, reference: str, by: Actor) -> tuple[MeasuredRow, ...]:
    """Return the ambitions of a plan, to choose from."""
    ambitions = readable_plan(reference, by).ambitions.order_by("theme__position", "position", "id")
    return tuple(MeasuredRow(one.reference, one.statement) for one in ambitions)


@dataclass(frozen=True, slots=True)
class PayerRow:
    """A project of the budget, and whether it pays for measuring the ambition that is shown."""

    key: str
    label: str
    year: int
    amount: str
    pays: bool


@dataclass(frozen=True, slots=True)
class MeasuringMoney:
    """What pays for measuring an ambition; `projects` are all of the plan's budget, by year."""

    projects: tuple[PayerRow, ...]
    remarks: tuple[str, ...]

    @property
    def payers(self) -> tuple[PayerRow, ...]:
        """The projects that pay."""
        return tuple(one for one in self.projects if one.pays)


def measuring_money(*, reference: str, by: Actor) -> MeasuringMoney:
    """Return what pays for measuring an ambition `by` may read, and which years do not fit."""
    one = read_ambition(reference, by)
    paying = set(one.paid_by.values_list("project_id", flat=True))
    found = BudgetProject.objects.filter(budget__plan_id=one.plan_id).select_related("product")
    rows = list(found.prefetch_related("candidates").order_by("year", "position", "id"))
    return MeasuringMoney(
        projects=tuple(
            PayerRow(
                row.key, row.label, row.year, amount_words(project_told(row)), row.pk in paying
            )
            for row in rows
        ),
        remarks=money_remarks(facts_of(one), [row.year for row in rows if row.pk in paying]),
    )

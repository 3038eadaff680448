# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which ambitions are measured with the money of which project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from voelspriet.act.plans.models import MeasuringPayment
from voelspriet.act.plans.queries.budget_page_rows import MeasuredRow
from voelspriet.act.plans.rules.budget_access import readable_plan
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

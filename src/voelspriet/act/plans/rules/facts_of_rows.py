# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the database as facts for the rules."""

from __future__ import annotations

from voelspriet.act.plans.models import Ambition, Measurement
from voelspriet.act.plans.rules.facts import AmbitionFacts, Measured


def facts_of(row: Ambition) -> AmbitionFacts:
    """Return what the rules need of an ambition."""
    return AmbitionFacts(
        key=row.key,
        statement=row.statement,
        indicator=row.indicator,
        indicator_kind=row.indicator_kind,
        unit=row.unit,
        baseline_value=row.baseline_value,
        baseline_year=row.baseline_year,
        target_value=row.target_value,
        direction=row.target_direction,
        is_relative=row.is_relative,
        is_milestone=row.is_milestone,
        deadline_on=row.deadline_on,
        is_yearly=row.is_yearly,
        measured_years=tuple(row.measured_years),
        paid_years=tuple(row.paid_years),
    )


def measured_of(row: Measurement) -> Measured:
    """Return what the rules need of a measurement."""
    return Measured(
        on=row.measured_on,
        value=row.value,
        source=row.source,
        n=row.n,
        is_same_question=row.is_same_question,
        difference=row.difference,
        design_effect=row.design_effect,
        is_of_who_came=row.evening_indicator_id is not None,
    )


def is_asked_at_evenings(row: Ambition) -> bool:
    """Tell whether a question of an evening goes with an ambition, those loaded with it."""
    return bool(row.evening_indicators.all())

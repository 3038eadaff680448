# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts, sums and doubts of a budget in words."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.plans.budget_told import BudgetTold, ControlTold, HireTold, ProjectTold
from voelspriet.act.plans.choices import ControlScope, ControlUnit, SumVerdict
from voelspriet.act.plans.rules.amounts import AmountRange, exactly, range_words
from voelspriet.act.plans.rules.budgets import (
    CheckedSum,
    cover_total,
    hire_cost,
    period_remark,
    specified,
    year_total,
)
from voelspriet.lib.money import brief

MINUTES = 60


def sum_words(amount: AmountRange | None, unit: ControlUnit) -> str:
    """Return what a control sum gives, in its unit; a dash for nothing."""
    if amount is None:
        return "–"
    return range_words(amount) if unit == ControlUnit.EURO else str(amount.low)


def printed_words(control: ControlTold) -> str:
    """Return what is printed, with how far it may lie beside the answer."""
    if control.printed is None:
        return "–"
    printed = sum_words(exactly(control.printed), control.unit)
    if not control.tolerance:
        return printed
    more = sum_words(exactly(control.tolerance), control.unit)
    return _("%(printed)s, op %(tolerance)s na") % {"printed": printed, "tolerance": more}


def scope_words(control: ControlTold, budget: BudgetTold) -> str:
    """Return what a control sum adds up."""
    if control.scope == ControlScope.TYPED:
        return control.typed
    label = next((one.label for one in budget.products if one.key == control.product), "")
    years = f"{budget.first_year}-{budget.last_year}" if control.year is None else str(control.year)
    kind = str(control.kind.label).lower() if control.kind else ""
    what = str(control.scope.label)
    return ", ".join(one for one in (what, label, kind, years) if one)


def hire_words(hire: HireTold) -> str:
    """Return the sum of a hire: weeks × hours × rate."""
    low, high = (hours_typed(one) for one in (hire.minutes_low, hire.minutes_high))
    hours = low if low == high else f"{low}-{high}"
    weeks = ngettext("%(n)s week", "%(n)s weken", hire.weeks) % {"n": hire.weeks}
    told = {"weeks": weeks, "hours": hours, "rate": brief(hire.rate_euro_cents)}
    return _("%(weeks)s × %(hours)s uur × %(rate)s") % told


def hours_typed(minutes: int) -> str:
    """Return minutes as hours with a decimal comma.

    >>> hours_typed(1920), hours_typed(1950)
    ('32', '32,5')
    """
    return f"{minutes / MINUTES:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def period_words(hire: HireTold) -> str:
    """Say that a hire's period is other weeks than its sum; nothing when it is not."""
    remark = period_remark(hire)
    if remark is None:
        return ""
    weeks = ngettext("%(n)s week", "%(n)s weken", remark.weeks) % {"n": remark.weeks}
    return _("De periode is %(weeks)s, en niet %(reckoned)s. Dan is het %(cost)s.") % {
        "weeks": weeks,
        "reckoned": remark.weeks_reckoned,
        "cost": range_words(remark.cost),
    }


def amount_words(project: ProjectTold) -> str:
    """Return the amount of a project, or those it can be."""
    if project.euro_cents is not None:
        return brief(project.euro_cents)
    *rest, last = map(brief, project.candidates)
    return _("%(some)s of %(last)s") % {"some": ", ".join(rest), "last": last}


def disagreements(budget: BudgetTold, sums: tuple[CheckedSum, ...]) -> list[str]:
    """Return everything that does not agree, each in a sentence."""
    return [*_printed(sums), *_specified(budget), *_uncovered(budget), *_periods(budget)]


def _printed(sums: tuple[CheckedSum, ...]) -> Iterator[str]:
    for one in sums:
        if one.verdict == SumVerdict.DIFFERS:
            printed = one.control.printed or 0
            off = [abs(bound - printed) for bound in (one.computed.low, one.computed.high)]
            yield _(
                "%(label)s: afgedrukt is %(printed)s, opgeteld is het %(sum)s. Verschil: %(off)s."
            ) % {
                "label": one.control.label,
                "printed": printed_words(one.control),
                "sum": sum_words(one.computed, one.control.unit),
                "off": sum_words(AmountRange(min(off), max(off)), one.control.unit),
            }


def _specified(budget: BudgetTold) -> Iterator[str]:
    labels = {one.key: one.label for one in budget.products}
    for line in specified(budget):
        if line.is_more:
            yield _(
                "%(label)s, %(year)s: begroot is %(amount)s, de onderdelen zijn %(inside)s."
            ) % {
                "label": labels[line.product],
                "year": line.year,
                "amount": brief(line.amount),
                "inside": range_words(line.inside),
            }


def _uncovered(budget: BudgetTold) -> Iterator[str]:
    for year in budget.years if budget.covers else ():
        total, cover = year_total(budget, year), cover_total(budget, year)
        if total.high > cover:
            short = AmountRange(max(0, total.low - cover), total.high - cover)
            yield _("%(year)s: er is geen dekking voor %(short)s.") % {
                "year": year,
                "short": range_words(short),
            }


def _periods(budget: BudgetTold) -> Iterator[str]:
    for hire in budget.hires:
        if words := period_words(hire):
            told = {"label": hire.label, "cost": range_words(hire_cost(hire)), "remark": words}
            yield _("%(label)s: begroot is %(cost)s. %(remark)s") % told

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budgets of an area for a year, in euro cents, and what was asked, promised and spent."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.initiatives.choices import BudgetKind, BudgetLineState
from voelspriet.act.initiatives.models.initiatives import Initiative
from voelspriet.ground.areas.models import Area, Municipality


class AreaBudget(models.Model):
    """What an area may spend in a year on one kind of thing (gebiedsbudget).

    `bound_euro_cents` is what can no longer be promised: what was spent, and what is promised
    and not paid yet. It follows from the lines; the database never lets it pass the amount.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="budgets")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=BudgetKind)
    rate_euro_cents = models.PositiveBigIntegerField(null=True)  # so that the product fits
    inhabitants = models.PositiveIntegerField(null=True)
    amount_euro_cents = models.PositiveBigIntegerField()
    bound_euro_cents = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year", "kind"], name="area_budget_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(rate_euro_cents__isnull=True, inhabitants__isnull=True)
                | Q(
                    rate_euro_cents__isnull=False,
                    inhabitants__isnull=False,
                    amount_euro_cents=F("rate_euro_cents") * F("inhabitants"),
                ),
                name="area_budget_is_rate_times_inhabitants",
            ),
            models.CheckConstraint(
                condition=Q(bound_euro_cents__lte=F("amount_euro_cents")),
                name="area_budget_never_overdrawn",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "year"], name="area_budget_town_year")]


class BudgetLine(models.Model):
    """Money asked from a budget, for an initiative or for something else (budgetregel)."""

    budget = models.ForeignKey(AreaBudget, on_delete=models.PROTECT, related_name="lines")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.SET_NULL, null=True, related_name="budget_lines"
    )
    what = models.CharField(max_length=200)
    state = models.CharField(
        max_length=12, choices=BudgetLineState, default=BudgetLineState.REQUESTED
    )
    requested_euro_cents = models.PositiveBigIntegerField()
    promised_euro_cents = models.PositiveBigIntegerField(null=True)
    spent_euro_cents = models.PositiveBigIntegerField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    requested_on = models.DateField()
    decided_on = models.DateField(null=True)
    spent_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(requested_euro_cents__gt=0), name="budget_line_asks_for_something"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[BudgetLineState.REQUESTED, BudgetLineState.REFUSED],
                    promised_euro_cents__isnull=True,
                )
                | Q(
                    state__in=[BudgetLineState.PROMISED, BudgetLineState.SPENT],
                    promised_euro_cents__isnull=False,  # an unknown would pass a comparison
                    promised_euro_cents__gt=0,
                ),
                name="budget_line_promise_has_an_amount",
            ),
            models.CheckConstraint(
                condition=(
                    ~Q(state=BudgetLineState.SPENT)
                    & Q(spent_euro_cents__isnull=True, spent_on__isnull=True)
                )
                | Q(
                    state=BudgetLineState.SPENT,
                    spent_on__isnull=False,
                    spent_euro_cents__isnull=False,
                    spent_euro_cents__lte=F("promised_euro_cents"),
                ),
                name="budget_line_spends_no_more_than_promised",
            ),
            models.CheckConstraint(
                condition=~Q(state=BudgetLineState.REFUSED) | ~Q(reason=""),
                name="budget_line_refused_says_why",
            ),
        ]

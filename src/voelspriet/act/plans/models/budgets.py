# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan: products by year, what pays them, hires, projects, sums to check."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.plans.choices.budgets import (
    AmountCertainty,
    ControlScope,
    ControlUnit,
    MoneyKind,
)
from voelspriet.act.plans.models.plans import Plan
from voelspriet.act.plans.models.themes import Ambition

KIND_LETTERS = CERTAINTY_LETTERS = 12


class PlanBudget(models.Model):
    """The money of a plan, for a run of years (begroting van een plan)."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="budget")
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year"), last_year__lte=F("first_year") + 19),
                name="plan_budget_ends_after_it_begins",
            )
        ]


class BudgetProduct(models.Model):
    """A product of a plan's budget, with an amount a year (product).

    `key` is its name in files; other rows point at it by that.
    """

    budget = models.ForeignKey(PlanBudget, on_delete=models.CASCADE, related_name="products")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    kind = models.CharField(max_length=KIND_LETTERS, choices=MoneyKind, blank=True)
    certainty = models.CharField(
        max_length=CERTAINTY_LETTERS, choices=AmountCertainty, default=AmountCertainty.PRINTED
    )
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "key"], name="budget_product_once"),
            models.CheckConstraint(
                condition=~Q(key="") & ~Q(label=""), name="budget_product_has_a_name"
            ),
        ]


class BudgetCover(models.Model):
    """Where the money of a plan comes from, with an amount a year (dekking)."""

    budget = models.ForeignKey(PlanBudget, on_delete=models.CASCADE, related_name="covers")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    kind = models.CharField(max_length=KIND_LETTERS, choices=MoneyKind, blank=True)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "key"], name="budget_cover_once"),
            models.CheckConstraint(
                condition=~Q(key="") & ~Q(label=""), name="budget_cover_has_a_name"
            ),
        ]


class BudgetAmount(models.Model):
    """What a product costs, or a cover pays, in one year (jaarbedrag)."""

    product = models.ForeignKey(
        BudgetProduct, on_delete=models.CASCADE, null=True, related_name="amounts"
    )
    cover = models.ForeignKey(
        BudgetCover, on_delete=models.CASCADE, null=True, related_name="amounts"
    )
    year = models.PositiveSmallIntegerField()
    euro_cents = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(product__isnull=False, cover__isnull=True)
                | Q(product__isnull=True, cover__isnull=False),
                name="budget_amount_of_one_row",
            ),
            models.UniqueConstraint(fields=["product", "year"], name="budget_amount_a_year"),
            models.UniqueConstraint(fields=["cover", "year"], name="budget_amount_paid_a_year"),
        ]


class BudgetHire(models.Model):
    """Somebody to be hired: weeks × hours a week, in a range × rate (inhuur).

    With a product it is part of what the product costs; without one it comes on top.
    """

    budget = models.ForeignKey(PlanBudget, on_delete=models.CASCADE, related_name="hires")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    product = models.ForeignKey(BudgetProduct, on_delete=models.PROTECT, null=True)
    year = models.PositiveSmallIntegerField()
    weeks = models.PositiveSmallIntegerField()
    minutes_low = models.PositiveIntegerField()
    minutes_high = models.PositiveIntegerField()
    rate_euro_cents = models.PositiveBigIntegerField()
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "key"], name="budget_hire_once"),
            models.CheckConstraint(
                condition=Q(
                    weeks__gte=1,
                    minutes_low__gte=1,
                    minutes_high__gte=F("minutes_low"),
                    rate_euro_cents__gte=1,
                ),
                name="budget_hire_counts_something",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True, ends_on__isnull=True)
                | Q(
                    starts_on__isnull=False,
                    ends_on__isnull=False,  # an unknown would pass a comparison
                    ends_on__gte=F("starts_on"),
                ),
                name="budget_hire_ends_after_it_begins",
            ),
        ]


class BudgetProject(models.Model):
    """What money of a product goes to in a year (begroot project).

    Either its amount is known, or `candidate_count` amounts are kept of which one is its own.
    """

    budget = models.ForeignKey(PlanBudget, on_delete=models.CASCADE, related_name="projects")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    product = models.ForeignKey(BudgetProduct, on_delete=models.PROTECT, related_name="projects")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=KIND_LETTERS, choices=MoneyKind, blank=True)
    euro_cents = models.PositiveBigIntegerField(null=True)
    candidate_count = models.PositiveSmallIntegerField(default=0)
    amount_certainty = models.CharField(
        max_length=CERTAINTY_LETTERS, choices=AmountCertainty, default=AmountCertainty.PRINTED
    )
    kind_certainty = models.CharField(
        max_length=CERTAINTY_LETTERS, choices=AmountCertainty, default=AmountCertainty.PRINTED
    )
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "key"], name="budget_project_once"),
            models.CheckConstraint(
                condition=Q(euro_cents__isnull=False, candidate_count=0)
                | Q(euro_cents__isnull=True, candidate_count__gte=2),
                name="budget_project_amount_or_candidates",
            ),
        ]


class AmountCandidate(models.Model):
    """An amount that may be a project's (mogelijk bedrag)."""

    project = models.ForeignKey(BudgetProject, on_delete=models.CASCADE, related_name="candidates")
    position = models.PositiveSmallIntegerField()
    euro_cents = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "position"], name="amount_candidate_in_its_place"
            )
        ]


class MeasuringPayment(models.Model):
    """That a project pays for measuring an ambition (betaling van een meting)."""

    project = models.ForeignKey(BudgetProject, on_delete=models.CASCADE, related_name="measures")
    ambition = models.ForeignKey(Ambition, on_delete=models.CASCADE, related_name="paid_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "ambition"], name="measuring_payment_once")
        ]


class ControlSum(models.Model):
    """A sum that is checked against what a paper prints (controlesom)."""

    budget = models.ForeignKey(PlanBudget, on_delete=models.CASCADE, related_name="controls")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    scope = models.CharField(max_length=12, choices=ControlScope)
    year = models.PositiveSmallIntegerField(null=True)
    product = models.ForeignKey(BudgetProduct, on_delete=models.PROTECT, null=True)
    kind = models.CharField(max_length=KIND_LETTERS, choices=MoneyKind, blank=True)
    typed = models.CharField(max_length=400, blank=True)
    unit = models.CharField(max_length=8, choices=ControlUnit, default=ControlUnit.EURO)
    printed_euro_cents = models.PositiveBigIntegerField(null=True)
    printed_count = models.PositiveBigIntegerField(null=True)
    tolerance = models.PositiveBigIntegerField(default=0)  # in euro cents, or in pieces
    is_hypothesis = models.BooleanField(default=False)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "key"], name="control_sum_once"),
            models.CheckConstraint(
                condition=(Q(scope=ControlScope.TYPED) & ~Q(typed=""))
                | (~Q(scope=ControlScope.TYPED) & Q(typed="")),
                name="control_sum_typed_has_terms",
            ),
            models.CheckConstraint(
                condition=Q(unit=ControlUnit.EURO, printed_count__isnull=True)
                | Q(unit=ControlUnit.COUNT, printed_euro_cents__isnull=True),
                name="control_sum_prints_its_unit",
            ),
        ]


class BudgetRemark(models.Model):
    """Something to know about the money of a plan (opmerking bij een begroting)."""

    budget = models.ForeignKey(PlanBudget, on_delete=models.CASCADE, related_name="remarks")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=500)
    euro_cents = models.PositiveBigIntegerField(null=True)
    certainty = models.CharField(
        max_length=CERTAINTY_LETTERS, choices=AmountCertainty, default=AmountCertainty.PRINTED
    )
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["budget", "key"], name="budget_remark_once")]

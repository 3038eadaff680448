# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Themes of a plan, their approach and their ambitions with what was measured."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.plans.choices import (
    AmbitionKind,
    IndicatorKind,
    SafetyField,
    TargetDirection,
)
from voelspriet.act.plans.models.plans import Plan


class Theme(models.Model):
    """What a plan gives attention: challenge, ambitions, approach (thema).

    Themes are free; `safety_field` says in which of the five fields of the VNG one falls.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="themes")
    reference = models.CharField(max_length=16, unique=True)
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60, blank=True)
    label = models.CharField(max_length=160)
    motto = models.CharField(max_length=200, blank=True)
    challenge = models.CharField(max_length=1000, blank=True)
    background = models.CharField(max_length=1000, blank=True)
    safety_field = models.CharField(max_length=12, choices=SafetyField, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="theme_one_at_a_place"),
            models.CheckConstraint(condition=~Q(label=""), name="theme_has_a_label"),
        ]


class ApproachMeasure(models.Model):
    """One thing that is done for a theme (maatregel)."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="measures")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["theme", "position"], name="measure_one_at_a_place"),
            models.CheckConstraint(condition=~Q(text=""), name="measure_says_something"),
        ]


class Ambition(models.Model):
    """What a plan wants to reach, as far as it can be tested (ambitie).

    Without a theme it stands over the whole plan. `target_value` is in `unit`; with
    `is_relative` the target says something about the baseline. `deadline_words` keeps how the
    source says it, `deadline_on` the last day that follows from it; `is_yearly`: every year until
    then. `measured_years` and `paid_years` are lists of years, empty when not known.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="ambitions")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, related_name="ambitions")
    reference = models.CharField(max_length=16, unique=True)
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=8, choices=AmbitionKind, default=AmbitionKind.EFFECT)
    statement = models.CharField(max_length=500)
    indicator = models.CharField(max_length=300, blank=True)
    indicator_kind = models.CharField(max_length=16, choices=IndicatorKind, blank=True)
    indicator_source = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    baseline_value = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    baseline_year = models.PositiveSmallIntegerField(null=True)
    target_value = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    target_direction = models.CharField(max_length=12, choices=TargetDirection, blank=True)
    is_relative = models.BooleanField(default=False)
    is_milestone = models.BooleanField(default=False)
    deadline_words = models.CharField(max_length=80, blank=True)
    deadline_on = models.DateField(null=True)
    is_yearly = models.BooleanField(default=False)
    measured_how = models.CharField(max_length=300, blank=True)
    measured_years = models.JSONField(default=list)
    paid_from = models.CharField(max_length=200, blank=True)
    paid_years = models.JSONField(default=list)
    note = models.CharField(max_length=500, blank=True)
    source_section = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="ambition_key_once_in_a_plan"),
            models.CheckConstraint(condition=~Q(statement=""), name="ambition_says_something"),
            models.CheckConstraint(
                condition=Q(deadline_words="", deadline_on__isnull=True)
                | (~Q(deadline_words="") & Q(deadline_on__isnull=False)),
                name="ambition_deadline_has_words_and_a_day",
            ),
            models.CheckConstraint(
                condition=Q(is_yearly=False) | Q(deadline_on__isnull=False),
                name="ambition_yearly_has_a_last_day",
            ),
            models.CheckConstraint(
                condition=Q(is_milestone=False) | Q(target_value__isnull=False),
                name="ambition_milestone_has_a_target",
            ),
            models.CheckConstraint(
                condition=Q(target_value__isnull=True) | ~Q(target_direction=""),
                name="ambition_target_has_a_direction",
            ),
        ]
        indexes = [models.Index(fields=["plan", "theme", "position"], name="ambition_of_theme")]


class Measurement(models.Model):
    """What was measured for an ambition, on a day, from a source (meting).

    `n` is how many answered, None for what is counted whole. `design_effect` is how many times its
    variance is that of a simple random sample of the same size; None when nobody told. A
    measurement with another question than the target's says what differs, and does not count for
    its course; nor does one of an evening, which is told by who came.
    """

    ambition = models.ForeignKey(Ambition, on_delete=models.CASCADE, related_name="measurements")
    measured_on = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=3)
    n = models.PositiveIntegerField(null=True)
    design_effect = models.DecimalField(max_digits=6, decimal_places=3, null=True)
    source = models.CharField(max_length=200)
    evening_indicator = models.OneToOneField(
        "EveningIndicator", on_delete=models.RESTRICT, null=True, related_name="measurement"
    )
    is_same_question = models.BooleanField(default=True)
    difference = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=300, blank=True)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ambition", "measured_on"], name="measurement_one_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(n__isnull=True) | Q(n__gte=1), name="measurement_n_is_somebody"
            ),
            models.CheckConstraint(
                condition=Q(design_effect__isnull=True)
                | Q(design_effect__isnull=False, design_effect__gte=1, n__isnull=False),
                name="measurement_design_effect_of_answers",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="measurement_has_a_source"),
            models.CheckConstraint(
                condition=Q(is_same_question=True) | ~Q(difference=""),
                name="measurement_other_question_says_which",
            ),
            models.CheckConstraint(
                condition=Q(evening_indicator__isnull=True) | Q(n__isnull=False),
                name="measurement_of_an_evening_has_answers",
            ),
        ]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A safety plan of a municipality: its period, motto and where it stands."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.plans.choices import PlanState, PlanVisibility
from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.people.models import User


class Plan(models.Model):
    """What a municipality wants with safety in a period of years (veiligheidsplan).

    `reference` is the random word in addresses. `version` grows with every decision that changes
    it. A plan in preparation is for colleagues alone. `owner` is who is told what falls due.
    `looked_at` knows the sentences that may point at a person and were looked at, by digest.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    reference = models.CharField(max_length=16, unique=True)
    title = models.CharField(max_length=200)
    motto = models.CharField(max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=PlanState, default=PlanState.DRAFT)
    version = models.PositiveSmallIntegerField(default=1)
    visibility = models.CharField(
        max_length=12, choices=PlanVisibility, default=PlanVisibility.COLLEAGUES
    )
    looked_at = models.JSONField(default=list, blank=True)

    vision = models.TextField(max_length=4000, blank=True)
    looking_back = models.TextField(max_length=2000, blank=True)
    framework = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=160, blank=True)
    owner = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year"), last_year__lte=F("first_year") + 19),
                name="plan_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="plan_version_counts_from_1"),
            models.CheckConstraint(condition=~Q(title=""), name="plan_has_a_title"),
            models.CheckConstraint(
                condition=Q(visibility=PlanVisibility.COLLEAGUES) | ~Q(state=PlanState.DRAFT),
                name="plan_in_preparation_is_not_public",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-first_year", "-id"], name="plan_newest")]

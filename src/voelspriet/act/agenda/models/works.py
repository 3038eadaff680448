# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works: what is done where and when, by whom, and from which source we know it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.models.priority_tasks import said
from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.network.models import Organisation


class PlannedWork(models.Model):
    """Work that is planned in an area (geplande werkzaamheden).

    `carrier` names who does it; `organisation` only when it is one of ours, so that it can be
    asked something. `first_starts_on` is the day first told. A source and its key find the same
    work again at the next import; work entered by hand has no key.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="planned_works")
    streets = models.ManyToManyField(Street, related_name="planned_works")
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=12, choices=WorkKind, default=WorkKind.OTHER)
    what = models.CharField(max_length=200)
    first_starts_on = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    carrier = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True)
    source = models.CharField(max_length=80)
    source_key = models.CharField(max_length=120, blank=True)
    source_on = models.DateField()
    state = models.CharField(max_length=12, choices=WorkState, default=WorkState.PLANNED)
    is_public = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="planned_work_ends_after_start"
            ),
            models.CheckConstraint(
                condition=said("what") & said("carrier") & said("source"),
                name="planned_work_says_what_who_and_whence",
            ),
            models.CheckConstraint(
                condition=Q(state__in=WorkState.values), name="planned_work_state_known"
            ),
            models.UniqueConstraint(
                fields=["municipality", "source", "source_key"],
                condition=~Q(source_key=""),
                name="planned_work_once_per_source",
            ),
        ]
        indexes = [models.Index(fields=["area", "ends_on"], name="planned_work_area_ends_on")]

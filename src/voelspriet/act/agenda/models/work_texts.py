# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is done, in the languages of residents."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.act.agenda.models.priority_tasks import said
from voelspriet.act.agenda.models.works import PlannedWork


class PlannedWorkText(models.Model):
    """What planned work is, in another language than Dutch (vertaling van werkzaamheden).

    `of_what` are the Dutch words it translates: once those change, this is not shown any more.
    """

    work = models.ForeignKey(PlannedWork, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    what = models.CharField(max_length=200)
    of_what = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["work", "language"], name="planned_work_text_once"),
            models.CheckConstraint(condition=said("what"), name="planned_work_text_says_what"),
            models.CheckConstraint(
                condition=~Q(language="nl"), name="planned_work_text_is_no_dutch"
            ),
        ]

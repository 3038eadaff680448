# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Material: every text that can be coded, by where it lives; the words stay there."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.listen.conversations.models import Source, Study
from voelspriet.listen.evenings.models import EveningNote, Vote
from voelspriet.listen.intake.models import Signal
from voelspriet.understand.coding.choices import (
    MaterialKind,
    MaterialState,
    SensitiveReason,
    Side,
)

HOMES = {
    MaterialKind.SOURCE: "source",
    MaterialKind.SIGNAL: "signal",
    MaterialKind.NOTE: "note",
    MaterialKind.ANSWER: "answer",
}


def _lives_once() -> Q:
    """Return that exactly the row of its kind is named."""
    return reduce(
        or_,
        (
            Q(kind=kind, **{f"{other}__isnull": other != home for other in HOMES.values()})
            for kind, home in HOMES.items()
        ),
    )


class Material(models.Model):
    """A text somebody said or wrote that can be coded, of one kind (materiaal).

    The words stay where they were said and go with the row there: so do the fragments.
    `length` counts codepoints and `digest` is a keyed hash of the text when it was taken in, so
    that fragments never slide over a text that changed. `arrived_on` is a day and no moment, that
    of an evening for what was answered there.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=8, choices=MaterialKind)
    source = models.OneToOneField(Source, on_delete=models.CASCADE, null=True, related_name="+")
    signal = models.OneToOneField(Signal, on_delete=models.CASCADE, null=True, related_name="+")
    note = models.OneToOneField(EveningNote, on_delete=models.CASCADE, null=True, related_name="+")
    answer = models.OneToOneField(Vote, on_delete=models.CASCADE, null=True, related_name="+")
    study = models.ForeignKey(Study, on_delete=models.CASCADE, null=True, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    side = models.CharField(max_length=16, choices=Side, default=Side.UNKNOWN)
    arrived_on = models.DateField()
    length = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=MaterialState, default=MaterialState.UNCODED)
    is_sensitive = models.BooleanField(default=False)
    sensitive_reason = models.CharField(max_length=16, choices=SensitiveReason, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_lives_once(), name="material_lives_in_one_place"),
            models.CheckConstraint(
                condition=Q(side__in=Side.values, state__in=MaterialState.values),
                name="material_side_and_state_known",
            ),
            models.CheckConstraint(
                condition=Q(is_sensitive=False, sensitive_reason="")
                | Q(is_sensitive=True, sensitive_reason__in=SensitiveReason.values),
                name="material_sensitive_has_a_reason",
            ),
            models.CheckConstraint(condition=Q(length__gte=1), name="material_has_a_text"),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "state", "arrived_on", "id"], name="material_town_state"
            ),
            models.Index(fields=["study", "id"], name="material_study"),
        ]

    def __str__(self) -> str:
        return self.reference

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coding a second time: who was given what, how far both agreed, and what they talked through."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.conversations.models import Study
from voelspriet.understand.coding.choices import (
    AgreementUnit,
    Coefficient,
    DifferenceOutcome,
    WhyNone,
)
from voelspriet.understand.coding.models.codebooks import Code, Codebook, CodebookVersion
from voelspriet.understand.coding.models.coding import CodingPass
from voelspriet.understand.coding.models.material import Material


class SecondCoding(models.Model):
    """Finished texts of a study, given to somebody who codes them blindly (tweede codering).

    `asked` is how many were drawn, by `seed`, from the references in order; both are empty when
    all were given. `finished_at`: both coders of every text are done and the agreement is there.
    """

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="+")
    reference = models.CharField(max_length=16, unique=True)
    codebook = models.ForeignKey(Codebook, on_delete=models.CASCADE, related_name="+")
    coder_id = models.BigIntegerField()
    coder_name = models.CharField(max_length=120)
    asked = models.PositiveIntegerField(null=True)
    seed = models.BigIntegerField(null=True)
    given_by_id = models.BigIntegerField()
    given_by_name = models.CharField(max_length=120)
    given_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked__isnull=True, seed__isnull=True)
                | Q(asked__isnull=False, asked__gte=1, seed__isnull=False),
                name="second_coding_sample_has_a_seed",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("given_at")),
                name="second_coding_given_before_finished",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class AgreementRun(models.Model):
    """How far two coders agreed, once; written and never changed (overeenstemming).

    `seed` is that of the draws of the intervals. `changed_texts` were left out: their words changed
    while they were coded.
    """

    second_coding = models.ForeignKey(SecondCoding, on_delete=models.CASCADE, related_name="runs")
    version = models.ForeignKey(CodebookVersion, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=120)
    seed = models.BigIntegerField()
    replications = models.PositiveIntegerField()
    texts = models.PositiveIntegerField()
    changed_texts = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(replications__gte=1_000), name="agreement_run_drawn_often"
            )
        ]


class AgreementText(models.Model):
    """A text that an agreement rests on, with its two passes (vergeleken tekst).

    The reference stays when the text is destroyed, so that what was compared can still be told.
    """

    run = models.ForeignKey(AgreementRun, on_delete=models.CASCADE, related_name="compared")
    reference = models.CharField(max_length=16)
    first = models.ForeignKey(CodingPass, on_delete=models.SET_NULL, null=True, related_name="+")
    second = models.ForeignKey(CodingPass, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "reference"], name="agreement_text_once")
        ]


class AgreementFigure(models.Model):
    """One coefficient of one code, with its interval or why there is none (maat)."""

    run = models.ForeignKey(AgreementRun, on_delete=models.CASCADE, related_name="figures")
    code = models.ForeignKey(Code, on_delete=models.CASCADE, related_name="+")
    coefficient = models.CharField(max_length=8, choices=Coefficient)
    unit = models.CharField(max_length=12, choices=AgreementUnit)
    value = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    why_none = models.CharField(max_length=12, choices=WhyNone, blank=True)
    units = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "code", "coefficient", "unit"], name="agreement_figure_once"
            ),
            models.CheckConstraint(
                condition=Q(coefficient__in=Coefficient.values, unit__in=AgreementUnit.values),
                name="agreement_figure_known",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, low__isnull=False, high__isnull=False, why_none="")
                | Q(
                    value__isnull=False,
                    low__isnull=True,
                    high__isnull=True,
                    why_none__in=[WhyNone.FEW_TEXTS, WhyNone.RARE, WhyNone.ALIKE],
                )
                | Q(
                    value__isnull=True,
                    low__isnull=True,
                    high__isnull=True,
                    why_none=WhyNone.EVERYWHERE,
                ),
                name="agreement_figure_or_why_none",
            ),
        ]


class CodingDifference(models.Model):
    """A piece of a text that two people coded differently, and what came of it (verschil).

    `text[start:end]` in codepoints. Without an outcome the first coder's fragments count.
    """

    second_coding = models.ForeignKey(
        SecondCoding, on_delete=models.CASCADE, related_name="differences"
    )
    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="+")
    reference = models.CharField(max_length=16, unique=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    outcome = models.CharField(max_length=12, choices=DifferenceOutcome, blank=True)
    reason = EncryptedTextField(blank=True)
    decided_by_id = models.BigIntegerField(null=True)
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["material", "start", "end"], name="coding_difference_once"
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="coding_difference_is_a_piece"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by_id__isnull=True, decided_at__isnull=True)
                | Q(
                    outcome__in=DifferenceOutcome.values,
                    decided_by_id__isnull=False,
                    decided_at__isnull=False,
                ),
                name="coding_difference_decided_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["second_coding", "id"], name="difference_of_second")]

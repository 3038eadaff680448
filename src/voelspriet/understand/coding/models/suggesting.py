# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was learned from codes to suggest them, how good it is, and from which texts it came."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.understand.coding.choices import WhyNotLearned, WhyNotSuggested
from voelspriet.understand.coding.models.codebooks import Code, CodebookVersion
from voelspriet.understand.coding.models.material import Material

# the lower end of the interval of a suggested code's precision: rather right than wrong
LEAST_PRECISION = 0.5


class Suggester(models.Model):
    """What was learned from what people coded with one version of a codebook (leerstand).

    `asked_at` is when somebody, or the program itself, last asked to learn; `learned_at` when it
    was done, from how many fragments of how many texts and sources. `weights` are numbers per group
    of letters, as JSON; empty when nothing is suggested. `seed` is that of the trial.
    """

    version = models.OneToOneField(CodebookVersion, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(null=True)
    asked_by_name = models.CharField(max_length=120, blank=True)
    learned_at = models.DateTimeField(null=True)
    seed = models.BigIntegerField(null=True)
    fragments = models.PositiveIntegerField(default=0)
    sources = models.PositiveIntegerField(default=0)
    texts = models.PositiveIntegerField(default=0)
    why_not = models.CharField(max_length=16, choices=WhyNotLearned, blank=True)
    weights = EncryptedTextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(learned_at__isnull=False, seed__isnull=False)
                | Q(
                    learned_at__isnull=True, seed__isnull=True, fragments=0, sources=0, texts=0,
                    why_not="", weights="",
                ),
                name="suggester_learned_or_empty",
            ),
            models.CheckConstraint(
                condition=Q(learned_at__isnull=True)
                | Q(why_not="") & ~Q(weights="")
                | Q(why_not__in=WhyNotLearned.values, weights=""),
                name="suggester_has_words_or_why_not",
            ),
        ]  # fmt: skip


class SuggestedCode(models.Model):
    """How good suggestions of one code are on texts that were held apart (voorgestelde code).

    Precision: of `suggested` fragments `right` had the code. Recall: of `held_with` fragments that
    had it the same `right` were suggested. An interval is empty when too few sources were in it.
    `why_not` is empty for what is suggested.
    """

    suggester = models.ForeignKey(Suggester, on_delete=models.CASCADE, related_name="codes")
    code = models.ForeignKey(Code, on_delete=models.CASCADE, related_name="+")
    fragments = models.PositiveIntegerField()
    sources = models.PositiveIntegerField()
    why_not = models.CharField(max_length=16, choices=WhyNotSuggested, blank=True)
    right = models.PositiveIntegerField(default=0)
    suggested = models.PositiveIntegerField(default=0)
    precision_low = models.FloatField(null=True)
    precision_high = models.FloatField(null=True)
    held_with = models.PositiveIntegerField(default=0)
    recall_low = models.FloatField(null=True)
    recall_high = models.FloatField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["suggester", "code"], name="suggested_code_once"),
            models.CheckConstraint(
                condition=Q(right__lte=F("suggested")) & Q(right__lte=F("held_with")),
                name="suggested_code_right_is_part",
            ),
            models.CheckConstraint(
                condition=Q(precision_low__isnull=True, precision_high__isnull=True)
                | Q(precision_low__gte=0, precision_high__lte=1, precision_low__isnull=False,
                    precision_high__isnull=False, precision_low__lte=F("precision_high")),
                name="suggested_code_precision_interval",
            ),
            models.CheckConstraint(
                condition=Q(recall_low__isnull=True, recall_high__isnull=True)
                | Q(recall_low__gte=0, recall_high__lte=1, recall_low__isnull=False,
                    recall_high__isnull=False, recall_low__lte=F("recall_high")),
                name="suggested_code_recall_interval",
            ),
            models.CheckConstraint(
                condition=Q(why_not__in=WhyNotSuggested.values)
                | Q(why_not="", precision_low__isnull=False, precision_low__gte=LEAST_PRECISION),
                name="suggested_code_measured_or_why_not",
            ),
        ]  # fmt: skip


class LearnedText(models.Model):
    """A text something was learned from (geleerde tekst).

    It goes with the text: what learned from more texts than it still has is not used, and forgets.
    """

    suggester = models.ForeignKey(Suggester, on_delete=models.CASCADE, related_name="learned")
    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["suggester", "material"], name="learned_text_once")
        ]

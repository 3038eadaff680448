# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codebooks: what fragments are coded with, frozen once a version is published."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.models import Municipality
from voelspriet.understand.coding.choices import CodebookKind

COLOUR_LENGTH = 7


class Codebook(models.Model):
    """A list of codes with what each means, in versions (codeboek).

    `seed` names the one that came with the program; empty for what a colleague made.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    reference = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=CodebookKind)
    seed = models.CharField(max_length=32, blank=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="codebook_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=CodebookKind.values), name="codebook_kind_known"
            ),
            models.UniqueConstraint(fields=["municipality", "name"], name="codebook_name_once"),
            models.UniqueConstraint(
                fields=["municipality", "seed"], condition=~Q(seed=""), name="codebook_seed_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CodebookVersion(models.Model):
    """One edition of a codebook; frozen once it is published (versie van een codeboek)."""

    codebook = models.ForeignKey(Codebook, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField(null=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1), name="codebook_version_from_one"),
            models.UniqueConstraint(
                fields=["codebook", "number"], name="codebook_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["codebook"],
                condition=Q(published_at__isnull=True),
                name="codebook_one_draft",
            ),
        ]


class Code(models.Model):
    """Something a fragment can be about, in one version of a codebook (code).

    `key` is the same in every version. `number` is that of a factor of the Tafel van 12, and a
    key on the keyboard. `colour` is "#rrggbb" where somebody chose one, for exchange with other
    programs; pages tell codes apart by name.
    """

    version = models.ForeignKey(CodebookVersion, on_delete=models.CASCADE, related_name="codes")
    key = models.UUIDField(default=uuid.uuid4)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="below")
    number = models.PositiveSmallIntegerField(null=True)
    name = models.CharField(max_length=120)
    definition = models.CharField(max_length=1000, blank=True)
    examples = models.CharField(max_length=2000, blank=True)
    colour = models.CharField(max_length=COLOUR_LENGTH, blank=True)
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="code_has_a_name"),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1), name="code_number_from_one"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="code_not_below_itself"
            ),
            models.UniqueConstraint(fields=["version", "key"], name="code_key_once"),
            models.UniqueConstraint(fields=["version", "number"], name="code_number_once"),
        ]

    def __str__(self) -> str:
        return self.name


class CodeMerge(models.Model):
    """Two codes that became one, in a version of their own (samenvoeging).

    `merged_key` is the code that went and `kept_key` the one that has its codings now, by the names
    they had. `codings` of `sources` texts went over, of which `doubled` had the kept code already;
    texts somebody was coding blindly went over too and are in none of these numbers.
    """

    codebook = models.ForeignKey(Codebook, on_delete=models.CASCADE, related_name="merges")
    version = models.OneToOneField(CodebookVersion, on_delete=models.CASCADE, related_name="merge")
    merged_key = models.UUIDField()
    merged_name = models.CharField(max_length=120)
    kept_key = models.UUIDField()
    kept_name = models.CharField(max_length=120)
    codings = models.PositiveIntegerField()
    doubled = models.PositiveIntegerField()
    sources = models.PositiveIntegerField()
    merged_by_id = models.BigIntegerField()
    merged_by_name = models.CharField(max_length=120)
    merged_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_key=F("kept_key")), name="code_merge_of_two_codes"
            ),
            models.CheckConstraint(
                condition=~Q(merged_name="") & ~Q(kept_name=""), name="code_merge_says_names"
            ),
            models.CheckConstraint(
                condition=Q(doubled__lte=F("codings"), sources__lte=F("codings")),
                name="code_merge_numbers_are_parts",
            ),
            models.UniqueConstraint(fields=["codebook", "merged_key"], name="code_merged_once"),
        ]

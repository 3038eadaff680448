# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What coders did: passes, fragments with their codes, and deeds that can be undone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.conversations.models import Speaker
from voelspriet.understand.coding.choices import (
    ActingParty,
    CodeOrigin,
    DeedKind,
    Dimension,
    Side,
    Valence,
    World,
)
from voelspriet.understand.coding.models.codebooks import Code
from voelspriet.understand.coding.models.material import Material


class CodingPass(models.Model):
    """One coder going through one text (codeerronde).

    `is_second`: blind, beside the first one, for agreement. Such a pass may be given to a coder
    before it begins: `started_at` is empty until then.
    """

    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="passes")
    coder_id = models.BigIntegerField()
    coder_name = models.CharField(max_length=120)
    is_second = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    second_coding = models.ForeignKey(
        "coding.SecondCoding", on_delete=models.CASCADE, null=True, related_name="passes"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(second_coding__isnull=True) | Q(is_second=True),
                name="pass_given_is_second",
            ),
            models.UniqueConstraint(fields=["material", "coder_id"], name="pass_once_per_coder"),
            models.UniqueConstraint(fields=["material", "is_second"], name="pass_first_and_second"),
            models.CheckConstraint(
                condition=Q(started_at__isnull=False) | Q(is_second=True),
                name="pass_first_has_begun",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True)
                | Q(started_at__isnull=False, finished_at__gte=F("started_at")),
                name="pass_begun_before_finished",
            ),
        ]
        indexes = [models.Index(fields=["coder_id", "finished_at"], name="pass_of_coder")]


class Fragment(models.Model):
    """A piece of a text with what a coder said of it (fragment).

    `text[start:end]` in codepoints of the text with this `digest`. Fragments may overlap. `speaker`
    is who of a conversation said it, by number and never by name. `place` is an area and never a
    point. `removed_at`: taken away, until the pass is finished. `counts` says whether it is among
    what was coded in the end; empty is what its pass says, the first one yes. `difference` is what
    two coders talked through to come to it.
    """

    coding_pass = models.ForeignKey(CodingPass, on_delete=models.CASCADE, related_name="fragments")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    codes: models.ManyToManyField[Code, FragmentCode] = models.ManyToManyField(
        Code, through="FragmentCode", related_name="fragments"
    )
    speaker = models.ForeignKey(Speaker, on_delete=models.SET_NULL, null=True, related_name="+")
    side = models.CharField(max_length=16, choices=Side, default=Side.UNKNOWN)
    valence = models.CharField(max_length=8, choices=Valence, default=Valence.NEUTRAL)
    dimension = models.CharField(max_length=8, choices=Dimension, blank=True)
    world = models.CharField(max_length=8, choices=World, blank=True)
    acting_party = models.CharField(max_length=16, choices=ActingParty, blank=True)
    hot_spot = EncryptedTextField(blank=True)
    hot_crime = EncryptedTextField(blank=True)
    hot_time = EncryptedTextField(blank=True)
    place = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    memo = EncryptedTextField(blank=True)
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    counts = models.BooleanField(null=True)
    difference = models.ForeignKey(
        "coding.CodingDifference", on_delete=models.CASCADE, null=True, related_name="agreed"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(difference__isnull=True) | Q(counts__isnull=False, counts=True),
                name="fragment_agreed_counts",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="fragment_is_a_piece_of_text"
            ),
            models.CheckConstraint(
                condition=Q(
                    side__in=Side.values,
                    valence__in=Valence.values,
                    dimension__in=["", *Dimension.values],
                    world__in=["", *World.values],
                    acting_party__in=["", *ActingParty.values],
                ),
                name="fragment_facets_known",
            ),
        ]
        indexes = [
            models.Index(fields=["coding_pass", "removed_at", "start"], name="fragment_of_pass")
        ]


class FragmentCode(models.Model):
    """A code given to a fragment (toegekende code).

    `origin` tells what the program had suggested for the piece when its coder gave the code: such a
    fragment teaches nothing and measures nothing, or suggestions would be held against themselves.
    """

    fragment = models.ForeignKey(Fragment, on_delete=models.CASCADE, related_name="given")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="given")
    origin = models.CharField(max_length=12, choices=CodeOrigin, default=CodeOrigin.PERSON)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(origin__in=CodeOrigin.values), name="fragment_code_origin_known"
            ),
            models.UniqueConstraint(fields=["fragment", "code"], name="fragment_code_once"),
        ]


class CodingDeed(models.Model):
    """Something a coder did in a pass, kept until it is finished so that it can be undone.

    (handeling) A change takes one fragment away and puts another in its place.
    """

    coding_pass = models.ForeignKey(CodingPass, on_delete=models.CASCADE, related_name="deeds")
    kind = models.CharField(max_length=8, choices=DeedKind)
    added = models.ForeignKey(Fragment, on_delete=models.CASCADE, null=True, related_name="+")
    removed = models.ForeignKey(Fragment, on_delete=models.CASCADE, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=DeedKind.ADD, added__isnull=False, removed__isnull=True)
                | Q(kind=DeedKind.CHANGE, added__isnull=False, removed__isnull=False)
                | Q(kind=DeedKind.REMOVE, added__isnull=True, removed__isnull=False),
                name="deed_says_what_it_did",
            )
        ]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Projects of other programs on their way into a study: a few days, then the row goes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.listen.conversations.choices import Perspective, SourceKind
from voelspriet.listen.conversations.models import Study
from voelspriet.understand.coding.choices import ImportState

WITH_FILE = (ImportState.WAITING, ImportState.CHECKED, ImportState.ENTERING)


class ProjectImport(models.Model):
    """A project file somebody sent, and what comes of it (ingelezen project).

    `content` is the file, encrypted with the key file, until it was entered or refused. `told` is
    what is in it and what stays out, as JSON; `why` is the sentence it was refused with. `keep` are
    words that are no names, one a line. `language` is that in which it is told.
    """

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="+")
    reference = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.WAITING)
    kind = models.CharField(max_length=16, choices=SourceKind)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    perspective = models.CharField(max_length=16, choices=Perspective, blank=True)
    codebook = models.CharField(max_length=120)
    keep = EncryptedTextField(blank=True)
    content = models.BinaryField(null=True)
    told = EncryptedTextField(blank=True)
    why = EncryptedTextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=2)
    asked_by_id = models.BigIntegerField()
    asked_by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=WITH_FILE, content__isnull=False)
                | Q(state__in=[ImportState.DONE, ImportState.REFUSED], content__isnull=True),
                name="project_import_file_until_done",
            ),
            models.CheckConstraint(
                condition=(Q(state=ImportState.REFUSED) & ~Q(why=""))
                | (~Q(state=ImportState.REFUSED) & Q(why="")),
                name="project_import_refused_says_why",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=SourceKind.values, perspective__in=["", *Perspective.values]
                )
                & ~Q(codebook=""),
                name="project_import_says_what_it_is",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["study", "-id"], name="project_import_of_study")]

    def __str__(self) -> str:
        return self.reference

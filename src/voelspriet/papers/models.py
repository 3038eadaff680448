# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers that were asked for: the words until one is made, the file after."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.papers.choices import PaperFormat, PaperKind, PaperState


class PaperStyle(models.Model):
    """How the papers of a municipality look, where it chose so (huisstijl).

    `colour` is that of titles and links, `line` of lines: as "#0b5a61", each to be read on white.
    `logo` is a PNG drawn anew by us, `logo_alt` what it shows in words.
    """

    municipality = models.OneToOneField(
        Municipality, on_delete=models.CASCADE, related_name="paper_style"
    )
    colour = models.CharField(max_length=7)
    line = models.CharField(max_length=7)
    logo = models.BinaryField(null=True)
    logo_alt = models.CharField(max_length=160, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(colour__startswith="#", line__startswith="#"),
                name="paper_style_has_colours",
            ),
            models.CheckConstraint(
                condition=Q(logo__isnull=True, logo_alt="")
                | (Q(logo__isnull=False) & ~Q(logo_alt="")),
                name="paper_style_logo_has_words",
            ),
        ]


class Paper(models.Model):
    """A document set as a file (papier).

    Known by what it says: `digest` is of the whole document, so that other words are another
    paper and nobody is given an old one. `source` holds the document until it is made. Kept a
    week: it can always be made again.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16, choices=PaperKind)
    format = models.CharField(max_length=4, choices=PaperFormat, default=PaperFormat.PDF)
    digest = models.CharField(max_length=64)
    source = EncryptedTextField(blank=True)
    state = models.CharField(max_length=8, choices=PaperState, default=PaperState.WAITING)
    file_name = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=80, blank=True)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "digest", "format"], name="paper_once"),
            models.CheckConstraint(
                condition=~Q(state=PaperState.MADE) | (~Q(file_name="") & Q(made_at__isnull=False)),
                name="paper_made_has_a_file",
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.MADE) | ~Q(source=""),
                name="paper_to_make_has_its_words",
            ),
        ]
        indexes = [models.Index(fields=["state", "asked_at"], name="paper_state_asked")]

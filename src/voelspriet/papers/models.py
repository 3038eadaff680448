# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers that were asked for, papers that were frozen, and what colleagues say about those."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan

from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.privacy.fields import EncryptedTextField
from voelspriet.papers.choices import PaperFormat, PaperKind, PaperState


def _said(column: str) -> Q:
    return Q(GreaterThan(Length(Trim(F(column))), 0))


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


class PaperVersion(models.Model):
    """A paper as it was when it was laid before somebody (versie van een papier).

    `content` is the document itself, whole, and never changes. `about` says what it is of: the
    reference of a plan (for a programme with its first year) or of a neighbourhood agenda. It
    goes when that goes.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    plan = models.ForeignKey(
        "plans.Plan", on_delete=models.CASCADE, null=True, related_name="paper_versions"
    )
    agenda = models.ForeignKey(
        "agenda.AreaAgenda", on_delete=models.CASCADE, null=True, related_name="paper_versions"
    )
    kind = models.CharField(max_length=16, choices=PaperKind)
    about = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=200, blank=True)
    content = EncryptedTextField()
    frozen_by_id = models.BigIntegerField()
    frozen_by_name = models.CharField(max_length=120)
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "about", "number"], name="paper_version_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="paper_version_counts_from_1"),
            models.CheckConstraint(
                condition=_said("about") & ~Q(content=""),
                name="paper_version_holds_a_document",
            ),
            models.CheckConstraint(
                condition=Q(kind=PaperKind.AGENDA_SHEET, plan=None, agenda__isnull=False)
                | (~Q(kind=PaperKind.AGENDA_SHEET) & Q(plan__isnull=False, agenda=None)),
                name="paper_version_is_of_one_thing",
            ),
        ]


class PaperComment(models.Model):
    """What a colleague says about a frozen paper (opmerking bij een papier).

    `heading` is where in the paper, as its headings say it; empty is about the whole. Who settles
    it answers.
    """

    version = models.ForeignKey(PaperVersion, on_delete=models.CASCADE, related_name="comments")
    heading = models.CharField(max_length=300, blank=True)
    text = models.CharField(max_length=2000)
    said_by_id = models.BigIntegerField()
    said_by_name = models.CharField(max_length=120)
    said_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_said("text"), name="paper_comment_says_something"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by_name="", answer="")
                | Q(_said("settled_by_name"), _said("answer"), settled_at__isnull=False),
                name="paper_comment_settled_with_an_answer",
            ),
        ]

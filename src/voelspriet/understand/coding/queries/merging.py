# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what a merge of two codes would do, why it may not be done, and which were done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.understand.coding.models import (
    Code,
    Codebook,
    CodebookVersion,
    CodeMerge,
    FragmentCode,
    SecondCoding,
)
from voelspriet.understand.coding.rules.access import may_code, open_passes, visible_codebooks
from voelspriet.understand.coding.rules.uses import hindrances


@dataclass(frozen=True, slots=True)
class Moving:
    """How much goes over: codings, in how many texts, and how many stand where the other does."""

    codings: int
    sources: int
    doubled: int


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging would do; `why_not` are sentences, empty when it may be done."""

    merged_name: str
    kept_name: str
    below: tuple[str, ...]
    moving: Moving
    why_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that was done."""

    merged_name: str
    kept_name: str
    number: int
    codings: int
    sources: int
    doubled: int
    merged_by_name: str
    merged_at: datetime


def merge_plan(*, reference: str, merged_id: int, kept_id: int, by: Actor) -> MergePlan:
    """Return what it would do to merge two codes of the newest published version.

    Counts no text that is being coded blindly: they are the same whoever asks.
    """
    book = visible_codebooks(by).filter(reference=reference).first() if may_code(by) else None
    version = newest_published(book) if book else None
    if book is None or version is None:
        raise OutOfScope(_("Dit codeboek is er niet."))
    merged, kept = code_in(version, merged_id), code_in(version, kept_id)
    below = Code.objects.filter(parent=merged).exclude(pk=kept.pk).order_by("position", "pk")
    return MergePlan(
        merged.name,
        kept.name,
        tuple(below.values_list("name", flat=True)),
        moving(book, merged.key, kept.key),
        why_not(book, merged.key),
    )


def merges(*, reference: str, by: Actor) -> tuple[MergeRow, ...]:
    """Return what was merged in a codebook, the newest first."""
    found = CodeMerge.objects.filter(
        codebook__in=visible_codebooks(by).filter(reference=reference)
    ).select_related("version")
    return tuple(
        MergeRow(
            one.merged_name, one.kept_name, one.version.number, one.codings, one.sources,
            one.doubled, one.merged_by_name, one.merged_at,
        )
        for one in found.order_by("-version__number")
    )  # fmt: skip


def newest_published(book: Codebook) -> CodebookVersion | None:
    """Return the version that is coded with now."""
    return book.versions.filter(published_at__isnull=False).order_by("-number").first()


def code_in(version: CodebookVersion, code_id: int) -> Code:
    """Return a code of a version; OutOfScope when it is not in it."""
    found = version.codes.filter(pk=code_id).first()
    if found is None:
        raise OutOfScope(_("Deze code is er niet."))
    return found


def given_in(book: Codebook, key: UUID) -> QuerySet[FragmentCode]:
    """Return every time a code was given, with whichever version of its codebook."""
    return FragmentCode.objects.filter(code__version__codebook=book, code__key=key)


def moving(book: Codebook, merged: UUID, kept: UUID) -> Moving:
    """Count what would go over, in one question."""
    same_place = given_in(book, kept).filter(
        fragment__coding_pass=OuterRef("fragment__coding_pass"),
        fragment__start=OuterRef("fragment__start"),
        fragment__end=OuterRef("fragment__end"),
        fragment__removed_at__isnull=True,
    )
    told = (
        given_in(book, merged)
        .filter(
            fragment__removed_at__isnull=True,
            fragment__coding_pass__in=open_passes(book.municipality_id),
        )
        .aggregate(
            codings=Count("fragment", distinct=True),
            sources=Count("fragment__coding_pass__material", distinct=True),
            doubled=Count("fragment", distinct=True, filter=Exists(same_place)),
        )
    )
    return Moving(told["codings"], told["sources"], told["doubled"])


def why_not(book: Codebook, merged: UUID) -> tuple[str, ...]:
    """Return why a code of a codebook may not go into another now."""
    told = []
    if book.versions.filter(published_at__isnull=True).exists():
        told.append(_("Er is een concept van dit codeboek. Publiceer het eerst."))
    running = SecondCoding.objects.filter(codebook=book, finished_at__isnull=True)
    told += [
        _(
            "Tweede codering %(reference)s met dit codeboek loopt nog. Voeg samen als zij klaar "
            "is: anders vergelijkt u straks iets anders dan waarmee twee mensen begonnen."
        )
        % {"reference": one}
        for one in running.order_by("reference").values_list("reference", flat=True)
    ]
    return (*told, *hindrances(merged, book.municipality_id))

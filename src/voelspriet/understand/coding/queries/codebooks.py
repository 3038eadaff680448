# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading codebooks: the list, one version as a tree, and what can be coded with now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.models import Code, Codebook, CodebookVersion
from voelspriet.understand.coding.rules.access import may_code, visible_codebooks


@dataclass(frozen=True, slots=True)
class CodebookRow:
    """A codebook in a list; `published` and `draft` are numbers of versions, or None."""

    reference: str
    name: str
    kind: str
    kind_label: str
    published: int | None
    draft: int | None
    codes: int


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code with how deep it stands; `path` names it with what it stands under."""

    id: int
    key: UUID
    parent_id: int | None
    number: int | None
    name: str
    path: str
    definition: str
    examples: str
    colour: str
    depth: int


@dataclass(frozen=True, slots=True)
class CodebookDetail:
    """One version of a codebook with its codes in reading order."""

    codebook: CodebookRow
    version_id: int
    number: int
    published_at: datetime | None
    made_by_name: str
    codes: tuple[CodeRow, ...]
    versions: tuple[tuple[int, bool], ...]
    may_edit: bool


@dataclass(frozen=True, slots=True)
class UsableCodebook:
    """The published version of a codebook, to code with."""

    reference: str
    name: str
    kind: str
    number: int
    codes: tuple[CodeRow, ...]


def codebooks(*, by: Actor) -> tuple[CodebookRow, ...]:
    """Return the codebooks `by` may read, by kind and name: factors first."""
    counted = Prefetch("versions", _versions().annotate(size=Count("codes")))
    found = visible_codebooks(by).prefetch_related(counted)
    order = list(CodebookKind.values)
    return tuple(
        _row(one) for one in sorted(found, key=lambda one: (order.index(one.kind), one.name))
    )


def codebook_detail(*, reference: str, by: Actor, number: int | None = None) -> CodebookDetail:
    """Return a version of a codebook: that with `number`, else the newest one.

    OutOfScope: no such codebook or version for `by`.
    """
    counted = Prefetch("versions", _versions().annotate(size=Count("codes")))
    one = visible_codebooks(by).prefetch_related(counted).filter(reference=reference).first()
    versions = list(one.versions.all()) if one else []
    chosen = [row for row in versions if number is None or row.number == number]
    if one is None or not chosen:
        raise OutOfScope(_("Dit codeboek is er niet."))
    version = chosen[-1]
    return CodebookDetail(
        codebook=_row(one),
        version_id=version.pk,
        number=version.number,
        published_at=version.published_at,
        made_by_name=version.made_by_name,
        codes=in_order(version.codes.all()),
        versions=tuple((row.number, row.published_at is not None) for row in versions),
        may_edit=may_code(by) and version.published_at is None,
    )


def usable_codebooks(*, by: Actor) -> tuple[UsableCodebook, ...]:
    """Return the newest published version of every codebook `by` may read: factors first."""
    published = CodebookVersion.objects.filter(published_at__isnull=False).order_by("number")
    found = visible_codebooks(by).prefetch_related(
        Prefetch("versions", published.prefetch_related("codes"))
    )
    order = list(CodebookKind.values)
    return tuple(
        UsableCodebook(
            one.reference,
            one.name,
            one.kind,
            list(one.versions.all())[-1].number,
            in_order(list(one.versions.all())[-1].codes.all()),
        )
        for one in sorted(found, key=lambda one: (order.index(one.kind), one.name))
        if one.versions.all()
    )


def in_order(codes: Iterable[Code]) -> tuple[CodeRow, ...]:
    """Return codes as a tree is read: each under what it stands under, by position."""
    below: dict[int | None, list[Code]] = {}
    for code in sorted(codes, key=lambda one: (one.position, one.pk)):
        below.setdefault(code.parent_id, []).append(code)
    return tuple(_walk(below, None, (), 0))


def _walk(
    below: dict[int | None, list[Code]], parent: int | None, names: tuple[str, ...], depth: int
) -> Iterator[CodeRow]:
    for code in below.get(parent, ()):
        path = (*names, code.name)
        yield CodeRow(
            id=code.pk,
            key=code.key,
            parent_id=parent,
            number=code.number,
            name=code.name,
            path=" › ".join(path),
            definition=code.definition,
            examples=code.examples,
            colour=code.colour,
            depth=depth,
        )
        yield from _walk(below, code.pk, path, depth + 1)


def _versions() -> QuerySet[CodebookVersion]:
    return CodebookVersion.objects.order_by("number")


def _row(one: Codebook) -> CodebookRow:
    versions = list(one.versions.all())
    published = [row.number for row in versions if row.published_at is not None]
    draft = [row.number for row in versions if row.published_at is None]
    return CodebookRow(
        reference=one.reference,
        name=one.name,
        kind=one.kind,
        kind_label=str(CodebookKind(one.kind).label),
        published=published[-1] if published else None,
        draft=draft[-1] if draft else None,
        codes=getattr(versions[-1], "size", 0) if versions else 0,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the versions of a paper: the list, one with what is said about it, its document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.models import PaperComment, PaperVersion
from voelspriet.papers.versions.rules import may_write, owner_of, visible_versions
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.stored import read


@dataclass(frozen=True, slots=True)
class PaperVersionRow:
    """A version of a paper, and how many comments on it nobody answered yet."""

    number: int
    why: str
    frozen_by_name: str
    frozen_at: datetime
    open_comments: int = 0


@dataclass(frozen=True, slots=True)
class PaperCommentRow:
    """What a colleague said about a version; `heading` is empty where it is about the whole."""

    id: int
    heading: str
    text: str
    said_by_name: str
    said_at: datetime
    settled_at: datetime | None
    settled_by_name: str
    answer: str


@dataclass(frozen=True, slots=True)
class PaperVersionDetail:
    """One version with its document and what was said; comments come on the newest alone."""

    owner_title: str
    version: PaperVersionRow
    newest: int
    document: Document
    comments: tuple[PaperCommentRow, ...]
    may_settle: bool

    @property
    def is_newest(self) -> bool:
        """Tell whether no later version was frozen."""
        return self.version.number == self.newest


def paper_versions(*, kind: PaperKind, about: str, by: Actor) -> tuple[PaperVersionRow, ...]:
    """Return the versions of a paper `by` may read, newest first. One query."""
    waits = Count("comments", filter=Q(comments__settled_at__isnull=True))
    rows = visible_versions(kind, about, by).defer("content").annotate(waits=waits)
    return tuple(_row(one, one.waits) for one in rows.order_by("-number"))


def owner_title(*, kind: PaperKind, reference: str, by: Actor) -> str:
    """Return what the plan or agenda of a paper is called. OutOfScope for any `by` may not see."""
    owner = owner_of(kind)
    one = owner.visible(by).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(str(owner.missing))
    return owner.title(one)


def paper_version(*, kind: PaperKind, about: str, number: int, by: Actor) -> PaperVersionDetail:
    """Return one version. Raises OutOfScope where there is none `by` may read."""
    owner, every = owner_of(kind), visible_versions(kind, about, by)
    one = every.select_related(owner.column).filter(number=number).first()
    if one is None:
        raise OutOfScope(_("Deze versie is er niet."))
    return PaperVersionDetail(
        owner_title=owner.title(getattr(one, owner.column)),
        version=_row(one),
        newest=every.aggregate(newest=Max("number"))["newest"] or 0,
        document=read(one.content),
        comments=tuple(_comment(row) for row in one.comments.order_by("pk")),
        may_settle=may_write(one, by),
    )


def _row(one: PaperVersion, waits: int = 0) -> PaperVersionRow:
    return PaperVersionRow(one.number, one.why, one.frozen_by_name, one.frozen_at, waits)


def _comment(row: PaperComment) -> PaperCommentRow:
    return PaperCommentRow(
        id=row.pk,
        heading=row.heading,
        text=row.text,
        said_by_name=row.said_by_name,
        said_at=row.said_at,
        settled_at=row.settled_at,
        settled_by_name=row.settled_by_name,
        answer=row.answer,
    )

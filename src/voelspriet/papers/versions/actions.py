# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Freeze a paper as a version, say something about it, answer what was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.rules.proposals import COMMENT_LIMIT, WHY_LIMIT, worded
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.models import PaperComment, PaperVersion
from voelspriet.papers.versions.changes import is_the_same
from voelspriet.papers.versions.rules import (
    ANSWER_LIMIT,
    held,
    refuse_unless_writing,
    visible_versions,
)
from voelspriet.papers.writers.chapters import headings
from voelspriet.papers.writers.checking import check
from voelspriet.papers.writers.document import Document, words
from voelspriet.papers.writers.stored import read, written


@action
def freeze_paper(
    *,
    document: Document,
    kind: PaperKind,
    owner: str,
    about: str,
    why: str,
    by: Actor,
    at: datetime,
) -> int:
    """Keep a paper, in Dutch, as it is now; return the number of the version.

    `owner` is the reference of the plan or neighbourhood agenda it is of. Its foot says which
    version it is. Refuses who only reads along, and a paper in which nothing changed since the
    last version. Raises PaperError for one that not everybody could read.
    """
    check(document)
    of = held(kind, owner, by)
    latest = visible_versions(kind, about, by).order_by("-number").first()
    if latest is not None and is_the_same(read(latest.content), document):
        raise Refused(
            _("Er is niets veranderd sinds versie %(number)s.") % {"number": latest.number}
        )
    number = latest.number + 1 if latest is not None else 1
    made = PaperVersion.objects.create(
        municipality_id=by.municipality_id or 0,
        **of,
        kind=kind,
        about=about,
        number=number,
        why=worded(why, WHY_LIMIT, field="why"),
        content=written(_numbered(document, number)),
        frozen_by_id=by.user_id or 0,
        frozen_by_name=by.name,
        frozen_at=at,
    )
    _record("paper_version.freeze", made, by, at)
    return made.number


@action
def comment_on_paper(
    *,
    kind: PaperKind,
    about: str,
    number: int,
    heading: str,
    text: str,
    by: Actor,
    at: datetime,
) -> None:
    """Say something about the newest version, at one of its headings or about the whole.

    Refuses an older version, a heading that is not in it, and an empty text.
    """
    version = _version(kind, about, number, by)
    if visible_versions(kind, about, by).filter(number__gt=number).exists():
        raise Refused(_("Er is een nieuwere versie. Zet uw opmerking daarbij."))
    if heading and heading not in headings(read(version.content)):
        raise Refused(_("Dit kopje staat niet in deze versie."), field="heading")
    PaperComment.objects.create(
        version=version,
        heading=heading,
        text=worded(text, COMMENT_LIMIT, field="text", is_needed=True),
        said_by_id=by.user_id or 0,
        said_by_name=by.name,
        said_at=at,
    )
    _record("paper_version.comment", version, by, at)


@action
def settle_paper_comment(
    *,
    kind: PaperKind,
    about: str,
    number: int,
    comment_id: int,
    answer: str,
    by: Actor,
    at: datetime,
) -> None:
    """Answer a comment, which settles it; the first answer stays.

    Refuses who only reads along, and no answer. OutOfScope: no such comment on this version.
    """
    version = _version(kind, about, number, by)
    refuse_unless_writing(version, by)
    told = worded(answer, ANSWER_LIMIT, field="answer", is_needed=True)
    found = version.comments.filter(pk=comment_id)
    if not found.exists():
        raise OutOfScope(_("Deze opmerking is er niet."))
    found.filter(settled_at__isnull=True).update(
        settled_at=at, settled_by_name=by.name, answer=told
    )
    _record("paper_version.comment_settled", version, by, at, comment=comment_id)


def _numbered(document: Document, number: int) -> Document:
    """Return a paper whose foot says which version it is, in its own language."""
    with translation.override(document.language):
        told = _("vastgelegd als versie %(number)s op %(day)s") % {
            "number": number,
            "day": date_format(document.made_on, "j F Y"),
        }
    foot = document.footer
    if foot:  # one line goes on after another, whether or not that was a sentence
        foot = words(*foot[:-1], replace(foot[-1], text=foot[-1].text.removesuffix(".")), " · ")
    return replace(document, footer=words(*foot, told))


def _version(kind: PaperKind, about: str, number: int, by: Actor) -> PaperVersion:
    found = visible_versions(kind, about, by).filter(number=number).first()
    if found is None:
        raise OutOfScope(_("Deze versie is er niet."))
    return found


def _record(name: str, version: PaperVersion, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="paper_version",
        reference=version.about,
        municipality_id=version.municipality_id,
        kind=version.kind,
        version=version.number,
        **detail,
    )

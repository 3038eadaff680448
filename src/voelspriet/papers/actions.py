# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask for a paper, make it, throw it away after a week; choose how papers look.

Only asking and choosing are a person's deeds. A web process asks, the job process makes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.papers import files
from voelspriet.papers.choices import PaperFormat, PaperKind, PaperState
from voelspriet.papers.models import Paper, PaperStyle
from voelspriet.papers.styling import ALT_LIMIT, Chosen, logo_of, readable
from voelspriet.papers.writers.checking import check
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.pdf import write_pdf
from voelspriet.papers.writers.stored import digest, read, written

KEPT = timedelta(days=7)
MOST_ATTEMPTS = 3
WRITERS = {PaperFormat.PDF: write_pdf, PaperFormat.DOCX: write_docx}


def ask_paper(
    document: Document,
    *,
    kind: PaperKind,
    municipality_id: int,
    by: Actor,
    at: datetime,
    form: PaperFormat = PaperFormat.PDF,
) -> None:
    """Have the paper of a document made; nothing is done where it is made or under way.

    Raises PaperError for a document that could not be read by everybody.
    """
    check(document)
    of_it = Paper.objects.filter(
        municipality_id=municipality_id, digest=digest(document), format=form
    )
    if not of_it.exclude(state=PaperState.FAILED).exists():
        _ask(document=document, kind=kind, form=form, municipality_id=municipality_id, by=by, at=at)


@action
def _ask(
    *,
    document: Document,
    kind: PaperKind,
    form: PaperFormat,
    municipality_id: int,
    by: Actor,
    at: datetime,
) -> None:
    """Write down that a paper is asked for, and wake the job that makes it."""
    paper, _is_new = Paper.objects.update_or_create(
        municipality_id=municipality_id,
        digest=digest(document),
        format=form,
        defaults={
            "kind": kind,
            "source": written(document),
            "state": PaperState.WAITING,
            "attempts": 0,
            "error": "",
            "file_name": "",
            "made_at": None,
            "asked_at": at,
        },
    )
    enqueue("papers.make", paper_id=paper.pk)
    record(
        "paper.ask",
        by=by,
        at=at,
        subject="paper",
        reference=paper.digest[:16],
        municipality_id=municipality_id,
        kind=str(kind),
        format=str(form),
    )


def make_paper(*, paper_id: int, at: datetime) -> None:
    """Make a paper that waits; nothing is done for any other. For the job process and commands.

    What goes wrong, a full disk too, is kept as the kind of error: after three times the paper
    has failed, its page says so, and somebody must ask again.
    """
    paper = Paper.objects.filter(pk=paper_id, state=PaperState.WAITING).first()
    if paper is None:
        return
    try:
        write = WRITERS[PaperFormat(paper.format)]
        name = files.keep(write(read(paper.source), fonts=settings.PAPER_FONTS))
    except Exception as error:  # noqa: BLE001  the row tells, whatever went wrong
        _note_failure(paper, type(error).__name__)
        return
    with housekeeping("papers.make"):
        taken = Paper.objects.filter(pk=paper_id, state=PaperState.WAITING).update(
            state=PaperState.MADE, file_name=name, source="", error="", made_at=at
        )
    if not taken:  # another worker was first
        files.destroy([name])


def expire_papers(*, at: datetime) -> int:
    """Throw away papers asked for a week before `at`, and files no row names; return how many."""
    with housekeeping("papers.expire"):
        old = Paper.objects.filter(asked_at__lt=at - KEPT)
        names = [name for name in old.values_list("file_name", flat=True) if name]
        old.delete()
        kept = set(Paper.objects.exclude(file_name="").values_list("file_name", flat=True))
    files.destroy(names)
    lost = [
        path.name
        for path in (files.folder().iterdir() if files.folder().is_dir() else ())
        # a day old, so that none is still on its way to its row
        if path.name not in kept and path.stat().st_mtime < (at - timedelta(days=1)).timestamp()
    ]
    files.destroy(lost)
    return len(names) + len(lost)


@action
def choose_paper_style(*, chosen: Chosen, by: Actor, at: datetime) -> None:
    """Choose how every paper of the own municipality looks from now on.

    Refuses anybody but an administrator; a colour that cannot be read on white paper (a contrast
    below 4.5); a logo that is no PNG or JPEG, is too large or too small, or has no words.
    """
    municipality_id = _own(by)
    colour = readable(chosen.colour, "colour")
    line = readable(chosen.line, "line")
    before = PaperStyle.objects.filter(municipality_id=municipality_id).first()
    kept = bytes(before.logo) if before and before.logo else b""
    logo = kept if chosen.logo is None else logo_of(chosen.logo)
    words = " ".join(chosen.logo_alt.split())[:ALT_LIMIT]
    if logo and not words:
        raise Refused(_("Schrijf in woorden wat er op het logo staat."), field="logo_alt")
    PaperStyle.objects.update_or_create(
        municipality_id=municipality_id,
        defaults={
            "colour": colour,
            "line": line,
            "logo": logo or None,
            "logo_alt": words if logo else "",
            "changed_at": at,
        },
    )
    _note_style("paper_style.choose", by, at, has_logo=bool(logo))


@action
def drop_paper_style(*, by: Actor, at: datetime) -> None:
    """Have papers look as the house's own again. Refuses anybody but an administrator."""
    PaperStyle.objects.filter(municipality_id=_own(by)).delete()
    _note_style("paper_style.drop", by, at)


def _own(by: Actor) -> int:
    if by.municipality_id is None or not by.is_staff or not by.has(Role.ADMINISTRATOR):
        raise Refused(_("Alleen een beheerder mag dit."))
    return by.municipality_id


def _note_style(name: str, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="paper_style",
        reference="",
        municipality_id=by.municipality_id,
        **detail,
    )


def _note_failure(paper: Paper, kind: str) -> None:
    attempts = paper.attempts + 1
    with housekeeping("papers.failed"):
        Paper.objects.filter(pk=paper.pk, state=PaperState.WAITING).update(
            attempts=attempts,
            error=kind[:80],
            state=PaperState.FAILED if attempts >= MOST_ATTEMPTS else PaperState.WAITING,
        )

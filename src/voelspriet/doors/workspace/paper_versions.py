# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The versions of a paper: freezing one, its page with what is said, its file, what changed.

A view says which paper, as `Versioned`; plans and neighbourhood agendas share what stands here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from voelspriet.act.plans.forms.proposals import FreezeForm
from voelspriet.doors.workspace.access import StaffRequest, refusals_on
from voelspriet.doors.workspace.numbers import id_of, number_of
from voelspriet.doors.workspace.paper_files import RESPONSES, ask_file, files_of, format_of
from voelspriet.doors.workspace.writing import done
from voelspriet.lib.text_changes import PartChange
from voelspriet.papers.choices import PaperFormat, PaperKind
from voelspriet.papers.queries import paper_file
from voelspriet.papers.versions.actions import (
    comment_on_paper,
    freeze_paper,
    settle_paper_comment,
)
from voelspriet.papers.versions.changes import changes_between
from voelspriet.papers.versions.forms import PaperAnswerForm, PaperCommentForm
from voelspriet.papers.versions.queries import owner_title, paper_version, paper_versions
from voelspriet.papers.writers.chapters import headings
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html

FREEZE = "freeze"


@dataclass(frozen=True, slots=True)
class Routes:
    """The names of the addresses of versions: one of them, its file, and what changed."""

    version: str
    file: str
    changes: str


@dataclass(frozen=True, slots=True)
class Versioned:
    """A paper that has versions: what it is of, and where it and they stand.

    `owner` is the reference of the plan or agenda and `owner_page` where that stands; `page` is
    that of the paper of today; `parts` are those of the addresses of its versions; `note` says
    what a version is.
    """

    kind: PaperKind
    owner: str
    owner_page: str
    about: str
    title: str | Promise
    page: str
    note: str | Promise
    routes: Routes
    parts: dict[str, str]

    @property
    def key(self) -> dict[str, Any]:
        """Return how its versions are found."""
        return {"kind": self.kind, "about": self.about}

    @property
    def changes_at(self) -> str:
        """Return where what changed is told."""
        return reverse(self.routes.changes, kwargs=self.parts)

    def version_at(self, number: int) -> str:
        """Return where a version stands."""
        return reverse(self.routes.version, kwargs={**self.parts, "number": number})

    def file_at(self, number: int) -> str:
        """Return where the files of a version are given."""
        return reverse(self.routes.file, kwargs={**self.parts, "number": number})


def freezes(request: StaffRequest) -> bool:
    """Tell whether a request asks to freeze."""
    return request.method == "POST" and request.POST.get("deed") == FREEZE


def freeze(
    request: StaffRequest, form: FreezeForm, of: Versioned, write: Callable[[], Document]
) -> HttpResponseBase | None:
    """Freeze what `write` gives, in Dutch; return None where the form must be seen again."""
    if form.is_valid():
        with refusals_on(form):
            number = freeze_paper(
                document=write(),
                owner=of.owner,
                why=form.cleaned_data["why"],
                by=request.actor,
                at=request.at,
                **of.key,
            )
            told = _("Versie %(number)s is vastgelegd.") % {"number": number}
            return done(request, told, of.version_at(number))
    return None


def versions_of(request: StaffRequest, of: Versioned, *, may_freeze: bool) -> dict[str, Any]:
    """Return what the page of a paper shows of its versions."""
    rows = paper_versions(by=request.actor, **of.key)
    return {
        "of": of,
        "versions": [(row, of.version_at(row.number)) for row in rows],
        "next_number": rows[0].number + 1 if rows else 1,
        "may_freeze": may_freeze,
    }


def version_page(request: StaffRequest, of: Versioned, number: int) -> HttpResponseBase:
    """Show a version with what is said about it; have its file made, comment, or answer."""
    detail = paper_version(number=number, by=request.actor, **of.key)
    deed = request.POST.get("deed", "") if request.method == "POST" else ""
    form = PaperCommentForm(
        request.POST if deed == "comment" else None, headings=headings(detail.document)
    )
    answer = PaperAnswerForm(
        request.POST if deed == "settle" else None,
        comment_id=id_of(request.POST.get("comment", "")),
    )
    if deed == "comment" and _commented(request, of, number, form):
        return done(request, _("De opmerking staat erbij."), f"{request.path}#opmerkingen")
    if deed == "settle" and _settled(request, of, number, answer):
        return done(request, _("Het antwoord staat erbij."), f"{request.path}#opmerkingen")
    if request.method == "POST" and not deed:
        ask_file(request, detail.document, of.kind)
        return redirect(request.path)
    context = {
        "of": of,
        "owner_title": detail.owner_title,
        "detail": detail,
        "version": detail.version,
        "before": detail.version.number - 1,
        "newest_at": of.version_at(detail.newest),
        "comments": detail.comments,
        "paper_file": of.file_at(number),
        **files_of(request, detail.document),
        "paper_html": write_html(detail.document, below=1),
        "form": form,
        "answer_form": answer,
    }
    status = 422 if form.errors or answer.errors else 200
    return render(request, "workspace/paper_version.html", context, status=status)


def version_file(request: StaffRequest, of: Versioned, number: int) -> HttpResponseBase:
    """Give a version as a file; to its page, that has it made, where it is not there."""
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    detail = paper_version(number=number, by=request.actor, **of.key)
    data = paper_file(detail.document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect(of.version_at(number))
    return RESPONSES[form](data, name=f"{of.kind}-{of.about}-v{number}")


def changes_page(
    request: StaffRequest, of: Versioned, write: Callable[[], Document]
) -> HttpResponseBase:
    """Show chapter by chapter what changed: since the last version, or between two.

    `write` gives the paper of today, in Dutch.
    """
    rows = paper_versions(by=request.actor, **of.key)
    since = number_of(request.GET.get("van", "")) or (rows[0].number if rows else 0)
    until = number_of(request.GET.get("tot", ""))
    changes = _changes(request, of, since, until, write)
    context = {
        "of": of,
        "owner_title": owner_title(kind=of.kind, reference=of.owner, by=request.actor),
        "since": since,
        "until": until,
        "versions": rows,
        "changed": [part for part in changes if part.change.is_changed],
        "same": [part.label for part in changes if not part.change.is_changed],
    }
    return render(request, "workspace/paper_changes.html", context)


def _changes(
    request: StaffRequest, of: Versioned, since: int, until: int, write: Callable[[], Document]
) -> tuple[PartChange, ...]:
    """Return what changed; `until` 0 is the paper of today, `since` 0 is no version at all."""

    def document(number: int) -> Document:
        return paper_version(number=number, by=request.actor, **of.key).document

    after = document(until) if until else write()
    return changes_between(document(since), after) if since else ()


def _commented(request: StaffRequest, of: Versioned, number: int, form: PaperCommentForm) -> bool:
    """Tell whether what was said is kept; why not stands on the form."""
    if not form.is_valid():
        return False
    with refusals_on(form):
        comment_on_paper(
            number=number, **form.cleaned_data, by=request.actor, at=request.at, **of.key
        )
    return form.is_valid()


def _settled(request: StaffRequest, of: Versioned, number: int, form: PaperAnswerForm) -> bool:
    """Tell whether an answer is kept; why not stands on the form."""
    if not form.is_valid():
        return False
    with refusals_on(form):
        settle_paper_comment(
            number=number,
            comment_id=form.comment_id,
            **form.cleaned_data,
            by=request.actor,
            at=request.at,
            **of.key,
        )
    return form.is_valid()

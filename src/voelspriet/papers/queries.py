# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading papers: by the document they are of. Who may see the document may have its paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from voelspriet.papers import files
from voelspriet.papers.choices import PaperFormat, PaperState
from voelspriet.papers.models import Paper, PaperStyle
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.stored import digest

MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class PaperRow:
    """How far the paper of a document is; `state` is empty when nobody asked for it."""

    state: str = ""

    @property
    def is_made(self) -> bool:
        """Tell whether there is a file."""
        return self.state == PaperState.MADE

    @property
    def is_waiting(self) -> bool:
        """Tell whether it is being made."""
        return self.state == PaperState.WAITING

    @property
    def has_failed(self) -> bool:
        """Tell whether it could not be made."""
        return self.state == PaperState.FAILED


@dataclass(frozen=True, slots=True)
class StyleRow:
    """What a municipality chose for its papers; `logo` is a PNG, empty without one."""

    colour: str
    line: str
    logo: bytes = b""
    logo_alt: str = ""


def chosen_style(*, municipality_id: int) -> StyleRow | None:
    """Return what a municipality chose for its papers; None where it chose nothing."""
    found = PaperStyle.objects.filter(municipality_id=municipality_id).first()
    if found is None:
        return None
    return StyleRow(found.colour, found.line, bytes(found.logo or b""), found.logo_alt)


def paper_row(
    document: Document, *, municipality_id: int, form: PaperFormat = PaperFormat.PDF
) -> PaperRow:
    """Return how far the paper of this document is. One query."""
    found = _paper(document, municipality_id, form)
    return PaperRow(found.state) if found else PaperRow()


def paper_rows(
    document: Document, *, municipality_id: int
) -> tuple[tuple[str, str, PaperRow], ...]:
    """Return every form a document can have: its word, its name, how far it is. One query."""
    papers = Paper.objects.filter(municipality_id=municipality_id, digest=digest(document))
    states = dict(papers.values_list("format", "state"))
    return tuple(
        (str(form), str(form.label), PaperRow(states.get(form.value, ""))) for form in PaperFormat
    )


def paper_file(
    document: Document, *, municipality_id: int, form: PaperFormat = PaperFormat.PDF
) -> bytes | None:
    """Return the file of this document; None when it is not made (yet)."""
    found = _paper(document, municipality_id, form)
    if found is None or found.state != PaperState.MADE:
        return None
    return files.opened(found.file_name)


def papers_to_make(*, at: datetime) -> tuple[int, ...]:
    """Return the papers that wait, the longest first."""
    waiting = Paper.objects.filter(state=PaperState.WAITING, asked_at__lte=at)
    return tuple(waiting.order_by("asked_at", "id").values_list("pk", flat=True)[:MOST_AT_ONCE])


def _paper(document: Document, municipality_id: int, form: PaperFormat) -> Paper | None:
    papers = Paper.objects.defer("source").filter(municipality_id=municipality_id)
    return papers.filter(digest=digest(document), format=form).first()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words in a paragraph: bold, links, and pieces in another language or direction."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from docx.text.run import Run as SetRun

from voelspriet.papers.writers.document import Document, Run, Words
from voelspriet.papers.writers.docx.marks import clean, element, link_to, put
from voelspriet.papers.writers.docx.styles import LINK
from voelspriet.papers.writers.pdf import NUMBER

RIGHT_TO_LEFT = frozenset({"R", "AL"})
# embeddings and no isolates: word processors of some years ago draw those as boxes
OPENED = {"ltr": "\u202a", "rtl": "\u202b"}
CLOSED = "\u202c"
TURNED = "\u200f"  # what follows runs from right to left again


@dataclass(frozen=True, slots=True)
class Hand:
    """What sets words: the language and direction of the whole document."""

    document: Document

    @property
    def is_turned(self) -> bool:
        """Tell whether the document runs from right to left."""
        return self.document.direction == "rtl"

    def write(self, paragraph: Any, words: Words, *, is_bold: bool = False) -> None:
        """Set words at the end of a paragraph."""
        for run in words:
            holder = link_to(paragraph, address=run.link) if run.link else paragraph._p  # noqa: SLF001
            self._piece(paragraph, holder, run, is_bold=is_bold or run.is_bold)

    def _piece(self, paragraph: Any, holder: Any, run: Run, *, is_bold: bool) -> None:
        piece = SetRun(element("w:r"), paragraph)
        holder.append(piece._r)  # noqa: SLF001
        if run.link:
            piece.style = LINK
        piece.bold = is_bold or None
        piece.font.cs_bold = is_bold or None
        piece.font.rtl = self._runs_to_the_left(run) or None
        if run.language and run.language != self.document.language:
            said = "bidi" if run.direction == "rtl" else "val"
            put(piece._r.get_or_add_rPr(), element("w:lang", **{said: run.language}))  # noqa: SLF001
        for number, line in enumerate(clean(run.text).split("\n")):
            if number:
                piece.add_break()
            piece.add_text(self._ordered(line, run))

    def _ordered(self, text: str, run: Run) -> str:
        """Keep the order of what runs against the document, and of telephone numbers."""
        if run.direction and run.direction != self.document.direction:
            return f"{OPENED[run.direction]}{text}{CLOSED}"
        if self.is_turned and text.strip() and not self._runs_to_the_left(run):
            # or the number behind a Latin word would be read as a part of it
            return f"{OPENED['ltr']}{text}{CLOSED}{TURNED}"
        if self.is_turned:
            return NUMBER.sub(lambda found: f"{OPENED['ltr']}{found[0]}{CLOSED}", text)
        return text

    def _runs_to_the_left(self, run: Run) -> bool:
        """Tell whether a piece runs from right to left: as said, else as its first letter does."""
        if run.direction:
            return run.direction == "rtl"
        if not run.language or run.language == self.document.language:
            return self.is_turned
        strong = (unicodedata.bidirectional(sign) for sign in run.text)
        first = next((kind for kind in strong if kind in RIGHT_TO_LEFT | {"L"}), "L")
        return first in RIGHT_TO_LEFT

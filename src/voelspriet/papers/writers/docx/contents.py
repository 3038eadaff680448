# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of contents: a field that a word processor renews, filled in already with links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.text.run import Run as SetRun

from voelspriet.papers.writers.checking import FIRST_LISTED
from voelspriet.papers.writers.document import Contents, Heading
from voelspriet.papers.writers.docx.marks import clean, element, link_to
from voelspriet.papers.writers.docx.styles import CONTENTS, DEEPEST_CONTENTS
from voelspriet.papers.writers.docx.words import Hand


def set_contents(
    block: Contents, headings: Sequence[Heading], paragraph: Callable[[str], Any], hand: Hand
) -> None:
    """Set a line with a link for every heading of the document down to a level."""
    listed = [
        (number, heading)
        for number, heading in enumerate(headings)
        if FIRST_LISTED <= heading.level <= block.depth
    ]
    for place, (number, heading) in enumerate(listed):
        level = min(heading.level - FIRST_LISTED + 1, DEEPEST_CONTENTS)
        line = paragraph(CONTENTS.format(level))
        if place == 0:
            _begin(line, block.depth)
        link = link_to(line, anchor=f"_Toc{number:06d}")
        piece = SetRun(element("w:r"), line)
        link.append(piece._r)  # noqa: SLF001
        piece.add_text(clean("".join(run.text for run in heading.words)))
        piece.font.rtl = hand.is_turned or None
        if place == len(listed) - 1:
            _mark(line, "end")


def _begin(line: Any, depth: int) -> None:
    _mark(line, "begin")
    asked = element("w:instrText")
    asked.text = f' TOC \\o "{FIRST_LISTED}-{depth}" \\h \\z \\u '
    line.add_run()._r.append(asked)  # noqa: SLF001
    _mark(line, "separate")


def _mark(line: Any, kind: str) -> None:
    line.add_run()._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a DOCX back with python-docx: its headings in order, and the language it says."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import docx


class Editable:
    """A file to edit, as a word processor finds it."""

    def __init__(self, data: bytes) -> None:
        self.file = docx.Document(BytesIO(data))

    @property
    def languages(self) -> set[str]:
        """The language of the file and the one its styles begin with."""
        said = self.file.styles.element.xpath("//w:docDefaults//w:lang/@w:val")
        return {self.file.core_properties.language, *said}

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The level and words of every heading, in reading order."""
        return [
            (int(one.style.name.removeprefix("Heading ")), one.text)
            for one in self.file.paragraphs
            if one.style.name.startswith("Heading ")
        ]

    def check_order(self) -> None:
        """Fail unless one heading of level 1 comes first and no level is skipped going down."""
        levels = [level for level, _text in self.headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(level <= before + 1 for before, level in pairwise(levels))

    @property
    def torn_rows(self) -> int:
        """How many rows of tables with a header a page may tear apart."""
        rows = self.file.element.xpath("//w:tbl[.//w:tblHeader]/w:tr")
        return sum(not row.xpath("./w:trPr/w:cantSplit") for row in rows)

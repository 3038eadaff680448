# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a PDF back, with a library that did not write it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from voelspriet.papers.writers.glyphs import BREAK

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069" + BREAK))


class Back:
    """A PDF as a reader finds it."""

    def __init__(self, data: bytes) -> None:
        self.file = PdfReader(BytesIO(data), strict=True)
        self.root: Any = self.file.trailer["/Root"]

    @property
    def title(self) -> str:
        return str(self.file.metadata.title)  # type: ignore[union-attr]

    @property
    def language(self) -> str:
        return str(self.root["/Lang"])

    @property
    def pages(self) -> int:
        return len(self.file.pages)

    @property
    def text(self) -> str:
        found = "\n".join(page.extract_text() for page in self.file.pages)
        return found.translate(ISOLATES)

    @property
    def words(self) -> str:
        """The text with every run of white space as one space."""
        return " ".join(self.text.split())

    @property
    def is_tagged(self) -> bool:
        return bool(self.root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in self.root

    @property
    def claims(self) -> str:
        """What the file says it keeps to (its XMP)."""
        return str(self.root["/Metadata"].get_data().decode())

    @property
    def roles(self) -> list[str]:
        """The roles of the structure in reading order."""
        return [str(one["/S"]) for one in self.parts()]

    @property
    def alts(self) -> list[str]:
        return [str(one["/Alt"]) for one in self.parts() if "/Alt" in one]

    @property
    def links(self) -> list[str]:
        every = [note.get_object() for page in self.file.pages for note in page.get("/Annots", [])]
        return [
            str(one["/A"]["/URI"])
            for one in every
            if one.get("/Subtype") == "/Link" and "/A" in one
        ]

    def parts(self) -> Iterator[Any]:
        yield from _below(self.root["/StructTreeRoot"].get("/K"))


def _below(found: Any) -> Iterator[Any]:
    found = found.get_object() if hasattr(found, "get_object") else found
    if isinstance(found, list):
        for one in found:
            yield from _below(one)
    elif hasattr(found, "get"):
        if "/S" in found:
            yield found
        if "/K" in found:
            yield from _below(found["/K"])

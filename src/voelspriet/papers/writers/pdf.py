# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as PDF/UA: tagged, titled, in its language; typst refuses what is missing.

Only the job process and commands write PDFs: the library is loaded when one is written.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from voelspriet.papers.writers.checking import PaperError, check
from voelspriet.papers.writers.codes import qr_svg
from voelspriet.papers.writers.document import Document, Letterhead
from voelspriet.papers.writers.glyphs import drawable, drawn_by
from voelspriet.papers.writers.logos import HIGHEST, logo_size
from voelspriet.papers.writers.stored import plain

TEMPLATE = Path(__file__).with_name("house.typ")
STANDARD: Final = "ua-1"
SMALLEST_POINTS = 8.0
STEP = 0.5
# what holds no words a person reads
NO_WORDS = frozenset({"kind", "svg", "link", "base64", "file", "colour", "tint", "language"})
NOT_DRAWN = "could not be displayed"
# a telephone number with spaces is read from left to right, also amid Arabic
NUMBER = re.compile(r"\+?\d[\d \-]*[ \-][\d \-]*\d")
BESIDE_A_MARK = 12.0  # millimetres: a photo of the sheet is laid straight by its marks
ABOVE = 6.0  # millimetres of white above and below a logo together
LEFT_TO_RIGHT, END = "\u2066", "\u2069"


def write_pdf(document: Document, *, fonts: Path) -> bytes:
    """Return a document as PDF/UA-1, set with the fonts (TTF) in `fonts` and no others.

    The same document gives the same bytes. Raises PaperError for what somebody could not read,
    and when the fonts are not there.
    """
    check(document)
    if not any(fonts.glob("*.ttf")):
        raise PaperError(f"There are no fonts in {fonts}: run make setup.")
    try:
        return _set(document, fonts, is_plain=False)
    except PaperError as error:
        # signs that are drawn by different fonts may not join; without joining they are drawn
        if NOT_DRAWN not in str(error):
            raise
        return _set(document, fonts, is_plain=True)


def fitting_points(document: Document, fonts: Path) -> float:
    """Return the size of type at which a document fits as its page asks; its own without fonts."""
    if not document.page.on_one_page or not any(fonts.glob("*.ttf")):
        return document.page.points
    with TemporaryDirectory(prefix="voelspriet-paper-") as folder:
        root = Path(folder)
        _lay_out(document, root, fonts, is_plain=True)
        return _fitted(root, document, fonts)


def _set(document: Document, fonts: Path, *, is_plain: bool) -> bytes:
    with TemporaryDirectory(prefix="voelspriet-paper-") as folder:
        root = Path(folder)
        _lay_out(document, root, fonts, is_plain=is_plain)
        return _compiled(root, document, fonts)


def _lay_out(document: Document, root: Path, fonts: Path, *, is_plain: bool) -> None:
    """Put what the template reads in a folder."""
    (root / "main.typ").write_bytes(TEMPLATE.read_bytes())
    show = _shower(document, drawn_by(fonts), is_plain=is_plain)
    value = _prepared(plain(document), root, show)
    day = document.made_on
    value |= {"made_on": {"year": day.year, "month": day.month, "day": day.day}}
    value["logo"] = _logo(document, root, show)
    (root / "document.json").write_text(json.dumps(value), encoding="utf-8")


def _logo(document: Document, root: Path, show: Callable[[str], str]) -> dict[str, Any] | None:
    """Return the logo for the template: in the letterhead, or in the white above the first page."""
    style = document.style
    if not style.logo:
        return None
    has_head = any(isinstance(block, Letterhead) for block in document.blocks)
    highest = HIGHEST if has_head else min(HIGHEST, document.page.margin - ABOVE)
    width, height = logo_size(style.logo, highest=highest)
    return {
        "file": _file(root, "png", style.logo),
        "alt": show(style.logo_alt),
        "width": width,
        "aside": BESIDE_A_MARK if document.page.corner_marks else 0,
        "up": 0 if has_head else height + (document.page.margin - height) / 3,
    }


def _compiled(root: Path, document: Document, fonts: Path) -> bytes:
    import typst  # noqa: PLC0415  only where a PDF is written: decision 0140

    try:
        made = _compiler(root, fonts, _fitted(root, document, fonts)).compile(
            format="pdf",
            pdf_standards=[STANDARD],
            timestamp=datetime.combine(document.made_on, time(12), UTC),
        )
    except typst.TypstError as error:
        raise PaperError(error.message) from error
    if not isinstance(made, bytes):
        raise PaperError("The document gave no PDF.")
    return made


def _compiler(root: Path, fonts: Path, points: float) -> Any:
    # web processes import this file too, and must stay small: decision 0140
    import typst  # noqa: PLC0415  only where a PDF is written

    return typst.Compiler(
        root / "main.typ",
        root=root,
        font_paths=_fonts(fonts),
        ignore_system_fonts=True,
        sys_inputs={"points": str(points)},
    )


def _fitted(root: Path, document: Document, fonts: Path) -> float:
    """Return the size of type at which what is laid out fits on one page, if it has to."""
    points = document.page.points
    if document.page.on_one_page:
        while points > SMALLEST_POINTS and _pages(_compiler(root, fonts, points)) > 1:
            points -= STEP
    return points


def _pages(compiler: Any) -> int:
    """Return on how many pages the document is, as its last line tells."""
    return int(json.loads(compiler.query("<pages>", field="value", one=True)))


@cache
def _fonts(folder: Path) -> Any:
    import typst  # noqa: PLC0415  only where a PDF is written

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def _shower(document: Document, drawn: frozenset[int], *, is_plain: bool) -> Callable[[str], str]:
    """Return what makes a text one that can be set: every character drawn, numbers in order."""

    def show(text: str) -> str:
        shown = drawable(text, drawn, is_plain=is_plain)
        if document.direction == "rtl":
            shown = NUMBER.sub(lambda found: f"{LEFT_TO_RIGHT}{found[0]}{END}", shown)
        return shown

    return show


def _prepared(value: Any, root: Path, show: Callable[[str], str]) -> Any:
    """Return the values for the template: words that can be drawn, pictures as files in `root`."""
    if isinstance(value, list):
        return [_prepared(one, root, show) for one in value]
    if isinstance(value, str):
        return show(value)
    if not isinstance(value, dict):
        return value
    made = {
        name: one if name in NO_WORDS else _prepared(one, root, show) for name, one in value.items()
    }
    kind = value.get("kind")
    if kind == "Figure":
        made["file"] = _file(root, "svg", value["svg"].encode())
    elif kind == "Photo":
        made["file"] = _file(root, "jpg", base64.b64decode(value["jpeg"]["base64"]))
    elif kind == "Code":
        made["file"] = _file(root, "svg", qr_svg(value["link"]).encode())
    elif kind in {"Blank", "Boxes"}:
        made["words-of"] = made.pop("label")
    return made


def _file(root: Path, ending: str, data: bytes) -> str:
    name = f"picture-{len(list(root.iterdir()))}.{ending}"
    (root / name).write_bytes(data)
    return name

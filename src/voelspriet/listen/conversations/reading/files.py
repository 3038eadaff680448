# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of .txt, .docx, .odt and .pdf files, with every way of overdoing it refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from voelspriet.lib.refused_files import FileRefused
from voelspriet.listen.conversations.reading.pdfs import text_of_pdf

SUFFIXES = (".txt", ".docx", ".odt", ".pdf")
LARGEST = 5_000_000
LARGEST_TXT = 1_000_000
LARGEST_XML = 20_000_000
MOST_PARTS = 2_000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DOCX_PART, ODT_PART = "word/document.xml", "content.xml"
# what stands between words without being one
BREAKS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{ODF}tab": "\t",
          f"{ODF}line-break": "\n", f"{ODF}s": " "}  # fmt: skip
PARAGRAPHS = {f"{WORD}p", f"{ODF}p", f"{ODF}h"}
# what was taken out, remarked on or is no text
LEFT_OUT = {f"{WORD}del", f"{WORD}instrText", f"{ODF}tracked-changes", f"{ODF}note",
            "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"}  # fmt: skip


def text_of_file(name: str, content: bytes) -> str:
    """Return the text of a file by the end of its name.

    Raises FileRefused, with words a person can read, for another kind, too large a file, an
    archive that unfolds to too much, a file with declarations of its own, and a damaged one.
    """
    suffix = "." + name.rpartition(".")[2].lower()
    if suffix not in SUFFIXES:
        raise FileRefused(_("Kies een bestand dat eindigt op .txt, .docx, .odt of .pdf."))
    if len(content) > LARGEST:
        raise FileRefused(_("Dit bestand is te groot. Het mag ten hoogste 5 MB zijn."))
    if suffix == ".pdf":
        return text_of_pdf(content)
    if suffix == ".txt":
        return _plain(content)
    return _text_of_xml(_part(content, DOCX_PART if suffix == ".docx" else ODT_PART))


def _plain(content: bytes) -> str:
    if len(content) > LARGEST_TXT or b"\0" in content:
        raise FileRefused(_("Dit bestand is te groot, of het is geen gewone tekst."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # what older programs on Windows write; every byte is a letter there
        return content.decode("cp1252", errors="replace")


def _part(content: bytes, part: str) -> bytes:
    """Return one part of an archive, read no further than it may be long."""
    broken = _("Dit bestand is beschadigd of van een andere soort dan de naam zegt.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise FileRefused(_("Dit bestand pakt uit tot te veel. Sla het op als tekst."))
            with archive.open(part) as file:
                # the size an archive tells of itself may be a lie
                found = file.read(LARGEST_XML + 1)
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, RuntimeError, OSError,
            NotImplementedError, ValueError) as error:  # fmt: skip
        raise FileRefused(broken) from error
    if len(found) > LARGEST_XML:
        raise FileRefused(_("Dit bestand pakt uit tot te veel. Sla het op als tekst."))
    return found


def _text_of_xml(content: bytes) -> str:
    """Return the paragraphs of a document. Declarations are refused: entities may unfold."""
    parser = ET.XMLParser()  # noqa: S314  declarations are refused before anything is read
    parts: list[str] = []
    try:
        if b"<!" in content.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
            raise FileRefused(_("Dit bestand bevat aanwijzingen die wij niet uitvoeren."))
        if not content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            # UTF-16 would hide a declaration
            raise FileRefused(_("Dit bestand bevat aanwijzingen die wij niet uitvoeren."))
        parser.feed(content)
        _gather(parser.close(), parts)
    except (ET.ParseError, ValueError, LookupError) as error:
        message = _("Dit bestand is beschadigd of van een andere soort dan de naam zegt.")
        raise FileRefused(message) from error
    return "".join(parts).strip()


def _gather(root: ET.Element, parts: list[str]) -> None:
    """Gather text in order without recursion: a deep document takes no more than memory."""
    waiting: list[ET.Element | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
            continue
        if one.tag in LEFT_OUT:
            continue
        # a Word document has its words in w:t only; what stands elsewhere is layout
        words = one.text or "" if not one.tag.startswith(WORD) or one.tag == f"{WORD}t" else ""
        parts.append(BREAKS.get(one.tag, words))
        if one.tag in PARAGRAPHS:
            waiting.append("\n")
        is_word = one.tag.startswith(WORD)
        for child in reversed(one):
            if child.tail and not is_word:
                waiting.append(child.tail)
            waiting.append(child)

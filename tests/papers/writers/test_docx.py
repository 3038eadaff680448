# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same documents as DOCX, read back as the XML it is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from django.conf import settings
from docx.oxml.ns import nsmap
from PIL import Image

from tests.papers.documents import HOSTILE, document, everything
from voelspriet.papers.writers.checking import PaperError
from voelspriet.papers.writers.document import (
    Beside,
    Contents,
    Heading,
    Listing,
    Page,
    Panel,
    Paragraph,
    Run,
    Table,
    words,
)
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.docx.marks import ORDER

W = f"{{{nsmap['w']}}}"
write = partial(write_docx, fonts=settings.PAPER_FONTS)


def parsed(data: bytes):
    return ET.fromstring(data)  # noqa: S314  written by ourselves a moment ago


class Read:
    """What stands in a file."""

    def __init__(self, data: bytes) -> None:
        self.zip = ZipFile(BytesIO(data))
        assert self.zip.testzip() is None
        self.body = parsed(self.zip.read("word/document.xml"))
        self.styles = parsed(self.zip.read("word/styles.xml"))

    def all(self, name: str):
        return self.body.iter(W + name)

    def text(self, part=None) -> str:
        return "".join(one.text or "" for one in (part or self.body).iter(W + "t"))

    def lines(self) -> list[tuple[str, str]]:
        """The style and the words of every paragraph."""
        names = {
            one.get(W + "styleId"): one.find(W + "name").get(W + "val")
            for one in self.styles.iter(W + "style")
        }
        found = []
        for one in self.all("p"):
            style = one.find(f"{W}pPr/{W}pStyle")
            found.append((names[style.get(W + "val")] if style is not None else "", self.text(one)))
        return found


@pytest.fixture(scope="module")
def whole() -> Read:
    return Read(write(everything()))


def test_every_part_is_there_in_order_in_its_own_style(whole):
    lines = whole.lines()
    wanted = [
        ("Small Print", "Gemeente Waterrijk14 0299"),
        ("heading 1", "Een proef"),
        ("Intro Text", "Lees dit."),
        ("Small Print", "Merhaba 0299 12"),
        ("", "Inhoud"),
        ("toc 1", "Delen"),
        ("toc 1", "Papier"),
        ("heading 2", "Delen"),
        ("List Bullet", "een"),
        ("List Number", "eerst"),
        ("caption", "Meldingen"),
        ("", "Buurt"),
        ("", "30"),
        ("caption", "Figuur onder de loep"),
        ("", "Noor"),
        ("heading 2", "Papier"),
        ("", "Wat wilt u zeggen?"),
        ("", "☐ Nee"),
    ]
    wanted = [(style.lower(), text) for style, text in wanted]
    lines = [(style.lower().replace("normal", ""), text) for style, text in lines]
    places = [lines.index(one) for one in wanted]
    assert places == sorted(places)


def test_marks_stand_where_the_schema_wants_them(whole):
    for name, order in ORDER.items():
        ranks = {W + one: rank for rank, one in enumerate(order.split())}
        for root in (whole.body, whole.styles):
            for part in root.iter(W + name):
                known = [ranks[one.tag] for one in part if one.tag in ranks]
                assert known == sorted(known), ET.tostring(part)


def test_a_table_says_its_headers_and_its_name(whole):
    (table,) = (one for one in whole.all("tbl") if one.find(f"{W}tblPr/{W}tblCaption") is not None)
    assert table.find(f"{W}tblPr/{W}tblCaption").get(W + "val") == "Meldingen"
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(W + "tr")]
    assert heads == [True, False, False]
    assert table.find(f"{W}tblPr/{W}tblLook").get(W + "firstColumn") == "1"


def test_every_picture_has_words_or_is_a_decoration(whole):
    told = [
        (one.get("descr"), any("decorative" in child.tag for child in one.iter()))
        for one in whole.body.iter(f"{{{nsmap['wp']}}}docPr")
    ]
    assert told == [
        ("Een zwart vlak", False), ("", True), ("Foto van Noor", False),
        ("QR-code van de pagina", False),
    ]  # fmt: skip
    for name in whole.zip.namelist():
        if name.startswith("word/media/"):
            Image.open(BytesIO(whole.zip.read(name))).verify()


def test_contents_lead_to_headings(whole):
    places = {one.get(W + "name") for one in whole.all("bookmarkStart")}
    links = [one.get(W + "anchor") for one in whole.all("hyperlink") if one.get(W + "anchor")]
    assert len(links) == 2
    assert set(links) <= places
    kinds = [one.get(W + "fldCharType") for one in whole.all("fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert any("TOC" in one.text for one in whole.all("instrText"))


def test_a_number_of_a_list_begins_again():
    twice = Listing((words("een"), words("twee")), is_numbered=True)
    read = Read(write(document(Heading(1, words("X")), twice, twice)))
    numbers = [one.get(W + "val") for one in read.all("numId")]
    assert len(set(numbers)) == 2
    kept = parsed(read.zip.read("word/numbering.xml"))
    starts = {
        one.get(W + "numId") for one in kept.iter(W + "num")
        if one.find(f"{W}lvlOverride/{W}startOverride") is not None
    }  # fmt: skip
    assert set(numbers) <= starts


def test_the_file_says_its_title_language_and_day(whole):
    told = whole.zip.read("docProps/core.xml").decode()
    assert "<dc:title>Een proef</dc:title>" in told
    assert "Gemeente Waterrijk" in told
    assert "2026-09-08T12:00:00Z" in told
    assert "python" not in told
    assert whole.styles.find(f".//{W}rPrDefault//{W}lang").get(W + "val") == "nl"


def test_what_a_person_wrote_is_text_and_nothing_else():
    odd = HOSTILE + "\x00\x0b\ud800 \ufffe einde"
    read = Read(write(document(Heading(1, words("X")), Paragraph(words(odd, "\n", "onder")))))
    (line,) = [text for _style, text in read.lines() if "einde" in text]
    assert line == HOSTILE + "  eindeonder"
    assert len(list(read.all("br"))) == 1


def test_a_document_from_right_to_left_runs_so():
    made = document(
        Heading(1, words("تقرير")),
        Contents("المحتويات"),
        Heading(2, words("الأرقام")),
        Paragraph(words("في ", Run("Molenwijk", language="nl"), " 14 036 ")),
        Table("جدول", (words("حي"), words("عدد")), ((words("أ"), words("12")),)),
        language="ar",
        direction="rtl",
    )
    read = Read(write(made))
    said = [one for one in read.all("p") if read.text(one)]
    assert all(one.find(f"{W}pPr/{W}bidi") is not None for one in said)
    runs = {read.text(one): one.find(f"{W}rPr/{W}rtl") is not None for one in read.all("r")}
    assert runs["تقرير"]
    assert not runs["\u202aMolenwijk\u202c\u200f"]
    assert "\u202a14 036\u202c" in read.text()
    assert read.body.find(f".//{W}tblPr/{W}bidiVisual") is not None
    assert read.body.find(f".//{W}sectPr/{W}bidi") is not None


def test_the_same_document_gives_the_same_bytes():
    assert write(everything()) == write(everything())


def test_what_somebody_could_not_read_is_refused():
    with pytest.raises(PaperError):
        write(document(Heading(2, words("Te diep"))))


def test_what_fits_on_one_page_as_pdf_is_set_as_small_and_as_close():
    rows = tuple(Paragraph(words(f"Regel {number}")) for number in range(60))
    inside = Panel((Beside(((Heading(2, words("Links")),), (rows[0],)), (1, 1)),))
    made = replace(everything(), blocks=(Heading(1, words("Blad")), inside, *rows))
    sizes = []
    for fits in (False, True):
        read = Read(write(replace(made, page=Page(points=12.0, on_one_page=fits))))
        normal = next(one for one in read.styles.iter(W + "style") if one.get(W + "default"))
        sizes.append(float(normal.find(f"{W}rPr/{W}sz").get(W + "val")))
        (cell,) = (one for one in read.all("tc") if one.find(W + "tbl") is not None)
        # no empty line above what stands beside each other, and one below, which has to be there
        assert [one.tag.removeprefix(W) for one in cell][1:] == ["tbl", "p"]
    assert sizes[1] < sizes[0] == 24

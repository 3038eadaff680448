# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDF/UA: everybody can read it, nothing in it is read as markup, and it is the same each time."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace

import pytest
from django.conf import settings

from tests.papers.documents import HOSTILE, SQUARE, document, everything
from tests.papers.reading import Back
from voelspriet.papers.writers.checking import PaperError
from voelspriet.papers.writers.document import (
    Code,
    Document,
    Figure,
    Heading,
    Listing,
    Page,
    Paragraph,
    Photo,
    Run,
    Style,
    Table,
    words,
)
from voelspriet.papers.writers.pdf import write_pdf

ARABIC = "أهلاً بكم في الحي"


def back(one: Document) -> Back:
    return Back(write_pdf(one, fonts=settings.PAPER_FONTS))


def test_a_reader_finds_title_language_and_tags():
    found = back(everything())
    assert (found.title, found.language, found.pages) == ("Een proef", "nl", 3)
    assert found.is_tagged
    assert "<pdfuaid:part>1</pdfuaid:part>" in found.claims
    assert found.root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_part_has_its_role_and_its_words():
    found = back(everything())
    for role in (
        "/H1",
        "/H2",
        "/P",
        "/L",
        "/LI",
        "/Table",
        "/TH",
        "/TD",
        "/Figure",
        "/Link",
        "/TOC",
    ):
        assert role in found.roles, role
    for told in ("Lees dit.", "Merhaba", "twee", "2. dan", "Kade", "Onderaan", "1 / 3", "Ja"):
        assert told in found.words, told
    assert found.alts == ["Een zwart vlak", "Foto van Noor", "QR-code van de pagina"]
    assert found.links == ["https://een.example/x"]


def test_the_same_document_gives_the_same_bytes():
    made = [write_pdf(everything(), fonts=settings.PAPER_FONTS) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("place", ["title", "paragraph", "heading", "item", "cell", "name", "alt"])
def test_what_a_person_wrote_is_only_ever_text(place):
    one = {
        "title": document(title=HOSTILE),
        "paragraph": document(Paragraph(words(HOSTILE))),
        "heading": document(Heading(1, words(HOSTILE))),
        "item": document(Listing((words(HOSTILE),))),
        "cell": document(Table(HOSTILE, (words("a"),), ((words(HOSTILE),),))),
        "name": document(style=Style(HOSTILE)),
        "alt": document(Figure(SQUARE, HOSTILE, 20)),
    }[place]
    found = back(one)
    told = {
        "title": found.title,
        "name": str(found.file.metadata.author),
        "alt": " ".join(found.alts),
    }.get(place, found.text)
    assert "".join(HOSTILE.split()) in "".join(told.split())  # lines end where they are full


def test_ten_thousand_characters_without_a_space_stay_on_the_paper():
    found = back(document(Paragraph(words("x" * 10_000))))
    assert found.text.count("x") == 10_000
    assert found.pages >= 2


@pytest.mark.parametrize(
    "hard",
    [
        "漢字 ✓ \U0010ffff",
        "a\x07\x00b\u2028c",
        "🙂 👨‍👩‍👧 🇳🇱",
        "e\u0301 x\u0337\u20e3",
        "\u202eabc",
        "\ud800",
    ],
)
def test_a_character_no_font_draws_stops_nobody(hard):
    assert "voor" in back(document(Paragraph(words(f"voor {hard} na")))).words


def test_any_text_at_all_is_written():
    rng = random.Random(20260908)
    for _ in range(20):
        text = "".join(chr(rng.randrange(1, 0x2FFFF)) for _ in range(200))
        assert back(document(Paragraph(words(text)))).is_tagged


def test_arabic_is_set_from_right_to_left_in_its_own_letters():
    one = document(
        Heading(1, words(ARABIC)),
        Paragraph(words(f"{ARABIC} 0299 12 34 56")),
        Paragraph(words(Run("Gemeente", language="nl"), " ", ARABIC)),
        title=ARABIC,
        language="ar",
        direction="rtl",
    )
    found = back(one)
    assert (found.title, found.language) == (ARABIC, "ar")
    assert "0299 12 34 56" in found.words
    fonts = {
        str(font) for page in found.file.pages for font in page["/Resources"]["/Font"].values()
    }
    assert "NotoSansArabic" in str(
        [
            page["/Resources"]["/Font"][name]["/BaseFont"]
            for page in found.file.pages
            for name in page["/Resources"]["/Font"]
        ]
    ), fonts


@pytest.mark.parametrize(
    ("size", "is_landscape", "wide", "high"),
    [
        ("a4", False, 210, 297),
        ("a4", True, 297, 210),
        ("a3", False, 297, 420),
        ("a3", True, 420, 297),
    ],
)
def test_paper_has_its_size(size, is_landscape, wide, high):
    found = back(document(page=Page(size=size, is_landscape=is_landscape)))
    box = found.file.pages[0].mediabox
    in_mm = [round(float(side) / 72 * 25.4) for side in (box.width, box.height)]
    assert in_mm == [wide, high]


def test_a_document_for_one_page_is_set_smaller_until_it_fits():
    long = [Paragraph(words("Een regel die de bladzijde vult. " * 6)) for _ in range(24)]
    one = document(Heading(1, words("Vol")), *long)
    assert back(one).pages == 2
    assert back(replace(one, page=Page(on_one_page=True))).pages == 1


@pytest.mark.parametrize(
    "one",
    [
        document(title=" "),
        document(language=""),
        document(Heading(2, words("te diep"))),
        document(Heading(1, words("a")), Heading(3, words("b"))),
        document(Figure(SQUARE, "", 20)),
        document(Photo(b"", "", 20)),
        document(Code("https://een.example/", " ")),
        document(Code("javascript:alert(1)", "kwaad")),
        document(Table("", (words("a"),), ())),
        document(Table("t", (words("a"), ()), ())),
        document(Table("t", (words("a"),), ((words("b"), words("c")),))),
        document(style=Style("x", colour='red"')),
    ],
)
def test_what_somebody_could_not_read_is_refused(one):
    with pytest.raises(PaperError):
        write_pdf(one, fonts=settings.PAPER_FONTS)


def test_without_fonts_it_says_what_to_do(tmp_path):
    with pytest.raises(PaperError, match="make setup"):
        write_pdf(document(), fonts=tmp_path)


def test_importing_the_writer_loads_no_typst():
    program = "import sys, voelspriet.papers.writers.pdf; print('typst' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"

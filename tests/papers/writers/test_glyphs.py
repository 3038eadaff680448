# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which characters are drawn, and what becomes of the others."""

from __future__ import annotations

import pytest
from django.conf import settings

from voelspriet.papers.writers.glyphs import BREAK, UNKNOWN, drawable, drawn_by


@pytest.fixture(scope="module")
def drawn():
    return drawn_by(settings.PAPER_FONTS)


def test_the_fonts_draw_the_languages_of_the_house(drawn):
    told = "ABCabc0123 éëïöü ğışçÖÜ İ € – „” أهلاً بكم ؟ ، Привет Ελληνικά ąęł"
    assert set(map(ord, told)) <= drawn
    assert ord(UNKNOWN) in drawn
    assert ord("漢") not in drawn


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("漢", UNKNOWN),
        ("a\tb\r\nc", "a b\nc"),
        ("a\x07\u202e\u2066b", "ab"),
        ("e\u0301", "é"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
    ],
)
def test_what_cannot_be_drawn_becomes_a_sign(drawn, text, shown):
    assert drawable(text, drawn) == shown


def test_plain_text_joins_nothing(drawn):
    assert drawable("👨‍👩 x\u0337", drawn, is_plain=True) == "👨👩 x"


def test_only_a_word_too_long_for_a_line_may_break(drawn):
    assert BREAK not in drawable("gewone woorden " * 20, drawn)
    assert drawable("y" * 70, drawn).replace(BREAK, "") == "y" * 70
    assert BREAK in drawable("y" * 70, drawn)

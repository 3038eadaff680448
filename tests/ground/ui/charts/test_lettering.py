# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels that fit, keep their letters whole, and turn nothing beside them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ground.ui.charts.examples import HOSTILE
from voelspriet.ground.ui.charts.lettering import (
    FIRST_STRONG_ISOLATE,
    POP_ISOLATE,
    TURNING,
    cleaned,
    fitted,
    width_of,
    wrapped,
)


def test_a_text_that_fits_stays_as_it_is():
    assert fitted("Zaandam Noord", 300, 15) == "Zaandam Noord"


def test_a_text_that_does_not_fit_ends_in_an_ellipsis():
    assert fitted("De Oude Wijk aan de overkant", 120, 15) == "De Oude Wijk…"


@given(st.text(), st.floats(40, 400), st.booleans())
def test_any_text_fits_in_its_room_and_can_stand_in_xml(text, room, is_bold):
    drawn = fitted(text, room, 15, is_bold=is_bold)

    assert width_of(drawn, 15, is_bold=is_bold) <= room
    assert not [sign for sign in drawn if unicodedata.category(sign) in ("Cc", "Cs")]
    drawn.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_cleaned_text_is_one_line_without_turning_signs(text):
    assert "\n" not in cleaned(text)
    assert "  " not in cleaned(text)
    assert not TURNING & set(cleaned(text))


def test_a_letter_is_not_cut_from_its_accent():
    text = "e\u0301" * 40

    drawn = fitted(text, 100, 15).removesuffix("…")

    assert drawn
    assert len(drawn) % 2 == 0


def test_joined_signs_stay_together():
    woman = "👩\u200d🤝\u200d👩"

    drawn = fitted(woman * 9, 100, 15).removesuffix("…")

    assert drawn == woman * (len(drawn) // len(woman))


def test_arabic_keeps_its_direction_to_itself_also_when_cut():
    short, long = fitted("حي الشمال (3)", 300, 15), fitted("حي الشمال " * 20, 100, 15)

    assert short == f"{FIRST_STRONG_ISOLATE}حي الشمال (3){POP_ISOLATE}"
    assert long.endswith(f"…{POP_ISOLATE}")
    assert fitted("Noord", 300, 15) == "Noord"


def test_a_text_is_wrapped_between_words_and_loses_none():
    text = "Share of residents who feel safe in their own neighbourhood at night"

    lines = wrapped(text, 200, 15, 6)

    assert len(lines) > 1
    assert " ".join(lines) == text
    assert max(width_of(line, 15) for line in lines) <= 200


def test_what_does_not_fit_in_the_lines_is_cut_at_the_end_of_the_last():
    lines = wrapped("one two three four five six seven eight", 60, 15, 2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrapped(" \n ", 60, 15, 2) == []

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Syllables of Dutch words, against words parted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.text.syllable_words import HARD, SAMPLE, parted
from voelspriet.analysis.text.syllables import syllables

LEAST_RIGHT = 0.97


@pytest.mark.parametrize("words", [HARD, SAMPLE], ids=["hard", "sample"])
def test_nearly_every_word_has_the_syllables_counted_by_hand(words):
    told = parted(words)
    assert len({word for word, _ in told}) > 200
    wrong = [f"{word}: {syllables(word)}, not {count}" for word, count in told
             if syllables(word) != count]  # fmt: skip
    share = 1 - len(wrong) / len(told)
    print(f"{share:.1%} of {len(told)} words right", wrong)
    assert share >= LEAST_RIGHT, wrong


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Straat", 1), ("VEILIGHEID", 3), ("'s", 1), ("’t", 1), ("m'n", 1), ("zo'n", 1),
        ("foto's", 2), ("auto-ongeluk", 5), ("65-plusser", 6), ("tv", 2), ("wc", 2), ("WMO", 3),
        ("ggz", 3), ("NAVO", 2), ("ĳs", 1), ("Ĳsselmeer", 3), ("m²", 2), ("x", 1), ("één", 1),
        ("zee\u0308n", 2), ("zeeën", 2), ("?", 1),
    ],
)  # fmt: skip
def test_words_are_counted_as_they_are_said(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("0", "nul"), ("7", "ze-ven"), ("14", "veer-tien"), ("17", "ze-ven-tien"),
        ("20", "twin-tig"), ("21", "een-en-twin-tig"), ("77", "ze-ven-en-ze-ven-tig"),
        ("100", "hon-derd"), ("112", "hon-derd-twaalf"), ("500", "vijf-hon-derd"),
        ("1000", "dui-zend"), ("1.500", "vijf-tien-hon-derd"), ("1998",
         "ne-gen-tien-hon-derd-acht-en-ne-gen-tig"), ("2026", "twee-dui-zend-zes-en-twin-tig"),
        ("1.000.000", "een-mil-joen"), ("3,5", "drie-kom-ma-vijf"), ("14:30", "veer-tien-der-tig"),
        ("0900", "nul-ne-gen-nul-nul"), ("12345678901",
         "een-twee-drie-vier-vijf-zes-ze-ven-acht-ne-gen-nul-een"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_numbers(number, said):
    assert syllables(number) == said.count("-") + 1


@given(st.text())
def test_anything_has_a_syllable(word):
    assert syllables(word) >= 1


@given(st.sampled_from(parted(SAMPLE)), st.sampled_from(parted(SAMPLE)))
def test_words_joined_by_a_hyphen_have_the_syllables_of_both(one, other):
    assert syllables(f"{one[0]}-{other[0]}") == syllables(one[0]) + syllables(other[0])


# three capitals are said letter by letter, also between hyphens
@given(st.sampled_from([w for w, _ in parted(SAMPLE) if min(map(len, w.split("-"))) > 3]))
def test_a_word_in_capitals_is_said_like_any_other(word):
    assert syllables(word.upper()) == syllables(word)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""References are random and readable; codes are read however people type them."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.lib.references import (
    ALPHABET,
    CODE_DIGITS,
    clean_receipt_code,
    grouped,
    new_receipt_code,
    new_reference,
)

codes = st.text("0123456789", min_size=16, max_size=16)


def test_a_reference_reads_well_and_spells_nothing():
    rng = random.Random(1)
    made = {new_reference("M", rng=rng) for _ in range(2_000)}
    assert len(made) == 2_000
    assert all(re.fullmatch(rf"M-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", one) for one in made)
    assert not set("AEIOUY01L") & set(ALPHABET)


def test_references_come_from_the_systems_randomness_unless_told_otherwise():
    assert new_reference("M") != new_reference("M")
    assert new_reference("M", rng=random.Random(3)) == new_reference("M", rng=random.Random(3))


def test_a_code_is_sixteen_digits_and_every_digit_occurs():
    rng = random.Random(1)
    made = [new_receipt_code(rng=rng) for _ in range(2_000)]
    assert {len(code) for code in made} == {CODE_DIGITS}
    assert len(set(made)) == 2_000
    share = "".join(made).count("7") / (2_000 * CODE_DIGITS)
    assert share == pytest.approx(0.1, abs=0.01)


@given(codes)
def test_a_code_survives_being_shown_and_typed(code):
    assert clean_receipt_code(grouped(code)) == code
    assert re.fullmatch(r"\d{4} \d{4} \d{4} \d{4}", grouped(code))


@given(codes, st.sampled_from("٠۰０"))
def test_digits_of_other_scripts_are_the_same_code(code, zero):
    typed = "".join(chr(ord(zero) + int(digit)) for digit in code)
    assert clean_receipt_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1234-5678-9012-3456", "1234567890123456"),
        (" 1234.5678/9012\t3456\n", "1234567890123456"),
        ("code: 1234 5678", "12345678"),
        ("١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦", "1234567890123456"),
        ("", ""),
        ("geen code", ""),
    ],
)
def test_anything_around_the_digits_is_ignored(typed, code):
    assert clean_receipt_code(typed) == code


@given(st.text())
def test_whatever_is_typed_comes_out_as_digits(typed):
    assert re.fullmatch(r"[0-9]*", clean_receipt_code(typed))

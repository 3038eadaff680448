# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cohen's kappa per code: worked numbers, R's codepoint by codepoint, and what may not matter."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.agreement import kappa
from voelspriet.doors.commands.analysing.files import read_frame

NAMES = ("source", "length", "coder", "code", "start", "end")
LENGTH = 40


def table(rows):
    return dict(zip(NAMES, map(list, zip(*rows, strict=True)), strict=True))


def rng():
    return np.random.default_rng(7)


def coded(rows, **options):
    return kappa(table(rows), rng=rng(), **options)


def values(rows, **options):
    return {found.code: found.value for found in coded(rows, **options).agreements}


# method 2: 1,000 characters, A codes 0-200, B 100-300
WORKED = [("talk", 1000, "A", "1", 0, 200), ("talk", 1000, "B", "1", 100, 300)]


def test_the_worked_example():
    (found,) = coded(WORKED).agreements
    assert found.value == 0.375
    assert (found.units, found.coders, found.coefficient) == (1000, 2, "cohen_kappa")


def test_segments_of_the_worked_example():
    # cuts at 0, 100, 200, 300, 1000: A has the first two segments, B the second and third
    (found,) = coded(WORKED, unit="segment").agreements
    assert (found.value, found.units) == (0.0, 4)


@pytest.mark.parametrize("unit", ["codepoint", "segment"])
@pytest.mark.parametrize("code", ["1", "3", "8"])
def test_twelve_drawn_talks_equal_counting_in_r(unit, code):
    found = kappa(read_frame(DATA / "codings.csv"), unit=unit, rng=rng())
    (one,) = (agreement for agreement in found.agreements if agreement.code == code)
    assert one.value == pytest.approx(frozen("agreement")[f"{unit}_{code}"], abs=1e-11)
    assert one.units == frozen("agreement")[f"{unit}s_{code}"]


def test_all_text_counts_and_not_only_what_somebody_coded():
    # over the union 0-300 alone the two would disagree more than by chance
    assert values([("t", 300, *WORKED[0][2:]), ("t", 300, *WORKED[1][2:])])["1"] == -0.5


def test_overlapping_ranges_of_one_coder_and_code_are_one():
    more = [*WORKED, ("talk", 1000, "A", "1", 150, 200), ("talk", 1000, "A", "1", 10, 120)]
    assert values(more) == values(WORKED)
    assert values(more, unit="segment") == values(WORKED, unit="segment")


def test_a_code_nobody_used_where_both_looked_has_a_reason():
    rows = [*WORKED, ("other", 50, "A", "2", 0, 10)]
    found = coded(rows)
    assert found.left_out == ("other",)
    assert found.sources == 1
    nobody = found.agreements[1]
    assert (nobody.code, nobody.value) == ("2", None)
    assert "neither" in nobody.why_no_value
    assert nobody.interval.low is None


def test_a_code_given_to_everything_by_both_has_a_reason():
    (found,) = coded([("t", 9, "A", "1", 0, 9), ("t", 9, "B", "1", 0, 9)]).agreements
    assert found.value is None
    assert "everything" in found.why_no_value


def test_a_code_one_coder_gave_to_everything_and_the_other_never_is_no_better_than_chance():
    (found,) = coded([("t", 9, "A", "1", 0, 9), ("t", 9, "B", None, None, None)]).agreements
    assert found.value == 0.0


def test_a_coder_who_coded_nothing_in_a_source_still_disagrees_there():
    agreed = [("t", 100, "A", "1", 0, 50), ("t", 100, "B", "1", 0, 50)]
    only_a = [*agreed, ("u", 100, "A", "1", 0, 50)]
    alone = values(only_a)["1"]
    declared = values([*only_a, ("u", 100, "B", None, None, None)])["1"]
    assert (alone, declared) == (1.0, 0.5)


def test_ten_thousand_fragments_in_long_texts_are_fluid():
    drawn, rows = rng(), []
    for number in range(10_000):
        start = int(drawn.integers(0, 4_999_000))
        for coder, moved in (("A", 0), ("B", int(drawn.integers(0, 30)))):
            rows.append((f"s{number % 100}", 5_000_000, coder, str(number % 12), start + moved,
                         start + 500))  # fmt: skip
    before = time.perf_counter()
    found = coded(rows)
    assert time.perf_counter() - before < 5
    assert found.agreements[0].units == 500_000_000
    assert found.agreements[0].interval.low is not None


@st.composite
def codings(draw):
    rows = []
    for source in draw(st.lists(st.sampled_from("pqr"), min_size=1, max_size=3, unique=True)):
        for coder in "AB":
            rows.append((source, LENGTH, coder, None, None, None))
            for _ in range(draw(st.integers(0, 4))):
                start = draw(st.integers(0, LENGTH - 1))
                end = draw(st.integers(start + 1, LENGTH))
                rows.append((source, LENGTH, coder, draw(st.sampled_from("xy")), start, end))
    return [*rows, ("p", LENGTH, "A", "x", 3, 9), ("p", LENGTH, "B", "x", 5, 12)]


def one_by_one(rows, code):
    """Kappa from a judgement per codepoint, as in the books."""
    marks = {coder: [] for coder in "AB"}
    joint = [s for s in sorted({r[0] for r in rows}) if len({r[2] for r in rows if r[0] == s}) == 2]
    for source in joint:
        for coder in "AB":
            mine = [r for r in rows if r[0] == source and r[2] == coder and r[3] == code]
            marks[coder] += [any(r[4] <= p < r[5] for r in mine) for p in range(LENGTH)]
    one, other = (np.array(marks[coder]) for coder in "AB")
    observed = np.mean(one == other)
    expected = one.mean() * other.mean() + (1 - one.mean()) * (1 - other.mean())
    return None if expected == 1 else (observed - expected) / (1 - expected)


@given(codings())
def test_ranges_give_what_counting_codepoints_gives(rows):
    for code, value in values(rows).items():
        assert value == pytest.approx(one_by_one(rows, code), abs=1e-12)


@given(codings(), st.randoms(), st.sampled_from(["codepoint", "segment"]))
def test_neither_the_order_of_rows_nor_names_matter(rows, random, unit):
    before = values(rows, unit=unit)
    others = {"A": "Z", "B": "Q"}
    codes = {"x": "2", "y": "1", None: None}
    moved = [(f"0{r[0]}", r[1], others[r[2]], codes[r[3]], *r[4:]) for r in rows]
    random.shuffle(moved)
    after = values(moved, unit=unit)
    assert {codes[code]: value for code, value in before.items()} == after


@given(codings())
def test_twice_the_length_of_everything_changes_nothing(rows):
    longer = [(s, 2 * n, c, k, *(None if p is None else 2 * p for p in ends))
              for s, n, c, k, *ends in rows]  # fmt: skip
    for unit in ("codepoint", "segment"):
        assert values(longer, unit=unit) == pytest.approx(values(rows, unit=unit), abs=1e-12)

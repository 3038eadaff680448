# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be compared is refused, with the column and the row."""

from __future__ import annotations

import numpy as np
import pytest

from voelspriet.analysis.agreement import kappa
from voelspriet.analysis.errors import ColumnError, InputError

GOOD = {
    "source": ["s", "s", "s"],
    "length": [100, 100, 100],
    "coder": ["A", "B", "B"],
    "code": ["1", "1", "2"],
    "start": [0, 10, 50],
    "end": [20, 20, 60],
}


def asked(**changed):
    return kappa({**GOOD, **changed}, rng=np.random.default_rng(1))


@pytest.mark.parametrize(
    ("changed", "column", "row", "words"),
    [
        ({"start": [0, -1, 50]}, "start", 2, "before the text"),
        ({"end": [20, 20, 101]}, "end", 3, "beyond the text, which is 100 long"),
        ({"end": [20, 10, 60]}, "end", 2, "holds nothing"),
        ({"length": [100, 100, 99]}, "length", 3, "'s' is 99 long here and 100 in row 1"),
        ({"length": [0, 0, 0]}, "length", 1, "no length"),
        ({"length": [100, None, 100]}, "length", 2, "missing"),
        ({"start": [0, 1.5, 50]}, "start", 2, "1.5 is not a whole number"),
        ({"start": ["0", "ten", "50"]}, "start", 2, "'ten' is not a number"),
        ({"code": ["1", None, "2"]}, "code", 2, "leave code, start and end all empty"),
        ({"end": [20, None, 60]}, "end", 2, "missing"),
        ({"coder": ["A", None, "B"]}, "coder", 2, "missing"),
        ({"source": ["s", "s", None]}, "source", 3, "missing"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_row(changed, column, row, words):
    with pytest.raises(ColumnError, match=words) as caught:
        asked(**changed)
    assert (caught.value.column, caught.value.row) == (column, row)


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(ColumnError, match="'length'"):
        kappa({name: GOOD[name] for name in GOOD if name != "length"}, rng=np.random.default_rng(1))


def test_three_coders_are_named():
    with pytest.raises(InputError, match="there are 3: 'A', 'B', 'C'"):
        asked(coder=["A", "B", "C"])


def test_one_coder_is_not_enough():
    with pytest.raises(InputError, match="two coders; there are 1: 'A'"):
        asked(coder=["A", "A", "A"])


def test_coders_who_never_met_in_a_source_do_not_compare():
    with pytest.raises(InputError, match="no source was coded by both 'A' and 'B'"):
        asked(source=["s", "t", "t"])


def test_no_code_at_all_is_said():
    empty = [None, None, None]
    with pytest.raises(InputError, match="no row has a code"):
        asked(code=["", None, " "], start=empty, end=empty)


def test_a_unit_that_is_none_is_refused():
    with pytest.raises(ValueError, match="word"):
        kappa(GOOD, unit="word", rng=np.random.default_rng(1))

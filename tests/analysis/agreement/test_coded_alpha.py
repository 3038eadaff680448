# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alpha per code of coded text: what alpha gives of every codepoint as an item."""

from __future__ import annotations

import numpy as np
import pytest

from tests.analysis.agreement.test_kappa import WORKED, rng, table
from tests.analysis.reference import DATA
from voelspriet.analysis.agreement import alpha, coded_alpha, kappa
from voelspriet.doors.commands.analysing.files import read_frame


def _as_items(code):
    """Write out whether each coder gave the code to each codepoint of the drawn talks."""
    frame = read_frame(DATA / "codings.csv")
    columns = {name: frame.texts(name) for name in ("source", "coder", "code")}
    lengths = dict(zip(columns["source"], frame.numbers("length"), strict=True))
    judged = {
        (source, coder): np.zeros(int(length), dtype=int)
        for source, length in lengths.items()
        for coder in ("anna", "bert")
    }
    for source, coder, given, start, end in zip(
        *columns.values(), frame.numbers("start"), frame.numbers("end"), strict=True
    ):
        if given == code:
            judged[source, coder][int(start) : int(end)] = 1
    rows = [
        (f"{source}-{place}", coder, str(value))
        for (source, coder), values in judged.items()
        for place, value in enumerate(values)
    ]
    return dict(zip(("item", "coder", "value"), map(list, zip(*rows, strict=True)), strict=True))


@pytest.mark.parametrize("code", ["1", "3", "8"])
def test_it_equals_alpha_of_every_codepoint(code):
    found = {one.code: one for one in
             coded_alpha(read_frame(DATA / "codings.csv"), rng=rng()).agreements}  # fmt: skip
    expected = alpha(_as_items(code), rng=rng(), replications=1_000).agreement
    assert found[code].value == pytest.approx(expected.value, abs=1e-12)
    assert found[code].units == expected.units
    assert found[code].coefficient == "krippendorff_alpha"


def test_the_worked_example():
    # n = 2000 values, 400 of them yes, 200 places apart: 1 - 1999 x 200 / (400 x 1600)
    (found,) = coded_alpha(table(WORKED), rng=rng()).agreements
    assert found.value == pytest.approx(1 - 1999 * 200 / 640_000, abs=1e-15)
    assert "8" in found.interval.why_not


def test_sources_are_drawn_as_for_kappa():
    frame = read_frame(DATA / "codings.csv")
    ours, kappas = (
        one(frame, unit="segment", rng=rng()).agreements for one in (coded_alpha, kappa)
    )
    for mine, other in zip(ours, kappas, strict=True):
        assert mine.units == other.units
        assert (mine.interval.low is None) == (other.interval.low is None)
        if mine.interval.low is not None:
            assert mine.interval.low < mine.value < mine.interval.high


def test_a_code_given_to_everything_has_none():
    rows = [("talk", 10, "A", "1", 0, 10), ("talk", 10, "B", "1", 0, 10)]
    (found,) = coded_alpha(table(rows), rng=rng()).agreements
    assert found.value is None
    assert "everything" in found.why_no_value

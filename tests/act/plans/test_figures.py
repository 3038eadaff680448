# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printed figures that disagree with their own sources are found, by reckoning again."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml

from voelspriet.act.plans.reading.figures import read_figures
from voelspriet.act.plans.reading.nodes import FileRejected
from voelspriet.act.plans.rules.figures import FormulaError, reckon


def test_every_check_of_huizen_comes_out_as_it_should(shared):
    path = shared / "cases/huizen_figures.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))

    found = {one.check.key: one for one in read_figures(path)}

    assert len(found) == told["check_count"] == 44
    assert [key for key, one in found.items() if one.agrees is False] == told["disagreement_ids"]
    for check in told["checks"]:
        one = found[check["id"]]
        assert one.agrees is check["agrees"], check["id"]
        assert float(one.recomputed) == pytest.approx(check["recomputed_value"], abs=6e-5)
    burglaries = found["c_woninginbraken"]
    assert (burglaries.check.printed, round(burglaries.recomputed, 1)) == (-60, Decimal("-69.6"))


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("a / (a - a)", "divides by nothing"),
        ("b + 1", "b is not one of the figures"),
        ("__import__('os')", "more than sums"),
        ("a ** 99999999", "more than sums"),
        ("'x' * 9", "more than sums"),
        ("a +", "is not a formula"),
        ("(" * 400 + "a" + ")" * 90, "is not a formula"),
    ],
)
def test_a_formula_is_sums_and_figures_and_nothing_else(formula, why):
    with pytest.raises(FormulaError, match=why):
        reckon(formula, {"a": Decimal(3)})


def test_a_damaged_file_says_where(tmp_path):
    file = tmp_path / "figures.yaml"
    content = {
        "figures": [{"id": "a", "value": 1}],
        "checks": [{"id": "c", "formula": "a + b", "printed_value": 2}],
    }
    file.write_text(yaml.safe_dump(content), encoding="utf-8")

    with pytest.raises(FileRejected) as refused:
        read_figures(file)
    assert "checks[0].formula: b is not one of the figures" in refused.value.reason

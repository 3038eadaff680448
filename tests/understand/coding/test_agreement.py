# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two coders on two hundred fragments: the numbers of the page are those of the method."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from tests.analysis.reference import DATA, frozen
from tests.conftest import arranging
from tests.factories.coding import MADE, factor, install, make_fragment, make_material, make_pass
from tests.factories.conversations import make_source, make_study
from tests.factories.second_coding import make_second
from voelspriet.analysis.agreement import alpha
from voelspriet.ground.privacy.actors import system
from voelspriet.understand.coding.actions.agreeing import settle_second
from voelspriet.understand.coding.models import AgreementRun, Fragment
from voelspriet.understand.coding.queries.agreement import second_coding
from voelspriet.understand.coding.rules.texts import digest_of

pytestmark = pytest.mark.django_db
TIMES = 4  # so often are the drawn talks coded: kappa stays what it is


def _coded(area, researcher, second, rows, times):
    """Enter coded texts: rows of source, length, coder, code, start and end."""
    install()
    study = make_study(area)
    version = factor(area, 8).version
    made = make_second(study, version, second)
    lengths = {row["source"]: int(row["length"]) for row in rows}
    first = min(row["coder"] for row in rows)
    for _again in range(times):
        for source, length in lengths.items():
            text = ("a" * length)[:length]
            material = make_material(make_source(study, text), digest=digest_of(text))
            passes = {
                True: make_pass(material, researcher, finished_at=MADE),
                False: make_pass(material, second, is_second=True, second_coding=made,
                                 finished_at=MADE),
            }  # fmt: skip
            for row in rows:
                if row["source"] == source and row["code"]:
                    make_fragment(
                        passes[row["coder"] == first], factor(area, int(row["code"])),
                        start=int(row["start"]), end=int(row["end"]),
                    )  # fmt: skip
    return made


def _figures(made, by):
    assert settle_second(second_coding_id=made.pk, by=system("coding.agree"), at=MADE)
    _study, row = second_coding(reference=made.reference, by=by)
    return {one.code.split(" ")[0]: one for one in row.run.codes}, row.run


def test_two_hundred_fragments_give_the_reference_values(area, researcher, second):
    with (DATA / "codings.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with arranging():
        made = _coded(area, researcher, second, rows, TIMES)
    assert Fragment.objects.count() >= 200
    found, run = _figures(made, researcher)
    assert run.texts == 12 * TIMES
    expected = frozen("agreement")
    for code in ("1", "3", "8"):
        one = found[code]
        assert one.kappa_text.value == pytest.approx(expected[f"codepoint_{code}"], abs=1e-11)
        assert one.kappa_pieces.value == pytest.approx(expected[f"segment_{code}"], abs=1e-11)
        assert one.kappa_text.units == TIMES * expected[f"codepoints_{code}"]
        assert one.kappa_pieces.units == TIMES * expected[f"segments_{code}"]
        assert one.alpha_text.value == pytest.approx(_alpha(rows, code), abs=1e-9)
        for figure in (one.kappa_text, one.kappa_pieces, one.alpha_text, one.alpha_pieces):
            assert figure.low < figure.value < figure.high
    # the same draws again: what stands can be checked
    assert AgreementRun.objects.get().seed == run.seed


def _alpha(rows, code):
    """Return alpha of items: every codepoint of the talks is one, and they are there so often."""
    judged = {}
    for row in rows:
        length = int(row["length"])
        own = judged.setdefault((row["source"], row["coder"]), np.zeros(length, dtype=int))
        if row["code"] == code:
            own[int(row["start"]) : int(row["end"])] = 1
    table = {"item": [], "coder": [], "value": []}
    for (source, coder), values in judged.items():
        table["item"] += [f"{source}-{place}" for place in range(len(values))]
        table["coder"] += [coder] * len(values)
        table["value"] += [str(value) for value in values]
    once = alpha(table, rng=np.random.default_rng(1), replications=1_000)
    # 1 - (n - 1) d / (n0 n1): d and n grow with the talks, n0 and n1 each
    apart = (1 - once.agreement.value) / (once.values - 1)
    return 1 - (TIMES * once.values - 1) * apart / TIMES


def test_the_worked_example_of_the_method(area, researcher, second):
    rows = [
        {"source": "a", "length": 1000, "coder": "A", "code": "1", "start": 0, "end": 200},
        {"source": "a", "length": 1000, "coder": "B", "code": "1", "start": 100, "end": 300},
    ]
    found, run = _figures(_coded(area, researcher, second, rows, 1), researcher)
    assert found["1"].kappa_text.value == 0.375
    assert found["1"].kappa_text.units == 1000
    assert found["1"].kappa_text.low is None
    assert "te weinig om te zeggen" in found["1"].kappa_text.why_none_label
    assert run.texts == 1


def test_a_text_that_changed_is_left_out_and_no_code_gives_no_figure(area, researcher, second):
    rows = [
        {"source": "a", "length": 100, "coder": "A", "code": "1", "start": 0, "end": 20},
        {"source": "a", "length": 100, "coder": "B", "code": "1", "start": 0, "end": 20},
    ]
    made = _coded(area, researcher, second, rows, 1)
    with arranging():
        Fragment.objects.update(digest="anders")
    found, run = _figures(made, researcher)
    assert (found, run.texts, run.changed_texts) == ({}, 0, 1)


def test_everything_by_both_has_no_value(area, researcher, second):
    rows = [
        {"source": "a", "length": 50, "coder": who, "code": "1", "start": 0, "end": 50}
        for who in "AB"
    ]
    found, _run = _figures(_coded(area, researcher, second, rows, 1), researcher)
    assert found["1"].kappa_text.value is None
    assert "toeval" in found["1"].kappa_text.why_none_label

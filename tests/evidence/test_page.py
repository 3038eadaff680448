# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page and its pictures tell what was measured, judged, missed and only printed."""

from __future__ import annotations

import math
from xml.etree import ElementTree as ET

import pytest
from evidence.judging import Sums, finding
from evidence.keeping import Kept
from evidence.pictures import picture
from evidence.scenario import Claim, Scenario
from evidence.scenarios import chapters

from evidence import page

JUDGED = Claim("coverage of 95 %", 0.935, 0.965)
PRINTED = Claim("coverage of 95 %", 0.935, 0.965, is_judged=False)
SVG = "{http://www.w3.org/2000/svg}"


def found(name, claim, mean, count=10_000):
    scenario = Scenario(name, "drawn so.", "estimate", (claim,), lambda _rng, _count: {}, count)
    squares = count * mean if claim.is_rate else count * (mean**2 + 1)
    return finding(scenario, claim, Sums(count, count * mean, squares))


def test_a_line_tells_measured_band_and_verdict():
    met, missed = found("one", JUDGED, 0.951), found("two", JUDGED, 0.91)
    assert page.line(met) == (
        "one: coverage of 95 % 95.10 ± 0.22 % (band 93.5–96.5 %, 10000 samples): met"
    )
    assert page.line(missed).endswith("MISSED")
    assert page.line(found("three", PRINTED, 0.91)).endswith("printed")


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (Claim("a", low=0.94), "at least 94 %"),
        (Claim("a", high=0.05), "at most 5 %"),
        (Claim("a", -0.03, 0.03, is_rate=False), "-0.03–0.03"),
        (Claim("a", is_judged=False), "none"),
    ],
)
def test_a_band_is_told_in_words(claim, told):
    assert page.band(claim) == told


def test_the_picture_names_every_scenario_and_what_is_missed():
    rates = [found("one", JUDGED, 0.951), found("two", JUDGED, 0.91), found("odd", PRINTED, 0.9)]
    drawn = picture("Means", rates)
    root = ET.fromstring(drawn.svg)  # noqa: S314  our own drawing
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {"one", "two", "odd", "91.0 %, missed", "90.0 %"} <= texts
    assert "Judged claims missed: two." in drawn.description
    assert root.find(f"{SVG}title").text == drawn.title
    assert drawn.columns["measured"] == pytest.approx([0.951, 0.91, 0.9])


def test_numbers_that_are_no_rates_are_left_to_the_table():
    other = found("one", Claim("bias", -1, 1, is_rate=False), 0.2)
    assert picture("Bias", [other]) is None


def test_the_page_has_every_chapter_scenario_and_claim(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "PAGE", tmp_path / "evidence.md")
    monkeypatch.setattr(page, "PICTURES", tmp_path / "pictures")

    def findings(scenario):
        return [
            finding(scenario, claim, _middle(claim, scenario.replications))
            for claim in scenario.claims
        ]

    kept = {
        scenario.name: Kept(1, "code", "2026-11-25 22:00 UTC", "abc", {})
        for chapter in chapters()
        for scenario in chapter.scenarios
    }
    page.write(findings, kept, seed=1)
    written = page.PAGE.read_text(encoding="utf-8")
    assert "Seed 1; drawn from 2026-11-25 22:00 UTC" in written
    assert "**missed**" not in written
    for chapter in chapters():
        assert f"## {chapter.title}" in written
        for scenario in chapter.scenarios:
            assert written.count(f"| `{scenario.name}` |") == len(scenario.claims)
    names = {file.name for file in page.PICTURES.iterdir()}
    assert {line.partition("evidence/")[2].rstrip(")") for line in written.splitlines()
            if line.startswith("![")} == names  # fmt: skip


def _middle(claim, count):
    edges = [edge for edge in (claim.low, claim.high) if not math.isinf(edge)]
    mean = sum(edges) / len(edges) if edges else 0.5
    return Sums(count, count * mean, count * mean)

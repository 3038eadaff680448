# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts in a real browser: told to who does not see them, and readable on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import AXE, DESKTOP, PHONE, TAGS
from tests.ground.ui.charts.examples import HOSTILE, KINDS
from voelspriet.ground.ui.charts import write_chart

BOXES = """() => [...document.querySelectorAll('svg text')].filter(t => t.textContent).map(t => {
  const box = t.getBoundingClientRect();
  return [t.textContent, box.left, box.top, box.right, box.bottom]
})"""
BLEED = 1.5  # pixels that the edges of letters may go over

every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport=PHONE)
    yield page
    page.close()


@every_kind
def test_title_and_description_are_told_as_one_image(page, kind):
    chart = KINDS[kind]()
    page.set_content(f"<main>{chart.svg}</main>")

    image = page.get_by_role("img")
    expect(image).to_have_count(1)
    expect(image).to_have_accessible_name(f"{chart.title} {chart.description}")


@every_kind
def test_axe_finds_nothing(page, kind):
    chart = KINDS[kind]()
    page.set_content(
        f"<!doctype html><html lang='en'><title>x</title><main><h1>x</h1>{chart.svg}</main></html>"
    )
    page.add_script_tag(path=AXE)

    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert found["violations"] == []


@every_kind
@pytest.mark.parametrize(
    ("label", "language"),
    [("Noord", "nl"), (HOSTILE["long"], "nl"), (HOSTILE["arabic"], "en")],
    ids=["short", "long", "arabic"],
)
def test_no_text_runs_off_the_drawing_or_into_another(page, tmp_path, kind, label, language):
    write_chart(KINDS[kind](label, language), tmp_path / "chart.svg")
    page.goto((tmp_path / "chart.svg").as_uri())

    width = page.evaluate("document.documentElement.getBoundingClientRect().width")
    boxes = page.evaluate(BOXES)
    assert width == PHONE["width"]
    assert [box for box in boxes if box[1] < -BLEED or box[3] > width + BLEED] == []
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def overlap(one: list, other: list) -> bool:
    # the room above and below the letters may touch
    return (
        min(one[3], other[3]) - max(one[1], other[1]) > BLEED
        and min(one[4], other[4]) - max(one[2], other[2]) > (one[4] - one[2]) / 3
    )


@every_kind
def test_a_drawing_by_itself_fills_a_phone_and_keeps_its_size_on_a_desk(page, tmp_path, kind):
    write_chart(KINDS[kind](), tmp_path / "chart.svg")
    sizes = []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        page.goto((tmp_path / "chart.svg").as_uri())
        sizes.append(page.evaluate("document.documentElement.getBoundingClientRect().width"))

    assert sizes == [390, 480]
    letters = page.evaluate("parseFloat(getComputedStyle(document.querySelector('text')).fontSize)")
    assert letters * sizes[0] / sizes[1] >= 12

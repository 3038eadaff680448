# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drawing on a map: by touch on a phone, from lists by keyboard, without a script."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.browser import FLAGS, PHONE, Visitor, chromium_path
from tests.e2e.site import rows

SOFTWARE_MAPS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
HAND_IN = "main .vs-actions button[name=go][value=next]"


@pytest.fixture
def painter(chromium: Browser) -> Iterator[Browser]:
    """A browser that can show a map without a graphics card."""
    flags = [flag for flag in FLAGS if flag != "--disable-gpu"] + SOFTWARE_MAPS
    browser = chromium.browser_type.launch(
        executable_path=chromium_path(), headless=True, args=flags
    )
    yield browser
    browser.close()


def path_of(site) -> str:
    ((code,),) = rows(site, "SELECT code FROM drawings_mapround WHERE closes_at IS NULL")
    return f"/kaart/{code}/"


def sheets(site) -> int:
    return rows(site, "SELECT count(*) FROM drawings_mapsheet")[0][0]


def tap(page: Page, across: float, down: float) -> None:
    """Tap the map with a finger; what was tapped before must have been heard."""
    box = page.locator("[data-frame]").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
    page.wait_for_timeout(350)  # a second tap within this time would be a double one


def drawn(page: Page) -> list[dict]:
    return json.loads(page.locator("input[name=drawn]").input_value() or "[]")


def choose(page: Page, kind: str) -> None:
    page.locator(f"input[value={kind}]").tap()
    page.wait_for_function(
        "() => /[.]$/.test(document.querySelector('[data-state]').textContent)"
        " && document.querySelector('[data-frame] canvas') !== null"
    )
    page.wait_for_timeout(300)


def test_a_resident_draws_by_touch_on_a_phone(demo_site, painter):
    visitor = Visitor(painter, demo_site.address, "drawer", PHONE, touch=True)
    before = sheets(demo_site)
    page = visitor.go(path_of(demo_site))
    choose(page, "usual_route")
    for across, down in ((0.45, 0.5), (0.55, 0.55), (0.6, 0.65), (0.4, 0.7)):
        tap(page, across, down)
    page.locator("[data-undo]").tap()
    page.locator("[data-finish]").tap()
    page.wait_for_selector("[data-shapes] > li")
    (route,) = drawn(page)
    assert route["kind"] == "usual_route"
    assert len(route["geometry"]["coordinates"]) == 3
    choose(page, "safe_place")
    tap(page, 0.5, 0.6)
    choose(page, "trouble_area")
    for across, down in ((0.45, 0.55), (0.6, 0.55), (0.6, 0.65), (0.45, 0.65)):
        tap(page, across, down)
    page.locator("[data-finish]").tap()
    page.wait_for_selector("[data-shapes] > li:nth-child(3)")
    visitor.picture("drawn")
    assert visitor.axe() == []
    assert not visitor.reaches_sideways()
    items = page.locator("[data-shapes] > li")
    items.nth(1).locator("[data-word=note]").fill("Hier is altijd iemand")
    items.nth(2).locator("[data-delete]").tap()
    assert [one["kind"] for one in drawn(page)] == ["usual_route", "safe_place"]
    page.locator(HAND_IN).last.tap()
    page.wait_for_selector(".vs-reference")
    visitor.picture("thanks")
    assert sheets(demo_site) == before + 1
    assert visitor.problems == []
    assert visitor.outside_requests() == []
    visitor.close()


def test_a_drawing_that_is_refused_is_still_on_the_map(demo_site, painter):
    visitor = Visitor(painter, demo_site.address, "refused", PHONE, touch=True)
    page = visitor.go(path_of(demo_site))
    choose(page, "safe_place")
    tap(page, 0.5, 0.6)
    page.locator("[data-word=note]").first.fill("Mevrouw Jansen woont hier")
    page.locator(HAND_IN).last.tap()
    page.wait_for_selector(".vs-error-summary")
    page.wait_for_selector("[data-shapes] > li")
    assert page.locator("[data-word=note]").first.input_value() == "Mevrouw Jansen woont hier"
    page.wait_for_selector("[data-frame] canvas")
    visitor.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_somebody_without_a_map_or_without_a_script_chooses_from_lists(
    demo_site, visit, javascript
):
    visitor = visit(demo_site, "lists", phone=True, javascript=javascript)
    before = sheets(demo_site)
    page = visitor.go(path_of(demo_site))
    if javascript:  # this browser has a script, and no WebGL
        page.evaluate("HTMLCanvasElement.prototype.getContext = () => null")
    details = page.locator("details[data-choosing]")
    if details.get_attribute("open") is None:
        details.locator("summary").first.focus()
        page.keyboard.press("Enter")
    ((street,),) = rows(
        demo_site,
        "SELECT s.name FROM areas_street s JOIN drawings_mapround r ON r.area_id = s.area_id"
        " WHERE r.closes_at IS NULL AND s.kind = 'street' ORDER BY s.name LIMIT 1",
    )
    page.locator("select[name='0-kind']").focus()
    page.locator("select[name='0-kind']").select_option("dark_route")
    page.locator("input[name='0-street']").focus()
    page.keyboard.type(street)
    page.locator("textarea[name='0-note']").focus()
    page.keyboard.type("Twee lampen zijn stuk")
    page.locator(HAND_IN).last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".vs-reference")
    assert sheets(demo_site) == before + 1

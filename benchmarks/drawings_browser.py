# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a colleague's browser copes with thousands of drawn shapes: showing, moving, choosing."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, sync_playwright
from tests.e2e.browser import DESKTOP, FLAGS, chromium_path

from benchmarks.installation import Installation

# no graphics card: the processor draws, so a real desk is faster than this
SOFTWARE_MAPS = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
WITHIN = 120_000  # milliseconds
STEPS = 24
PASSWORD = "zilver-water-demo"  # noqa: S105  the demo's
_FRAMES = """() => { window.gaps = []; window.last = performance.now();
  const step = now => { window.gaps.push(now - window.last); window.last = now;
    window.asked = requestAnimationFrame(step); };
  window.asked = requestAnimationFrame(step); }"""
# the last gap has no end yet: a page that stands still has no frame at all
_GAPS = """() => { cancelAnimationFrame(window.asked);
  return [...window.gaps, performance.now() - window.last].sort((a, b) => a - b); }"""


def look(here: Installation, *, references: tuple[str, ...], email: str) -> list[str]:
    """Open rounds as a colleague in Chromium; return what each took, a line at a time."""
    flags = [flag for flag in FLAGS if flag != "--disable-gpu"]
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=chromium_path(), headless=True, args=[*flags, *SOFTWARE_MAPS]
        )
        page = browser.new_page(base_url=here.base, viewport=DESKTOP)
        page.set_default_timeout(WITHIN)
        _sign_in(page, email)
        said = [line for reference in references for line in _one(page, reference)]
        browser.close()
    return said


def _one(page: Page, reference: str) -> list[str]:
    page.goto(f"/werk/kaarten/{reference}/")
    shown = _shown(page)
    frame = page.locator("[data-overlap] .vs-map")
    frame.scroll_into_view_if_needed()
    choice = page.locator("select[data-only]")
    return [
        shown,
        _during(page, "dragging the map", lambda: _drag(page, frame)),
        _during(page, "coming closer and back", lambda: _zoom(page, frame)),
        _during(page, "choosing a kind", lambda: choice.select_option(index=1)),
    ]


def _sign_in(page: Page, email: str) -> None:
    page.goto("/werk/inloggen/")
    page.fill("input[name=email]", email)
    page.fill("input[type=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/werk/")


def _shown(page: Page) -> str:
    page.evaluate(_FRAMES)
    begun = page.evaluate("performance.now()")
    page.click("[data-open]")
    page.wait_for_selector("[data-overlap] .vs-map[data-shown]", state="attached")
    took = page.evaluate("performance.now()") - begun
    gaps = page.evaluate(_GAPS)
    number = page.get_attribute("[data-overlap] .vs-map", "data-shown")
    seconds = f"{took / 1000:.1f} s"
    return f"{number} shapes stand on the map after {seconds}, longest stall {gaps[-1]:.0f} ms"


def _during(page: Page, what: str, do: Callable[[], object]) -> str:
    page.wait_for_timeout(1500)  # what was begun before is drawn
    page.evaluate(_FRAMES)
    do()
    page.wait_for_timeout(1000)
    gaps = page.evaluate(_GAPS)
    median, late = gaps[len(gaps) // 2], gaps[int(len(gaps) * 0.95)]
    return f"{what}: a frame each {median:.0f} ms, p95 {late:.0f}, longest {gaps[-1]:.0f}"


def _middle(frame: Locator) -> tuple[float, float]:
    box = frame.bounding_box()
    if box is None:
        message = "the map has no place on the page"
        raise RuntimeError(message)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _drag(page: Page, frame: Locator) -> None:
    x, y = _middle(frame)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(x + step * 6, y + step * 3)
        page.wait_for_timeout(16)
    page.mouse.up()


def _zoom(page: Page, frame: Locator) -> None:
    page.mouse.move(*_middle(frame))
    for turn in (-240, -240, -240, 240, 240, 240):
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(250)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A researcher codes fifty fragments with nothing but a keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.browser import DESKTOP, PHONE
from tests.e2e.people import sign_in

FRAGMENTS = 50
# whatever a sentence holds, it is one codepoint or several units of the browser
TEXT = " ".join(f"Zin {n} gaat over 👩‍👧 en het plein." for n in range(1, FRAGMENTS + 3))
FACTORS = "1234567890-="
PATIENCE = 180_000  # milliseconds: fifty fragments go one after another


def test_fifty_fragments_with_the_keyboard_only(demo_site, visit):
    visitor = visit(demo_site, "coderen", size=DESKTOP)
    sign_in(visitor, "yara")
    page = _a_text_that_waits(visitor)
    told = page.locator("[data-coding-text]")
    expect(told).to_be_focused()
    rows = page.locator(".vs-coding__list > li")
    page.keyboard.press("j")
    for number in range(FRAGMENTS):
        page.keyboard.press("ps"[number % 2])
        page.keyboard.press(FACTORS[number % 12])
    expect(rows).to_have_count(FRAGMENTS, timeout=PATIENCE)
    words = rows.nth(48).locator("p").first.inner_text()
    assert words == "Zin 49 gaat over 👩‍👧 en het plein."
    expect(rows.nth(48)).to_contain_text("1 Signaalcriminaliteit en -overlast")
    expect(rows.nth(48)).to_contain_text("Probleem")
    _undo_and_more_than_a_sentence(page, rows)
    visitor.picture("vijftig")
    assert visitor.axe() == []
    page.set_viewport_size(PHONE)
    assert not visitor.reaches_sideways()
    visitor.picture("vijftig-telefoon")
    page.set_viewport_size(DESKTOP)
    told.focus()
    page.keyboard.press("n")
    page.wait_for_load_state("load")
    expect(page.get_by_text("Klaar.", exact=False).first).to_be_visible()
    assert visitor.problems == []


def _a_text_that_waits(visitor):
    page = visitor.go("/werk/onderzoeken/")
    page.locator("main table a").first.click()
    page.get_by_role("link", name="Voeg een bron toe").click()
    page.fill("[name=held_on]", "2026-01-05")
    page.fill("[name=text]", TEXT)
    page.locator("main form button.utrecht-button--primary-action").click()
    page.locator("[name=has_read]").check()
    page.locator("main form button.utrecht-button--primary-action").click()
    page.wait_for_url("**/bronnen/**")
    visitor.go("/werk/coderen/")
    page.get_by_role("button", name="Kijk of er iets nieuws is").click()
    visitor.go("/werk/coderen/?kind=source&state=uncoded")
    page.locator("main table a").first.click()
    page.get_by_role("button", name="Begin met deze tekst").click()
    page.wait_for_load_state("load")
    return page


def _undo_and_more_than_a_sentence(page, rows) -> None:
    page.keyboard.press("u")
    expect(rows).to_have_count(FRAGMENTS - 1, timeout=PATIENCE)
    page.keyboard.press("r")
    expect(rows).to_have_count(FRAGMENTS, timeout=PATIENCE)
    # the sentence after the last one coded is chosen: one more with it, a word less, two factors
    page.keyboard.press("J")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+Digit3")
    page.keyboard.press("5")
    expect(rows).to_have_count(FRAGMENTS + 1, timeout=PATIENCE)
    last = rows.nth(FRAGMENTS)
    expect(last).to_contain_text("Zin 51 gaat over 👩‍👧 en het plein. Zin 52 gaat over 👩‍👧 en het")
    expect(last).not_to_contain_text("het plein. Zin 52 gaat over 👩‍👧 en het plein.")
    expect(last).to_contain_text("3 Onbekende anderen")
    expect(last).to_contain_text("5 Sociale kwaliteit")
    # a code of another codebook by its name
    page.keyboard.press("k")
    page.keyboard.press("/")
    page.keyboard.type("licht")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(FRAGMENTS + 2, timeout=PATIENCE)
    expect(rows.filter(has_text="Licht")).to_have_count(1, timeout=PATIENCE)

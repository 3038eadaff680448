# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling in a real browser: stepping back, losing the connection, tapping twice, no script."""

from __future__ import annotations

from playwright.sync_api import expect

WORDS = "Losse stoeptegel, mijn moeder is gevallen"
NEXT = "#melden .vs-actions button[value=next]"


def heading(page):
    return page.locator("h1")


def choose(page, identifier: str) -> None:
    page.locator(f"label[for={identifier}]").click()


def walk_to_sending(page) -> None:
    page.fill("#id_text", WORDS)
    page.click(NEXT)
    expect(heading(page)).to_have_text("Waar is het?")
    choose(page, "id_no_place")
    page.click(NEXT)
    expect(heading(page)).to_have_text("Wanneer is het?")
    choose(page, "id_kind_0")
    page.click(NEXT)
    expect(heading(page)).to_have_text("Wie mag weten wie u bent?")
    choose(page, "id_openness_0")
    page.click(NEXT)
    expect(heading(page)).to_have_text("Wilt u antwoord?")
    choose(page, "id_wish_0")


def test_back_and_forward_keep_every_word_and_a_lost_connection_too(empty_site, visit):
    visitor = visit(empty_site, "terug", phone=True)
    page = visitor.go("/melden/")
    page.fill("#id_text", WORDS)
    visitor.context.set_offline(True)
    page.click(NEXT)
    expect(page.locator("#melden-mislukt")).to_contain_text("Uw woorden staan er nog")
    expect(page.locator("#id_text")).to_have_value(WORDS)
    visitor.context.set_offline(False)
    page.click(NEXT)
    expect(heading(page)).to_have_text("Waar is het?")
    page.go_back(wait_until="commit")
    expect(page.locator("#id_text")).to_have_value(WORDS)
    page.go_forward(wait_until="commit")
    expect(heading(page)).to_have_text("Waar is het?")
    page.click("button[lang=ar]")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.click("button[value=back]:not(.vs-hidden *)")
    expect(page.locator("#id_text")).to_have_value(WORDS)


def test_tapping_twice_sends_once_and_nothing_stays_on_the_device(empty_site, visit):
    visitor = visit(empty_site, "tweemaal", phone=True)
    page = visitor.go("/melden/")
    walk_to_sending(page)
    page.dblclick(NEXT)
    code = page.locator("[data-receipt-code]")
    expect(code).to_be_visible()
    assert len("".join(filter(str.isdigit, code.inner_text()))) == 16
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    cookies = visitor.context.cookies()
    assert {cookie["name"] for cookie in cookies} == {"veilig"}
    assert all(cookie["expires"] == -1 for cookie in cookies)
    assert code.inner_text().replace("\n", "") not in page.url
    page.go_back(wait_until="commit")
    expect(heading(page)).to_have_text("Wat is er aan de hand?")
    expect(page.locator("#id_text")).to_have_value("")
    assert visitor.problems == []
    assert all(url.startswith((empty_site.address, "data:")) for url in visitor.requests)


def test_the_walk_works_without_javascript_and_with_the_keyboard_only(empty_site, visit):
    visitor = visit(empty_site, "toetsen", javascript=False)
    page = visitor.go("/melden/")
    page.locator("#id_text").focus()
    page.keyboard.type(WORDS)
    page.keyboard.press("Tab")
    page.locator(NEXT).focus()
    page.keyboard.press("Enter")
    page.locator("#id_street").focus()
    page.keyboard.type("laan")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#id_place_0").focus()
    page.keyboard.press("Space")
    page.locator(NEXT).focus()
    page.keyboard.press("Enter")
    for identifier in ("id_kind_2", "id_openness_0", "id_wish_0"):
        page.locator(f"#{identifier}").focus()
        page.keyboard.press("Space")
        page.locator(NEXT).focus()
        page.keyboard.press("Enter")
    expect(page.locator("[data-receipt-code]")).to_be_visible()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a resident with a screen reader hears at an evening, and leading it without a mouse."""

from __future__ import annotations

from tests.e2e.people import until

LISTEN = """() => {
  window.heard = [];
  const told = document.querySelector('[data-told]');
  new MutationObserver(() => { if (told.textContent) window.heard.push(told.textContent); })
    .observe(told, {childList: true, characterData: true, subtree: true});
  document.querySelector('main nav a').focus();
}"""
MOVES = (
    "window.polls = 0; const ask = fetch; window.fetch = (...a) => { polls++; return ask(...a) }"
)


def listen(phone) -> None:
    """Keep what a live region says from now on; the focus stands on a link beside the part."""
    told = phone.page.locator("[data-told]")
    assert told.get_attribute("role") == "status"  # polite: it never breaks in
    phone.page.evaluate(LISTEN)
    phone.page.evaluate(MOVES)


def hears_the_question_once(phone) -> None:
    """A new question is said once, in its own words; the focus stays, and the order is right."""
    page = phone.page
    seen = page.evaluate("window.polls")
    until(page, f"() => window.polls > {seen + 1}")  # it asked again, and nothing was new
    question = page.locator("[data-vote] legend").inner_text().strip()
    heard = page.evaluate("window.heard")
    assert len(heard) == 1
    assert heard[0].endswith(question)
    assert page.evaluate("document.activeElement.closest('main nav') !== null")
    tree = page.locator("main").aria_snapshot()
    places = [tree.index(part) for part in ("- heading", "- radio", "- button", "- navigation")]
    assert places == sorted(places)
    assert question in tree  # the group of answers bears the question as its name


def press_key(adviser, key: str) -> None:
    """Press one key on the page of whoever leads and wait for the page after it."""
    page = adviser.page
    page.evaluate("document.activeElement.blur()")
    with page.expect_navigation():
        page.keyboard.press(key)

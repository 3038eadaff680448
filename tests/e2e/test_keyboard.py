# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything with a keyboard alone, and the focus always in sight (WCAG 2.1 and 2.4.7, 2.4.11)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import DESKTOP, PHONE
from tests.e2e.keyboard import Keyboard
from tests.e2e.people import sign_in, until
from tests.e2e.surfaces import NEXT, path_of

WORDS = "De lamp in het steegje is al een week kapot."


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desk"])
@pytest.mark.parametrize("name", ["home", "help", "report", "follow", "neighbourhoods"])
def test_the_focus_can_be_seen_wherever_it_goes(demo_site, visit, name, size):
    page = visit(demo_site, f"focus-{name}", size=size).go(path_of(name, "nl"))
    keys = Keyboard(page)
    names = keys.tab_round()
    assert keys.complaints == []
    links = page.locator("a[href]:visible, button:visible, summary:visible").count()
    assert len(set(names)) >= min(links, 5)


def test_the_first_key_leads_past_the_header(demo_site, visit):
    page = visit(demo_site, "overslaan").go(path_of("help", "nl"))
    first = Keyboard(page).press("Tab")
    assert first is not None
    assert first["name"].startswith("A#.utrecht-skip-link")
    assert first["marked"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_errors_take_the_focus_and_lead_to_their_fields(demo_site, visit):
    page = visit(demo_site, "fouten").go(path_of("report", "nl"))
    keys = Keyboard(page)
    keys.tab_to(NEXT)
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.matches('.vs-error-summary')")
    keys.tab_to(".vs-error-summary a")
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.id === 'id_text'")
    assert keys.complaints == []


def test_the_map_is_worked_with_arrows_and_let_go_again(demo_site, visit):
    page = visit(demo_site, "kaart").go(path_of("report", "nl"))
    keys = Keyboard(page)
    keys.tab_to("#id_text")
    keys.type(WORDS)
    keys.tab_to(NEXT)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Waar is het?")
    keys.tab_to("[data-place] [data-open]")
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.matches('[data-frame] canvas')")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    until(page, "() => document.querySelector('input[name=lon]').value !== ''")
    keys.tab_to("#id_street")
    keys.tab_to("[data-place] [data-here], [data-place] [data-clear]", key="Shift+Tab")
    assert keys.complaints == []


def test_the_whole_walk_with_tab_space_and_enter(demo_site, visit):
    page = visit(demo_site, "alleen-toetsen", phone=True).go("/")
    keys = Keyboard(page)
    keys.tab_to("main a[href*=melden]")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Wat is er aan de hand?")
    keys.tab_to("#id_text")
    keys.type(WORDS)
    for field, title in (
        ("", "Waar is het?"),
        ("#id_no_place", "Wanneer is het?"),
        ("input[name=kind]", "Wie mag weten wie u bent?"),
        ("input[name=openness]", "Wilt u antwoord?"),
        ("input[name=wish]", "Dank u. Wij hebben het."),
    ):
        if field:
            keys.tab_to(field)
            page.keyboard.press("Space")
        keys.tab_to(NEXT)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(title)
    keys.tab_to("main form button.utrecht-button--primary-action")
    page.keyboard.press("Enter")
    expect(page.locator(".vs-thread").first).to_be_visible()
    keys.tab_to("form.vs-form textarea")
    keys.type("En er ligt glas.")
    keys.tab_to("form.vs-form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator(".vs-panel--success")).to_be_visible()
    assert keys.complaints == []


@pytest.mark.parametrize("path", ["/werk/", "/werk/meldingen/", "/werk/meldingen/nieuw/"])
def test_colleagues_see_the_focus_too(demo_site, visit, path):
    visitor = visit(demo_site, "collega-toetsen")
    sign_in(visitor, "maaike")
    keys = Keyboard(visitor.go(path))
    keys.tab_round()
    assert keys.complaints == []


def test_a_signal_is_answered_without_a_mouse(demo_site, visit):
    visitor = visit(demo_site, "antwoord-toetsen")
    sign_in(visitor, "sanne")
    page = visitor.go("/werk/meldingen/")
    keys = Keyboard(page)
    keys.tab_to("tbody a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Melding M-")
    keys.tab_to("#id_text, #antwoorden ~ form textarea")
    keys.type("Wij zijn er geweest en komen morgen terug.")
    keys.tab_to("input[name=kind]")
    page.keyboard.press("ArrowDown")
    keys.tab_to("#antwoorden ~ form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Wij zijn er geweest en komen morgen terug.")
    assert keys.complaints == []

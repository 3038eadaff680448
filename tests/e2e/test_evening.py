# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An evening in real browsers: eight phones in four languages, paper, hands, who leads, the screen.

All seventeen questions in order, and the report of the morning after. The note-taker has another
story of their own.
"""

from __future__ import annotations

import re

import pytest

from tests.e2e.evening_heard import hears_the_question_once, listen, press_key
from tests.e2e.evening_steps import promise, report, rest_of_the_programme, take_note
from tests.e2e.people import press, sign_in, until

WALL = {"width": 1600, "height": 900}
PREFIXES = ("", "/ar", "/tr", "/en", "", "/ar", "", "")
# what the eight phones choose at the first question: five the first answer, three the second
CHOSEN = (0, 0, 1, 0, 1, 0, 1, 0)


@pytest.fixture(scope="module")
def site(empty_site):
    return empty_site


def _begin(adviser) -> tuple[str, str]:
    """Prepare an evening in three presses, open it, return its address and its digits."""
    page = adviser.page
    adviser.go("/werk/avonden/")
    page.get_by_role("link", name="Bereid een avond voor").click()
    page.get_by_role("button", name="Zet de avond klaar").click()
    page.wait_for_url(re.compile(r"/werk/avonden/E-"))
    adviser.picture("1-programme")
    assert page.locator(".vs-programme > li").count() == 18
    assert adviser.axe() == []
    base = page.url.split("#")[0].rstrip("/")
    adviser.go(f"{base}/leiden/")
    press(adviser, "button[value=start]")
    digits = re.sub(r"\D", "", page.inner_text(".vs-desk-code"))
    assert len(digits) == 6
    return base, digits


def _join(visitor, prefix: str, digits: str) -> None:
    page = visitor.page
    visitor.go(f"{prefix}/avond/")
    page.fill("input[name=digits]", digits)
    page.click("main form button[type=submit]")
    page.wait_for_url(re.compile(r"/avond/zaal/"))


def _answer(visitor, place: int) -> None:
    visitor.page.locator("[data-vote] .vs-choice").nth(place).click()
    visitor.page.click("[data-vote] button[type=submit]")


def test_an_evening(site, visit):
    adviser = visit(site, "evening-adviser")
    sign_in(adviser, "maaike")
    base, digits = _begin(adviser)
    screen = visit(site, "evening-screen", size=WALL)
    sign_in(screen, "maaike")
    adviser.page.click("summary:has-text('Tweede taal op het grote scherm')")
    adviser.page.select_option("#taal-ernaast", "ar")
    press(adviser, "button:has-text('Zet op het scherm')")
    screen.go(f"{base}/scherm/")
    screen.page.wait_for_selector(".vs-big__second[lang=ar]")
    assert screen.axe() == []
    screen.picture("1-door")
    phones = [visit(site, f"evening-phone-{n}", phone=True) for n in range(len(PREFIXES))]
    for phone, prefix in zip(phones, PREFIXES, strict=True):
        _join(phone, prefix, digits)
    _ask(adviser, screen, phones)
    _lose_and_return(phones[0], adviser)
    _paper_and_hands(adviser, base)
    _show(adviser, screen, phones)
    link = _link(adviser, base)
    adviser.go(f"{base}/leiden/")
    taker = visit(site, "evening-taker", phone=True)
    take_note(taker, link)
    rest_of_the_programme(adviser, phones, words=_words)
    promise(adviser, base, screen)
    adviser.go(f"{base}/leiden/")
    _end(adviser, phones)
    reader = visit(site, "evening-reader", phone=True)
    report(adviser, base, reader)
    for visitor in (adviser, screen, taker, reader, *phones):
        assert visitor.problems == []
        assert visitor.outside_requests() == []


def _ask(adviser, screen, phones) -> None:
    """Put the first question on by keyboard: every phone shows it by itself, and answers."""
    listen(phones[2])
    press_key(adviser, "ArrowRight")
    for phone in phones:
        phone.page.wait_for_selector("[data-vote]")
    hears_the_question_once(phones[2])
    for phone in (phones[0], phones[1]):
        phone.picture("1-question")
        assert phone.axe() == []
        assert not phone.reaches_sideways()
        sizes = phone.page.evaluate(
            "[...document.querySelectorAll('[data-vote] .vs-choice')].map(c => c.offsetHeight)"
        )
        assert min(sizes) >= 44
    assert phones[1].page.evaluate("document.documentElement.dir") == "rtl"
    for phone, place in zip(phones[1:], CHOSEN[1:], strict=True):
        _answer(phone, place)
        phone.page.wait_for_selector(".vs-panel--success")
    phones[1].picture("2-received")
    assert phones[1].axe() == []
    until(screen.page, "() => document.querySelector('[data-answered]').textContent === '7'")


def _lose_and_return(phone, adviser) -> None:
    """Answer without a connection: it is kept, sent when it can be, and counted once."""
    page = phone.page
    phone.context.set_offline(True)
    _answer(phone, CHOSEN[0])
    page.wait_for_selector("[data-told]:has-text('Uw antwoord staat klaar')")
    phone.picture("3-no-connection")
    phone.context.set_offline(False)
    page.wait_for_selector(".vs-panel--success", timeout=6000)
    adviser.page.reload()
    until(adviser.page, "() => document.querySelector('[data-answered]').textContent === '8'")


def _paper_and_hands(adviser, base: str) -> None:
    """Type six slips, one of them wrong first, and count hands."""
    page = adviser.page
    adviser.go(f"{base}/tellen/")
    page.keyboard.press("Tab")
    page.fill("textarea[name=slips]", "1 1\n2 1\n3 2\n4 1\n5 1\n6 9")
    press(adviser, "button:has-text('Tel deze stroken')")
    assert page.input_value("textarea[name=slips]").strip() == "6 9"
    adviser.picture("2-slips")
    assert adviser.axe() == []
    page.fill("textarea[name=slips]", "6 1\n2 1")
    press(adviser, "button:has-text('Tel deze stroken')")
    page.locator("input[name^=hands-]").nth(0).fill("4")
    press(adviser, "button:has-text('Tel deze handen')")
    adviser.go(f"{base}/leiden/")
    # eight phones, six slips, four hands
    assert page.inner_text("[data-answered]") == "18"


def _show(adviser, screen, phones) -> None:
    """Nobody sees results before whoever leads shows them; then in words, in four languages."""
    assert all(phone.page.locator(".vs-results").count() == 0 for phone in phones)
    press_key(adviser, "o")
    press_key(adviser, "s")
    adviser.picture("3-leading")
    assert adviser.axe() == []
    for phone in phones:
        phone.page.wait_for_selector(".vs-results")
    for phone in (phones[0], phones[1]):
        phone.picture("4-results")
        assert phone.axe() == []
    # 14 of 18 people
    assert "een meerderheid" in phones[0].page.inner_text(".vs-results")
    assert "%" not in phones[0].page.inner_text(".vs-results")
    screen.page.wait_for_selector(".vs-results")
    screen.picture("2-results")
    assert screen.axe() == []
    assert not screen.reaches_sideways()
    # what hangs on a wall is not scrolled, in two languages neither
    assert screen.page.evaluate("document.documentElement.scrollHeight") <= WALL["height"]
    adviser.page.click("summary:has-text('Cijfers of woorden')")
    press(adviser, "button[value=agree]")
    until(phones[0].page, "() => document.querySelector('.vs-results').innerText.includes('78%')")


def _link(adviser, base: str) -> str:
    """Make a link for a note-taker; return where it leads."""
    page = adviser.page
    adviser.go(f"{base}/hulp/")
    page.check("input[name=role][value=note_taker]")
    page.click("main form button[type=submit]:not([name])")
    link: str = page.input_value("#link-veld")
    return "/" + link.split("/", 3)[3]


def _words(adviser, phones) -> None:
    """What people write is shown once a person let it through."""
    page = adviser.page
    phones[0].page.wait_for_selector("[data-vote] input[type=text]")
    phones[0].page.locator("[data-vote] input[type=text]").first.fill("groen")
    phones[0].page.click("[data-vote] button[type=submit]")
    phones[0].page.wait_for_selector(".vs-panel--success")
    page.reload()
    press(adviser, "button[value=show]")
    phones[1].page.wait_for_selector(".vs-results")
    assert "groen" not in phones[1].page.inner_text("main")
    page.locator("input[name=votes]").first.check()
    press(adviser, "button:has-text('Laat het aangevinkte zien')")
    until(phones[1].page, "() => document.querySelector('main').innerText.includes('groen')")
    adviser.picture("4-words")


def _end(adviser, phones) -> None:
    page = adviser.page
    page.click("summary:has-text('Sluit de avond')")
    press(adviser, "button[value=end]")
    for phone in (phones[0], phones[1]):
        until(phone.page, "() => !document.querySelector('[data-part] form')")
        phone.picture("5-over")
    phones[0].page.wait_for_selector("h1:has-text('De avond is voorbij')")
    late = phones[7].page
    late.goto("/avond/zaal/")
    assert "voorbij" in late.inner_text("main")


def test_the_room_works_without_a_script(site, visit):
    adviser = visit(site, "evening-adviser-plain")
    sign_in(adviser, "maaike")
    _base, digits = _begin(adviser)
    press(adviser, "button[value=next]")
    phone = visit(site, "evening-phone-plain", phone=True, javascript=False)
    _join(phone, "", digits)
    page = phone.page
    page.locator("[data-vote] label").nth(1).click()
    page.click("[data-vote] button[type=submit]")
    page.wait_for_selector(".vs-panel--success")
    page.get_by_role("link", name="Kijk of er iets nieuws is").click()
    assert "Uw antwoord is binnen" in page.inner_text("main")
    page.get_by_role("link", name="Verander mijn antwoord").click()
    page.locator("[data-vote] label").nth(2).click()
    page.click("[data-vote] button[type=submit]")
    page.wait_for_selector(".vs-panel--success")
    adviser.page.reload()
    assert adviser.page.inner_text("[data-answered]") == "1"

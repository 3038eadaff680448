# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking notes at an evening in a real browser: by a link, with the keyboard, without a network."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.e2e.people import sign_in


@pytest.fixture(scope="module")
def site(demo_site):
    return demo_site


def _prepared(adviser) -> str:
    """Prepare an evening and begin it, as an adviser does; return its reference."""
    page = adviser.page
    adviser.go("/werk/avonden/nieuw/")
    page.click("main form button[type=submit]")
    page.wait_for_url(re.compile(r"/werk/avonden/E-"))
    reference = page.url.rstrip("/").split("/")[-1]
    adviser.go(f"/werk/avonden/{reference}/leiden/")
    page.click("button[value=start]")
    page.click("button[value=next]")
    return reference


def _link(adviser, reference: str, role: str) -> str:
    page = adviser.page
    adviser.go(f"/werk/avonden/{reference}/hulp/")
    page.check(f"input[name=role][value={role}]")
    page.click("main form button[type=submit]:not([name])")
    link: str = page.input_value("#link-veld")
    return "/" + link.split("/", 3)[3]


def _state(page) -> dict[str, Any]:
    answer = page.request.get("/avond/notities/stand/")
    return dict(json.loads(answer.text()))


def test_notes(site, visit):
    adviser = visit(site, "notes-adviser")
    sign_in(adviser, "maaike")
    reference = _prepared(adviser)
    taker = visit(site, "notes-taker", phone=True)
    page = taker.page
    taker.go(_link(adviser, reference, "note_taker"))
    assert page.url.endswith("/avond/notities/")
    assert page.evaluate("history.length") <= 2
    assert page.evaluate("document.referrer") == ""
    assert page.evaluate("document.cookie") == ""
    assert taker.axe() == []
    assert not taker.reaches_sideways()
    assert _state(page)["part"] is not None
    taker.picture("1-page")

    _with_the_keyboard(page)
    _without_a_network(page, taker)
    _a_name_is_caught(page, taker)
    _in_the_room(site, visit, adviser, reference)
    _questions_and_promises(site, visit, adviser, reference)
    assert taker.problems == []
    assert taker.outside_requests() == []


def _with_the_keyboard(page) -> None:
    page.keyboard.type("Het is donker bij de tunnel")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[data-notes-own] >> text=Het is donker bij de tunnel")
    assert page.input_value("[data-note-text]") == ""


def _without_a_network(page, taker) -> None:
    taker.context.set_offline(True)
    for words in ("Er wordt hard gereden", "De lampen zijn stuk"):
        page.fill("[data-note-text]", words)
        page.keyboard.press("Control+Enter")
    page.wait_for_selector("[data-notes-waiting] >> text=De lampen zijn stuk")
    taker.picture("2-offline")
    taker.context.set_offline(False)
    page.wait_for_selector("[data-notes-own] >> text=De lampen zijn stuk")
    page.wait_for_selector("[data-notes-waiting]", state="hidden")
    page.reload()
    for words in ("Er wordt hard gereden", "De lampen zijn stuk"):
        assert page.locator("[data-notes-own] li", has_text=words).count() == 1


def _a_name_is_caught(page, taker) -> None:
    page.fill("[data-note-text]", "Meneer Jansen maakt ruzie")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".vs-error-summary")
    assert page.input_value("[data-note-text]") == "Meneer Jansen maakt ruzie"
    assert taker.axe() == []
    taker.picture("3-name")
    page.fill("[data-note-text]", "Iemand maakt ruzie")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[data-notes-own] >> text=Iemand maakt ruzie")


def _in_the_room(site, visit, adviser, reference: str) -> None:
    """Come in with a phone, in Dutch and in Arabic, and look at what a resident can leave."""
    adviser.go(f"/werk/avonden/{reference}/leiden/")
    code = re.sub(r"\D", "", adviser.page.inner_text(".vs-desk-code"))
    for language in ("", "/ar"):
        phone = visit(site, f"notes-phone{language.strip('/')}", phone=True)
        phone.go(f"{language}/avond/")
        phone.page.fill("input[name=digits]", code)
        phone.page.click("main form button[type=submit]")
        for path in ("vraag/", "kaart/", f"verslag/{reference}/", "verslag/weg/x/"):
            phone.go(f"{language}/avond/{path}")
            assert phone.axe() == [], path
            assert not phone.reaches_sideways(), path
            phone.picture(f"room-{path.split('/')[0]}")
        phone.go(f"{language}/avond/vraag/")
        phone.page.fill("textarea[name=text]", "Wanneer komt er licht bij de tunnel?")
        phone.page.click("main form button[type=submit]")
        phone.page.wait_for_selector("[role=status]")
        assert phone.problems == []


def _questions_and_promises(site, visit, adviser, reference: str) -> None:
    leader = visit(site, "notes-leader")
    leader.go(_link(adviser, reference, "co_facilitator"))
    leader.go("/avond/zaalvragen/")
    page = leader.page
    page.fill("textarea[name=question]", "Wanneer komt er licht?")
    page.click("text=Zet deze vraag erbij")
    asked = page.locator("li", has_text="Wanneer komt er licht?")
    asked.locator("button[value=question-show]").click()
    adviser.go(f"/werk/avonden/{reference}/scherm/")
    adviser.page.wait_for_selector("h1 >> text=Wanneer komt er licht?")
    adviser.picture("4-screen")
    page.fill("textarea[name=what]", "De lampen worden gemaakt")
    page.select_option("select[name=organisation]", index=0)
    page.click("text=Schrijf de toezegging op")
    page.click("button[value=promise-show]")
    assert leader.axe() == []
    assert not leader.reaches_sideways()
    leader.go("/avond/wie-er-waren/")
    assert leader.axe() == []
    leader.go("/avond/zaalvragen/")
    leader.picture("5-floor")
    adviser.go(f"/werk/avonden/{reference}/zaalvragen/")
    assert adviser.axe() == []
    adviser.page.click("button[value=promise-confirm]")
    adviser.page.wait_for_selector("text=Staat in de afspraken")
    adviser.picture("6-ledger")
    for page_name in ("notities", "wie-er-waren", "hulp"):
        adviser.go(f"/werk/avonden/{reference}/{page_name}/")
        assert adviser.axe() == [], page_name
    adviser.page.locator("button[value=withdraw]").first.click()
    leader.go("/avond/zaalvragen/")
    assert "Deze link werkt niet" in page.content()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Light on an old phone, calm when asked, readable in forced colours, and gone at once."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

from tests.e2e.browser import PHONE, Visitor
from tests.e2e.site import rows
from tests.e2e.surfaces import DANGER, NEXT, path_of, press

HEAVIEST = 60 * 1024
PAGES = ("home", "report")
# what is wider than the room it has, and scrolls or is clipped
CUT = """() => [...document.querySelectorAll('main *')]
  .filter(e => e.scrollWidth > e.clientWidth + 1
  && getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 1).map(e => e.className)"""


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_a_first_page_is_light_and_comes_from_here_alone(demo_site, visit, name, language, capsys):
    visitor = visit(demo_site, f"licht-{name}-{language}", phone=True)
    wire = visitor.context.new_cdp_session(visitor.page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    wire.on(
        "Network.responseReceived", lambda e: urls.update({e["requestId"]: e["response"]["url"]})
    )
    wire.on(
        "Network.loadingFinished",
        lambda e: sizes.update({e["requestId"]: int(e["encodedDataLength"])}),
    )
    visitor.page.goto(path_of(name, language), wait_until="networkidle")
    total = sum(sizes.values())
    with capsys.disabled():
        parts = ", ".join(
            f"{urls.get(key, '?').rsplit('/', 1)[-1] or 'page'} {size / 1024:.1f}"
            for key, size in sizes.items()
            if size
        )
        print(f"\n  {language} {name}: {total / 1024:.1f} KB ({parts})", end="")
    assert 0 < total <= HEAVIEST
    assert visitor.outside_requests() == []


@pytest.mark.parametrize("name", ["home", "report", "neighbourhood"])
def test_nothing_moves_when_somebody_asks_for_rest(demo_site, chromium, name):
    visitor = Visitor(chromium, demo_site.address, "rust", PHONE)
    visitor.page.emulate_media(reduced_motion="reduce")
    town = {"municipality": "zilverwende", "area": "kadekwartier"}
    visitor.go(path_of(name, "nl", **(town if name == "neighbourhood" else {})))
    moving = visitor.page.evaluate(
        "() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        " const long = v => v.split(',').some(t => parseFloat(t) > 0.01);"
        " return long(s.animationDuration) && s.animationName !== 'none'"
        " || long(s.transitionDuration) }).map(e => e.outerHTML.slice(0, 80))"
    )
    visitor.close()
    assert moving == []


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_forced_colours_keep_edges_choices_and_focus(demo_site, chromium, language):
    visitor = Visitor(chromium, demo_site.address, f"contrast-{language}", PHONE)
    page = visitor.page
    page.emulate_media(forced_colors="active")
    visitor.go(path_of("home", language))
    visitor.picture("begin")
    icon, words = page.evaluate(
        "['.vs-card--main .vs-icon', 'body'].map("
        "s => getComputedStyle(document.querySelector(s)).color)"
    )
    assert icon == words
    visitor.go(path_of("report", language))
    page.fill("#id_text", DANGER[language])
    press(page, NEXT, "#id_street")
    page.check("#id_no_place")
    visitor.picture("waar")
    press(page, NEXT, "#id_kind_0")
    page.check("input[name=kind][value=now]")
    visitor.picture("wanneer")
    styles = page.evaluate(
        "() => { const button = getComputedStyle(document.querySelector("
        "  'main .utrecht-button--primary-action'));"
        " const radio = getComputedStyle(document.querySelector('input[name=kind]'));"
        " return [button.borderTopStyle, parseFloat(button.borderTopWidth), radio.appearance] }"
    )
    visitor.close()
    assert styles[0] == "solid"
    assert styles[1] >= 1
    assert styles[2] != "none"


@pytest.mark.parametrize("way", ["button", "escape"])
def test_leaving_halfway_shows_nothing_on_the_way_back(demo_site, visit, way):
    visitor = visit(demo_site, f"weg-{way}", phone=True)
    visitor.context.route(
        re.compile(re.escape(settings.LEAVE_URL)),
        lambda route: route.fulfill(body="<title>Weer</title>", content_type="text/html"),
    )
    page = visitor.go("/")
    page.goto(path_of("report", "nl"))
    page.fill("#id_text", DANGER["nl"])
    press(page, NEXT, "#id_street")
    page.fill("#id_words", "achter de flat")
    if way == "button":
        page.click("a[data-leave]")
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(settings.LEAVE_URL)
    page.go_back(wait_until="commit")
    page.wait_for_url(settings.LEAVE_URL)
    assert page.title() == "Weer"
    page.goto("/")
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, (await caches.keys()).length]"
    )
    assert stored == [0, 0, 0, 0]
    assert {cookie["name"] for cookie in visitor.context.cookies()} <= {"veilig"}


def test_a_report_read_folded_on_a_phone_is_printed_whole(demo_site, visit):
    """Everything stands on paper: no part stays folded, no table is cut off at its edge."""
    visitor = visit(demo_site, "printer", phone=True)
    ((reference,),) = rows(
        demo_site,
        "SELECT e.reference FROM evenings_evening e JOIN evenings_eveningreport r"
        " ON r.evening_id = e.id WHERE r.released_at IS NOT NULL",
    )
    page = visitor.go(f"/avond/verslag/{reference}/lezen/")
    folded = page.locator("details[data-fold]:not([open])")
    before = folded.count()
    assert before > 0

    page.emulate_media(media="print")
    page.set_viewport_size({"width": 627, "height": 900})  # what is left of A4 between its margins
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert folded.count() == 0
    assert page.evaluate(CUT) == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An attacker's words in a real browser: nothing runs, and nothing even tries to."""

from __future__ import annotations

import re

import pytest

from tests.e2e.people import Report, follow, middle_of, press, sign_in, tell
from tests.pages.hostile import MARKUP

NEIGHBOURHOOD = "Kadekwartier"
HIT = "geraakt"


@pytest.fixture(scope="module")
def site(empty_site):
    return empty_site


def _is_unharmed(visitor) -> None:
    page = visitor.page
    page.wait_for_timeout(300)  # what would run when an image fails needs a moment
    assert HIT not in page.title()
    assert page.locator("[data-harm]").count() == 0
    assert page.locator("svg[onload], img[onerror]").count() == 0
    # a script that was stopped by the content security policy shows as a problem: none was there
    assert visitor.problems == []
    assert visitor.outside_requests() == []


def test_what_was_told_runs_nowhere(site, visit):
    teller = visit(site, "attacker", phone=True)
    place = middle_of(teller, NEIGHBOURHOOD)
    code = tell(teller, Report(MARKUP), place)
    _is_unharmed(teller)
    follow(teller, code)
    teller.page.fill("textarea[name=text]", MARKUP)
    press(teller, "form.vs-form button[type=submit]")
    _is_unharmed(teller)

    adviser = visit(site, "attacked-maaike")
    sign_in(adviser, "maaike")
    for path in ("/werk/", "/werk/meldingen/", "/werk/meldingen/kaart/", "/werk/vertalen/"):
        adviser.go(path)
        _is_unharmed(adviser)
    adviser.go("/werk/meldingen/")
    adviser.page.locator("tbody a[data-row]").first.click()
    adviser.page.wait_for_load_state("load")
    reference = re.search(r"M-\w{4}-\w{4}", adviser.page.url).group()
    _is_unharmed(adviser)
    _written_by_a_colleague(adviser, reference)
    _read_by_an_organisation(site, visit)


def _written_by_a_colleague(adviser, reference: str) -> None:
    page = adviser.page
    page.locator("summary", has_text="Notitie schrijven").click()
    page.locator("form[action$='/notitie/'] textarea").fill(MARKUP)
    page.get_by_role("button", name="Bewaar de notitie").click()
    page.wait_for_load_state("load")
    _is_unharmed(adviser)
    adviser.go(f"/werk/meldingen/{reference}/overdragen/")
    _is_unharmed(adviser)
    page.select_option("select[name=organisation]", label="Team Schoon")
    page.fill("textarea[name=text]", f"Anders gezegd: <b data-harm>{MARKUP[::-1]}")
    page.fill("input[name=ground]", "<svg onload=alert(1)>")
    page.fill("input[name=purpose]", "javascript:alert(1)")
    page.get_by_role("button", name="Draag over").click()
    page.wait_for_load_state("load")
    _is_unharmed(adviser)
    adviser.go(f"/werk/meldingen/?zoek={MARKUP}")
    _is_unharmed(adviser)


def _read_by_an_organisation(site, visit) -> None:
    gerrit = visit(site, "attacked-gerrit")
    sign_in(gerrit, "gerrit")
    _is_unharmed(gerrit)
    gerrit.go("/werk/overdrachten/")
    gerrit.page.locator("main a[href*='overdrachten/O-']").first.click()
    gerrit.page.wait_for_load_state("load")
    assert "<b data-harm>" in gerrit.page.inner_text("main")
    _is_unharmed(gerrit)


@pytest.mark.parametrize("path", ["/mijn-buurt/?zoek=", "/melden/?gemeente=", "/volgen/#"])
def test_what_stands_in_an_address_runs_nowhere(site, visit, path):
    visitor = visit(site, "reflected", phone=True)
    visitor.go(path + MARKUP)
    _is_unharmed(visitor)

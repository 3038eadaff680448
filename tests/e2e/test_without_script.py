# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole way of a resident in a browser that runs no script at all."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.people import PASSWORD, photo_with_a_place
from tests.e2e.surfaces import NEXT, STREET, path_of

WORDS = "De lamp in het steegje is al een week kapot, het is daar pikdonker."
FURTHER = "Vanavond viel er iemand over een losse tegel."
ANSWER = "De lamp is vandaag vervangen. Dank u dat u het liet weten."
PHOTO = {"name": "foto.jpg", "mimeType": "image/jpeg"}


def _told(page, language: str = "nl") -> str:
    """Tell something with a street, a photo and all five questions; return the code."""
    page.goto(path_of("report", language))
    page.fill("#id_text", WORDS)
    page.locator(NEXT).click()
    page.fill("#id_street", "Zilversmids")
    page.locator("main button[value=search]").click()
    kadekwartier = page.locator(".vs-choice", has_text="Kadekwartier").locator("input")
    kadekwartier.first.check()
    page.locator(NEXT).click()
    page.check("input[name=kind][value=often]")
    page.locator("input[name=hot_times]").first.check()
    page.set_input_files("input[name=photos]", PHOTO | {"buffer": photo_with_a_place()})
    page.locator(NEXT).click()
    page.check("input[name=openness][value=anonymous]")
    page.locator(NEXT).click()
    page.check("input[name=wish][value=receipt]")
    page.locator(NEXT).click()
    expect(page.locator("[data-receipt-code]")).to_be_visible()
    return "".join(page.locator(".vs-code span").all_inner_texts())


def _opened(page, code: str, language: str = "nl") -> None:
    page.goto(path_of("follow", language))
    page.fill("input[name=code]", code)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".vs-thread").first).to_be_visible()


def _answered(colleague, reference: str) -> None:
    """An adviser finishes the matter; with no script either."""
    page = colleague.page
    page.goto("/werk/inloggen/")
    page.fill("input[name=email]", "maaike@zilverwende.example")
    page.fill("input[type=password]", PASSWORD)
    page.locator("main form button[type=submit]").click()
    signal = f"/werk/meldingen/{reference}/"
    page.goto(signal)
    page.get_by_text("Gedaan", exact=True).click()
    page.get_by_role("button", name="Zet op gedaan").click()
    page.goto(signal)
    page.fill("#antwoorden ~ form textarea", ANSWER)
    page.get_by_role("button", name="Antwoord geven").click()
    page.goto(signal)
    close = page.get_by_role("button", name="Sluiten: de melder heeft antwoord")
    if close.count():
        close.click()


def test_a_resident_tells_follows_writes_and_rates(demo_site, visit):
    resident = visit(demo_site, "zonder-script", phone=True, javascript=False)
    page = resident.page
    code = _told(page)
    page.get_by_role("button", name="Naar de volgpagina").click()
    expect(page.locator(".vs-thread").first).to_be_visible()
    page.fill("form.vs-form textarea", FURTHER)
    page.locator("form.vs-form button[type=submit]").click()
    expect(page.locator(".vs-panel--success")).to_be_visible()
    assert WORDS not in page.inner_text("main")
    reference = page.locator(".vs-facts bdi[dir=ltr]").last.inner_text()
    _answered(visit(demo_site, "adviseur-zonder-script", javascript=False), reference)
    _opened(page, code)
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.locator(".vs-choices--faces label").first.click()
    page.locator(".vs-heard button[type=submit]").click()
    expect(page.locator(".vs-panel--success")).to_be_visible()
    expect(page.locator(".vs-choices--faces")).to_have_count(0)
    assert resident.outside_requests() == []


def test_typed_words_survive_a_change_of_language(demo_site, visit):
    page = visit(demo_site, "taal", phone=True, javascript=False).go(path_of("report", "nl"))
    page.fill("#id_text", WORDS)
    page.click("button[lang=ar]")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#id_text")).to_have_value(WORDS)
    page.locator(NEXT).click()
    page.fill("#id_street", STREET)
    page.click("button[lang=tr]")
    expect(page.locator("html")).to_have_attribute("lang", "tr")
    expect(page.locator("#id_street")).to_have_value(STREET)
    page.click("button[value=back]:not(.vs-hidden *)")
    expect(page.locator("#id_text")).to_have_value(WORDS)


def test_a_neighbourhood_is_found_by_a_street(demo_site, visit):
    page = visit(demo_site, "buurt", phone=True, javascript=False)
    page = page.go(path_of("neighbourhoods", "nl"))
    page.fill("main form input:not([type=hidden])", "Zilversmidsstraat")
    page.locator("main form button[type=submit]").click()
    page.locator("main a", has_text="Kadekwartier").first.click()
    expect(page.locator("h1")).to_have_text("Kadekwartier")
    expect(page.locator(".vs-face").first).to_be_visible()


def test_many_observations_with_rows_added(demo_site, visit):
    page = visit(demo_site, "bundel", javascript=False).go(path_of("report_bundle", "nl"))
    rows = page.locator("fieldset.vs-observation")
    before = rows.count()
    rows.first.locator("textarea").fill(WORDS)
    page.locator("main button[value=add]").click()
    expect(rows).to_have_count(before + 3)
    expect(rows.first.locator("textarea")).to_have_value(WORDS)
    rows.last.locator("textarea").fill(FURTHER)
    rows.last.locator("select").select_option(label="Kadekwartier")
    page.check("input[name=openness][value=anonymous]")
    page.locator(NEXT).click()
    expect(page.locator("[data-receipt-code]")).to_be_visible()


@pytest.mark.parametrize("kind", ["school", "winkel", "collega"])
def test_a_professional_tells_on_one_page(demo_site, visit, kind):
    page = visit(demo_site, kind, javascript=False)
    page = page.go(path_of("report_professional", "nl", kind=kind))
    page.fill("main textarea", WORDS)
    page.locator("main select").first.select_option(label="Kadekwartier")
    page.check("input[name=openness][value=anonymous]")
    page.locator(NEXT).click()
    expect(page.locator("[data-receipt-code]")).to_be_visible()

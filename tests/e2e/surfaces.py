# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of residents in every state, one after another, as a visitor comes upon them.

Each generator walks through pages and stops (yields) in every state worth looking at; whoever
walks along looks with axe, with a ruler or with the eye. What no stop covers, a test names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page

from tests.e2e.browser import Visitor
from tests.e2e.people import photo_with_a_place, until
from tests.e2e.surfaces_network import network_stops

NEXT = "main .vs-actions button[name=go][value=next]"
SUMMARY = ".vs-error-summary"
KINDS = ("school", "winkel", "collega")
# words that speak of danger, so that the numbers to call are on the pages after them
DANGER = {
    "nl": "Hij heeft een mes en zegt dat hij mij vermoordt.",
    "en": "He has a knife and says he will kill me.",
    "tr": "Elinde bıçak var ve beni öldüreceğini söylüyor.",
    "ar": "معه سكين ويقول إنه سيقتلني.",
}
STREET = "laan"
WRONG_CODE = "1234 5678 9012 3456"


@dataclass(frozen=True)
class Stop:
    """One page in one state: the name of its address, and empty, filled or errors."""

    address: str
    state: str
    detail: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.address, self.state, self.detail) if part)


def path_of(name: str, language: str, **parts: str) -> str:
    with override(language):
        return reverse(f"public:{name}", kwargs=parts)


def press(page: Page, selector: str, expected: str) -> None:
    """Press a button and wait for what must be there after it, on a new page or a swapped one."""
    page.evaluate("document.body.dataset.before = 'yes'")
    page.locator(selector).first.click()
    until(
        page,
        "s => !document.body.dataset.before && document.readyState === 'complete'"
        " && document.querySelector(s) !== null",
        expected,
    )


def public_stops(visitor: Visitor, language: str) -> Iterator[Stop]:
    """Walk through every page of residents in one language."""
    yield from _to_read(visitor, language)
    for address, state, detail in network_stops(visitor, language):
        yield Stop(address, state, detail)
    yield from _telling(visitor, language)
    yield from _following(visitor, language)
    yield from _initiatives(visitor, language)
    yield from _short_forms(visitor, language)
    yield from _dead_ends(visitor, language)


def _to_read(visitor: Visitor, language: str) -> Iterator[Stop]:
    for name in ("home", "help", "privacy", "accessibility", "neighbourhoods"):
        visitor.go(path_of(name, language))
        yield Stop(name, "filled")
    visitor.go(path_of("municipality", language, municipality="zilverwende"))
    yield Stop("municipality", "filled")
    # to a plan, to its paper and back, on to its last theme
    links = visitor.page.locator("main a[href*='veiligheidsplan/']")
    for name, link in (
        ("safety_plan", links.last),
        ("safety_plan_paper", visitor.page.locator("main a[href$='/pdf/']")),
        ("", links.first),
        ("safety_plan_theme", links.last),
    ):
        link.click()
        visitor.page.wait_for_load_state("load")
        if name:
            yield Stop(name, "filled")
    visitor.go(path_of("neighbourhood", language, municipality="zilverwende", area="kadekwartier"))
    unfold(visitor.page)
    yield Stop("neighbourhood", "filled")


def unfold(page: Page) -> None:
    """Open every fold; one that is open is no longer among those that are not."""
    folds = page.locator("main details:not([open]) > summary")
    while folds.count():
        folds.first.click()


def _telling(visitor: Visitor, language: str) -> Iterator[Stop]:
    page = visitor.page
    visitor.go(path_of("report", language))
    yield Stop("report", "empty")
    press(page, NEXT, SUMMARY)
    yield Stop("report", "errors")
    page.fill("#id_text", DANGER[language])
    press(page, NEXT, "#id_street")
    yield Stop("report_step", "empty", "waar")
    press(page, NEXT, SUMMARY)
    yield Stop("report_step", "errors", "waar")
    page.fill("#id_street", STREET)
    press(page, "main button[value=search]", "#id_place_0")
    page.locator("label[for=id_place_0]").click()
    page.click("[data-place] [data-open]")
    page.wait_for_selector("[data-frame] canvas")
    yield Stop("report_step", "filled", "waar")
    press(page, NEXT, "#id_kind_0")
    yield Stop("report_step", "empty", "wanneer")
    page.check("input[name=kind][value=moment]")
    press(page, NEXT, SUMMARY)
    yield Stop("report_step", "errors", "wanneer")
    page.check("input[name=kind][value=often]")
    page.locator("input[name=hot_times]").first.check()
    file = {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo_with_a_place()}
    page.set_input_files("input[name=photos]", file)
    yield Stop("report_step", "filled", "wanneer")
    press(page, NEXT, "#id_openness_0")
    yield Stop("report_step", "empty", "hoe")
    press(page, NEXT, SUMMARY)
    yield Stop("report_step", "errors", "hoe")
    page.check("input[name=openness][value=confidential]")
    page.check("input[name=ask_first]")
    yield Stop("report_step", "filled", "hoe")
    press(page, NEXT, "#id_wish_0")
    yield Stop("report_step", "empty", "horen")
    page.check("input[name=wish][value=call]")
    press(page, NEXT, SUMMARY)
    yield Stop("report_step", "errors", "horen")
    page.check("input[name=wish][value=receipt]")
    yield Stop("report_step", "filled", "horen")
    press(page, NEXT, "[data-receipt-code]")
    yield Stop("receipt", "filled")


def _following(visitor: Visitor, language: str) -> Iterator[Stop]:
    page = visitor.page
    code = "".join(page.locator(".vs-code span").all_inner_texts())
    visitor.go(path_of("follow", language))
    yield Stop("follow", "empty")
    page.fill("input[name=code]", WRONG_CODE)
    press(page, "main form button[type=submit]", SUMMARY)
    yield Stop("follow", "errors")
    page.fill("input[name=code]", code)
    press(page, "main form button[type=submit]", ".vs-thread")
    yield Stop("follow", "filled", "gesprek")
    page.evaluate("document.querySelector('form.vs-form').noValidate = true")
    press(page, "form.vs-form button[type=submit]", SUMMARY)
    yield Stop("follow", "errors", "gesprek")
    page.fill("form.vs-form textarea", DANGER[language])
    press(page, "form.vs-form button[type=submit]", ".vs-panel--success")
    yield Stop("follow", "filled", "geschreven")


def _initiatives(visitor: Visitor, language: str) -> Iterator[Stop]:
    """Look at the list of a neighbourhood, begin something, and follow it."""
    page = visitor.page
    visitor.go(path_of("initiatives", language, municipality="zilverwende", area="kadekwartier"))
    yield Stop("initiatives", "filled")
    visitor.go(path_of("initiative_new", language))
    yield Stop("initiative_new", "empty")
    unfold(page)
    page.fill("#id_email", "geen adres")
    page.evaluate("document.querySelector('#melden').noValidate = true")
    press(page, NEXT, SUMMARY)
    yield Stop("initiative_new", "errors")
    page.fill("#id_email", "")
    page.fill("#id_idea", "Soep op het plein")
    page.locator("input[name=needs]").first.check()
    press(page, NEXT, "[data-receipt-code]")
    yield Stop("initiative_new", "filled", "klaar")
    press(page, "main .vs-actions form button", "#wachten")
    yield Stop("follow", "filled", "initiatief")
    page.locator("main details:not([open]) > summary").first.click()
    page.evaluate("document.querySelectorAll('form.vs-form').forEach(f => f.noValidate = true)")
    press(page, "form.vs-form button[type=submit]", SUMMARY)
    yield Stop("follow", "errors", "initiatief")


def _short_forms(visitor: Visitor, language: str) -> Iterator[Stop]:
    page = visitor.page
    for name, detail, parts in [
        ("report_bundle", "", {}),
        *(("report_professional", kind, {"kind": kind}) for kind in KINDS),
    ]:
        visitor.go(path_of(name, language, **parts))
        yield Stop(name, "empty", detail)
        page.evaluate("document.querySelector('#melden').noValidate = true")
        page.locator("main input[name$=street]").first.fill("Nergenslaan")
        press(page, NEXT, SUMMARY)
        yield Stop(name, "errors", detail)
        page.locator("main textarea").first.fill(DANGER[language])
        if name == "report_bundle":
            press(page, "main button[value=add]", "main fieldset.vs-observation:nth-of-type(6)")
        yield Stop(name, "filled", detail)


def _dead_ends(visitor: Visitor, language: str) -> Iterator[Stop]:
    page = visitor.page
    visitor.go(path_of("report", language))
    page.fill("#id_text", DANGER[language])
    press(page, NEXT, "#id_street")
    page.fill("#id_street", STREET)
    page.evaluate("document.querySelector('input[name=draft]').value = 'x'.repeat(40)")
    press(page, NEXT, "textarea[name=text]")
    yield Stop("report_step", "errors", "gewist")
    visitor.go(path_of("home", language) + "bestaat-niet/")
    yield Stop("error", "empty", "404")
    visitor.go(path_of("follow", language))
    page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').remove()")
    page.fill("input[name=code]", WRONG_CODE)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")
    yield Stop("error", "empty", "403")

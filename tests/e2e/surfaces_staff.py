# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of colleagues, found by following the links each of them is shown."""

from __future__ import annotations

import html
import os
import re
from collections import Counter
from collections.abc import Container, Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import FilePayload, Page

from tests.e2e.browser import Visitor
from tests.e2e.people import sign_in
from tests.e2e.surfaces import Stop, press

# whose pages together are all pages: one colleague per role
COLLEAGUES = ("maaike", "gerrit", "willem", "anouk", "berend", "selma", "dirk", "yara")
# a page of a signal or a meeting differs with what was done since
OFTEN = {
    "workspace:signal": 3, "workspace:meeting": 3, "workspace:initiative": 3,
    "workspace:area_agenda": 3, "workspace:priority_task": 3, "workspace:evening": 3,
    "workspace:learning_case": 2,
}  # fmt: skip
NO_PAGES = {"workspace:logout", "workspace:audit_export", "workspace:attachment",
            "workspace:meeting_file", "workspace:questionnaire_file", "workspace:map_export",
            "workspace:sheet_photo", "workspace:map_shapes", "workspace:map_print_file",
            "workspace:notice_letter_file", "workspace:evening_pack_file",
            "workspace:evening_report_file", "workspace:exchange_codebook",
            "workspace:comparison_report_file", "workspace:proposal_file",
            "workspace:plan_file", "workspace:plan_evaluation_file",
            "workspace:plan_programme_file", "workspace:area_agenda_file",
            "workspace:area_agenda_version_file",
            "workspace:plan_budget_paper_file", "workspace:plan_paper_version_file"}  # fmt: skip

_LINKS = """() => [...document.querySelectorAll('a[href]')]
  .filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"""
_HREFS = re.compile(r'<a [^>]*href="(/[^"#]*)')
_CLOSED = "() => document.querySelectorAll('main details:not([open])').length"
_FOLDS = """() => { const closed = document.querySelectorAll('main details:not([open])');
  for (const one of closed) one.open = true; return closed.length; }"""
# a form with a field that may not stay empty can be sent empty without anything happening
_REQUIRED = (
    "textarea[required], input[required]:not([type=radio], [type=checkbox]), select[required]"
)
_FORMS = """text => [...document.querySelectorAll('main form[method=post]')]
  .filter(form => form.querySelector(text))
  .map(form => [...new Set([...form.elements].map(field => field.name))].join(' '))"""
_SEND_EMPTY = """([which, text]) => {
  const form = [...document.querySelectorAll('main form[method=post]')]
    .filter(form => form.querySelector(text))[which];
  for (const field of form.querySelectorAll(text)) {
    if (field.tagName === 'SELECT') field.selectedIndex = -1; else field.value = '';
  }
  form.noValidate = true;
  document.body.dataset.before = 'yes';
  form.requestSubmit(form.querySelector('button:not([formaction], [type=button])'));
}"""


ALL = os.environ.get("VOELSPRIET_AXE") == "all"


def name_of(path: str) -> str | None:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None


def login_stops(visitor: Visitor) -> Iterator[Stop]:
    """Sign in, wrongly first."""
    page = visitor.page
    visitor.go("/werk/inloggen/")
    yield Stop("workspace:login", "empty")
    page.fill("input[name=email]", "niemand@zilverwende.example")
    page.fill("input[type=password]", "fout")
    press(page, "main form button[type=submit]", ".vs-error-summary")
    yield Stop("workspace:login", "errors")
    sign_in(visitor, COLLEAGUES[0])
    page.locator(".vs-staff-nav summary").last.click()
    yield Stop("workspace:today", "filled", "menu")
    page.keyboard.press("Escape")


def made_stops(visitor: Visitor) -> Iterator[Stop]:
    """Pages that are there only after somebody did something: a story, a notice, a report."""
    page = visitor.page
    visitor.go("/werk/buurtpagina/nieuw/")
    page.fill("main textarea", "De buurttafel is elke dinsdag open.")
    press(page, "main form button.utrecht-button--primary-action", "main textarea")
    yield Stop("workspace:story", "filled")
    visitor.go("/werk/buurtberichten/nieuw/")
    for name in ("matter", "you_can", "our_view", "streets"):
        page.fill(f"main [name={name}]", "Meneer Jansen veegt de straat.")
    press(page, "main button[value=keep]", ".vs-hints")
    yield Stop("workspace:notice", "filled", "concept")
    visitor.go("/werk/meldingen/nieuw/")
    page.fill("main textarea", "Er ligt glas bij de glijbaan.")
    press(page, "main form button.utrecht-button--primary-action", "[data-receipt-code]")
    yield Stop("workspace:enter", "filled", "klaar")
    visitor.go("/werk/overgenomen/")  # linked only for who took something over lately
    yield Stop("workspace:taken_over", "empty")


def exchange_stops(visitor: Visitor) -> Iterator[Stop]:
    """What a file would bring: seen only by whoever chose one."""
    page = visitor.page
    visitor.go("/werk/uitwisselen/inlezen/")
    page.fill("main [name=name]", "Uit een ander programma")
    content = (
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Elders"><Codes><Code name="Licht" '
        'guid="34653336-3766-3235-6466-363134396437" isCodable="false"/></Codes></CodeBook>'
    )
    file: FilePayload = {"name": "a.qdc", "mimeType": "text/xml", "buffer": content.encode()}
    page.set_input_files("main input[type=file]", file)
    press(page, "main form button[type=submit]", "main button[name=enter]")
    yield Stop("workspace:exchange_import", "filled", "gezien")
    visitor.go("/werk/uitwisselen/")
    page.locator("main a[data-row]").first.click()
    page.wait_for_load_state("load")
    page.fill("main [name=codebook]", "Uit nog een programma")
    page.fill("main [name=held_on]", "2026-09-01")
    broken: FilePayload = {"name": "a.qdpx", "mimeType": "application/zip", "buffer": b"geen"}
    page.set_input_files("main input[type=file]", broken)
    press(page, "section[aria-labelledby=binnen] button[type=submit]", "#stand")
    yield Stop("workspace:exchange_incoming", "filled")
    visitor.go("/werk/onderzoeken/")
    page.locator("main a[data-row]").first.click()
    page.wait_for_load_state("load")
    visitor.go(f"{page.url.rstrip('/')}/vergelijking/")
    yield Stop("workspace:study_comparison", "empty")


def duty_stops(visitor: Visitor) -> Iterator[Stop]:
    """End somebody's duty: only a person who has one has that page."""
    page = visitor.page
    visitor.go("/werk/beheer/mensen/")
    page.get_by_role("link", name="Maaike").first.click()
    page.wait_for_load_state("load")
    page.get_by_role("link", name="Draag over of beëindig").first.click()
    page.wait_for_load_state("load")
    yield Stop("workspace:duty_end", "filled")


def case_stops(visitor: Visitor) -> Iterator[Stop]:
    """Begin a case to learn from a signal that is over: only its page leads there."""
    page = visitor.page
    visitor.go("/werk/meldingen/?status=answered")
    page.locator("main a[data-row]").first.click()
    page.wait_for_load_state("load")
    page.get_by_role("link", name="Maak er een leercasus van").click()
    page.wait_for_load_state("load")
    yield Stop("workspace:case_new", "filled")


def knowledge_stops(visitor: Visitor) -> Iterator[Stop]:
    """Look at an intervention of one's own and change it: shipped ones have no such page."""
    page = visitor.page
    visitor.go("/werk/kennisbank/?welke=own")
    page.locator("main table a").first.click()
    page.wait_for_load_state("load")
    yield Stop("workspace:knowledge_entry", "filled", "own")
    page.get_by_role("link", name="Wijzig").click()
    page.wait_for_load_state("load")
    yield Stop("workspace:knowledge_edit", "filled")


def staff_stops(
    visitor: Visitor, sent: set[tuple[Stop, str]] | None = None, known: Container[str] = ()
) -> Iterator[Stop]:
    """Walk through every page one colleague is shown a link to; whoever it is, is signed in.

    Forms in `sent` were sent empty by a colleague before this one, who saw the same answer. Pages
    in `known` were looked at by one: they are read for their links and not drawn again.
    """
    sent = set() if sent is None else sent
    page = visitor.page
    seen: Counter[str] = Counter()
    tried: set[str] = set()
    queue = ["/werk/"]
    while queue:
        path = queue.pop(0)
        name = name_of(path)
        if path in tried or name is None or not name.startswith("workspace:") or name in NO_PAGES:
            continue
        tried.add(path)
        if seen[name] >= OFTEN.get(name, 1):
            continue
        seen[name] += 1
        detail = str(seen[name]) if name in OFTEN else ""
        if any(str(Stop(name, "filled", f"{detail}{fold}")) in known for fold in ("", "open")):
            queue += map(html.unescape, _HREFS.findall(visitor.fetch(path).text()))
            continue
        visitor.go(path)
        queue += page.evaluate(_LINKS)
        # unfolded a page shows all it shows folded, and more
        if ALL or not page.evaluate(_CLOSED):
            yield Stop(name, "filled", detail)
        if page.evaluate(_FOLDS):
            yield Stop(name, "filled", f"{detail}open")
        yield from _sent_empty(visitor, path, Stop(name, "errors", detail), sent)


def _sent_empty(
    visitor: Visitor, path: str, page_stop: Stop, sent: set[tuple[Stop, str]]
) -> Iterator[Stop]:
    """Send each form of a page with nothing in it, as far as it refuses that."""
    page = visitor.page
    forms, is_left = page.evaluate(_FORMS, _REQUIRED)[:8], False
    for which, fields in enumerate(forms):
        stop = Stop(page_stop.address, "errors", f"{page_stop.detail}{which}")
        if (stop, fields) in sent:
            continue
        sent.add((stop, fields))
        if is_left:
            visitor.go(path)
        is_left = True
        # what an earlier form did may have taken one away
        if which >= len(page.evaluate(_FORMS, _REQUIRED)):
            return
        page.evaluate(_SEND_EMPTY, [which, _REQUIRED])
        _settle(page)
        if page.locator(".vs-error-summary, .vs-field--error").count():
            page.evaluate(_FOLDS)
            yield stop


def _settle(page: Page) -> None:
    for _ in range(100):
        page.wait_for_timeout(50)
        # between two pages there is nothing to ask
        with suppress(BrowserError):
            if page.evaluate("!document.body.dataset.before && document.readyState === 'complete'"):
                return
    raise AssertionError(f"nothing came after sending a form on {page.url}")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where residents come together: the door of an evening, a map to draw on, a sheet as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from tests.e2e.browser import Visitor
from tests.e2e.surfaces import SUMMARY, Stop, path_of, press
from tests.e2e.surfaces_agendas import RANKED

SUBMIT = "main form button[type=submit]"


def together_stops(visitor: Visitor, language: str) -> Iterator[Stop]:
    """Look at the doors with a code, right and wrong, at an open map and at one that ended."""
    page = visitor.page
    visitor.go(path_of("agenda_paper", language, **RANKED))
    yield Stop("agenda_paper", "empty")
    for name, field, wrong in (
        ("evening_join", "digits", "000 000"),
        ("map_code", "code", "geenkaart"),
    ):
        visitor.go(path_of(name, language))
        yield Stop(name, "empty")
        page.fill(f"main input[name={field}]", wrong)
        press(page, SUBMIT, SUMMARY)
        yield Stop(name, "errors")
    sheet, result = _maps(visitor, language)
    visitor.go(sheet)
    yield Stop("map_sheet", "empty")
    visitor.go(result)
    yield Stop("map_result", "filled")


def _maps(visitor: Visitor, language: str) -> tuple[str, str]:
    """Return where a map can be drawn on and where one is told of, as the neighbourhoods say."""
    page = visitor.page
    visitor.go(path_of("municipality", language, municipality="zilverwende"))
    towns = page.evaluate(
        "[...document.querySelectorAll('main a[href*=\"mijn-buurt/\"]')].map(a => a.pathname)"
    )
    found: dict[bool, str] = {}
    for path in towns:
        visitor.go(path)
        for link in page.evaluate(
            "[...document.querySelectorAll('main a[href*=\"/kaart/\"]')].map(a => a.pathname)"
        ):
            found.setdefault("uitkomst" in link, link)
        if len(found) == 2:
            return found[False], found[True]
    raise AssertionError("no neighbourhood shows a map to draw on and one that ended")

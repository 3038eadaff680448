# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood agenda as residents come upon it: to read, to print, to choose."""

from __future__ import annotations

from collections.abc import Iterator

from tests.e2e.browser import Visitor
from tests.e2e.surfaces import SUMMARY, Stop, path_of, press

RANKED = {"municipality": "zilverwende", "area": "kadekwartier"}
CHOOSING = {"municipality": "zilverwende", "area": "klokkenveld"}


def agenda_stops(visitor: Visitor, language: str) -> Iterator[Stop]:
    """Look at an agenda that was ranked, and choose on one that is being ranked."""
    page = visitor.page
    for name in ("agenda", "agenda_sheet"):
        visitor.go(path_of(name, language, **RANKED))
        yield Stop(name, "filled")
    visitor.go(path_of("agenda_rank", language, **RANKED))
    yield Stop("agenda_rank", "empty", "dicht")
    visitor.go(path_of("agenda_rank", language, **CHOOSING))
    yield Stop("agenda_rank", "empty")
    page.evaluate("document.querySelector('main form.vs-form').noValidate = true")
    press(page, "main form.vs-form .vs-actions button", SUMMARY)
    yield Stop("agenda_rank", "errors")
    page.locator("main label[for=id_first_1]").click()
    press(page, "main form.vs-form .vs-actions button", ".vs-panel--success")
    yield Stop("agenda_rank", "filled")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The social map and the page of a key figure, in every state a visitor can bring about."""

from __future__ import annotations

from collections.abc import Iterator

from tests.e2e.browser import Visitor
from tests.e2e.people import PREFIX

WRONG_CODE = "1234 5678 9012 3456"


def network_stops(visitor: Visitor, language: str) -> Iterator[tuple[str, str, str]]:
    """Yield address, state and detail of each stop."""
    page, prefix = visitor.page, PREFIX[language]
    visitor.go(f"{prefix}/sociale-kaart/zilverwende/")
    yield "social_map", "filled", ""
    visitor.go(f"{prefix}/sociale-kaart/zilverwende/?zoek=zwembad")
    yield "social_map", "empty", ""
    visitor.go(f"{prefix}/sleutelfiguur/")
    yield "key_figure", "empty", ""
    page.fill("main input[name=code]", WRONG_CODE)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_selector(".vs-error-summary")
    yield "key_figure", "errors", ""

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of coding that are there only while something is being made: a fragment, a draft."""

from __future__ import annotations

from collections.abc import Iterator

from tests.e2e.browser import Visitor
from tests.e2e.surfaces import Stop, unfold

# what only a form comes to: its answer is seen where the form stands
FORMS = {
    "coding_next", "coding_take_in", "coding_fragment", "coding_fragment_remove", "coding_finish",
    "coding_sensitive", "coding_deed", "codebook_draft", "codebook_publish",
    "codebook_code_remove", "codebook_code_move", "exchange_project", "fragments_file",
    "coding_learn", "coding_suggestions",
}  # fmt: skip


def coding_stops(visitor: Visitor) -> Iterator[Stop]:
    """Look at a text that is being coded, at one of its fragments, and at a draft."""
    page = visitor.page
    visitor.go("/werk/coderen/?kind=source&state=in_hand")
    page.locator("main table a").first.click()
    page.wait_for_load_state("load")
    unfold(page)
    yield Stop("workspace:coding_text", "filled", "bezig")
    page.get_by_role("link", name="Wijzig").first.click()
    page.wait_for_load_state("load")
    unfold(page)
    yield Stop("workspace:coding_fragment_edit", "filled")
    visitor.go("/werk/codeboeken/")
    page.get_by_role("link", name="Wat bewoners").click()
    page.wait_for_load_state("load")
    yield Stop("workspace:codebook", "filled", "concept")
    page.get_by_role("link", name="Wijzig").first.click()
    page.wait_for_load_state("load")
    yield Stop("workspace:codebook_code", "filled")
    visitor.go("/werk/codeboeken/")
    page.get_by_role("link", name="Tafel van 12").click()
    page.wait_for_load_state("load")
    page.get_by_role("link", name="Voeg twee codes samen").click()
    page.wait_for_load_state("load")
    page.locator("select[name=merged]").select_option(index=1)
    page.locator("select[name=kept]").select_option(index=2)
    page.get_by_role("button", name="Bekijk").click()
    page.wait_for_load_state("load")
    yield Stop("workspace:codebook_merge", "filled", "gekozen")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A long document that folds: all of it is there, open, and links lead to its chapters."""

from __future__ import annotations

import re

from tests.papers.documents import HOSTILE, document
from voelspriet.papers.writers.document import Contents, Heading, Paragraph, words
from voelspriet.papers.writers.folded import write_folded
from voelspriet.papers.writers.html import write_html


def _long():
    return document(
        Heading(1, words("Verslag")),
        Paragraph(words("Vooraf")),
        Contents("Inhoud"),
        Heading(2, words("Wat nu?")),
        Paragraph(words("Eerst dit.")),
        Heading(2, words("Wat vond de zaal?")),
        Heading(3, words("1. Licht")),
        Paragraph(words(HOSTILE)),
        Heading(3, words("2. Glas")),
        Paragraph(words("Tot slot")),
    )


def test_nothing_is_lost_and_all_is_open():
    found = str(write_folded(_long()))
    plain = str(write_html(_long()))
    assert re.sub(r"<[^>]+>|\s", "", found) == re.sub(r"<[^>]+>|\s", "", plain)
    assert found.count("<details") == found.count(" open>") == 4
    assert "&lt;b onclick=" in found


def test_every_link_leads_to_a_chapter_and_parts_lie_inside_theirs():
    found = str(write_folded(_long()))
    links = re.findall(r'href="#([^"]+)"', found)
    assert links == re.findall(r'<details class="vs-fold" id="([^"]+)"', found)
    assert len(links) == 2
    assert found.index("<h1>") < found.index("<nav") < found.index("<details")
    assert found.index("<h2>Wat vond de zaal?</h2>") < found.index("<h3>1. Licht</h3>")
    assert found.endswith("</details></details></article>")


def test_a_short_document_does_not_fold():
    short = document(Heading(1, words("Brief")), Paragraph(words("Dag")))
    assert str(write_folded(short)) == str(write_html(short))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same documents as HTML."""

from __future__ import annotations

from tests.papers.documents import HOSTILE, document, everything
from voelspriet.papers.writers.document import Heading, Paragraph, Run, words
from voelspriet.papers.writers.html import write_html


def test_every_part_is_there_in_order():
    found = write_html(everything())
    marks = [
        '<article class="vs-paper" lang="nl" dir="ltr">',
        '<p class="vs-letter__from"><strong>Gemeente Waterrijk</strong><br>14 0299</p>',
        "<h1>Een proef</h1>",
        '<a href="https://een.example/x"><strong>dit</strong></a>',
        '<bdi lang="tr">Merhaba</bdi> <bdi dir="ltr">0299 12</bdi>',
        '<nav class="vs-paper__contents" aria-label="Inhoud"><p><strong>Inhoud</strong></p><ul>',
        '<li class="vs-paper__entry--2"><a href="#deel-5">Delen</a></li>',
        '<h2 id="deel-5">Delen</h2>',
        "<ul><li>een</li><li>twee</li></ul>",
        "<ol><li>eerst</li><li>dan</li></ol>",
        "<caption>Meldingen</caption>",
        '<th scope="col">Buurt</th>',
        '<th scope="row">Kade</th>',
        'alt="Een zwart vlak"',
        "<figcaption>Figuur onder de loep</figcaption>",
        'alt=""',
        'alt="Foto van Noor"',
        'alt="QR-code van de pagina"',
        "Wat wilt u zeggen?",
        "<li>Nee</li>",
        "Onderaan",
    ]
    places = [found.find(mark) for mark in marks]
    assert -1 not in places, marks[places.index(-1)]
    assert places == sorted(places)


def test_what_a_person_wrote_is_escaped():
    found = write_html(document(Heading(1, words(HOSTILE)), Paragraph(words(Run("a\n<b>")))))
    assert "<b" not in found.replace("<bdi", "").replace("<br>", "")
    assert "a<br>&lt;b&gt;" in found
    assert "&lt;b onclick=&quot;x&quot;&gt;&amp;amp;" in found


def test_headings_stand_below_that_of_the_page():
    html = str(write_html(everything(), below=2))
    assert "<h1>" not in html
    assert "<h2>" not in html
    assert html.index("<h3>") < html.index("<h4>")
    assert str(write_html(everything())).count("<h1>") == html.count("<h3>")

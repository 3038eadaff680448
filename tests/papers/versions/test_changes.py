# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two papers, by chapter, and the plain text that is compared."""

from __future__ import annotations

from datetime import date

from tests.factories.paper_versions import a_paper
from voelspriet.papers.versions.changes import changes_between, is_the_same
from voelspriet.papers.writers.chapters import chapters, headings
from voelspriet.papers.writers.document import (
    Beside,
    Blank,
    Block,
    Boxes,
    Code,
    Document,
    Figure,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Panel,
    Paragraph,
    Photo,
    Style,
    Table,
    words,
)

DAY = date(2026, 11, 26)


def paper(*blocks: Block, on: date = DAY) -> Document:
    return Document("Plan", "nl", "ltr", Style("Waterrijk"), on, blocks)


def chapter(title: str, *lines: str) -> tuple[Block, ...]:
    return (Heading(2, words(title)), *(Paragraph(words(line)) for line in lines))


def test_every_part_of_a_document_is_lines_of_plain_text():
    table = Table("Geld", (words("Wat"), words("Euro")), ((words("Inhuur"), words("9\nextra")),))
    found = chapters(
        paper(
            Letterhead(words("Waterrijk")),
            Heading(1, words("Plan")),
            Heading(2, words("Visie")),
            Heading(3, words("Wat")),
            Listing((words("één"), words("twee"))),
            PageBreak(),
            table,
            Panel((Beside(((Figure("<svg/>", "Een lijn", 9, "Cijfers"),),), (1,)),)),
            Photo(b"", "Een plein", 9),
            Code("https://x.example", "Naar de site"),
            Blank(words("Uw naam")),
            Boxes(words("Kies"), (words("ja"),)),
        )
    )
    assert [one.title for one in found] == ["", "Visie"]
    assert found[0].text == "Waterrijk\nPlan"
    assert found[1].text.split("\n") == [
        "Wat", "- één", "- twee", "Geld", "Wat | Euro", "Inhuur | 9 extra", "Een lijn", "Cijfers",
        "Een plein", "Naar de site https://x.example", "Uw naam", "Kies", "- ja",
    ]  # fmt: skip
    assert headings(paper(*chapter("A"), Heading(3, words("x")), *chapter("B"))) == (
        "A", "A – x", "B",
    )  # fmt: skip


def test_a_change_is_told_in_its_chapter_with_the_lines_around_it():
    lines = [f"Regel {number}." for number in range(9)]
    before = paper(*chapter("Visie", *lines), *chapter("Geld", "Niets."))
    after = paper(*chapter("Visie", *lines[:-1], "Regel negen."), *chapter("Geld", "Niets."))
    vision, money = changes_between(before, after)[1:]
    assert (vision.label, money.label) == ("Visie", "Geld")
    assert [(one.kind, one.text) for one in vision.change.pieces] == [
        ("kept", "…\nRegel 7.\nRegel "), ("taken_out", "8."), ("added", "negen."),
    ]  # fmt: skip
    assert not money.change.is_changed


def test_a_theme_that_moves_is_the_same_chapter_and_one_that_goes_is_told():
    before = paper(*chapter("Thema 1: Wonen", "a"), *chapter("Thema 2: Jeugd", "b"))
    after = paper(*chapter("Thema 1: Jeugd", "b"), *chapter("Cyclus", "c"))
    opening, gone, moved, new = changes_between(before, after)
    assert not opening.change.is_changed
    assert (gone.label, gone.change.taken_out) == ("Thema 1: Wonen", 1)
    assert (moved.label, moved.change.added, moved.change.taken_out) == ("Thema 1: Jeugd", 1, 1)
    assert (new.label, new.change.added) == ("Cyclus", 1)


def test_the_day_on_a_paper_is_no_change():
    first = paper(Paragraph(words("Stand op 26 november 2026")), *chapter("Visie", "x"))
    later = paper(
        Paragraph(words("Stand op 27 november 2026")),
        *chapter("Visie", "x"),
        on=date(2026, 11, 27),
    )
    assert is_the_same(first, later)
    assert not any(one.change.is_changed for one in changes_between(first, later))
    assert not is_the_same(a_paper("x"), a_paper("y"))

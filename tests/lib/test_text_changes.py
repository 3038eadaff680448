# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two texts, by paragraph and then by word."""

from __future__ import annotations

from voelspriet.lib.text_changes import changed


def test_changes_are_told_by_word_within_the_paragraph_that_changed():
    before = "Eerst staat er dit.\nDan 24 weken inhuur.\nEn dit blijft."
    after = "Eerst staat er dit.\nDan 26 weken inhuur.\nEn dit blijft.\nDit is nieuw."
    change = changed(before, after)
    assert "".join(p.text for p in change.pieces if p.kind != "taken_out") == after
    assert "".join(p.text for p in change.pieces if p.kind != "added") == before
    assert [p.text for p in change.pieces if p.kind == "taken_out"] == ["24"]
    assert (change.added, change.taken_out) == (4, 1)
    assert not changed(before, before).is_changed
    assert changed("", "nieuw").pieces[0].kind == "added"


def test_long_texts_are_compared_line_by_line_or_told_whole():
    lines = [f"A-{number} | " + "de wijk is van ons " * 12 for number in range(300)]
    after = [line.replace(" | ", " | nu ", 1) for line in lines]
    change = changed("\n".join(lines), "\n".join(after))
    assert (change.added, change.taken_out) == (300, 0)
    fewer = changed("\n".join(lines), "\n".join(after[1:]))
    assert [piece.kind for piece in fewer.pieces] == ["taken_out", "added"]

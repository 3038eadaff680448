# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two texts, word for word, in pieces that were kept, added or taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["kept", "added", "taken_out"]
WORD = re.compile(r"\s+|[^\s]+")
# words of one text times those of the other: beyond this, the whole is told as other words
MOST_COMPARED = 4_000_000
PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and what became of them."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """How one text became another."""

    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        """Tell whether anything is added or taken out."""
        return any(piece.kind != "kept" for piece in self.pieces)

    @property
    def added(self) -> int:
        """Return how many words were added."""
        return self._words("added")

    @property
    def taken_out(self) -> int:
        """Return how many words were taken out."""
        return self._words("taken_out")

    def _words(self, kind: Kind) -> int:
        return sum(len(piece.text.split()) for piece in self.pieces if piece.kind == kind)


@dataclass(frozen=True, slots=True)
class PartChange:
    """How one part of something longer changed."""

    code: str
    label: str
    change: TextChange


def changed(before: str, after: str) -> TextChange:
    """Return how `before` became `after`: by paragraph first, and by word where one differs.

    >>> [(piece.kind, piece.text) for piece in changed("24 weken inhuur", "26 weken inhuur").pieces]
    [('taken_out', '24'), ('added', '26'), ('kept', ' weken inhuur')]
    """
    found: list[Piece] = []
    for is_kept, old, new in _opposite(PARAGRAPH.findall(before), PARAGRAPH.findall(after)):
        if is_kept:
            found += [Piece("kept", one) for one in old]
        elif len(old) == len(new):  # as many paragraphs: each became the one at its place
            for one, another in zip(old, new, strict=True):
                found += _by_word(one, another)
        else:
            found += _by_word("".join(old), "".join(new))
    return TextChange(tuple(_joined(found)))


def _by_word(before: str, after: str) -> Iterator[Piece]:
    old_words, new_words = WORD.findall(before), WORD.findall(after)
    if len(old_words) * len(new_words) > MOST_COMPARED:
        yield from _instead(before, after)
        return
    for is_kept, old, new in _opposite(old_words, new_words):
        if is_kept:
            yield Piece("kept", "".join(old))
        else:
            yield from _instead("".join(old), "".join(new))


def _instead(before: str, after: str) -> Iterator[Piece]:
    if before:
        yield Piece("taken_out", before)
    if after:
        yield Piece("added", after)


def _opposite(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, before, after
    ).get_opcodes():
        yield kind == "equal", before[old_from:old_to], after[new_from:new_to]


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those of one kind that follow each other as one."""
    kind: Kind = "kept"
    text = ""
    for piece in pieces:
        if piece.kind != kind and text:
            yield Piece(kind, text)
            text = ""
        kind, text = piece.kind, text + piece.text
    if text:
        yield Piece(kind, text)


def only_around(change: TextChange) -> TextChange:
    r"""Return a change with the lines that stayed left out, but those next to what changed.

    >>> whole = changed("een\ntwee\ndrie\nvier", "een\ntwee\ndrie\nvijf")
    >>> only_around(whole).pieces[0].text
    '…\ndrie\n'
    """
    last = len(change.pieces) - 1
    return TextChange(
        tuple(
            _shortened(piece, is_first=number == 0, is_last=number == last)
            for number, piece in enumerate(change.pieces)
        )
    )


def _shortened(piece: Piece, *, is_first: bool, is_last: bool) -> Piece:
    lines = piece.text.split("\n")
    # what goes on in the line of a change ends with half a line, or with none
    head = [] if is_first else lines[:2]
    tail = [] if is_last else lines[-2:]
    if piece.kind != "kept" or len(lines) <= len(head) + len(tail):
        return piece
    return Piece("kept", "\n".join((*head, "…", *tail)))

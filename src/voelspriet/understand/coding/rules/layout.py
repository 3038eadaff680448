# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text cut into pieces for the page: where sentences begin and what is coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from voelspriet.understand.coding.rules.texts import Stretch


@dataclass(frozen=True, slots=True)
class Mark:
    """A coded range: `number` is its place in the list beside the text, `label` its codes."""

    number: int
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text that begins at codepoint `start`.

    `sentence` is the number of the sentence that begins here, or None; `marks` are the numbers of
    what is coded over it, `ends` the marks that end with it.
    """

    start: int
    text: str
    sentence: int | None
    marks: tuple[int, ...]
    ends: tuple[Mark, ...]


def pieces(text: str, sentences: Sequence[Stretch], marks: Sequence[Mark]) -> tuple[Piece, ...]:
    r"""Return the text in pieces, none of which a sentence or a mark begins or ends within.

    A line end of two signs closes its piece and is given as one: a browser reads it as one, and
    places after it would be one off.

    >>> [one.text for one in pieces("Ja.\r\nNee.", (), (Mark(1, 0, 2, "8"),))]
    ['Ja', '.\n', 'Nee.']
    """
    starts = {one.start: one.number for one in sentences}
    cuts = {0, len(text), *starts}
    cuts.update(place for one in marks for place in (one.start, one.end))
    at = text.find("\r\n")
    while at >= 0:
        cuts.add(at + 2)
        at = text.find("\r\n", at + 2)
    ordered = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    return tuple(
        Piece(
            start=start,
            text=text[start:end].replace("\r\n", "\n"),
            sentence=starts.get(start),
            marks=tuple(one.number for one in marks if one.start <= start and end <= one.end),
            ends=tuple(one for one in marks if one.end == end),
        )
        for start, end in pairwise(ordered)
    )

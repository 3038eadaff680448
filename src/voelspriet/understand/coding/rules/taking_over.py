# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program as it would stand here: texts without names, fragments in place.

Pure: nothing is stored. Every step that changes a text moves its fragments along.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from voelspriet.analysis.text.pseudonyms import Proposal, replaced
from voelspriet.listen.conversations.rules.entering import proposed
from voelspriet.listen.conversations.rules.guards import warnings_about
from voelspriet.listen.conversations.rules.studies import TEXT_LIMIT
from voelspriet.listen.evenings.rules.guarding import found_signs
from voelspriet.understand.coding.qda import Remarks, told
from voelspriet.understand.coding.rules.exchange import facet_of
from voelspriet.understand.coding.rules.texts import trimmed

MOST_CODES = 12
MEMO_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """A fragment to be: where, the identifiers of its codes, what else it is, and a memo."""

    start: int
    end: int
    codes: tuple[str, ...]
    facets: tuple[tuple[str, str], ...] = ()
    memo: str = ""


@dataclass(frozen=True, slots=True)
class TextToEnter:
    """A text with its fragments; `proposals` were replaced in it."""

    name: str
    text: str
    pieces: tuple[Piece, ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """Moves a place along when pieces of a text become longer or shorter.

    `starts` and `ends` are of what is replaced, in order; `lengths` of what comes in its place.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lengths: tuple[int, ...]

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Return where a range comes to be; one that cuts into something replaced takes it whole.

        >>> Shift((4,), (8,), (10,)).moved(0, 6)
        (0, 14)
        >>> Shift((4,), (8,), (10,)).moved(8, 12)
        (14, 18)
        """
        return self._place(start, is_end=False), self._place(end, is_end=True)

    def _place(self, place: int, *, is_end: bool) -> int:
        # how many pieces begin before this place, and how much longer those that end there made it
        before = bisect_right(self.starts, place - 1)
        longer = sum(
            length - (end - start)
            for start, end, length in zip(self.starts, self.ends, self.lengths, strict=True)
            if end <= place
        )
        last = before - 1
        if last >= 0 and self.starts[last] < place < self.ends[last]:
            start = self.starts[last] + longer
            return start + self.lengths[last] if is_end else start
        return place + longer


def texts_to_enter(
    project: told.Project, *, keep: Iterable[str], leave_out: Collection[str], remarks: Remarks
) -> tuple[TextToEnter, ...]:
    """Return the texts of a project as they would be entered.

    Everything the pseudonymiser proposes is replaced, but for words in `keep`. `leave_out` are
    codes that do not come in.
    """
    known = tuple(keep)
    found = (_text(source, known, leave_out, remarks) for source in project.sources)
    return tuple(one for one in found if one is not None)


def _text(
    source: told.Source, keep: Sequence[str], leave_out: Collection[str], remarks: Remarks
) -> TextToEnter | None:
    name = source.name
    plain, shift = _plain(source.text)
    pieces = list(_pieces(source, leave_out, remarks))
    pieces = [_moved(one, shift) for one in pieces]
    first, last = trimmed(plain, 0, len(plain))
    if first == last:
        remarks.discarded(_("Een bron zonder woorden."), name)
        return None
    proposals = proposed(plain[first:last], keep)
    text = replaced(plain[first:last], proposals)
    if len(text) > TEXT_LIMIT:
        sentence = _("Een bron is langer dan %(limit)s tekens. Knip haar in delen.")
        remarks.discarded(sentence % {"limit": TEXT_LIMIT}, name)
        return None
    away = Shift(
        tuple(one.start for one in proposals),
        tuple(one.end for one in proposals),
        tuple(len(one.pseudonym) for one in proposals),
    )
    cut = (_cut(one, first, last) for one in pieces)
    placed = [_moved(one, away) for one in cut]
    kept = tuple(_standing(placed, text, name, remarks))
    return TextToEnter(name, text, kept, proposals)


def _plain(text: str) -> tuple[str, Shift]:
    """Return a text with line ends of one sign, as texts stand here, and how places move."""
    twos = [
        index
        for index, sign in enumerate(text)
        if sign == "\r" and text[index + 1 : index + 2] == "\n"
    ]
    shift = Shift(tuple(twos), tuple(one + 2 for one in twos), (1,) * len(twos))
    return text.replace("\r\n", "\n").replace("\r", "\n"), shift


def _pieces(source: told.Source, leave_out: Collection[str], remarks: Remarks) -> Iterable[Piece]:
    """Return the fragments of a source: selections of the same place are one, with all codes."""
    selections = list(source.selections)
    if source.codings:
        remarks.noticed(_("Een code bij een hele tekst werd een fragment."), source.name)
        whole = told.Selection(source.guid, 0, len(source.text), codings=source.codings)
        selections.append(whole)
    together: dict[tuple[int, int], list[told.Selection]] = {}
    for one in selections:
        together.setdefault((one.start, one.end), []).append(one)
    if len({coding.user for one in selections for coding in one.codings}) > 1:
        remarks.noticed(_("Meer codeurs in één tekst werden één codeur."), source.name)
    for place, some in together.items():
        piece = _piece(place, some, leave_out, source.name, remarks)
        if piece is not None:
            yield piece


def _piece(
    place: tuple[int, int],
    some: Sequence[told.Selection],
    leave_out: Collection[str],
    name: str,
    remarks: Remarks,
) -> Piece | None:
    given = dict.fromkeys(coding.code for one in some for coding in one.codings)
    facets = tuple(told_facet for one in given if (told_facet := facet_of(one)) is not None)
    codes = [one for one in given if facet_of(one) is None and one not in leave_out]
    lost = len(given) - len(codes) - len(facets)
    remarks.discarded(_("Een codering met een code die niet binnenkomt."), name, lost)
    if not codes:
        remarks.discarded(_("Een selectie zonder code."), name)
        return None
    if len(codes) > MOST_CODES:
        sentence = _("Een selectie met meer dan %(most)s codes: de rest valt weg.")
        remarks.discarded(sentence % {"most": MOST_CODES}, name, len(codes) - MOST_CODES)
    memo = "\n".join(dict.fromkeys(one.description.strip() for one in some if one.description))
    return Piece(*place, tuple(codes[:MOST_CODES]), facets, _memo(memo, name, remarks))


def _memo(memo: str, name: str, remarks: Remarks) -> str:
    if memo and (warnings_about(memo) or found_signs(memo)):
        remarks.discarded(_("Een memo die mensen indeelt of naar iemand kan wijzen."), name)
        return ""
    if len(memo) > MEMO_LIMIT:
        remarks.repaired(_("Een memo die te lang is, is afgekapt."), name)
        return memo[: MEMO_LIMIT - 1] + "…"
    return memo


def _moved(piece: Piece, shift: Shift) -> Piece:
    start, end = shift.moved(piece.start, piece.end)
    return replace(piece, start=start, end=end)


def _cut(piece: Piece, first: int, last: int) -> Piece:
    """Return a piece as it lies in the text without the white space around it."""
    start = min(max(piece.start, first), last) - first
    end = min(max(piece.end, first), last) - first
    return replace(piece, start=start, end=max(start, end))


def _standing(pieces: Iterable[Piece], text: str, name: str, remarks: Remarks) -> Iterable[Piece]:
    for one in pieces:
        start, end = trimmed(text, one.start, one.end)
        if start < end:
            yield replace(one, start=start, end=end)
        else:
            remarks.discarded(_("Een selectie zonder woorden."), name)


def kinds_of(texts: Iterable[TextToEnter]) -> Mapping[str, int]:
    """Return how many places of every kind were replaced."""
    counts: dict[str, int] = {}
    for one in texts:
        for proposal in one.proposals:
            counts[str(proposal.kind)] = counts.get(str(proposal.kind), 0) + 1
    return counts

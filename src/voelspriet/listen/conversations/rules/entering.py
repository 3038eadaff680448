# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entering a text: what is proposed to be replaced, what a person chose, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.analysis.text.pseudonyms import Found, Kind, Proposal, named, propose, replaced
from voelspriet.ground.privacy.actors import Refused

AROUND = 40


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal with a key for a form and the words around it."""

    key: str
    kind: str
    words: str
    pseudonym: str
    reason: str
    is_sure: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text; with a key when something is proposed for it."""

    text: str
    key: str = ""


SURE = 0.7


def one_kind_of_line(text: str) -> str:
    """Return a text with line ends as we count them: a browser sends two signs for one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def key_of(one: Proposal) -> str:
    """Return the key of a proposal in a form."""
    return f"{one.start}-{one.end}"


def proposed(text: str, keep: Iterable[str]) -> tuple[Proposal, ...]:
    """Return what is proposed for a text; the same text always gives the same."""
    return propose(text, keep=keep)


def refuse_pointing(text: str, field: str) -> None:
    """Refuse words of a study that surely point at somebody: they stand in its reports."""
    found = [one.text for one in proposed(text, ()) if one.confidence >= SURE]
    if found:
        raise Refused(
            _("Dit komt in het rapport en wijst naar iemand: %(words)s. Schrijf het op zonder.")
            % {"words": ", ".join(found)},
            field=field,
        )


def proposal_rows(text: str, proposals: Sequence[Proposal]) -> tuple[Proposed, ...]:
    """Return proposals as a person looks at them, with a few words on both sides."""
    return tuple(
        Proposed(
            key=key_of(one),
            kind=str(one.kind),
            words=one.text,
            pseudonym=one.pseudonym,
            reason=one.reason,
            is_sure=one.confidence >= SURE,
            before=text[max(0, one.start - AROUND) : one.start],
            after=text[one.end : one.end + AROUND],
        )
        for one in proposals
    )


def pieces(text: str, proposals: Sequence[Proposal]) -> Iterator[Piece]:
    """Cut a text at what is proposed."""
    last = 0
    for one in proposals:
        if one.start > last:
            yield Piece(text[last : one.start])
        yield Piece(one.text, key_of(one))
        last = one.end
    if last < len(text):
        yield Piece(text[last:])


def entered(
    text: str,
    proposals: Sequence[Proposal],
    *,
    accepted: Collection[str],
    by_hand: Iterable[tuple[str, Kind]] = (),
) -> tuple[str, int]:
    """Return the text with what was accepted and marked by hand replaced, and how many places.

    Words marked by hand are replaced wherever they stand as whole words, in any case. Words that
    overlap something accepted are left to that.
    """
    found = [
        Found(one.start, one.end, one.kind, one.confidence, one.reason)
        for one in proposals
        if key_of(one) in accepted
    ]
    taken = bytearray(len(text))
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for words, kind in by_hand:
        pattern = rf"(?<!\w){re.escape(words.strip())}(?!\w)"
        for match in re.finditer(pattern, text, re.IGNORECASE) if words.strip() else ():
            start, end = match.span()
            if not any(taken[start:end]):
                found.append(Found(start, end, kind, 1.0, "hand"))
                taken[start:end] = b"\1" * (end - start)
    chosen = named(text, found)
    return replaced(text, chosen), len(chosen)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where Dutch sentences and words begin and end, in people's own writing as well as in print.

Places are half-open ranges of codepoints of the text as it came: `text[start:end]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LETTER = r"(?:[^\W\d_][\u0300-\u036f\u00ad]*)"
WORD = re.compile(
    # an address is not read and is no word
    r"(?P<address>https?://\S*\w|www\.\S*\w|\w[\w.+-]{0,63}+@\w[\w.-]*\w)"
    rf"|(?:{LETTER}\.){{2,8}}(?!\w)"  # o.a., d.w.z.
    rf"|\d+(?:[.,:]\d+)*{LETTER}*(?:-[^\W_]+)*"  # 1.500, 14:30, 3e, 65-plusser
    rf"|(?:['’](?=[stnkmr]\b))?{LETTER}+(?:[-‑'’][^\W_]+{LETTER}*)*"  # 's, foto's, auto-ongeluk
)
MARKER = r"(?:[-–—*•·▪◦]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\))\s+"
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
ITEM = re.compile(rf"\n[^\S\n]*(?={MARKER}\S)")
FIRST_MARKER = re.compile(rf"\s*{MARKER}(?=\S)")
# possessive, so that a long row of points costs no more than its length
END = re.compile(r"(?<![.!?…])(?P<signs>[.!?…]++)(?P<closing>[\"'”’»)\]]*+)(?=\s|$)")
BEFORE = re.compile(r"[^\s(\[\"'“‘«]*$")
INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")
NEAR = 40  # how far is looked on both sides of a full stop, in codepoints
EVENING = re.compile(r"['’][a-z] [A-Z]")  # 's Avonds

# after these a sentence goes on, whatever follows
GOES_ON = re.compile(
    r"dhr|mevr|mw|mej|dr|drs|ir|ing|mr|prof|ds|jhr|jkvr|st|fam|ca|bijv|bv|incl|excl|evt|resp|vgl|zgn"
    r"|m\.b\.[tv]|i\.[vpst]\.[mvt]|t\.[abgnot]\.[vb]|n\.a\.v|o\.a|d\.w\.z|m\.n|z\.g|b\.v|d\.m\.v"
    r"|a\.d\.h\.v|a\.h\.w|[ctv]\.[aqw]|m\.[iu]\.v|i\.h\.[kab]\.?v?|m\.u\.v",
    re.IGNORECASE,
)
# after these it goes on with a small letter or a number
MAY_GO_ON = re.compile(
    r"nrs?|tel|artt?|blz|p|pag|hfst|fig|tab|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|gem|min|max"
    r"|plm|afd|enz|etc|jl|sr|jr|zgn|red|\w(?:\.\w)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Range:
    """A part of a text: `text[start:end]`, in codepoints."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it is, and where its words are."""

    start: int
    end: int
    words: tuple[Range, ...]


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text that hold a word, in order.

    A sentence ends at . ! ? or …, at an empty line, and where an item of a list begins. It does
    not end after an abbreviation (o.a., dhr.), an initial, or within a number (1.500). After a
    full stop a small letter may begin a sentence too, as many people write; after three points it
    does not.

    >>> text = "Bel dhr. Bos om 10.30 uur. Of mail!"
    >>> [text[one.start : one.end] for one in sentences(text)]
    ['Bel dhr. Bos om 10.30 uur.', 'Of mail!']
    """
    found = []
    for start, end in _parts(text):
        words = tuple(
            Range(*match.span())
            for match in WORD.finditer(text, start, end)
            if match["address"] is None
        )
        if words:
            own = text[start:end]
            indent = len(own) - len(own.lstrip())
            found.append(Sentence(start + indent, start + len(own.rstrip()), words))
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Give every block of lines, parted into sentences."""
    breaks = sorted(
        match.span() for pattern in (BLANK_LINE, ITEM) for match in pattern.finditer(text)
    )
    start = 0
    for stop, go in [*breaks, (len(text), len(text))]:
        if stop >= start:
            yield from _in_block(text, start, stop)
            start = go


def _in_block(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    marker = FIRST_MARKER.match(text, start, stop)
    begin = marker.end() if marker else start
    for match in END.finditer(text, begin, stop):
        if _ends_here(text, begin, stop, match):
            yield begin, match.end()
            begin = match.end()
    yield begin, stop


def _ends_here(text: str, begin: int, stop: int, match: re.Match[str]) -> bool:
    rest = text[match.end() : min(stop, match.end() + NEAR)].lstrip()
    goes_on = _begins_small(rest)
    if match["signs"] != ".":
        is_trailing = "…" in match["signs"] or match["signs"].startswith("..")
        # "Kom je?" vroeg hij; en toen... niets
        return not (goes_on and (is_trailing or match["closing"]))
    before = BEFORE.search(text, max(begin, match.start() - NEAR), match.start())
    word = before.group() if before else ""
    if INITIAL.fullmatch(word) or GOES_ON.fullmatch(word):
        return not rest
    if MAY_GO_ON.fullmatch(word):
        return not (goes_on or rest[:1].isdecimal())
    return not (goes_on and match["closing"])


def _begins_small(rest: str) -> bool:
    """Tell whether what follows goes on in small letters; 's Avonds does not."""
    bare = rest.lstrip('"“«([')
    return bare.lstrip("'‘’")[:1].islower() and not EVENING.match(bare)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pseudonymiser finds, and what it proposes that is nobody.

Nothing is drawn here: the "samples" are the marked places of sentences that were written before
the rules, and the error beside a rate is the chance error of having only so many of them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Scenario
from voelspriet.analysis.text.pseudonyms import Kind, Proposal, propose
from voelspriet.analysis.text.pseudonyms.words import folded, lexicon

SENTENCES = Path(__file__).with_suffix(".csv")
BARE_SENTENCES = Path(__file__).with_name("pseudonyms_bare.csv")
KEPT = Path(__file__).with_name("pseudonyms_kept.txt")
MARK = re.compile(r"\{(?P<kind>\w+)\|(?P<words>[^}]*)\}")
HELD_OUT, BARE = "held-out", "bare"
MANY = 1_000
# fixed before the held-out half was looked at
BANDS = {Kind.NAME: (0.85, 0.85), Kind.ADDRESS: (0.85, 0.85)}
OTHER_BAND = (0.90, 0.90)
RECALL, PRECISION = "found (recall)", "proposals that are right (precision)"
WHOLE = "sentences without a miss or a wrong proposal"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what in it points at a person: where, and what it is."""

    text: str
    half: str
    marked: tuple[tuple[int, int, Kind], ...]


def read(half: str, sentence: str) -> Sentence:
    """Read `{name|Fatima} woont hier`: the words without marks, and where the marks were."""
    text, last = "", 0
    marked: list[tuple[int, int, Kind]] = []
    for match in MARK.finditer(sentence):
        text += sentence[last : match.start()]
        start, last = len(text), match.end()
        text += match["words"]
        marked.append((start, len(text), Kind(match["kind"])))
    return Sentence(text + sentence[last:], half, tuple(marked))


@cache
def sentences() -> tuple[Sentence, ...]:
    """Return all sentences: both halves, and those with bare names."""
    found: list[Sentence] = []
    for path in (SENTENCES, BARE_SENTENCES):
        with path.open(encoding="utf-8", newline="") as file:
            found += (read(row["half"], row["sentence"]) for row in csv.DictReader(file))
    return tuple(found)


def kept() -> list[str]:
    """Return the streets, places and shops of the area the sentences are from."""
    return KEPT.read_text(encoding="utf-8").split("\n")


def outcomes(kind: Kind, half: str, *, count: int | None = None, listed: bool = True) -> Outcomes:
    """Return per marked place whether it is found, and per proposal whether it is right.

    Of the first `count` sentences of a half, or of all. Found: one proposal of its kind covers all
    of it. Right: at least half of it is marked as that kind. With `listed` false every name of the
    sentences is taken out of the lists of names.
    """
    words = lexicon() if listed else lexicon().without(_all_names())
    found: list[bool] = []
    right: list[bool] = []
    whole: list[bool] = []
    for one in [sentence for sentence in sentences() if sentence.half == half][:count]:
        proposals = [p for p in propose(one.text, keep=kept(), words=words) if p.kind == kind]
        places = [(start, end) for start, end, marked in one.marked if marked == kind]
        here = [any(p.start <= s and e <= p.end for p in proposals) for s, e in places]
        true = [any(_shared(p, s, e) >= 0.5 for s, e in places) for p in proposals]  # noqa: PLR2004
        found, right, whole = found + here, right + true, [*whole, all(here + true)]
    told = ((RECALL, found), (PRECISION, right), (WHOLE, whole))
    return {name: np.asarray(values, dtype=float) for name, values in told}


def _shared(proposal: Proposal, start: int, end: int) -> float:
    both = min(end, proposal.end) - max(start, proposal.start)
    return both / (proposal.end - proposal.start)


def _all_names() -> frozenset[str]:
    return frozenset(
        folded(word)
        for one in sentences()
        for start, end, kind in one.marked
        if kind is Kind.NAME
        for word in re.split(r"[\s-]+", one.text[start:end])
    )


def _replicate(
    kind: Kind, half: str, *, listed: bool
) -> Callable[[np.random.Generator, int], Outcomes]:
    return lambda _rng, count: outcomes(kind, half, count=count, listed=listed)


def _scenario(kind: Kind, *, half: str = HELD_OUT, slug: str = "", listed: bool = True) -> Scenario:
    recall, precision = BANDS.get(kind, OTHER_BAND)
    conditional = {"is_conditional": True, "is_judged": listed}
    number = sum(k == kind for s in sentences() if s.half == half for *_, k in s.marked)
    where = "the held-out half" if half == HELD_OUT else "the sentences with bare names"
    return Scenario(
        slug or f"pseudonyms-{kind}",
        f"{number} marked places in {where}"
        + ("." if listed else ", with every name of the sentences taken out of the lists."),
        "propose(text, keep=…)",
        (
            Claim(RECALL, recall, 1.0, **conditional),
            Claim(PRECISION, precision, 1.0, **conditional),
            Claim(WHOLE, is_judged=False),
        ),
        _replicate(kind, half, listed=listed),
        replications=sum(one.half == half for one in sentences()),
        chunk=MANY,
    )


CHAPTER = Chapter(
    90,
    "Pseudonyms",
    """What does the pseudonymiser find in sentences people could say, and how much of what it
    proposes is nobody? 450 Dutch sentences were written and marked by hand before the rules
    existed; every second one was put aside (held out) and the rules were made with the others.
    They hold names in small letters and from many countries, streets named after people, shops,
    plates, account names, and sentences with nobody in them. The same hand wrote sentences, rules
    and lists, so other people's texts will give lower rates; what is left when no name of the
    sentences stands in a list is printed beside it. Another 85 sentences hold first and last names
    with nothing around them, and shops, streets, clubs and headings that look like it; they were
    written before the rule for them. Nothing is drawn: ± is the chance error of so
    many places. A person looks at every proposal, whatever the rates.""",
    ("text",),
    (
        *(_scenario(kind) for kind in Kind if kind is not Kind.OTHER),
        _scenario(Kind.NAME, slug="pseudonyms-names-nobody-listed", listed=False),
        _scenario(Kind.NAME, half=BARE, slug="pseudonyms-bare-names"),
        _scenario(Kind.NAME, half=BARE, slug="pseudonyms-bare-names-nobody-listed", listed=False),
    ),
)

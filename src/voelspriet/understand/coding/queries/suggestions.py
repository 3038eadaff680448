# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what was learned: codes that may fit a piece of text, and how good that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from voelspriet.analysis.text.letters import LetterWeights
from voelspriet.ground.privacy.actors import Actor
from voelspriet.understand.coding.choices import WhyNotLearned, WhyNotSuggested
from voelspriet.understand.coding.models import (
    CodebookVersion,
    FragmentCode,
    LearnedText,
    SuggestedCode,
    Suggester,
)
from voelspriet.understand.coding.queries.codebooks import UsableCodebook, usable_codebooks
from voelspriet.understand.coding.queries.texts import text_of, with_homes
from voelspriet.understand.coding.rules.access import may_code, may_teach, suggestible, teaching
from voelspriet.understand.coding.rules.suggesting import MOST_SUGGESTIONS, is_waiting

LEAST_PROBABILITY = 0.5


@dataclass(frozen=True, slots=True)
class Measured:
    """So many of a base, in a trial on texts that were held apart; low and high are None if few."""

    right: int
    base: int
    low: float | None
    high: float | None

    @property
    def percent(self) -> int | None:
        """Return the share in whole per cents; None of nothing."""
        return round(100 * self.right / self.base) if self.base else None

    @property
    def low_percent(self) -> int | None:
        """Return the lower end of the interval in whole per cents."""
        return None if self.low is None else round(100 * self.low)

    @property
    def high_percent(self) -> int | None:
        """Return the upper end of the interval in whole per cents."""
        return None if self.high is None else round(100 * self.high)


@dataclass(frozen=True, slots=True)
class SuggestedCodeRow:
    """A code with what was learned of it; `why_not` is empty for what is suggested."""

    number: int | None
    path: str
    fragments: int
    sources: int
    was_tried: bool
    why_not: str
    precision: Measured
    recall: Measured


@dataclass(frozen=True, slots=True)
class SuggesterRow:
    """What was learned of the newest version of a codebook, and what there is to learn now."""

    reference: str
    name: str
    number: int
    is_waiting: bool
    is_outdated: bool
    learned_at: datetime | None
    fragments: int
    sources: int
    texts: int
    why_not: str
    why_not_label: str
    fragments_now: int
    codes: tuple[SuggestedCodeRow, ...]

    @property
    def tried(self) -> tuple[SuggestedCodeRow, ...]:
        """Return the codes of which suggestions were tried."""
        return tuple(one for one in self.codes if one.was_tried)

    @property
    def too_few(self) -> tuple[SuggestedCodeRow, ...]:
        """Return the codes there is too little of to try."""
        return tuple(one for one in self.codes if not one.was_tried)

    @property
    def is_on(self) -> bool:
        """Tell whether anything is suggested now."""
        return self.learned_at is not None and not self.why_not and not self.is_outdated


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code that may fit a piece of text. `number` is a key of the keyboard, if it has one."""

    code_id: int
    number: int | None
    name: str
    codebook: str
    precision: Measured


def suggesters(*, by: Actor) -> tuple[SuggesterRow, ...]:
    """Return for every codebook `by` codes with what was learned, and how good it is."""
    books = usable_codebooks(by=by) if may_code(by) else ()
    versions = _versions(books)
    found = {
        one.version_id: one
        for one in Suggester.objects.filter(version__in=versions.values()).prefetch_related("codes")
    }
    current, now = _current(by), _now(list(versions.values()))
    return tuple(
        _row(book, found.get(version.pk), current, now.get(version.pk, 0))
        for book in books
        for version in (versions[book.reference],)
    )


def may_be_suggested(*, reference: str, by: Actor) -> bool:
    """Tell whether `by` may be given suggestions in a text: never in a blind pass."""
    return suggestible(by).filter(reference=reference).exists()


def some_suggested(*, by: Actor) -> bool:
    """Tell whether any code of any codebook is suggested now."""
    return bool(_used(by))


def suggestions(*, reference: str, start: int, end: int, by: Actor) -> tuple[Suggestion, ...]:
    """Return at most three codes that may fit `text[start:end]`, the most probable first.

    Only codes whose suggestions were measured to be right often enough. None where `by` does not
    code the text as the first one, and none in a sensitive text.
    """
    material = with_homes(suggestible(by).filter(reference=reference)).first()
    words = text_of(material)[start:end] if material else ""
    if not words.strip():
        return ()
    probable: list[tuple[float, int]] = []
    used = _used(by)
    for one in used:
        weights = LetterWeights.of_json(one.weights)
        if not weights.knows(words):
            continue
        told = zip(weights.probabilities(words), weights.factors, strict=True)
        probable += [(said, int(key)) for said, key in told if said >= LEAST_PROBABILITY]
    probable.sort(key=lambda pair: (-pair[0], pair[1]))
    chosen = [key for _said, key in probable[:MOST_SUGGESTIONS]]
    rows = SuggestedCode.objects.filter(code_id__in=chosen, suggester__in=used, why_not="")
    codes = {one.code_id: one for one in rows.select_related("code__version__codebook")}
    return tuple(_suggestion(codes[key]) for key in chosen if key in codes)


def _used(by: Actor) -> list[Suggester]:
    """Return what may be used now: of the newest version, learned from texts that still count."""
    if not may_code(by):
        return []
    newest = CodebookVersion.objects.filter(
        codebook__municipality_id=by.municipality_id or 0, published_at__isnull=False
    ).order_by("codebook", "-number")
    versions: dict[int, int] = {}
    for codebook, key in newest.values_list("codebook_id", "pk"):
        versions.setdefault(codebook, key)
    found = Suggester.objects.filter(version__in=versions.values(), learned_at__isnull=False)
    some = list(found.exclude(weights="").order_by("pk"))
    current = _current(by) if some else {}
    return [one for one in some if current.get(one.pk, 0) == one.texts]


def _current(by: Actor) -> dict[int, int]:
    """Return of how many texts each may still be learned from."""
    held = LearnedText.objects.filter(material__in=may_teach(by.municipality_id or 0))
    return dict(held.values_list("suggester_id").annotate(n=Count("pk")))


def _versions(books: Sequence[UsableCodebook]) -> dict[str, CodebookVersion]:
    found = CodebookVersion.objects.filter(
        codebook__reference__in=[book.reference for book in books]
    ).select_related("codebook")
    numbers = {book.reference: book.number for book in books}
    return {
        one.codebook.reference: one
        for one in found
        if one.number == numbers[one.codebook.reference]
    }


def _now(versions: Sequence[CodebookVersion]) -> dict[int, int]:
    """Return how many fragments there are to learn from now, of each."""
    if not versions:
        return {}
    given = FragmentCode.objects.filter(
        code__version__in=versions, fragment__in=teaching(versions)
    )  # fmt: skip
    counted = given.values_list("code__version_id").annotate(n=Count("fragment_id", distinct=True))
    return dict(counted.order_by("code__version_id"))


def _row(
    book: UsableCodebook, one: Suggester | None, current: dict[int, int], now: int
) -> SuggesterRow:
    held = one or Suggester()
    known = {row.code_id: row for row in one.codes.all()} if one else {}
    return SuggesterRow(
        reference=book.reference,
        name=book.name,
        number=book.number,
        is_waiting=is_waiting(held),
        is_outdated=held.learned_at is not None and current.get(held.pk, 0) != held.texts,
        learned_at=held.learned_at,
        fragments=held.fragments,
        sources=held.sources,
        texts=held.texts,
        why_not=held.why_not,
        why_not_label=str(WhyNotLearned(held.why_not).label) if held.why_not else "",
        fragments_now=now,
        codes=tuple(
            _code_row(code.number, code.path, known[code.id])
            for code in book.codes
            if code.id in known
        ),
    )


def _code_row(number: int | None, path: str, one: SuggestedCode) -> SuggestedCodeRow:
    return SuggestedCodeRow(
        number=number,
        path=path,
        fragments=one.fragments,
        sources=one.sources,
        was_tried=one.held_with > 0,
        why_not=str(WhyNotSuggested(one.why_not).label) if one.why_not else "",
        precision=_precision(one),
        recall=Measured(one.right, one.held_with, one.recall_low, one.recall_high),
    )


def _precision(one: SuggestedCode) -> Measured:
    return Measured(one.right, one.suggested, one.precision_low, one.precision_high)


def _suggestion(one: SuggestedCode) -> Suggestion:
    book = one.code.version.codebook
    return Suggestion(one.code_id, one.code.number, one.code.name, book.name, _precision(one))

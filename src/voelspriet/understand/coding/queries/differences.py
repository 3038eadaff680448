# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading where two coders differ: a list by text, and one with both codings beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.understand.coding.choices import DifferenceOutcome
from voelspriet.understand.coding.models import (
    CodingDifference,
    Fragment,
    FragmentCode,
    Material,
)
from voelspriet.understand.coding.queries.texts import text_of, with_homes
from voelspriet.understand.coding.rules.access import visible_differences, visible_fragments
from voelspriet.understand.coding.rules.texts import digest_of

PAGE_SIZE = 20
AROUND = 160


@dataclass(frozen=True, slots=True)
class Side:
    """What one coder made of a piece: the words, the codes as people say them, and the memo."""

    words: str
    codes: tuple[str, ...]
    memo: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A piece of a text with what either coder made of it. `words` is "" when the text changed."""

    reference: str
    material: str
    before: str
    words: str
    after: str
    first: tuple[Side, ...]
    second: tuple[Side, ...]
    agreed: tuple[str, ...]
    outcome: str
    outcome_label: str
    reason: str
    decided_by_name: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class DifferenceDetail:
    """One difference with whose it is: who coded first and second, and in which study."""

    row: DifferenceRow
    second_coding: str
    study_reference: str
    study_title: str
    codebook: str
    first_name: str
    second_name: str
    code_ids: tuple[int, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class DifferenceCounts:
    """How many differences there are, and how many were not talked through yet."""

    all: int
    open: int


def differences(
    *, second_coding: str, by: Actor, only_open: bool = False, cursor: str = ""
) -> Page[DifferenceRow]:
    """Return where two coders differ, text by text."""
    found = visible_differences(by).filter(second_coding__reference=second_coding)
    if only_open:
        found = found.filter(outcome="")
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__gt=after[0])
    rows = list(_told(found).order_by("pk")[: PAGE_SIZE + 1])
    sides = _fragments(rows, by)
    texts = _texts(rows)
    return page_of(
        rows, PAGE_SIZE, lambda one: _row(one, sides, texts), lambda one: write_cursor(one.pk)
    )


def difference_counts(*, second_coding: str, by: Actor) -> DifferenceCounts:
    """Return how many differences there are and how many are open."""
    found = visible_differences(by).filter(second_coding__reference=second_coding)
    return DifferenceCounts(found.count(), found.filter(outcome="").count())


def difference_detail(*, reference: str, by: Actor) -> DifferenceDetail:
    """Return one difference `by` may read. Raises OutOfScope for any other."""
    one = _told(visible_differences(by).filter(reference=reference)).first()
    if one is None:
        raise OutOfScope(_("Dit verschil is er niet."))
    given = one.second_coding
    names = dict(one.material.passes.values_list("is_second", "coder_name"))
    agreed = FragmentCode.objects.filter(fragment__difference=one)
    return DifferenceDetail(
        row=_row(one, _fragments([one], by), _texts([one])),
        second_coding=given.reference,
        study_reference=given.study.reference,
        study_title=given.study.title,
        codebook=given.codebook.reference,
        first_name=names.get(False, ""),
        second_name=names.get(True, ""),
        code_ids=tuple(agreed.order_by("pk").values_list("code_id", flat=True)),
        is_open=not one.outcome,
    )


def fragments_within(one: CodingDifference) -> QuerySet[Fragment]:
    """Return the fragments of both coders that lie in a piece, codes of other books included."""
    return Fragment.objects.filter(
        coding_pass__material_id=one.material_id,
        removed_at__isnull=True,
        difference__isnull=True,
        start__gte=one.start,
        end__lte=one.end,
    )


def _told(found: QuerySet[CodingDifference]) -> QuerySet[CodingDifference]:
    return found.select_related("material", "second_coding__study", "second_coding__codebook")


def _fragments(rows: Sequence[CodingDifference], by: Actor) -> dict[int, list[Fragment]]:
    """Return per text what either coder made in any of these pieces, in reading order."""
    lies_within = Q(pk__in=[])
    for one in rows:
        lies_within |= Q(
            coding_pass__material_id=one.material_id, start__gte=one.start, end__lte=one.end
        )
    given = FragmentCode.objects.select_related("code").order_by("code__number", "code__position")
    found: dict[int, list[Fragment]] = {}
    for fragment in (
        visible_fragments(by)
        .filter(lies_within)
        .select_related("coding_pass")
        .prefetch_related(Prefetch("given", given))
        .order_by("start", "end", "pk")
    ):
        found.setdefault(fragment.coding_pass.material_id, []).append(fragment)
    return found


def _texts(rows: Iterable[CodingDifference]) -> dict[int, str]:
    """Return the words of every text; "" where they are no longer what was coded."""
    ids = {one.material_id for one in rows}
    texts = {}
    for material in with_homes(Material.objects.filter(pk__in=sorted(ids))):
        text = text_of(material)
        texts[material.pk] = text if digest_of(text) == material.digest else ""
    return texts


def _row(
    one: CodingDifference, fragments: dict[int, list[Fragment]], texts: dict[int, str]
) -> DifferenceRow:
    text = texts.get(one.material_id, "")
    here = [
        fragment
        for fragment in fragments.get(one.material_id, [])
        if one.start <= fragment.start and fragment.end <= one.end
    ]
    begin = max(0, one.start - AROUND)
    return DifferenceRow(
        reference=one.reference,
        material=one.material.reference,
        before=("… " if begin else "") + text[begin : one.start],
        words=text[one.start : one.end],
        after=text[one.end : one.end + AROUND] + (" …" if one.end + AROUND < len(text) else ""),
        first=_sides(here, text, is_second=False),
        second=_sides(here, text, is_second=True),
        agreed=tuple(label for own in here if own.difference_id == one.pk for label in _codes(own)),
        outcome=one.outcome,
        outcome_label=str(DifferenceOutcome(one.outcome).label) if one.outcome else "",
        reason=one.reason,
        decided_by_name=one.decided_by_name,
        decided_at=one.decided_at,
    )


def _sides(here: Iterable[Fragment], text: str, *, is_second: bool) -> tuple[Side, ...]:
    return tuple(
        Side(text[one.start : one.end], _codes(one), one.memo)
        for one in here
        if one.coding_pass.is_second == is_second and one.difference_id is None
    )


def _codes(one: Fragment) -> tuple[str, ...]:
    return tuple(
        f"{given.code.number} {given.code.name}" if given.code.number else given.code.name
        for given in one.given.all()
    )

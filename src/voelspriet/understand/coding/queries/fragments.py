# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading fragments: one's own of a text, and of a study what may leave the room."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.paging import Page, page_of
from voelspriet.understand.coding.choices import (
    ActingParty,
    CodeOrigin,
    DeedKind,
    Dimension,
    MaterialKind,
    Side,
    Valence,
    World,
)
from voelspriet.understand.coding.models import CodingDeed, Fragment, FragmentCode, Material
from voelspriet.understand.coding.queries.texts import text_of, with_homes
from voelspriet.understand.coding.queries.whereabouts import (
    Whereabouts,
    after,
    in_order,
    open_cursor,
    place_of,
    seal_cursor,
    whereabouts,
)
from voelspriet.understand.coding.rules.access import going_out, visible_fragments
from voelspriet.understand.coding.rules.texts import digest_of

PAGE_SIZE = 30
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as they stand now, with their digest."""

    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code given to a fragment; `key` is the same in every version of its codebook.

    `is_suggested`: the program had suggested it for this piece.
    """

    id: int
    key: str
    codebook: str
    kind: str
    number: int | None
    name: str
    is_suggested: bool = False

    @property
    def label(self) -> str:
        """Return the name with its number, as people say it."""
        return f"{self.number} {self.name}" if self.number else self.name


@dataclass(frozen=True, slots=True)
class FragmentRow:
    """A fragment with its words; "" and `has_changed` when the text is no longer what was coded."""

    id: int
    start: int
    end: int
    words: str
    has_changed: bool
    codes: tuple[GivenCode, ...]
    speaker_id: int | None
    speaker_number: int | None
    side: str
    side_label: str
    valence: str
    valence_label: str
    dimension: str
    dimension_label: str
    world: str
    world_label: str
    acting_party: str
    acting_party_label: str
    hot_spot: str
    hot_crime: str
    hot_time: str
    place_id: int | None
    place_name: str
    memo: str


@dataclass(frozen=True, slots=True)
class StudyFragmentRow:
    """A fragment of a study with where it came from: never who spoke or who coded it.

    For who reads along `area_id` is None and `area_name` wide where few spoke, and the fragment has
    no place, hot spot or time either: they would tell the area.
    """

    fragment: FragmentRow
    material: str
    kind_label: str
    area_id: int | None
    area_name: str
    arrived_on: date


@dataclass(frozen=True, slots=True)
class FragmentFilters:
    """What a list of fragments is narrowed to; empty is everything. `code` is a key."""

    code: str = ""
    area_id: int | None = None
    world: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Undoing:
    """What the last deed was that can be undone, and the one that can be done again; "" if none."""

    undo: str = ""
    redo: str = ""


def own_fragments(*, reference: str, by: Actor) -> tuple[FragmentRow, ...]:
    """Return what `by` coded in one text, in reading order. Nothing of anybody else."""
    found = visible_fragments(by).filter(
        coding_pass__material__reference=reference,
        coding_pass__coder_id=by.user_id or 0,
        difference__isnull=True,
    )
    rows = list(_told(found).order_by("start", "end", "pk"))
    texts = _texts(rows)
    return tuple(_row(one, texts[one.coding_pass.material_id]) for one in rows)


def undoing(*, reference: str, by: Actor) -> Undoing:
    """Return what `by` can undo and do again in a text that is not finished."""
    deeds = CodingDeed.objects.filter(
        coding_pass__material__reference=reference,
        coding_pass__coder_id=by.user_id or 0,
        coding_pass__finished_at__isnull=True,
        coding_pass__material__municipality_id=by.municipality_id or 0,
    )
    done = deeds.filter(undone_at__isnull=True).order_by("-pk").first()
    undone = deeds.filter(undone_at__isnull=False).order_by("pk").first()
    return Undoing(
        str(DeedKind(done.kind).label) if done else "",
        str(DeedKind(undone.kind).label) if undone else "",
    )


def study_fragments(
    *, study: str, by: Actor, filters: FragmentFilters = FragmentFilters(), cursor: str = ""
) -> Page[StudyFragmentRow]:
    """Return the fragments of a study that may leave the room, oldest first.

    For who reads along those of which the area is not told come last.
    """
    where = whereabouts(by)
    found = in_order(narrowed(going_out(by), study, filters, where), where)
    rows = list(_told(after(found, open_cursor(cursor)))[: PAGE_SIZE + 1])
    texts = _texts(rows)
    return page_of(rows, PAGE_SIZE, lambda one: _study_row(one, texts, where), seal_cursor)


def every_study_fragment(
    *, study: str, by: Actor, filters: FragmentFilters = FragmentFilters()
) -> Iterator[StudyFragmentRow]:
    """Give every fragment of a study that may leave the room, a few hundred at a time."""
    where = whereabouts(by)
    found = _told(in_order(narrowed(going_out(by), study, filters, where), where))
    last = None
    while rows := list(after(found, last)[:CHUNK]):
        texts = _texts(rows)
        yield from (_study_row(one, texts, where) for one in rows)
        last = place_of(rows[-1])


def fragments_by_id(*, ids: Collection[int], by: Actor) -> dict[int, StudyFragmentRow]:
    """Return these fragments as far as they may leave the room, by id."""
    rows = list(_told(going_out(by).filter(pk__in=sorted(ids))).order_by("pk"))
    texts = _texts(rows)
    where = whereabouts(by)
    return {one.pk: _study_row(one, texts, where) for one in rows}


def narrowed(
    found: QuerySet[Fragment], study: str, filters: FragmentFilters, where: Whereabouts
) -> QuerySet[Fragment]:
    """Return the fragments of a study that the filters let through; of every study for "".

    An area lets through what is told to be from there, and nothing that only is.
    """
    if study:
        found = found.filter(coding_pass__material__study__reference=study)
    if filters.code:
        given = FragmentCode.objects.filter(code__key=filters.code)
        found = found.filter(pk__in=given.values("fragment_id"))
    if filters.area_id:
        found = found.filter(where.condition(), coding_pass__material__area_id=filters.area_id)
    if filters.world:
        found = found.filter(world=filters.world)
    if filters.side:
        found = found.filter(side=filters.side)
    return found


def _told(found: QuerySet[Fragment]) -> QuerySet[Fragment]:
    given = FragmentCode.objects.select_related("code__version__codebook")
    return found.select_related("place", "speaker", "coding_pass__material__area").prefetch_related(
        Prefetch("given", given.order_by("code__number", "code__position", "pk"))
    )


def _texts(rows: Sequence[Fragment]) -> dict[int, Words]:
    """Return the words of every text these fragments are of, each read and hashed once."""
    ids = {one.coding_pass.material_id for one in rows}
    found = with_homes(Material.objects.filter(pk__in=sorted(ids)))
    texts = {one.pk: text_of(one) for one in found}
    return {key: Words(text, digest_of(text)) for key, text in texts.items()}


def _row(one: Fragment, words: Words) -> FragmentRow:
    has_changed = words.digest != one.digest
    return FragmentRow(
        id=one.pk,
        start=one.start,
        end=one.end,
        words="" if has_changed else words.text[one.start : one.end],
        has_changed=has_changed,
        codes=tuple(_code(given) for given in one.given.all()),
        speaker_id=one.speaker_id,
        speaker_number=one.speaker.number if one.speaker else None,
        side=one.side,
        side_label=str(Side(one.side).label),
        valence=one.valence,
        valence_label=str(Valence(one.valence).label),
        dimension=one.dimension,
        dimension_label=str(Dimension(one.dimension).label) if one.dimension else "",
        world=one.world,
        world_label=str(World(one.world).label) if one.world else "",
        acting_party=one.acting_party,
        acting_party_label=str(ActingParty(one.acting_party).label) if one.acting_party else "",
        hot_spot=one.hot_spot,
        hot_crime=one.hot_crime,
        hot_time=one.hot_time,
        place_id=one.place_id,
        place_name=one.place.name if one.place else "",
        memo=one.memo,
    )


def _study_row(one: Fragment, texts: dict[int, Words], where: Whereabouts) -> StudyFragmentRow:
    material = one.coding_pass.material
    row = _row(one, texts[material.pk])
    is_told = where.are_told(one)
    if not is_told:
        row = replace(row, place_id=None, place_name="", hot_spot="", hot_crime="", hot_time="")
    return StudyFragmentRow(
        fragment=row,
        material=material.reference,
        kind_label=str(MaterialKind(material.kind).label),
        area_id=material.area_id if is_told else None,
        area_name=where.words(one),
        arrived_on=material.arrived_on,
    )


def _code(given: FragmentCode) -> GivenCode:
    code = given.code
    book = code.version.codebook
    is_suggested = given.origin == CodeOrigin.SUGGESTION
    return GivenCode(
        code.pk, str(code.key), book.name, book.kind, code.number, code.name, is_suggested
    )

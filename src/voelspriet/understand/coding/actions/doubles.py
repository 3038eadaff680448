# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two fragments that came to say the same of the same piece, because two codes became one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, cast

from django.db.models import Exists, ManyToOneRel, Model, OuterRef, Prefetch, QuerySet
from django.utils.functional import cached_property

from voelspriet.understand.coding.actions.making import HOT, MEMO_LIMIT, MOST_CODES
from voelspriet.understand.coding.choices import CodeOrigin
from voelspriet.understand.coding.models import Codebook, Fragment, FragmentCode
from voelspriet.understand.coding.queries.merging import given_in
from voelspriet.understand.coding.rules.access import open_passes

BATCH = 500
PLACE = ("coding_pass_id", "start", "end", "digest")
ALIKE = (*PLACE, "speaker_id", "side", "valence", "dimension", "world", "acting_party", "place_id",
         "counts", "difference_id", *HOT)  # fmt: skip


def join_doubles(book: Codebook, merged: Any, kept: Any) -> int:
    """Make one of fragments that differ in nothing but these two codes; return how many went.

    Of one finished pass, on the same words, with the same of everything else: the one that stays
    has the codes and the memos of all. Nothing that something else points at goes, and nothing of a
    text that is still being coded: its coder can undo.
    """
    rows = list(_twins(book, merged, kept))
    needed = _pointed_at([one.pk for one in rows])
    joined = [_Joined(some, needed) for some in _alike(rows)]
    done = [one for one in joined if one.has(merged) and one.fits]
    memos = [one.stays for one in done if one.memo != one.stays.memo]
    for one in done:
        one.stays.memo = one.memo
    Fragment.objects.bulk_update(memos, ["memo"], batch_size=BATCH)
    FragmentCode.objects.bulk_create(
        [
            FragmentCode(fragment=one.stays, code_id=given.code_id, origin=given.origin)
            for one in done
            for given in one.more
        ],
        batch_size=BATCH,
    )
    marked = [given for one in done for given in one.marked()]
    FragmentCode.objects.bulk_update(marked, ["origin"], batch_size=BATCH)
    gone = [row.pk for one in done for row in one.gone]
    for some in _parts(gone):
        Fragment.objects.filter(pk__in=some).delete()
    return len(gone)


class _Joined:
    """Fragments that are alike: which one stays, and what it takes over from those that go."""

    def __init__(self, some: Sequence[Fragment], needed: Collection[int]) -> None:
        self.some = some
        self.stays = next((one for one in some if one.pk in needed), some[0])
        self.gone = [one for one in some if one != self.stays and one.pk not in needed]

    def has(self, key: Any) -> bool:
        """Tell whether one of them has the code that goes."""
        rows = (self.stays, *self.gone)
        return bool(self.gone) and any(
            given.code.key == key for one in rows for given in one.given.all()
        )

    @cached_property
    def memo(self) -> str:
        """Return all memos, each once."""
        memos = [self.stays.memo, *(one.memo for one in self.gone)]
        return "\n".join(dict.fromkeys(one for one in memos if one))

    @cached_property
    def more(self) -> list[FragmentCode]:
        """Return the codes that the one that stays does not have yet, each once."""
        own = {given.code.key for given in self.stays.given.all()}
        new = {given.code.key: given for one in self.gone for given in one.given.all()}
        return [given for key, given in new.items() if key not in own]

    def marked(self) -> list[FragmentCode]:
        """Return its codes that were taken over from a suggestion in one that goes, marked so."""
        taken = {
            given.code.key
            for one in self.gone
            for given in one.given.all()
            if given.origin == CodeOrigin.SUGGESTION
        }
        own = [given for given in self.stays.given.all() if given.code.key in taken]
        for given in own:
            given.origin = CodeOrigin.SUGGESTION
        return own

    @property
    def fits(self) -> bool:
        """Tell whether a fragment can hold it; otherwise all stay as they are."""
        held = self.stays.given.all()
        return len(self.memo) <= MEMO_LIMIT and len(held) + len(self.more) <= MOST_CODES


def _twins(book: Codebook, merged: Any, kept: Any) -> QuerySet[Fragment]:
    """Return fragments with either code that are not alone on their words in a finished pass."""
    either = given_in(book, merged) | given_in(book, kept)
    pool = Fragment.objects.filter(
        Exists(either.filter(fragment=OuterRef("pk"))),
        removed_at__isnull=True,
        coding_pass__in=open_passes(book.municipality_id).filter(finished_at__isnull=False),
    )
    others = pool.exclude(pk=OuterRef("pk")).filter(**{name: OuterRef(name) for name in PLACE})
    given = FragmentCode.objects.select_related("code")
    return (
        pool.filter(Exists(others))
        .prefetch_related(Prefetch("given", given.order_by("pk")))
        .order_by("coding_pass_id", "start", "end", "pk")
    )


def _alike(rows: Iterable[Fragment]) -> list[list[Fragment]]:
    found: dict[tuple[Any, ...], list[Fragment]] = {}
    for one in rows:
        found.setdefault(tuple(getattr(one, name) for name in ALIKE), []).append(one)
    return [some for some in found.values() if len(some) > 1]


def _pointed_at(ids: Sequence[int]) -> set[int]:
    """Return the fragments that a quote, a recommendation or a deed points at, in any room."""
    found: set[int] = set()
    for relation in Fragment._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel) or relation.related_model is FragmentCode:
            continue
        field, model = relation.field, cast("type[Model]", relation.related_model)
        for some in _parts(ids):
            pointing = model._base_manager.filter(**{f"{field.name}__in": some})
            found.update(pointing.values_list(field.attname, flat=True))
    return found


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Give some hundreds at a time: a question has room for so many."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a phone in the room sees: one part at a time, and nobody else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import cache
from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from voelspriet.listen.drawings.queries import round_code
from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.models import (
    Evening,
    EveningItem,
    EveningPromise,
    HandCount,
    Voice,
    Vote,
)
from voelspriet.listen.evenings.queries.results import Results, results_of
from voelspriet.listen.evenings.queries.rows import ItemRow, item_row, title_of
from voelspriet.listen.evenings.rules.joining import PhoneToken
from voelspriet.listen.surveys.rules.answers import Answer

PART_KEPT_SECONDS = 0.5
_SHOWN = tuple(
    f"evening__{name}"
    for name in (
        "municipality_id", "reference", "titles", "place", "state", "current_item_id",
        "shows_numbers", "revision", "report_made_at",
    )
)  # fmt: skip
_VERSION = ("evening__version__digest", "evening__version__default_language")


@dataclass(frozen=True, slots=True)
class RoomState:
    """What every screen of an evening asks for all the time; it tells of nobody."""

    revision: int
    state: str
    item_id: int | None
    joined: int
    answered: int


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """Something promised in the room that the room saw."""

    what: str
    owner: str
    due_on: Any
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class _ShownPart:
    item: ItemRow | None
    count: int
    results: Results | None
    promises: tuple[PromiseRow, ...]

    @property
    def may_be_taken_back(self) -> bool:
        """Tell whether words are shown that who wrote them can still change."""
        texts = self.results.texts if self.results else ()
        return bool(texts and self.item and self.item.part.takes_answers)


@dataclass(frozen=True, slots=True)
class RoomPage:
    """The page of one phone. `answer` is what it answered to the part that is on.

    `has_report`: the report was released, and everybody reads it.
    """

    evening_reference: str
    municipality_id: int
    title: str
    place: str
    state: EveningState
    revision: int
    count: int
    item: ItemRow | None
    answer: Answer | None
    results: Results | None
    promises: tuple[PromiseRow, ...]
    has_report: bool

    @property
    def is_over(self) -> bool:
        """Tell whether the evening has ended."""
        return self.state is EveningState.CLOSED


def room_state(*, reference: str) -> RoomState | None:
    """Return where an evening stands; None when there is no such evening. One query."""
    row = (
        Evening.objects.filter(reference=reference)
        .annotate(
            joined=_number_of(Voice.objects.filter(evening=OuterRef("pk")), "evening"),
            votes=_number_of(Vote.objects.filter(item=OuterRef("current_item")), "item"),
            hands=Coalesce(
                Subquery(
                    HandCount.objects.filter(item=OuterRef("current_item"))
                    .order_by()
                    .values("item")
                    .annotate(every=Sum("count"))
                    .values("every")
                ),
                0,
            ),
        )
        .values("revision", "state", "current_item_id", "joined", "votes", "hands")
        .first()
    )
    if row is None:
        return None
    return RoomState(
        revision=row["revision"],
        state=row["state"],
        item_id=row["current_item_id"],
        joined=row["joined"],
        answered=row["votes"] + row["hands"],
    )


def _number_of(rows: QuerySet[Any], column: str) -> Coalesce:
    counted = rows.order_by().values(column).annotate(every=Count("pk")).values("every")
    return Coalesce(Subquery(counted), 0)


def room_page(*, token: PhoneToken, language: str) -> RoomPage | None:
    """Return the page of a phone; None when its token opens nothing (any more)."""
    voice = (
        Voice.objects.select_related("evening__area", "evening__version")
        .only("pk", *_SHOWN, "evening__area__name", *_VERSION)
        .filter(token_hash=token.hash, evening__reference=token.evening_reference)
        .first()
    )
    if voice is None:
        return None
    evening = voice.evening
    part = _shown_part(evening, language)
    return RoomPage(
        evening_reference=evening.reference,
        municipality_id=evening.municipality_id,
        title=title_of(evening, language),
        place=evening.place,
        state=EveningState(evening.state),
        revision=evening.revision,
        count=part.count,
        item=part.item,
        answer=_answer(voice, part.item),
        results=part.results,
        promises=part.promises,
        has_report=evening.report_made_at is not None,
    )


def _shown_part(evening: Evening, language: str) -> _ShownPart:
    """Return what every phone sees of the part that is on, at most half a second old.

    Whatever anybody's screen could show differently moves the revision, so that this is what
    hundreds of phones that come for the next part find ready; each reads only its own answer.
    """
    key = f"evening-part:{evening.reference}:{evening.revision}:{language}"
    found = cache.get(key)
    if not isinstance(found, _ShownPart):
        item, count = current_item(evening, language)
        results, promises = shown_results(evening, item), shown_promises(evening, item)
        found = _ShownPart(item, count, results, promises)
        if not found.may_be_taken_back:
            cache.set(key, found, PART_KEPT_SECONDS)
    return found


def current_item(evening: Evening, language: str) -> tuple[ItemRow | None, int]:
    """Return the part that is on, and how many parts there are."""
    order = list(
        EveningItem.objects.filter(evening=evening)
        .order_by("position")
        .values_list("pk", flat=True)
    )
    if evening.current_item_id not in order:
        return None, len(order)
    item = EveningItem.objects.select_related("question").get(pk=evening.current_item_id)
    number = order.index(item.pk) + 1
    row = item_row(item, evening, number=number, language=language)
    if row.map_round_reference:
        code = round_code(
            reference=row.map_round_reference, municipality_id=evening.municipality_id
        )
        row = replace(row, map_code=code)
    return row, len(order)


def shown_results(evening: Evening, item: ItemRow | None) -> Results | None:
    """Return the results of the part that is on, once whoever leads shows them."""
    if item is None or not item.part.is_shown:
        return None
    return results_of(item, shows_numbers=evening.shows_numbers)


def shown_promises(evening: Evening, item: ItemRow | None) -> tuple[PromiseRow, ...]:
    """Return what was promised in this room, in the part that is about it."""
    if item is None or item.kind is not ItemKind.AGREEMENTS:
        return ()
    found = EveningPromise.objects.filter(evening=evening, shown_at__isnull=False)
    return tuple(
        PromiseRow(one.what, one.owner, one.due_on, one.confirmed_at is not None)
        for one in found.order_by("made_at", "id")
    )


def _answer(voice: Voice, item: ItemRow | None) -> Answer | None:
    if item is None or item.question is None:
        return None
    vote = Vote.objects.filter(item_id=item.id, voice=voice).first()
    if vote is None:
        return None
    return Answer(tuple(vote.chosen), vote.number, vote.text)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever leads an evening sees: where it stands, what can be done, what waits for a look."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.evenings.choices import EveningState, VoiceChannel
from voelspriet.listen.evenings.models import Evening, EveningItem, HandCount, Voice, Vote
from voelspriet.listen.evenings.queries.floor import (
    AskedRow,
    shown_question,
    waiting_questions,
)
from voelspriet.listen.evenings.queries.plans import ProbeRow, probes_of
from voelspriet.listen.evenings.queries.results import (
    MOST_TEXTS,
    WRITTEN_KINDS,
    Results,
    results_of,
)
from voelspriet.listen.evenings.queries.room import (
    PromiseRow,
    RoomState,
    current_item,
    room_state,
    shown_promises,
    shown_results,
)
from voelspriet.listen.evenings.queries.rows import EveningRow, ItemRow, evening_row, item_row
from voelspriet.listen.evenings.queries.standing import (
    noted_evening,
    steered_evening,
)
from voelspriet.listen.evenings.rules.helpers import may_look
from voelspriet.listen.evenings.rules.joining import proof_of
from voelspriet.listen.evenings.rules.running import Deed, refusal
from voelspriet.listen.intake.rules.person_flag import points_at_person
from voelspriet.listen.surveys.rules.tally import COUNTED, choices_counted


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """What somebody wrote, waiting for a person. `has_signs`: it may point at somebody."""

    id: str
    text: str
    is_let_through: bool
    has_signs: bool


@dataclass(frozen=True, slots=True)
class HandRow:
    """How many hands went up for an answer."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Everything on the screen of whoever leads."""

    evening: EveningRow
    code: str
    proof: str
    state: RoomState
    item: ItemRow | None
    count: int
    shows_numbers: bool
    results: Results | None
    probes: tuple[ProbeRow, ...]
    written: tuple[WrittenRow, ...]
    promises: tuple[PromiseRow, ...]
    screen_language: str
    parts: tuple[ItemRow, ...]
    can: frozenset[str]
    slips: int
    waiting: int = 0
    asked: AskedRow | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the evening is under way."""
        return self.evening.state is EveningState.OPEN


@dataclass(frozen=True, slots=True)
class CountingPage:
    """Everything on the page where paper and hands are counted."""

    evening: EveningRow
    item: ItemRow
    parts: tuple[ItemRow, ...]
    hands: tuple[HandRow, ...]
    takes_hands: bool
    slips: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScreenPage:
    """Everything on the big screen."""

    evening: EveningRow
    code: str
    proof: str
    state: RoomState
    item: ItemRow | None
    count: int
    results: Results | None
    promises: tuple[PromiseRow, ...]
    screen_language: str
    asked: AskedRow | None = None


def desk_page(*, reference: str, by: Actor, language: str) -> DeskPage:
    """Return the screen of whoever leads. OutOfScope for everybody else."""
    evening = _loaded(steered_evening(reference=reference, by=by))
    item, count = current_item(evening, language)
    state = _state(reference)
    return DeskPage(
        evening=evening_row(evening, language),
        code=evening.join_code or "",
        proof=proof_of(evening.join_code or "", reference),
        state=state,
        item=item,
        count=count,
        shows_numbers=evening.shows_numbers,
        results=results_of(item, shows_numbers=evening.shows_numbers) if item else None,
        probes=_probes(evening, item, language),
        written=_written(item),
        promises=shown_promises(evening, item),
        screen_language=evening.screen_language,
        parts=_parts(evening, language),
        can=_can(evening, item, count),
        slips=Voice.objects.filter(evening=evening, channel=VoiceChannel.PAPER).count(),
        waiting=waiting_questions(evening),
        asked=shown_question(evening),
    )


def counting_page(*, reference: str, item_id: int | None, by: Actor, language: str) -> CountingPage:
    """Return where paper and hands are counted: for the part named, else the one that is on.

    OutOfScope: no question that was on yet; whoever neither leads nor takes notes.
    """
    evening = _loaded(noted_evening(reference=reference, by=by))
    parts = tuple(
        one for one in _parts(evening, language) if one.part.was_opened and one.question is not None
    )
    wanted = evening.current_item_id if item_id is None else item_id
    item = next((one for one in parts if one.id == wanted), parts[-1] if parts else None)
    if item is None or item.question is None:
        raise OutOfScope(_("Dit onderdeel is er niet."))
    counted = dict(HandCount.objects.filter(item_id=item.id).values_list("choice", "count"))
    takes_hands = item.question.kind in COUNTED
    labels = {one.name: one.label for one in item.options}
    hands = choices_counted(item.question) if takes_hands else ()
    slips = Vote.objects.filter(item_id=item.id, voice__channel=VoiceChannel.PAPER)
    return CountingPage(
        evening=evening_row(evening, language),
        item=item,
        parts=parts,
        hands=tuple(
            HandRow(one.name, labels.get(one.name, one.name), counted.get(one.name, 0))
            for one in hands
        ),
        takes_hands=takes_hands,
        slips=tuple(
            one or 0 for one in slips.order_by("voice__slip").values_list("voice__slip", flat=True)
        ),
    )


def screen_page(*, reference: str, by: Actor, language: str) -> ScreenPage:
    """Return the big screen. OutOfScope for whoever neither leads nor helps."""
    found = Evening.objects.filter(reference=reference).select_related("area", "version")
    evening = found.defer("version__definition").first()
    if evening is None or not may_look(by, evening):
        raise OutOfScope(_("Deze avond is er niet."))
    item, count = current_item(evening, language)
    return ScreenPage(
        evening=evening_row(evening, language),
        code=evening.join_code or "",
        proof=proof_of(evening.join_code or "", reference),
        state=_state(reference),
        item=item,
        count=count,
        results=shown_results(evening, item),
        promises=shown_promises(evening, item),
        screen_language=evening.screen_language,
        asked=shown_question(evening),
    )


def _loaded(evening: Evening) -> Evening:
    found = Evening.objects.select_related("area", "version").defer("version__definition")
    return found.get(pk=evening.pk)


def _state(reference: str) -> RoomState:
    found = room_state(reference=reference)
    assert found is not None  # noqa: S101  the evening was found just before
    return found


def _parts(evening: Evening, language: str) -> tuple[ItemRow, ...]:
    items = EveningItem.objects.filter(evening=evening).select_related("question")
    return tuple(
        item_row(one, evening, number=number, language=language)
        for number, one in enumerate(items.order_by("position"), 1)
    )


def _probes(evening: Evening, item: ItemRow | None, language: str) -> tuple[ProbeRow, ...]:
    if item is None:
        return ()
    off = EveningItem.objects.values_list("probes_off", flat=True).get(pk=item.id)
    every = probes_of(item, frozenset(off), language, evening.version.default_language)
    return tuple(one for one in every if one.is_on)


def _written(item: ItemRow | None) -> tuple[WrittenRow, ...]:
    if item is None or item.question is None or item.question.kind not in WRITTEN_KINDS:
        return ()
    found = Vote.objects.filter(item_id=item.id).exclude(text="").order_by("id")
    return tuple(
        WrittenRow(str(one.pk), one.text, one.is_let_through, points_at_person(one.text))
        for one in found[: MOST_TEXTS * 5]
    )


def _can(evening: Evening, item: ItemRow | None, count: int) -> frozenset[str]:
    """Return the deeds that would not be refused now."""
    state, part = EveningState(evening.state), item.part if item else None
    found = {str(deed) for deed in Deed if refusal(deed, state, part, parts=count) is None}
    number = item.number if item else 0
    if number >= count:
        found.discard(Deed.NEXT)
    if number <= 1:
        found.discard(Deed.PREVIOUS)
    return frozenset(found)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening as whoever releases it and, after that, everybody reads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import override

from voelspriet.ground.areas.choices import MARGIN_CATEGORIES, MarginAspect
from voelspriet.ground.areas.queries import areas_within, margins
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.drawings.queries import ToldRound, told_rounds
from voelspriet.listen.evenings.choices import EveningState, PresenceAspect, VoiceChannel
from voelspriet.listen.evenings.models import (
    Evening,
    EveningItem,
    EveningNote,
    EveningPromise,
    EveningReport,
    Voice,
)
from voelspriet.listen.evenings.queries.presence import PresenceRow, presence_of
from voelspriet.listen.evenings.queries.results import Results, results_of
from voelspriet.listen.evenings.queries.rows import ItemRow, item_row
from voelspriet.listen.evenings.queries.standing import Standing, head_of, led_evening
from voelspriet.listen.evenings.rules.factors import FACTORS
from voelspriet.listen.evenings.rules.heard import Came, HeardLine, heard
from voelspriet.listen.surveys.choices import HotKind
from voelspriet.listen.surveys.rules.definitions import text_in

DUTCH = "nl"


@dataclass(frozen=True, slots=True)
class HeardAspect:
    """Who came by one aspect, beside the population; `source` says who counted that one."""

    label: str
    lines: tuple[HeardLine, ...]
    answered: int | None
    source: str

    @property
    def missed(self) -> tuple[HeardLine, ...]:
        """Return the groups of which clearly fewer came than live there."""
        return tuple(one for one in self.lines if one.is_missed)


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One part of the evening and what the room answered; None where it gave no answer."""

    row: ItemRow
    results: Results | None


@dataclass(frozen=True, slots=True)
class ReportNote:
    """Something that was said; `hot_label` is empty where it names no place, crime or time."""

    id: int
    number: int
    text: str
    hot: str
    hot_label: str
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class NotesOfFactor:
    """The notes on one factor of the Tafel van 12, or on none (`label` empty)."""

    label: str
    notes: tuple[ReportNote, ...]


@dataclass(frozen=True, slots=True)
class ReportPromise:
    """What was promised in the room and confirmed by it."""

    what: str
    owner: str
    due_on: date


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A whole report in one language. `phones` and `slips` are counts of voices."""

    municipality_id: int
    evening: Standing
    language: str
    languages: tuple[str, ...]
    phones: int
    slips: int
    items: tuple[ReportItem, ...]
    maps: tuple[ToldRound, ...]
    heard: tuple[HeardAspect, ...]
    notes: tuple[NotesOfFactor, ...]
    promises: tuple[ReportPromise, ...]
    next_steps: str
    next_steps_language: str
    released_at: datetime | None
    released_by_name: str
    all_next_steps: dict[str, str]


def report_draft(*, reference: str, by: Actor, language: str = DUTCH) -> ReportRow:
    """Return the report for the advisers of its area, released or not, with every note.

    OutOfScope for others, and while the evening is not over.
    """
    evening = led_evening(reference=reference, by=by)
    if evening.state != EveningState.CLOSED:
        raise OutOfScope(_("Deze avond is nog niet voorbij."))
    return _report(evening, language, with_left_out=True)


def public_report(*, reference: str, language: str) -> ReportRow | None:
    """Return a released report, without what was left out; None for any other."""
    found = (
        Evening.objects.select_related("area", "version", "report")
        .defer("version__definition")
        .filter(
            reference=reference,
            report__released_at__isnull=False,
            words_erased_at__isnull=True,
        )
        .first()
    )
    return _report(found, language, with_left_out=False) if found else None


def without_left_out(row: ReportRow) -> tuple[NotesOfFactor, ...]:
    """Return the notes of a report that everybody may read."""
    kept = (
        NotesOfFactor(group.label, tuple(one for one in group.notes if not one.is_left_out))
        for group in row.notes
    )
    return tuple(group for group in kept if group.notes)


def _report(evening: Evening, language: str, *, with_left_out: bool) -> ReportRow:
    written = EveningReport.objects.filter(evening=evening).first()
    steps: dict[str, str] = written.next_steps if written else {}
    with override(language):
        rows = _items(evening, language)
        voices = dict(
            Voice.objects.filter(evening=evening)
            .order_by()
            .values_list("channel")
            .annotate(count=Count("pk"))
        )
        return ReportRow(
            municipality_id=evening.municipality_id,
            evening=head_of(evening),
            language=language,
            languages=tuple(steps),
            phones=voices.get(VoiceChannel.PHONE, 0),
            slips=voices.get(VoiceChannel.PAPER, 0),
            items=tuple(
                # the room agreed to numbers for itself, not for everybody who reads along
                ReportItem(row, results_of(row, shows_numbers=False))
                for row in rows
                if row.part.was_opened
            ),
            maps=told_rounds(
                references=tuple(
                    row.map_round_reference
                    for row in rows
                    if row.part.was_opened and row.map_round_reference
                ),
                municipality_id=evening.municipality_id,
                language=language,
            ),
            heard=tuple(_heard(evening)),
            notes=_notes(evening, {row.id: row.number for row in rows}, with_left_out),
            promises=_promises(evening),
            next_steps=text_in(steps, language, DUTCH),
            next_steps_language=language if steps.get(language) else DUTCH,
            released_at=written.released_at if written else None,
            released_by_name=written.released_by_name if written else "",
            all_next_steps=dict(steps),
        )


def _items(evening: Evening, language: str) -> list[ItemRow]:
    items = EveningItem.objects.filter(evening=evening).select_related("question")
    return [
        item_row(item, evening, number=number, language=language)
        for number, item in enumerate(items.order_by("position"), 1)
    ]


def _heard(evening: Evening) -> Iterable[HeardAspect]:
    for row in presence_of(evening):
        people, source = _living(evening, row)
        came = tuple(
            Came(line.category, line.label, line.count, people.get(line.category))
            for line in row.lines
            if not people or line.category in people or line.count != 0
        )
        inside = tuple(one for one in came if not people or one.people is not None)
        answered = row.answered
        if answered is not None:
            answered = sum(one.count or 0 for one in inside)
        lines = heard(inside, answered=answered)
        yield HeardAspect(row.label, lines, answered, source)


def _living(evening: Evening, row: PresenceRow) -> tuple[dict[str, int], str]:
    """Return how many people live there per category; nothing where one is not known."""
    if row.aspect == PresenceAspect.PART:
        within = [one for one in areas_within(area_id=evening.area_id) if one.id != evening.area_id]
        known = {one.code: one.population for one in within}
        if not known or None in known.values():
            return {}, ""
        return {code: people or 0 for code, people in known.items()}, ""
    aspect = MarginAspect(row.aspect.value)
    found = margins(area_id=evening.area_id, aspect=aspect)
    assert len(found) in {0, len(MARGIN_CATEGORIES[aspect])}  # noqa: S101  all groups or none
    return {one.category: one.people for one in found}, found[0].source if found else ""


def _notes(
    evening: Evening, numbers: dict[int, int], with_left_out: bool
) -> tuple[NotesOfFactor, ...]:
    found = EveningNote.objects.filter(evening=evening)
    if not with_left_out:
        found = found.filter(is_left_out=False)
    grouped: dict[int, list[ReportNote]] = {}
    for note in found.order_by("item__position", "at", "id"):
        row = ReportNote(
            id=note.pk,
            number=numbers[note.item_id],
            text=note.text,
            hot=note.hot,
            hot_label=str(HotKind(note.hot).label) if note.hot else "",
            is_left_out=note.is_left_out,
        )
        first = next((one for one in note.factors if one in FACTORS), 0)
        grouped.setdefault(first, []).append(row)
    order = [*(number for number in FACTORS if number in grouped), *([0] if 0 in grouped else [])]
    return tuple(
        NotesOfFactor(str(FACTORS[number]) if number else "", tuple(grouped[number]))
        for number in order
    )


def _promises(evening: Evening) -> tuple[ReportPromise, ...]:
    found = EveningPromise.objects.filter(evening=evening, confirmed_at__isnull=False)
    return tuple(
        ReportPromise(one.what, one.owner, one.due_on) for one in found.order_by("due_on", "id")
    )

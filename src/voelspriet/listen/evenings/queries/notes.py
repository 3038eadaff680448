# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The note-taker's screen: the part that is on with its probes, and one's own notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.evenings.choices import ItemKind
from voelspriet.listen.evenings.models import Evening, EveningItem, EveningNote
from voelspriet.listen.evenings.queries.definitions import question_of
from voelspriet.listen.evenings.queries.standing import (
    SOURCE_LANGUAGE,
    Standing,
    head_of,
    noted_evening,
)
from voelspriet.listen.evenings.rules.factors import FACTORS
from voelspriet.listen.evenings.rules.helpers import Helper
from voelspriet.listen.evenings.rules.room import takes_notes
from voelspriet.listen.surveys.choices import HotKind
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition, text_in

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class NoteProbe:
    """A probe that may be asked; `hot` is what it is after."""

    name: str
    text: str
    hot: str


@dataclass(frozen=True, slots=True)
class NotePart:
    """A part to take notes at, in the reader's language."""

    id: int
    number: int
    title: str
    probes: tuple[NoteProbe, ...]
    factors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One's own note."""

    id: int
    item_id: int
    item_number: int
    probe: str
    text: str
    factors: tuple[tuple[int, str], ...]
    hot: str
    hot_label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NotesPage:
    """Everything on the note-taker's screen. `others`: how many notes others took."""

    evening: Standing
    revision: int
    part: NotePart | None
    parts: tuple[tuple[int, str], ...]
    notes: tuple[NoteRow, ...]
    others: int
    may_write: bool


def notes_page(*, reference: str, by: Actor, item_id: int | None = None) -> NotesPage:
    """Return the screen for the part named, else the one that is on, else the first.

    Probes that are switched off are not there. OutOfScope: whoever takes no notes here, a part of
    another evening.
    """
    evening = noted_evening(reference=reference, by=by)
    items = list(
        EveningItem.objects.filter(evening=evening).select_related("question").order_by("position")
    )
    wanted = evening.current_item_id if item_id is None else item_id
    item = next((one for one in items if one.pk == wanted), None)
    if item is None and item_id is not None:
        raise OutOfScope(_("Dit onderdeel is er niet."))
    item = item or (items[0] if items else None)
    numbers = {one.pk: number for number, one in enumerate(items, 1)}
    mine = EveningNote.objects.filter(evening=evening, link_id=_link_of(by))
    shown = list(mine.order_by("-at", "-id")[:MOST_SHOWN])
    labels = {one.pk: _labels(evening, one) for one in items}
    return NotesPage(
        evening=head_of(evening),
        revision=evening.revision,
        part=_part(evening, item, numbers[item.pk]) if item else None,
        parts=tuple((one.pk, f"{numbers[one.pk]}. {_title(evening, one)}") for one in items),
        notes=tuple(_row(one, numbers[one.item_id], labels[one.item_id]) for one in shown),
        others=EveningNote.objects.filter(evening=evening).count() - mine.count(),
        may_write=takes_notes(evening) and evening.opened_at is not None,
    )


def own_note(*, reference: str, note_id: int, by: Actor) -> NoteRow:
    """Return one of one's own notes. OutOfScope for any other."""
    evening = noted_evening(reference=reference, by=by)
    found = (
        EveningNote.objects.select_related("item__question")
        .filter(evening=evening, pk=note_id, link_id=_link_of(by))
        .first()
    )
    if found is None:
        raise OutOfScope(_("Deze notitie is er niet."))
    before = EveningItem.objects.filter(evening=evening, position__lte=found.item.position)
    return _row(found, before.count(), _labels(evening, found.item))


def part_that_is_on(*, reference: str, by: Actor) -> tuple[int, int | None]:
    """Return the number of changes so far and the part that is on, for a screen that asks."""
    evening = noted_evening(reference=reference, by=by)
    return evening.revision, evening.current_item_id


def _link_of(by: Actor) -> int | None:
    return by.link_id if isinstance(by, Helper) else None


def _question(evening: Evening, item: EveningItem) -> QuestionDefinition | None:
    if item.kind != ItemKind.QUESTION or item.question is None:
        return None
    version = evening.version
    return question_of(version.pk, version.digest, item.question.name)


def _title(evening: Evening, item: EveningItem) -> str:
    language = get_language() or SOURCE_LANGUAGE
    question = _question(evening, item)
    if question is not None:
        return text_in(question.labels, language, evening.version.default_language)
    return text_in(item.titles, language, SOURCE_LANGUAGE) or str(ItemKind(item.kind).label)


def _part(evening: Evening, item: EveningItem, number: int) -> NotePart:
    question = _question(evening, item)
    language = get_language() or SOURCE_LANGUAGE
    default = evening.version.default_language
    return NotePart(
        id=item.pk,
        number=number,
        title=_title(evening, item),
        probes=tuple(
            NoteProbe(one.name, text_in(one.texts, language, default), one.hot or "")
            for one in (question.probes if question else ())
            if one.guard is None and one.name not in item.probes_off
        ),
        factors=question.factors if question else (),
    )


def _labels(evening: Evening, item: EveningItem) -> dict[str, str]:
    question = _question(evening, item)
    language = get_language() or SOURCE_LANGUAGE
    default = evening.version.default_language
    found = question.probes if question else ()
    return {one.name: text_in(one.texts, language, default) for one in found}


def _row(note: EveningNote, number: int, probes: dict[str, str]) -> NoteRow:
    return NoteRow(
        id=note.pk,
        item_id=note.item_id,
        item_number=number,
        probe=probes.get(note.probe, note.probe),
        text=note.text,
        factors=tuple((one, str(FACTORS[one])) for one in note.factors if one in FACTORS),
        hot=note.hot,
        hot_label=str(HotKind(note.hot).label) if note.hot else "",
        at=note.at,
    )

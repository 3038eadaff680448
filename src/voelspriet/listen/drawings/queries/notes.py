# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words people wrote beside what they drew, for colleagues who lead or read the round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.drawings.choices import ShapeTime, SheetChannel
from voelspriet.listen.drawings.models import DrawnShape
from voelspriet.listen.drawings.rules.legend import LegendEntry, legend
from voelspriet.listen.drawings.rules.rounds import visible_rounds

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What somebody wrote beside a shape. `sheet` is the reference of their sheet."""

    id: int
    entry: LegendEntry
    street: str
    time_label: str
    note: str
    why: str
    instead: str
    language: str
    channel_label: str
    sheet: str
    on: date


def drawn_notes(*, reference: str, by: Actor, kind: str = "", cursor: str = "") -> Page[NoteRow]:
    """Return the words of a round, the newest first, of one kind when asked. OutOfScope else."""
    one = visible_rounds(by).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze kaartronde is er niet."))
    found = DrawnShape.objects.filter(sheet__round=one).filter(
        ~Q(note="") | ~Q(why="") | ~Q(instead="")
    )
    if kind:
        found = found.filter(kind=kind)
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    rows = list(found.select_related("sheet", "street").order_by("-pk")[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, _row, lambda shape: write_cursor(shape.pk))


def _row(shape: DrawnShape) -> NoteRow:
    return NoteRow(
        id=shape.pk,
        entry=legend()[shape.kind],
        street=shape.street.name if shape.street else "",
        time_label=str(ShapeTime(shape.time).label) if shape.time else "",
        note=shape.note,
        why=shape.why,
        instead=shape.instead,
        language=shape.sheet.language,
        channel_label=str(SheetChannel(shape.sheet.channel).label),
        sheet=shape.sheet.reference,
        on=shape.sheet.handed_in_on,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a round stands in numbers: sheets by channel, shapes by kind, the squares most marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _

from voelspriet.ground.areas.ground_plan import streets_in
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.drawings.choices import RoundState, SheetChannel
from voelspriet.listen.drawings.models import MapResult, MapRound, MapSheet
from voelspriet.listen.drawings.queries.marks import marks_of, streets_by_cell
from voelspriet.listen.drawings.rules.legend import LegendEntry, entries_of
from voelspriet.listen.drawings.rules.rounds import state_of, visible_rounds

MOST_CELLS = 20


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many shapes of a kind there are, on how many sheets."""

    entry: LegendEntry
    shapes: int
    sheets: int


@dataclass(frozen=True, slots=True)
class CellCount:
    """How many sheets marked a square of 100 metres as being of a kind; its streets by name."""

    entry: LegendEntry
    cell: str
    sheets: int
    streets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A round in numbers, for colleagues. `by_channel` holds code and label with their count."""

    reference: str
    code: str
    question: str
    area_name: str
    state: RoundState
    sheets: int
    by_channel: tuple[tuple[str, str, int], ...]
    by_kind: tuple[KindCount, ...]
    cells: tuple[CellCount, ...]


def round_summary(*, reference: str, by: Actor, at: datetime, kind: str = "") -> RoundSummary:
    """Return a round in numbers; `kind` keeps the squares of one kind only.

    For colleagues: exact counts, never to be shown to residents. OutOfScope for others. Seven
    queries, whatever was drawn.
    """
    one = visible_rounds(by).select_related("area").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze kaartronde is er niet."))
    channels = dict(
        MapSheet.objects.filter(round=one)
        .order_by()
        .values_list("channel")
        .annotate(count=Count("pk"))
    )
    shapes: Counter[str] = Counter()
    sheets: defaultdict[str, set[int]] = defaultdict(set)
    cells: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for mark in marks_of(one):
        shapes[mark.kind] += 1
        sheets[mark.kind].add(mark.sheet_id)
        if kind in {"", mark.kind}:
            for cell in mark.cells:
                cells[mark.kind, cell].add(mark.sheet_id)
    published = MapResult.objects.filter(round=one).exists()
    return RoundSummary(
        reference=one.reference,
        code=one.code,
        question=one.question,
        area_name=one.area.name,
        state=state_of(one, at, is_published=published),
        sheets=sum(channels.values()),
        by_channel=tuple(
            (code, str(label), channels[code])
            for code, label in SheetChannel.choices
            if code in channels
        ),
        by_kind=tuple(
            KindCount(entry, shapes[entry.kind], len(sheets[entry.kind]))
            for entry in entries_of([*one.kinds, *shapes])
        ),
        cells=_most_marked(one, cells),
    )


def _most_marked(one: MapRound, cells: dict[tuple[str, str], set[int]]) -> tuple[CellCount, ...]:
    order = sorted(cells, key=lambda key: (-len(cells[key]), key))[:MOST_CELLS]
    names = streets_by_cell(streets_in(area_id=one.area_id)) if order else {}
    found = []
    for kind, cell in order:
        (entry,) = entries_of([kind])
        found.append(CellCount(entry, cell, len(cells[kind, cell]), names.get(cell, ())))
    return tuple(found)

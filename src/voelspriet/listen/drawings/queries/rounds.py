# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rounds of maps for colleagues: the list, and one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import areas_within
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.drawings.choices import RoundState
from voelspriet.listen.drawings.models import MapResult, MapRound
from voelspriet.listen.drawings.rules.legend import LegendEntry, entries_of
from voelspriet.listen.drawings.rules.rounds import leads_area, state_of, visible_rounds

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in a list."""

    id: int
    reference: str
    code: str
    question: str
    area_id: int
    area_name: str
    municipality_id: int
    state: RoundState
    state_label: str
    opens_at: datetime
    closes_at: datetime | None
    sheets: int


@dataclass(frozen=True, slots=True)
class RoundDetail:
    """One round. `emptied_at`: when what was drawn was destroyed, as its time was over.

    `photos` is how many photos of paper sheets are kept.
    """

    row: RoundRow
    legend: tuple[LegendEntry, ...]
    translations: dict[str, str]
    made_by_name: str
    made_at: datetime
    emptied_at: datetime | None
    may_lead: bool
    photos: int

    @property
    def takes_sheets(self) -> bool:
        """Tell whether a colleague may still hand in paper sheets."""
        return self.may_lead and self.emptied_at is None and self.row.state in {
            RoundState.OPEN, RoundState.CLOSED,
        }  # fmt: skip


def map_rounds(
    *, by: Actor, at: datetime, area_id: int | None = None, cursor: str = ""
) -> Page[RoundRow]:
    """Return the rounds `by` may see, the newest first."""
    found = visible_rounds(by)
    if area_id is not None:
        found = found.filter(area_id__in=[row.id for row in areas_within(area_id=area_id)])
    after = read_cursor(cursor, datetime.fromisoformat, int)
    if after and after[0].tzinfo is not None:
        found = found.filter(Q(made_at__lt=after[0]) | Q(made_at=after[0], pk__lt=after[1]))
    rows = list(_loaded(found).order_by("-made_at", "-pk")[: PAGE_SIZE + 1])
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: _row(one, at),
        lambda one: write_cursor(one.made_at.isoformat(), one.pk),
    )


def map_round(*, reference: str, by: Actor, at: datetime) -> RoundDetail:
    """Return one round. Raises OutOfScope for who may not see it."""
    found = _loaded(visible_rounds(by)).annotate(photo_count=Count("sheets__photo"))
    one = found.filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze kaartronde is er niet."))
    return RoundDetail(
        row=_row(one, at),
        legend=entries_of(one.kinds),
        translations=dict(one.question_translations),
        made_by_name=one.made_by_name,
        made_at=one.made_at,
        emptied_at=one.emptied_at,
        may_lead=leads_area(by, one.area_id, one.municipality_id),
        photos=one.photo_count,
    )


def _loaded(found: QuerySet[MapRound]) -> QuerySet[MapRound]:
    published = MapResult.objects.filter(round_id=OuterRef("pk"))
    return found.select_related("area").annotate(
        sheet_count=Count("sheets"), has_result=Exists(published)
    )


def _row(one: MapRound, at: datetime) -> RoundRow:
    state = state_of(one, at, is_published=one.has_result)  # type: ignore[attr-defined]
    return RoundRow(
        id=one.pk,
        reference=one.reference,
        code=one.code,
        question=one.question,
        area_id=one.area_id,
        area_name=one.area.name,
        municipality_id=one.municipality_id,
        state=state,
        state_label=str(state.label),
        opens_at=one.opens_at,
        closes_at=one.closes_at,
        sheets=one.sheet_count,  # type: ignore[attr-defined]
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading planned works: lists, one beside the signals it can help, and those near a signal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices.works import TO_COME, WorkKind, WorkState
from voelspriet.act.agenda.models import PlannedWork
from voelspriet.act.agenda.rules.works import about, kinds_for, visible_works, writes_work
from voelspriet.ground.areas.queries import areas_within
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.status import FLAGS_UP, LOCKED_PERMISSIONS, NOT_CLOSED

PAGE_SIZE = 30
SOURCE_LANGUAGE = "nl"
NEAR = 5
SHOWN_IN_PUBLIC = 8
COUNTS_ALL = (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class WorkFilters:
    """What part of the works to list: to come or over, of a kind, in an area."""

    over: bool = False
    kind: str = ""
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """Planned work in a list. `first_starts_on` differs once it was moved."""

    reference: str
    kind: str
    kind_label: str
    what: str
    area_id: int
    area_name: str
    streets: tuple[str, ...]
    first_starts_on: date
    starts_on: date
    ends_on: date
    carrier: str
    organisation_id: int | None
    state: str
    state_label: str
    is_public: bool
    source: str
    source_on: date


@dataclass(frozen=True, slots=True)
class WorkDetail:
    """One planned work; counts are None for who does not see the signals of its area.

    `texts` are its words in other languages; `texts_behind` those of older Dutch words.
    """

    work: WorkRow
    source_key: str
    open_in_area: int | None
    open_in_streets: int | None
    may_write: bool
    texts: dict[str, str] = field(default_factory=dict)
    texts_behind: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NearWork:
    """Work near a signal; `in_street` when it names the very street."""

    work: WorkRow
    in_street: bool


@dataclass(frozen=True, slots=True)
class PublicWork:
    """Work everybody may know of; `language` is that of its words: the reader's, or Dutch."""

    kind_label: str
    what: str
    area_name: str
    streets: tuple[str, ...]
    starts_on: date
    ends_on: date
    carrier: str
    is_moved: bool
    language: str = SOURCE_LANGUAGE


def works(*, filters: WorkFilters, by: Actor, on: date, cursor: str = "") -> Page[WorkRow]:
    """Return works `by` may see: those to come with the first on top, those over newest first."""
    coming = Q(state__in=TO_COME, ends_on__gte=on)
    found = visible_works(by).filter(~coming if filters.over else coming)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.area_id is not None:
        found = found.filter(area_id__in=[row.id for row in areas_within(area_id=filters.area_id)])
    after = read_cursor(cursor, date.fromisoformat, int)
    side = "lt" if filters.over else "gt"
    if after:
        day, key = after
        found = found.filter(
            Q(**{f"starts_on__{side}": day}) | Q(**{"starts_on": day, f"pk__{side}": key})
        )
    order = ("-starts_on", "-pk") if filters.over else ("starts_on", "pk")
    rows = list(_loaded(found).order_by(*order)[: PAGE_SIZE + 1])
    return page_of(
        rows, PAGE_SIZE, work_row, lambda one: write_cursor(one.starts_on.isoformat(), one.pk)
    )


def work_detail(*, reference: str, by: Actor) -> WorkDetail:
    """Return one work with how many open signals it can help. Raises OutOfScope for any other."""
    one = _loaded(visible_works(by)).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Dit werk is er niet."))
    in_area, in_streets = _signals_helped(one, by)
    told = list(one.texts.order_by("language"))
    return WorkDetail(
        work=work_row(one),
        source_key=one.source_key,
        open_in_area=in_area,
        open_in_streets=in_streets,
        may_write=writes_work(by, one.area_id),
        texts={text.language: text.what for text in told if text.of_what == one.what},
        texts_behind={text.language: text.what for text in told if text.of_what != one.what},
    )


def _signals_helped(one: PlannedWork, by: Actor) -> tuple[int | None, int | None]:
    """Count open signals of fitting categories; words that point at a person are left out."""
    if by.has(*COUNTS_ALL):
        seen = Signal.objects.filter(municipality_id=one.municipality_id)
    elif by.advises(one.area_id):
        seen = directed_signals(by)
    else:
        return None, None
    within = [row.id for row in areas_within(area_id=one.area_id)]
    found = (
        seen.filter(about(one), status__in=NOT_CLOSED, withdrawn_at__isnull=True)
        .exclude(person_flag__in=FLAGS_UP)
        .filter(area_id__in=within)
    )
    streets = [street.pk for street in one.streets.all()]
    return found.count(), found.filter(street_id__in=streets).count() if streets else None


def works_near_signal(*, reference: str, by: Actor, on: date) -> tuple[NearWork, ...]:
    """Return work to come that can help with a signal `by` directs, its own street first.

    Nothing for words that point at a person, or before the reporter said yes. Four queries.
    """
    signal = (
        directed_signals(by)
        .select_related("area__parent")
        .filter(reference=reference, status__in=NOT_CLOSED)
        .exclude(person_flag__in=FLAGS_UP)
        .exclude(permission__in=LOCKED_PERMISSIONS)
        .first()
    )
    area = signal.area if signal else None
    if signal is None or area is None:
        return ()
    kinds = kinds_for(signal.category or signal.suggested_category)
    chain = {area.pk, area.parent_id, area.parent.parent_id if area.parent else None} - {None}
    found = _loaded(visible_works(by)).filter(
        area_id__in=sorted(one for one in chain if one), kind__in=kinds, state__in=TO_COME,
        ends_on__gte=on,
    )  # fmt: skip
    rows = [
        NearWork(work_row(one), signal.street_id in {street.pk for street in one.streets.all()})
        for one in found.order_by("starts_on", "pk")[: 4 * NEAR]
    ]
    return tuple(sorted(rows, key=lambda row: not row.in_street)[:NEAR])


def work_to_ask(*, reference: str, by: Actor) -> WorkRow | None:
    """Return work somebody wants to ask something about; None when there is none."""
    one = _loaded(visible_works(by)).filter(reference=reference, state__in=TO_COME).first()
    return work_row(one) if one else None


def public_works(
    *, area_ids: Collection[int], on: date, language: str = SOURCE_LANGUAGE
) -> tuple[PublicWork, ...]:
    """Return works to come that everybody may know of, the first on top. Three queries."""
    found = PlannedWork.objects.filter(
        area_id__in=sorted(area_ids), is_public=True, state__in=TO_COME, ends_on__gte=on
    )
    rows = _loaded(found).prefetch_related("texts").order_by("starts_on", "pk")
    return tuple(_public(one, language) for one in rows[:SHOWN_IN_PUBLIC])


def _public(one: PlannedWork, language: str) -> PublicWork:
    row = work_row(one)
    told = {text.language: text.what for text in one.texts.all() if text.of_what == one.what}
    return PublicWork(
        kind_label=row.kind_label,
        what=told.get(language, row.what),
        area_name=row.area_name,
        streets=row.streets,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        carrier=row.carrier,
        is_moved=row.state == WorkState.MOVED,
        language=language if language in told else SOURCE_LANGUAGE,
    )


def _loaded(found: QuerySet[PlannedWork]) -> QuerySet[PlannedWork]:
    return found.select_related("area").prefetch_related("streets")


def work_row(one: PlannedWork) -> WorkRow:
    """Return the row of a work (area and streets loaded)."""
    return WorkRow(
        reference=one.reference,
        kind=one.kind,
        kind_label=str(WorkKind(one.kind).label),
        what=one.what,
        area_id=one.area_id,
        area_name=one.area.name,
        streets=tuple(sorted(street.name for street in one.streets.all())),
        first_starts_on=one.first_starts_on,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        carrier=one.carrier,
        organisation_id=one.organisation_id,
        state=one.state,
        state_label=str(WorkState(one.state).label),
        is_public=one.is_public,
        source=one.source,
        source_on=one.source_on,
    )

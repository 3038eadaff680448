# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Publish the figures of a quarter, once, after the audit of everything published so far."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.analysis.process import Waiting
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.findings import inputs
from voelspriet.understand.findings.choices import Mark
from voelspriet.understand.findings.models import CountedCell, Figure, Release
from voelspriet.understand.findings.publication import (
    Atom,
    Key,
    Publication,
    Table,
    keys_shown,
    publish,
    sums_of_waits,
)
from voelspriet.understand.findings.rules import (
    Period,
    quarter_of,
    release_day,
)


def publish_release(*, municipality_id: int, period_end: date, by: Actor, at: datetime) -> bool:
    """Publish the quarter that ends on `period_end`.

    Returns whether it was published. When the audit finds that a small count could be worked out,
    nothing new is shown: the release is stored as refused, with the reason for colleagues, and
    the last good one stays where it is. Refuses (Refused) a period that is no quarter, before its
    fixed day, or published already. Side effects: freezes what was counted.

    Counting and auditing take seconds: they come before the transaction, so that nobody's report
    waits for them.
    """
    period = _checked_period(municipality_id, period_end, by, at)
    counted = _count(municipality_id, period, at)
    earlier, shown_before = _released(municipality_id)
    made = publish(
        earlier=earlier, shown_before=shown_before, new=counted.table, waits=counted.waits
    )
    store_release(
        municipality_id=municipality_id, period=period, made=made, counted=counted, by=by, at=at
    )
    return not made.breaches


@action
def store_release(
    *,
    municipality_id: int,
    period: Period,
    made: Publication,
    counted: Counted,
    by: Actor,
    at: datetime,
) -> None:
    """Store figures that passed their audit, or the refusal. Called by `publish_release`."""
    _checked_period(municipality_id, period.end, by, at)  # somebody else may have been first
    _store(municipality_id, made, counted, at)
    record(
        "release.refused" if made.breaches else "release.published",
        by=by,
        at=at,
        subject="release",
        reference=period.end.isoformat(),
        municipality_id=municipality_id,
        shown=sum(one.value is not None for one in made.figures),
        breaches=len(made.breaches),
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for a new release."""

    table: Table
    waits: dict[int, list[Waiting]]


def _checked_period(municipality_id: int, end: date, by: Actor, at: datetime) -> Period:
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.POLICY_ADVISER):
        raise Refused(_("Cijfers openbaar maken kan alleen de beleidsadviseur of het systeem."))
    period = quarter_of(end)
    if period.end != end:
        raise Refused(_("Cijfers worden per kwartaal openbaar gemaakt."), field="period_end")
    if dutch_day(at) < release_day(period):
        raise Refused(_("De vaste dag voor deze cijfers is er nog niet."), field="period_end")
    released = Release.objects.filter(
        municipality_id=municipality_id, period_end=end, released_at__isnull=False
    )
    if released.exists():
        raise Refused(_("Deze cijfers zijn al openbaar."), field="period_end")
    return period


def _count(municipality_id: int, period: Period, at: datetime) -> Counted:
    signals = inputs.counted_signals(municipality_id=municipality_id, period=period, at=at)
    within = inputs.area_tree(municipality_id=municipality_id)
    counts: Counter[Atom] = Counter(
        (period.name, one.area_id, one.category, str(one.standing)) for one in signals
    )
    reporters = inputs.sensitive_reporters(signals=signals, within=within)
    waits = ((one.area_id, one.wait) for one in signals if one.wait is not None)
    table = Table(period, within, counts, reporters)
    return Counted(table, sums_of_waits(within, waits))


def _released(municipality_id: int) -> tuple[list[Table], frozenset[Key]]:
    """Return every earlier release as it was counted, and every count that was shown."""
    releases = Release.objects.filter(municipality_id=municipality_id, released_at__isnull=False)
    periods = {one.pk: Period(one.period_start, one.period_end) for one in releases}
    areas: defaultdict[Period, set[int]] = defaultdict(set)
    guarded: defaultdict[Period, set[Key]] = defaultdict(set)
    shown: set[Key] = set()
    figures = Figure.objects.filter(release__in=periods).values_list(
        "release_id", "area_id", "measure", "category", "mark", "is_guarded"
    )
    for release_id, area, measure, category, mark, is_guarded in figures:
        period = periods[release_id]
        areas[period].add(area)
        keys = keys_shown(period, area, measure, category, mark)
        if mark in {Mark.SHOWN, Mark.AT_LEAST}:
            shown.update(keys)
        elif is_guarded:
            guarded[period].update(keys)
    counts: defaultdict[Period, Counter[Atom]] = defaultdict(Counter)
    for release_id, area, category, standing, count in CountedCell.objects.filter(
        release__in=periods
    ).values_list("release_id", "area_id", "category", "standing", "count"):
        period = periods[release_id]
        counts[period][period.name, area, category, standing] = count
    parents = dict(
        Area.objects.filter(pk__in=set().union(*areas.values())).values_list("id", "parent_id")
    )
    tables = [
        Table(
            period,
            inputs.areas_below({area: parents[area] for area in known}),
            counts[period],
            None,
            frozenset(guarded[period]),
        )
        for period, known in areas.items()
    ]
    return tables, frozenset(shown)


def _store(municipality_id: int, made: Publication, counted: Counted, at: datetime) -> None:
    period = counted.table.period
    if made.breaches:
        _release(municipality_id, period, refused_at=at, refused_reason=_refusal(made))
        return
    release = _release(municipality_id, period, released_at=at, refused_reason="")
    figures = (
        Figure(
            release=release,
            area_id=one.area_id,
            measure=one.measure,
            category=one.category,
            mark=one.mark,
            value=one.value,
            low=one.low,
            high=one.high,
            base=one.base,
            is_guarded=one.is_guarded,
        )
        for one in made.figures
    )
    Figure.objects.bulk_create(figures, batch_size=500)
    cells = (
        CountedCell(release=release, area_id=area, category=category, standing=how, count=count)
        for (_name, area, category, how), count in sorted(counted.table.counts.items())
    )
    CountedCell.objects.bulk_create(cells, batch_size=500)


def _release(municipality_id: int, period: Period, **values: object) -> Release:
    release, _made = Release.objects.update_or_create(
        municipality_id=municipality_id,
        period_start=period.start,
        period_end=period.end,
        defaults=values,
    )
    return release


def _refusal(made: Publication) -> str:
    return _(
        "Met deze cijfers zou een klein aantal te berekenen zijn (%(count)s keer). "
        "De vorige cijfers blijven staan."
    ) % {"count": len(made.breaches)}

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of reports: released ones for everybody, and those that still wait for their adviser."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day, working_days_between
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening
from voelspriet.listen.evenings.queries.listing import visible_evenings
from voelspriet.listen.evenings.queries.rows import SOURCE_LANGUAGE
from voelspriet.listen.evenings.rules.room import WORDS_AFTER_EVENING

WAITS_WORKING_DAYS = 1  # the morning after: on the next one it is late


@dataclass(frozen=True, slots=True)
class ReleasedReport:
    """A report everybody may read. `title` may stand in another language than was asked."""

    reference: str
    title: str
    title_language: str
    area_name: str
    held_on: date


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """An evening that is over and whose report nobody released yet."""

    reference: str
    title: str
    area_name: str
    closed_on: date


def is_released(*, reference: str) -> bool:
    """Tell whether everybody may read the report of an evening. One query."""
    found = Evening.objects.filter(reference=reference, report__released_at__isnull=False)
    return found.filter(words_erased_at__isnull=True).exists()


def released_reports(
    *, area_ids: Collection[int], language: str, on: date, limit: int
) -> tuple[ReleasedReport, ...]:
    """Return the reports of evenings in these areas in the year before a day, newest on top.

    One query.
    """
    since = datetime.combine(on, time.min, DUTCH_TIME) - WORDS_AFTER_EVENING
    found = Evening.objects.filter(
        area_id__in=sorted(area_ids),
        starts_at__gte=since,
        report__released_at__isnull=False,
        words_erased_at__isnull=True,
    )
    rows = found.select_related("area").order_by("-starts_at", "-id")[:limit]
    return tuple(_released(one, language) for one in rows)


def reports_to_release(*, by: Actor, on: date, limit: int) -> tuple[WaitingReport, ...]:
    """Return the evenings of `by` that ended more than a working day ago, without a report.

    The longest waiting on top; none whose words were erased. One query.
    """
    found = visible_evenings(by).filter(
        area_id__in=sorted(by.area_ids),
        state=EveningState.CLOSED,
        closed_at__lt=_late_before(on),
        report_made_at__isnull=True,
        words_erased_at__isnull=True,
    )
    rows = found.select_related("area").order_by("closed_at", "id")[:limit]
    return tuple(
        WaitingReport(
            reference=one.reference,
            title=_title(one, SOURCE_LANGUAGE)[0],
            area_name=one.area.name,
            closed_on=dutch_day(one.closed_at or one.starts_at),
        )
        for one in rows
    )


def _late_before(on: date) -> datetime:
    """Return before which moment an evening must have ended to be late on a day."""
    day = on
    while working_days_between(day, on) <= WAITS_WORKING_DAYS:
        day -= timedelta(days=1)
    return datetime.combine(day + timedelta(days=1), time.min, DUTCH_TIME)


def _released(evening: Evening, language: str) -> ReleasedReport:
    title, spoken = _title(evening, language)
    return ReleasedReport(
        reference=evening.reference,
        title=title,
        title_language=spoken,
        area_name=evening.area.name,
        held_on=dutch_day(evening.starts_at),
    )


def _title(evening: Evening, language: str) -> tuple[str, str]:
    """Return the title of an evening and the language it is in."""
    for spoken in (language, SOURCE_LANGUAGE):
        if evening.titles.get(spoken):
            return evening.titles[spoken], spoken
    return evening.area.name, SOURCE_LANGUAGE

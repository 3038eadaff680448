# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading released figures and the process report. Nothing is counted here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import Category
from voelspriet.understand.findings.choices import Mark, Measure
from voelspriet.understand.findings.inputs import first_signal_day
from voelspriet.understand.findings.models import Figure, ProcessReport, Release
from voelspriet.understand.findings.process import AreaProcess, FatigueRow, from_content
from voelspriet.understand.findings.rules import Period, due_quarters

READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class CountRow:
    """How often something was told in a quarter, where that may be shown."""

    category: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class RateRow:
    """A share of 1 with its 95 % interval and base; `percent`s are whole numbers for people.

    `at_least`: more is not said, because the rest is a small number; then there is no interval.
    """

    share: float
    low: float
    high: float
    base: int
    at_least: bool = False

    @property
    def percent(self) -> int:
        """Return the share in whole percents."""
        return round(100 * self.share)

    @property
    def low_percent(self) -> int:
        """Return the lower end of the interval in whole percents."""
        return round(100 * self.low)

    @property
    def high_percent(self) -> int:
        """Return the upper end of the interval in whole percents."""
        return round(100 * self.high)


@dataclass(frozen=True, slots=True)
class DaysRow:
    """A median in working days; `high` is None when the data do not reach it."""

    days: int
    low: int | None
    high: int | None
    base: int


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """The last released figures of one area.

    `total` is None where it may not be shown; so are rate and days where too little is due.
    """

    period: Period
    released_on: date
    total: int | None
    counts: tuple[CountRow, ...]
    answered: RateRow | None
    first_answer: DaysRow | None


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One release or refusal, for colleagues."""

    period: Period
    released_on: date | None
    refused_on: date | None
    refused_reason: str
    shown: int
    hidden: int


@dataclass(frozen=True, slots=True)
class ProcessReportRow:
    """The last process report of a municipality."""

    reported_on: date
    areas: tuple[AreaProcess, ...]
    fatigue: FatigueRow


def latest_figures(*, area_id: int) -> AreaFigures | None:
    """Return the last released figures of an area; None before the first release.

    Two queries, whatever the number of signals: what is shown was counted when it was released.
    """
    release = (
        Release.objects.filter(figures__area_id=area_id, released_at__isnull=False)
        .order_by("-period_end", "-id")
        .first()
    )
    if release is None or release.released_at is None:
        return None
    figures = {(row.measure, row.category): row for row in release.figures.filter(area_id=area_id)}
    counts = {
        category: int(row.value)
        for (measure, category), row in figures.items()
        if measure == Measure.SIGNALS and row.value is not None
    }
    rows = [CountRow(str(one), str(one.label), counts[one]) for one in Category if one in counts]
    return AreaFigures(
        period=_period(release),
        released_on=dutch_day(release.released_at),
        total=counts.get(""),
        counts=tuple(sorted(rows, key=lambda row: -row.count)),
        answered=_rate(figures.get((Measure.ANSWER_RATE, ""))),
        first_answer=_days(figures.get((Measure.DAYS_TO_FIRST_ANSWER, ""))),
    )


def _period(release: Release) -> Period:
    return Period(release.period_start, release.period_end)


def _rate(row: Figure | None) -> RateRow | None:
    if row is None or row.value is None:
        return None
    if row.mark == Mark.AT_LEAST:
        return RateRow(row.value, row.value, 1.0, row.base or 0, at_least=True)
    return RateRow(row.value, row.low or 0.0, row.high or 0.0, row.base or 0)


def _days(row: Figure | None) -> DaysRow | None:
    if row is None or row.mark != Mark.SHOWN or row.value is None:
        return None
    low = None if row.low is None else int(row.low)
    high = None if row.high is None else int(row.high)
    return DaysRow(int(row.value), low, high, row.base or 0)


def due_periods(*, municipality_id: int, on: date) -> tuple[Period, ...]:
    """Return the quarters that should be published by now and are not, oldest first.

    A refused one stands here again, and keeps standing here until it can be published.
    """
    first = first_signal_day(municipality_id=municipality_id)
    if first is None:
        return ()
    done = set(
        Release.objects.filter(
            municipality_id=municipality_id, released_at__isnull=False
        ).values_list("period_start", "period_end")
    )
    quarters = due_quarters(first=first, on=on)
    return tuple(one for one in quarters if (one.start, one.end) not in done)


def periods_to_publish(*, municipality_id: int, on: date) -> tuple[Period, ...]:
    """Return what to publish now: what is due, unless it was refused since the first of the month.

    Figures move on the first of a month, so a refused release is tried again then, not daily.
    """
    due = due_periods(municipality_id=municipality_id, on=on)
    refused = Release.objects.filter(
        municipality_id=municipality_id, refused_at__isnull=False, released_at__isnull=True
    )
    if any(dutch_day(one.refused_at) >= on.replace(day=1) for one in refused if one.refused_at):
        return ()
    return due


def releases(*, by: Actor, limit: int = 12) -> tuple[ReleaseRow, ...]:
    """Return the last releases and refusals of the colleague's municipality, newest first."""
    rows = Release.objects.filter(municipality_id=_must_read(by)).prefetch_related("figures")
    return tuple(
        ReleaseRow(
            period=_period(row),
            released_on=dutch_day(row.released_at) if row.released_at else None,
            refused_on=dutch_day(row.refused_at) if row.refused_at and row.refused_reason else None,
            refused_reason=row.refused_reason,
            shown=sum(figure.value is not None for figure in row.figures.all()),
            hidden=sum(figure.value is None for figure in row.figures.all()),
        )
        for row in rows.order_by("-period_end", "-period_start")[:limit]
    )


def process_report(*, by: Actor) -> ProcessReportRow | None:
    """Return the last process report: an adviser sees their areas, the others all of them."""
    rows = ProcessReport.objects.filter(municipality_id=_must_read(by))
    found = rows.order_by("-reported_on").first()
    if found is None:
        return None
    areas, tired = from_content(found.content)
    if not by.has(Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        areas = tuple(area for area in areas if area.area_id in by.area_ids)
    return ProcessReportRow(found.reported_on, areas, tired)


def _must_read(by: Actor) -> int:
    if not by.has(*READERS) or by.municipality_id is None:
        raise Refused(_("Deze cijfers zijn niet voor uw rol."))
    return by.municipality_id

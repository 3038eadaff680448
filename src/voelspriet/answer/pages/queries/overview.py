# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The process figures colleagues see: answered, how soon, kept, heard, worn out. No persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count
from django.utils.translation import gettext as _

from voelspriet.act.agenda.queries.kept import KeptRow, kept_by_all, kept_by_party
from voelspriet.analysis.process import SHOWN_FROM_DUE
from voelspriet.answer.replies.choices import HeardFace
from voelspriet.answer.replies.models import Rating
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.findings.queries import (
    ProcessReportRow,
    ReleaseRow,
    process_report,
    releases,
)

LOOK_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class HeardRow:
    """Whether people felt heard, first time asked, over 12 months. Shares of 1."""

    yes: float
    partly: float
    no: float
    base: int


@dataclass(frozen=True, slots=True)
class ProcessOverview:
    """Everything on the figures page; `heard` is None below 20 ratings."""

    report: ProcessReportRow | None
    kept: tuple[KeptRow, ...]
    heard: HeardRow | None
    releases: tuple[ReleaseRow, ...]
    on: date


def process_overview(*, by: Actor, at: datetime) -> ProcessOverview:
    """Return the process figures within the colleague's scope. Refuses roles without one."""
    report = process_report(by=by)
    on = dutch_day(at)
    return ProcessOverview(
        report=report,
        kept=kept_by_party(by=by, on=on),
        heard=_heard(by, at),
        releases=releases(by=by),
        on=on,
    )


@dataclass(frozen=True, slots=True)
class ProcessFigure:
    """A process figure of a whole municipality over the 12 months until `on`. Share of 1."""

    code: str
    label: str
    share: float
    base: int
    on: date


def process_figures(*, by: Actor, at: datetime) -> tuple[ProcessFigure, ...]:
    """Return the figures of the whole municipality that an ambition can be measured with.

    Those of the figures page, as far as there is enough to say anything. Refuses who does not see
    the whole municipality.
    """
    if not by.has(Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        raise Refused(_("Deze cijfers zijn niet voor uw rol."))
    report, on, found = process_report(by=by), dutch_day(at), []
    for area in report.areas if report else ():
        if area.level == AreaLevel.MUNICIPALITY and report and area.answered is not None:
            told = _("Beantwoord, van de meldingen waarvan de dag voorbij is")
            found.append(
                ProcessFigure("answered", told, area.answered, area.due, report.reported_on)
            )
    if kept := kept_by_all(by=by, on=on):
        told = _("Nagekomen, van de afspraken waarvan de eerste dag voorbij is")
        found.append(ProcessFigure("kept", told, kept.share, kept.base, on))
    if heard := _heard(by, at):
        told = _("Gehoord, van de mensen die daarover oordeelden")
        found.append(ProcessFigure("heard", told, heard.yes, heard.base, on))
    return tuple(found)


def _heard(by: Actor, at: datetime) -> HeardRow | None:
    rows = Rating.objects.filter(
        signal__municipality_id=by.municipality_id or 0, round=1, at__gte=at - LOOK_BACK
    )
    if not by.has(Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        rows = rows.filter(signal__responsible_area_id__in=sorted(by.area_ids))
    counts = dict(rows.values_list("face").annotate(n=Count("id")).order_by())
    base = sum(counts.values())
    if base < SHOWN_FROM_DUE:
        return None
    share = {face: counts.get(face, 0) / base for face in HeardFace.values}
    return HeardRow(share["yes"], share["partly"], share["no"], base)

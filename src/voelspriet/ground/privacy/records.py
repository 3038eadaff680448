# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the audit, for the privacy officer: who did what to what, when. Never what was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.working_days import DUTCH_TIME

PAGE_SIZE = 50
CHUNK = 500
READS = ("contact.read", "attachment.read", "handover.read_point")


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One deed. `detail` holds codes, references and counts."""

    id: int
    at: datetime
    actor_kind: str
    actor_kind_label: str
    actor_name: str
    action: str
    subject: str
    subject_reference: str
    reason: str
    detail: dict[str, object]


@dataclass(frozen=True, slots=True)
class AuditFilters:
    """What part of the audit to read; empty values leave out nothing. Days are Dutch days."""

    since: date | None = None
    until: date | None = None
    name: str = ""
    action: str = ""
    reference: str = ""
    reads_only: bool = False


def audit_lines(*, filters: AuditFilters, by: Actor, cursor: str = "") -> Page[AuditRow]:
    """Return the audit of the municipality, newest first. OutOfScope for all but its officer."""
    found = _filtered(filters, by)
    after = read_cursor(cursor, datetime.fromisoformat, int)
    if after:
        found = found.filter(Q(at__lt=after[0]) | Q(at=after[0], pk__lt=after[1]))
    return page_of(
        list(found.order_by("-at", "-id")[: PAGE_SIZE + 1]),
        PAGE_SIZE,
        _row,
        lambda line: write_cursor(line.at.isoformat(), line.pk),
    )


def every_audit_line(*, filters: AuditFilters, by: Actor) -> Iterator[AuditRow]:
    """Return the whole selection, oldest first, in chunks: for an export."""
    found = _filtered(filters, by).order_by("at", "id")
    return (_row(line) for line in found.iterator(chunk_size=CHUNK))


def audit_actions(*, by: Actor) -> tuple[str, ...]:
    """Return the codes of deeds that stand in the municipality's audit, in order."""
    codes = _lines(by).order_by("action").values_list("action", flat=True)
    return tuple(codes.distinct())


def _lines(by: Actor) -> QuerySet[AuditLine]:
    if not by.has(Role.PRIVACY_OFFICER) or by.municipality_id is None:
        raise OutOfScope(_("Deze pagina is er niet."))
    return AuditLine.objects.filter(municipality_id=by.municipality_id)


def _filtered(filters: AuditFilters, by: Actor) -> QuerySet[AuditLine]:
    found = _lines(by)
    if filters.reads_only:
        found = found.filter(action__in=READS)
    if filters.action:
        found = found.filter(action=filters.action)
    if filters.reference:
        found = found.filter(subject_reference__iexact=filters.reference)
    if filters.name:
        found = found.filter(actor_name__icontains=filters.name)
    if filters.since:
        found = found.filter(at__gte=_midnight(filters.since))
    if filters.until:
        found = found.filter(at__lt=_midnight(filters.until + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, DUTCH_TIME)


def _row(line: AuditLine) -> AuditRow:
    return AuditRow(
        id=line.pk,
        at=line.at,
        actor_kind=line.actor_kind,
        actor_kind_label=str(ActorKind(line.actor_kind).label),
        actor_name=line.actor_name,
        action=line.action,
        subject=line.subject,
        subject_reference=line.subject_reference,
        reason=line.reason,
        detail=dict(line.detail),
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading initiatives: the list, and one of them with everything said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.initiatives.choices import InitiativeOutcome, InitiativeStatus
from voelspriet.act.initiatives.models import NEVER_DUE, Initiative
from voelspriet.act.initiatives.queries.budgets import BudgetLineRow, line_row
from voelspriet.act.initiatives.queries.rows import (
    InitiativeRow,
    RemarkRow,
    StatementRow,
    initiative_row,
    need_labels,
    remark_row,
    shortened,
    statement_row,
)
from voelspriet.act.initiatives.rules.access import leads, visible_initiatives
from voelspriet.act.initiatives.rules.statements import REPLACED
from voelspriet.act.initiatives.rules.waiting import stale_before
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.intake.choices import Channel
from voelspriet.listen.intake.queries.lateness import EscalationLine, escalation_lines

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class InitiativeFilters:
    """What part of the initiatives to show.

    `view`: "waiting", "late", "contradicted", "stale", or "" for all.
    """

    view: str = ""
    status: str = ""
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class InitiativeCounts:
    """How many initiatives ask something of an adviser."""

    waiting: int
    late: int
    contradicted: int
    stale: int


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message between the starter and the duo."""

    is_from_starter: bool
    text: str
    language: str
    by_name: str
    promised_on: date | None
    at: datetime


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with its reason."""

    label: str
    reason: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class InitiativeToAgree:
    """An initiative somebody is going to help, for its adviser."""

    reference: str
    title: str
    area_id: int
    is_sensitive: bool


@dataclass(frozen=True, slots=True)
class InitiativeDetail:
    """One initiative. Words, messages and reasons are empty for who only reads along."""

    row: InitiativeRow
    area_id: int
    idea: str
    who: str
    open_for: str
    who_missing: str
    language: str
    needs: tuple[str, ...]
    other_names: tuple[str, ...]
    may_list: bool
    is_listed: bool
    is_sensitive: bool
    has_contact: bool
    has_code: bool
    is_document: bool
    started_at: datetime
    messages: tuple[MessageRow, ...]
    decisions: tuple[DecisionRow, ...]
    standing: tuple[StatementRow, ...]
    settled: tuple[StatementRow, ...]
    remarks: tuple[RemarkRow, ...]
    texts: dict[str, tuple[str, str]]
    lines: tuple[BudgetLineRow, ...]
    may_lead: bool
    escalations: tuple[EscalationLine, ...] = ()
    channel_label: str = ""


def initiatives(
    *, filters: InitiativeFilters, by: Actor, on: date, cursor: str = ""
) -> Page[InitiativeRow]:
    """Return initiatives `by` may see: who waits longest for a promised day first."""
    found = _filtered(visible_initiatives(by), filters, on)
    after = read_cursor(cursor, date.fromisoformat, int)
    if after:
        found = found.filter(Q(due_on__gt=after[0]) | Q(due_on=after[0], pk__gt=after[1]))
    rows = list(
        found.select_related("area", "responsible_area").order_by("due_on", "id")[: PAGE_SIZE + 1]
    )
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: initiative_row(one, by=by, on=on),
        lambda one: write_cursor(one.due_on.isoformat(), one.pk),
    )


def initiatives_waiting(*, by: Actor) -> int:
    """Return how many initiatives wait for an answer or a decision of an adviser. One query."""
    return visible_initiatives(by).filter(due_on__lt=NEVER_DUE).count()


def initiative_to_agree(*, reference: str, by: Actor) -> InitiativeToAgree | None:
    """Return the initiative an adviser makes an agreement for; None when they do not lead it."""
    one = visible_initiatives(by).filter(reference=reference, withdrawn_at__isnull=True).first()
    if one is None or not leads(by, one):
        return None
    title = one.title or shortened(one.idea)
    return InitiativeToAgree(one.reference, title, one.responsible_area_id, one.is_sensitive)


def may_open(*, reference: str, by: Actor) -> bool:
    """Tell whether `by` may see an initiative. One query."""
    return visible_initiatives(by).filter(reference=reference).exists()


def initiative_counts(*, by: Actor, on: date) -> InitiativeCounts:
    """Return how many wait, are late, contradict or went quiet. Four queries."""
    found = visible_initiatives(by)
    return InitiativeCounts(
        **{
            view: _filtered(found, InitiativeFilters(view=view), on).count()
            for view in ("waiting", "late", "contradicted", "stale")
        }
    )


def _filtered(
    found: QuerySet[Initiative], filters: InitiativeFilters, on: date
) -> QuerySet[Initiative]:
    views = {
        "waiting": Q(due_on__lt=NEVER_DUE),
        "late": Q(due_on__lt=on),
        "contradicted": Q(is_contradicted=True),
        "stale": Q(last_heard_on__lt=stale_before(on), withdrawn_at__isnull=True)
        & (Q(is_contradicted=True) | ~Q(status=InitiativeStatus.STOPPED)),
    }
    found = found.filter(views.get(filters.view, Q()))
    if filters.status:
        found = found.filter(status=filters.status)
    if filters.area_id is not None:
        found = found.filter(Q(area_id=filters.area_id) | Q(responsible_area_id=filters.area_id))
    return found


def initiative_detail(*, reference: str, by: Actor, on: date) -> InitiativeDetail:
    """Return one initiative `by` may see. Raises OutOfScope for any other."""
    one = (
        visible_initiatives(by)
        .select_related("area", "responsible_area", "contact")
        .filter(reference=reference)
        .first()
    )
    if one is None:
        raise OutOfScope(_("Dit initiatief is er niet."))
    reads = leads(by, one)
    said = [
        statement_row(statement, replaced=REPLACED)
        for statement in one.statements.select_related("settled_by").order_by("said_on", "id")
    ]
    is_document = bool(one.import_key)
    return InitiativeDetail(
        row=initiative_row(one, by=by, on=on),
        area_id=one.responsible_area_id,
        idea=one.idea if reads or is_document else "",
        who=one.who if reads else "",
        open_for=one.open_for if reads else "",
        who_missing=one.who_missing if reads else "",
        language=one.language,
        needs=need_labels(one.needs),
        other_names=tuple(one.other_names),
        may_list=one.may_list,
        is_listed=one.listed_at is not None,
        is_sensitive=one.is_sensitive,
        has_contact=reads and hasattr(one, "contact"),
        has_code=one.receipt_hash is not None,
        is_document=is_document,
        started_at=one.started_at,
        messages=_messages(one) if reads else (),
        decisions=_decisions(one, reads=reads),
        standing=tuple(_hidden(row, reads=reads) for row in said if row.settled_at is None),
        settled=tuple(_hidden(row, reads=reads) for row in said if row.settled_at is not None),
        remarks=tuple(remark_row(remark) for remark in one.remarks.order_by("id")),
        texts={text.language: (text.title, text.about) for text in one.texts.order_by("language")},
        lines=tuple(
            line_row(line)
            for line in one.budget_lines.select_related("budget__area").order_by("id")
        ),
        may_lead=reads and one.withdrawn_at is None,
        escalations=escalation_lines(one.escalations.all()),
        channel_label=str(Channel(one.channel).label) if one.channel else "",
    )


def _hidden(row: StatementRow, *, reads: bool) -> StatementRow:
    """Return a statement as far as a reader may read it: why is the starter's or colleague's."""
    if reads or row.origin == "document":
        return row
    return StatementRow(
        **{name: getattr(row, name) for name in row.__slots__} | {"why": "", "settled_why": ""}
    )


def _messages(one: Initiative) -> tuple[MessageRow, ...]:
    return tuple(
        MessageRow(
            row.is_from_starter, row.text, row.language, row.by_name, row.promised_on, row.at
        )
        for row in one.messages.order_by("at", "id")
    )


def _decisions(one: Initiative, *, reads: bool) -> tuple[DecisionRow, ...]:
    return tuple(
        DecisionRow(
            str(InitiativeOutcome(row.outcome).label),
            row.reason if reads else "",
            row.by_name,
            row.at,
        )
        for row in one.decisions.order_by("at", "id")
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading incidents: the list, one of them, and those that ask something today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices.incidents import FactKind
from voelspriet.act.agenda.models.incidents import Incident, IncidentFact, IncidentPost
from voelspriet.act.agenda.queries.meeting_rows import MeetingRow, meeting_row
from voelspriet.act.agenda.rules.incidents import leads_incident, visible_incidents
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.working_days import dutch_day

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in a list. `waits_for_follow_up`: its day to look back has come."""

    reference: str
    what: str
    place: str
    area_id: int
    area_name: str
    happened_at: datetime
    follow_up_on: date
    is_followed_up: bool
    is_closed: bool
    waits_for_follow_up: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """What was known, or not yet, from a moment on."""

    kind: str
    kind_label: str
    text: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PostRow:
    """Which organisation stands where, from when till when. `is_now`: at this moment."""

    id: int
    organisation_name: str
    place: str
    starts_at: datetime
    ends_at: datetime
    is_now: bool


@dataclass(frozen=True, slots=True)
class IncidentDetail:
    """One incident. `known` and `unknown` are the newest lines; `facts` all of them."""

    row: IncidentRow
    known: str
    unknown: str
    facts: tuple[FactRow, ...]
    posts: tuple[PostRow, ...]
    meetings: tuple[MeetingRow, ...]
    heard: str
    owed: str
    learned: str
    opened_by_name: str
    opened_at: datetime
    may_lead: bool

    def fact(self, kind: str) -> str:
        """Return the newest line of a kind."""
        return self.known if kind == FactKind.KNOWN else self.unknown


def incidents(*, by: Actor, at: datetime, cursor: str = "") -> Page[IncidentRow]:
    """Return the incidents `by` may see, the newest first. One query."""
    found = visible_incidents(by)
    after = read_cursor(cursor, datetime.fromisoformat, int)
    if after and after[0].tzinfo is not None:
        moment, key = after
        found = found.filter(Q(happened_at__lt=moment) | Q(happened_at=moment, pk__lt=key))
    rows = list(found.select_related("area").order_by("-happened_at", "-id")[: PAGE_SIZE + 1])
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: _row(one, at),
        lambda one: write_cursor(one.happened_at.isoformat(), one.pk),
    )


def incidents_to_mind(*, by: Actor, at: datetime, limit: int) -> tuple[IncidentRow, ...]:
    """Return what was not looked back on yet, the first day to look back on top. One query."""
    open_ones = visible_incidents(by).filter(followed_up_at__isnull=True)
    rows = open_ones.select_related("area").order_by("follow_up_on", "id")[:limit]
    return tuple(_row(one, at) for one in rows)


def incident_detail(*, reference: str, by: Actor, at: datetime) -> IncidentDetail:
    """Return one incident `by` may see. Raises OutOfScope for any other. Four queries."""
    one = visible_incidents(by).select_related("area").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Dit incident is er niet."))
    facts = tuple(_fact(fact) for fact in one.facts.order_by("-at", "-id"))
    newest = {fact.kind: fact.text for fact in reversed(facts)}
    posts = one.posts.select_related("organisation").order_by("starts_at", "id")
    meetings = one.meetings.select_related("area").order_by("starts_at", "id")
    return IncidentDetail(
        row=_row(one, at),
        known=newest.get(FactKind.KNOWN, ""),
        unknown=newest.get(FactKind.UNKNOWN, ""),
        facts=facts,
        posts=tuple(_post(post, at) for post in posts),
        meetings=tuple(meeting_row(meeting, at=at) for meeting in meetings),
        heard=one.heard,
        owed=one.owed,
        learned=one.learned,
        opened_by_name=one.opened_by_name,
        opened_at=one.opened_at,
        may_lead=leads_incident(by, one),
    )


def _row(one: Incident, at: datetime) -> IncidentRow:
    return IncidentRow(
        reference=one.reference,
        what=one.what,
        place=one.place,
        area_id=one.area_id,
        area_name=one.area.name,
        happened_at=one.happened_at,
        follow_up_on=one.follow_up_on,
        is_followed_up=one.followed_up_at is not None,
        is_closed=one.closed_at is not None,
        waits_for_follow_up=one.followed_up_at is None and one.follow_up_on <= dutch_day(at),
    )


def _fact(fact: IncidentFact) -> FactRow:
    label = str(FactKind(fact.kind).label)
    return FactRow(fact.kind, label, fact.text, fact.by_name, fact.at)


def _post(post: IncidentPost, at: datetime) -> PostRow:
    return PostRow(
        id=post.pk,
        organisation_name=post.organisation.name,
        place=post.place,
        starts_at=post.starts_at,
        ends_at=post.ends_at,
        is_now=post.starts_at <= at < post.ends_at,
    )

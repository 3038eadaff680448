# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What who began an initiative sees with the code, and what everybody sees on the public list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from voelspriet.act.initiatives.choices import InitiativeNeed, InitiativeOutcome, InitiativeStatus
from voelspriet.act.initiatives.models import Initiative
from voelspriet.act.initiatives.queries.rows import need_labels, source_of
from voelspriet.act.initiatives.rules.waiting import waiting_days
from voelspriet.ground.people.queries import duo_of
from voelspriet.lib.working_days import dutch_day

SOURCE_LANGUAGE = "nl"
SHOWN_IN_PUBLIC = 100


@dataclass(frozen=True, slots=True)
class FollowedFace:
    """Who answers."""

    first_name: str
    function: str
    phone: str


@dataclass(frozen=True, slots=True)
class FollowedEntry:
    """A message, in order; the starter's own words are not shown again."""

    is_mine: bool
    text: str
    by_name: str
    promised_on: date | None
    at: datetime


@dataclass(frozen=True, slots=True)
class FollowedDecision:
    """A decision with its reason."""

    label: str
    outcome: str
    reason: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FollowedSaying:
    """Who says how it stands."""

    status_label: str
    source: str
    said_on: date


@dataclass(frozen=True, slots=True)
class Followed:
    """An initiative as its starter sees it. `waited` counts working days until now or the end."""

    reference: str
    area_name: str
    started_at: datetime
    status_label: str
    needs: tuple[str, ...]
    is_waiting: bool
    waited: int
    due_on: date | None
    is_late: bool
    faces: tuple[FollowedFace, ...]
    entries: tuple[FollowedEntry, ...]
    decisions: tuple[FollowedDecision, ...]
    sayings: tuple[FollowedSaying, ...]
    is_contradicted: bool
    is_listed: bool
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class PublicInitiative:
    """An initiative on the public list: words of a colleague, no names, no code, no reference.

    `id` finds what was promised for it; it is never shown.
    """

    id: int
    title: str
    about: str
    language: str
    area_name: str
    status: str
    status_label: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartFacts:
    """What the page with a receipt tells."""

    due_on: date


def start_facts(*, initiative_id: int) -> StartFacts:
    """Return by which day the answer comes."""
    return StartFacts(Initiative.objects.get(pk=initiative_id).due_on)


def followed(*, initiative_id: int, on: date) -> Followed:
    """Return an initiative as its starter sees it."""
    one = Initiative.objects.select_related("area", "responsible_area").get(pk=initiative_id)
    since = one.waiting_since or one.started_at
    until = on if one.waiting_since or one.decided_at is None else dutch_day(one.decided_at)
    said = one.statements.filter(settled_by__isnull=True).order_by("said_on", "id")
    return Followed(
        reference=one.reference,
        area_name=(one.area or one.responsible_area).name,
        started_at=one.started_at,
        status_label=str(InitiativeStatus(one.status).label),
        needs=need_labels(one.needs),
        is_waiting=one.waiting_since is not None,
        waited=waiting_days(since, until),
        due_on=one.due_on if one.waiting_since else None,
        is_late=one.waiting_since is not None and one.due_on < on,
        faces=tuple(
            FollowedFace(face.first_name, face.function, face.phone)
            for face in duo_of(area_id=one.responsible_area_id, on=on)
        ),
        entries=tuple(
            FollowedEntry(
                row.is_from_starter,
                "" if row.is_from_starter else row.text,
                row.by_name,
                row.promised_on,
                row.at,
            )
            for row in one.messages.order_by("at", "id")
        ),
        decisions=tuple(
            FollowedDecision(
                str(InitiativeOutcome(row.outcome).label),
                row.outcome,
                row.reason,
                row.by_name,
                row.at,
            )
            for row in one.decisions.order_by("at", "id")
        ),
        sayings=tuple(
            FollowedSaying(str(InitiativeStatus(row.status).label), source_of(row), row.said_on)
            for row in said
        ),
        is_contradicted=one.is_contradicted,
        is_listed=one.listed_at is not None,
        is_withdrawn=one.withdrawn_at is not None,
    )


def public_initiatives(
    *, area_ids: Collection[int], language: str, limit: int = SHOWN_IN_PUBLIC
) -> tuple[PublicInitiative, ...]:
    """Return the initiatives of areas whose starters agreed to be listed. Two queries."""
    found = Initiative.objects.filter(
        area_id__in=sorted(area_ids), listed_at__isnull=False, withdrawn_at__isnull=True
    )
    rows = found.select_related("area").prefetch_related("texts").order_by("-listed_at", "-id")
    return tuple(_public(one, language) for one in rows[:limit])


def _public(one: Initiative, language: str) -> PublicInitiative:
    texts = {text.language: text for text in one.texts.all()}
    shown = texts.get(language) or texts.get(SOURCE_LANGUAGE)
    status = InitiativeStatus.UNCLEAR if one.is_contradicted else InitiativeStatus(one.status)
    return PublicInitiative(
        id=one.pk,
        title=shown.title if shown else "",
        about=shown.about if shown else "",
        language=shown.language if shown else SOURCE_LANGUAGE,
        area_name=one.area.name if one.area else "",
        status=status.value,
        status_label=str(status.label),
        # only what a neighbour can do something about
        needs=need_labels([code for code in one.needs if code == InitiativeNeed.HELP]),
    )

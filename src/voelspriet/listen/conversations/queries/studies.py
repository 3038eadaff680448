# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading studies: the list, one with who spoke, and one source with its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.areas.models import Street
from voelspriet.ground.areas.queries import areas
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.conversations.choices import (
    NOT_ASKED,
    Perspective,
    SourceKind,
    SpeakerRole,
    StudyState,
)
from voelspriet.listen.conversations.models import Source, Speaker, Study
from voelspriet.listen.conversations.rules.studies import MERGED, merged_roles, visible_studies

PAGE_SIZE = 30
MOST_NAMES = 20_000


@dataclass(frozen=True, slots=True)
class StudyRow:
    """A study in a list."""

    reference: str
    title: str
    areas: tuple[str, ...]
    starts_on: date
    ends_on: date
    state: str
    state_label: str
    sources: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list: of what kind and when, not a word of it."""

    reference: str
    kind_label: str
    area_name: str
    held_on: date
    speakers: int
    is_sensitive: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many spoke from one side, by role where that points at nobody."""

    perspective_label: str
    number: int
    roles: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StudyDetail:
    """One study, who spoke in it, whom people said to talk to, and what was handed on."""

    study: StudyRow
    question: str
    consent_text: str
    purpose: str
    keep_until: date
    keeps_original: bool
    original_days: int | None
    made_by_name: str
    area_ids: tuple[int, ...]
    spoken: tuple[Spoken, ...]
    referrals: tuple[tuple[str, int], ...]
    handed_on: int
    confirmed: int
    is_running: bool


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """Somebody who spoke, without a name."""

    number: int
    perspective_label: str
    role_label: str
    stay_label: str


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """One source with its text and who spoke."""

    source: SourceRow
    study_reference: str
    study_title: str
    text: str
    grades: tuple[tuple[str, int], ...]
    replaced: int
    original_until: date | None
    made_by_name: str
    made_at: datetime
    speakers: tuple[SpeakerRow, ...]
    is_running: bool


def studies(*, by: Actor, cursor: str = "") -> Page[StudyRow]:
    """Return the studies `by` may see, newest first."""
    found = visible_studies(by)
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    counted = found.annotate(number=Count("sources")).prefetch_related("areas").order_by("-pk")
    rows = list(counted[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, _study_row, lambda one: write_cursor(one.pk))


def study_detail(*, reference: str, by: Actor) -> StudyDetail:
    """Return one study `by` may see. Raises OutOfScope for any other."""
    one = (
        visible_studies(by)
        .annotate(number=Count("sources"))
        .prefetch_related("areas", "referrals")
        .filter(reference=reference)
        .first()
    )
    if one is None:
        raise OutOfScope(_("Dit onderzoek is er niet."))
    cases = [confirmed for (confirmed,) in one.urgent_cases.values_list("confirmed_at")]
    referrals = sorted(one.referrals.all(), key=lambda row: (-row.count, row.role))
    return StudyDetail(
        study=_study_row(one),
        question=one.question,
        consent_text=one.consent_text,
        purpose=one.purpose,
        keep_until=one.keep_until,
        keeps_original=one.keeps_original,
        original_days=one.original_days,
        made_by_name=one.made_by_name,
        area_ids=tuple(area.pk for area in one.areas.all()),
        spoken=_spoken(one),
        referrals=tuple((str(SpeakerRole(row.role).label), row.count) for row in referrals),
        handed_on=len(cases),
        confirmed=sum(at is not None for at in cases),
        is_running=one.state == StudyState.RUNNING,
    )


def sources(*, reference: str, by: Actor, cursor: str = "") -> Page[SourceRow]:
    """Return the sources of a study `by` may see, newest first."""
    found = Source.objects.filter(study__in=visible_studies(by).filter(reference=reference))
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    rows = list(_counted(found).order_by("-pk")[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, _source_row, lambda one: write_cursor(one.pk))


def source_detail(*, reference: str, by: Actor) -> SourceDetail:
    """Return one source with its text. Raises OutOfScope outside `by`'s studies."""
    found = Source.objects.filter(study__in=visible_studies(by), reference=reference)
    one = _counted(found).select_related("study", "original").prefetch_related("speakers").first()
    if one is None:
        raise OutOfScope(_("Deze bron is er niet."))
    original = getattr(one, "original", None)
    told = ((_("Grens"), one.boundary), (_("Drukte"), one.bustle),
            (_("Voorzieningen"), one.facilities))  # fmt: skip
    speakers = sorted(one.speakers.all(), key=lambda speaker: speaker.number)
    return SourceDetail(
        source=_source_row(one),
        study_reference=one.study.reference,
        study_title=one.study.title,
        text=one.text,
        grades=tuple((label, grade) for label, grade in told if grade is not None),
        replaced=one.replaced,
        original_until=original.delete_on if original else None,
        made_by_name=one.made_by_name,
        made_at=one.made_at,
        speakers=tuple(_speaker_row(speaker) for speaker in speakers),
        is_running=one.study.state == StudyState.RUNNING,
    )


def names_to_keep(*, by: Actor) -> tuple[str, ...]:
    """Return the streets and areas of the municipality, which are no persons' names."""
    here = areas(municipality_id=by.municipality_id or 0)
    streets = Street.objects.filter(area_id__in=[row.id for row in here]).order_by("name")
    names = streets.values_list("name", flat=True).distinct()[:MOST_NAMES]
    return (*(row.name for row in here), *names)


def _counted(found: QuerySet[Source]) -> QuerySet[Source]:
    return found.select_related("area").annotate(number=Count("speakers"))


def _spoken(study: Study) -> tuple[Spoken, ...]:
    rows = (
        Speaker.objects.filter(source__study=study)
        .order_by()
        .values("perspective", "role")
        .annotate(number=Count("pk"))
    )
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        counts.setdefault(row["perspective"], {})[row["role"]] = row["number"]
    labels = {str(role): str(role.label) for role in SpeakerRole}
    labels[MERGED] = _("Andere rollen samen")
    return tuple(
        Spoken(
            str(side.label),
            sum(counts[side].values()),
            tuple((labels[role], number) for role, number in merged_roles(counts[side]).items()),
        )
        for side in Perspective
        if side in counts
    )


def _study_row(one: Study) -> StudyRow:
    return StudyRow(
        reference=one.reference,
        title=one.title,
        areas=tuple(sorted(area.name for area in one.areas.all())),
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        state=one.state,
        state_label=str(StudyState(one.state).label),
        sources=getattr(one, "number", 0),
    )


def _source_row(one: Source) -> SourceRow:
    return SourceRow(
        reference=one.reference,
        kind_label=str(SourceKind(one.kind).label),
        area_name=one.area.name,
        held_on=one.held_on,
        speakers=getattr(one, "number", 0),
        is_sensitive=one.is_sensitive,
    )


def _speaker_row(one: Speaker) -> SpeakerRow:
    return SpeakerRow(
        number=one.number,
        perspective_label=str(Perspective(one.perspective).label),
        role_label=str(SpeakerRole(one.role).label),
        stay_label=str(StayLength(one.stay).label if one.stay else NOT_ASKED),
    )

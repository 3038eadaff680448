# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starting and ending studies, entering what was said, and destroying it on time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.areas.queries import areas
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.choices import (
    Perspective,
    SourceKind,
    SpeakerRole,
    StudyState,
)
from voelspriet.listen.conversations.models import (
    Referral,
    Source,
    SourceOriginal,
    Speaker,
    Study,
)
from voelspriet.listen.conversations.rules.entering import refuse_pointing
from voelspriet.listen.conversations.rules.guards import refuse_as_subject
from voelspriet.listen.conversations.rules.studies import TEXT_LIMIT, visible_studies

MOST_SPEAKERS = 60
MOST_REFERRALS = 500


@dataclass(frozen=True, slots=True)
class StudyWords:
    """What a study is about, what people agree to and what it is for."""

    title: str
    question: str
    consent_text: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """The days of a study: from when till when, till when texts are kept, originals how long.

    `original_days` is None when nothing is kept of what was typed before names were replaced.
    """

    starts_on: date
    ends_on: date
    keep_until: date
    original_days: int | None = None


@dataclass(frozen=True, slots=True)
class Grades:
    """What an observation says of a place, 1 to 5, or nothing."""

    boundary: int | None = None
    bustle: int | None = None
    facilities: int | None = None


@action
def start_study(
    *,
    words: StudyWords,
    area_ids: Sequence[int],
    keeping: Keeping,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Start a study and return its reference.

    Refuses missing words, days out of order, no area, and a subject that divides people by origin,
    religion, orientation or health. OutOfScope: an area of another municipality.
    """
    _must_research(by)
    _refuse_words(words)
    _refuse_days(keeping)
    known = {row.id for row in areas(municipality_id=by.municipality_id or 0)}
    if not area_ids:
        raise Refused(_("Kies ten minste één gebied."), field="areas")
    if not set(area_ids) <= known:
        raise OutOfScope(_("Dit gebied is er niet."))
    study = Study.objects.create(
        municipality_id=by.municipality_id or 0,
        reference=new_reference("K", rng=rng),
        title=words.title.strip(),
        question=words.question.strip(),
        consent_text=words.consent_text.strip(),
        purpose=words.purpose.strip(),
        starts_on=keeping.starts_on,
        ends_on=keeping.ends_on,
        keep_until=keeping.keep_until,
        keeps_original=keeping.original_days is not None,
        original_days=keeping.original_days,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    study.areas.set(area_ids)
    _audit("study.start", study, by, at, areas=len(area_ids))
    return study.reference


@action
def end_study(*, reference: str, by: Actor, at: datetime) -> None:
    """End a study: nothing is added any more, and referrals are gone. Refuses a second time."""
    study = running_study(reference, by)
    study.state, study.ended_at = StudyState.ENDED, at
    study.save(update_fields=["state", "ended_at"])
    gone, _rows = Referral.objects.filter(study=study).delete()
    _audit("study.end", study, by, at, referrals=gone)


@action
def add_source(
    *,
    reference: str,
    kind: SourceKind,
    area_id: int,
    held_on: date,
    text: str,
    original: str,
    replaced: int,
    by: Actor,
    at: datetime,
    is_sensitive: bool = False,
    grades: Grades = Grades(),
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Enter what was said, with names replaced, and return the reference of the source.

    `original` is what was typed; it is kept, encrypted and for its own term, only when the study
    says so. Refuses no or too long a text, a day to come, an area outside the study, an ended
    study. OutOfScope for anybody but its researchers.
    """
    study = running_study(reference, by)
    if not text.strip() or max(len(text), len(original)) > TEXT_LIMIT:
        message = _("Vul een tekst in van ten hoogste %(limit)s tekens.") % {"limit": TEXT_LIMIT}
        raise Refused(message, field="text")
    if held_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="held_on")
    if not study.areas.filter(pk=area_id).exists():
        raise Refused(_("Kies een gebied van dit onderzoek."), field="area")
    observed = grades if kind == SourceKind.OBSERVATION else Grades()
    source = Source.objects.create(
        study=study,
        area_id=area_id,
        reference=new_reference("B", rng=rng),
        kind=kind,
        held_on=held_on,
        text=text.strip(),
        is_sensitive=is_sensitive,
        boundary=observed.boundary,
        bustle=observed.bustle,
        facilities=observed.facilities,
        replaced=replaced,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    if study.keeps_original and original.strip():
        delete_on = dutch_day(at) + timedelta(days=study.original_days or 1)
        SourceOriginal.objects.create(source=source, text=original.strip(), delete_on=delete_on)
    _audit("source.add", study, by, at, source=source.reference, replaced=replaced)
    return source.reference


@action
def add_speaker(
    *,
    reference: str,
    perspective: Perspective,
    role: SpeakerRole,
    by: Actor,
    at: datetime,
    stay: StayLength | None = None,
) -> None:
    """Say that somebody spoke in a source, without a name. Refuses more than sixty.

    `stay` is how long they live or work there, None when nobody asked.
    """
    source = _source(reference, by)
    numbers = list(source.speakers.order_by("-number").values_list("number", flat=True)[:1])
    number = (numbers[0] if numbers else 0) + 1
    if number > MOST_SPEAKERS:
        raise Refused(_("Zoveel sprekers kan één gesprek niet hebben."))
    Speaker.objects.create(
        source=source, number=number, perspective=perspective, role=role, stay=stay or ""
    )
    _audit("source.add_speaker", source.study, by, at, source=source.reference)


@action
def mark_sensitive(*, reference: str, is_sensitive: bool, by: Actor, at: datetime) -> None:
    """Keep a source out of everything that leaves the room, or let it in again."""
    source = _source(reference, by)
    source.is_sensitive = is_sensitive
    source.save(update_fields=["is_sensitive"])
    _audit("source.mark", source.study, by, at, source=source.reference, sensitive=is_sensitive)


@action
def remove_source(*, reference: str, by: Actor, at: datetime) -> str:
    """Destroy a source at once, because whoever spoke asks for it; return its study."""
    source = _source(reference, by, running=False)
    study, gone = source.study, source.reference
    source.delete()
    _audit("source.remove", study, by, at, source=gone)
    return study.reference


@action
def add_referral(*, reference: str, role: SpeakerRole, count: int, by: Actor, at: datetime) -> None:
    """Count that people said to talk to somebody in this role too: never who, never by whom."""
    study = running_study(reference, by)
    if not 0 < count <= MOST_REFERRALS:
        raise Refused(_("Vul een aantal in."), field="count")
    row, is_new = Referral.objects.get_or_create(study=study, role=role, defaults={"count": count})
    if not is_new:
        row.count = min(row.count + count, MOST_REFERRALS)
        row.save(update_fields=["count"])
    _audit("study.referral", study, by, at, count=count)


def running_study(reference: str, by: Actor) -> Study:
    """Return a running study `by` may see, held. Refuses an ended one; OutOfScope else."""
    study = visible_studies(by).select_for_update().filter(reference=reference).first()
    if study is None:
        raise OutOfScope(_("Dit onderzoek is er niet."))
    if study.state != StudyState.RUNNING:
        raise Refused(_("Dit onderzoek is afgerond."))
    return study


def _source(reference: str, by: Actor, *, running: bool = True) -> Source:
    found = Source.objects.filter(study__in=visible_studies(by), reference=reference)
    source = found.select_related("study").first()
    if source is None:
        raise OutOfScope(_("Deze bron is er niet."))
    if running:
        running_study(source.study.reference, by)
    return source


def _must_research(by: Actor) -> None:
    if not by.has(Role.RESEARCHER) or by.municipality_id is None:
        raise Refused(_("Alleen een onderzoeker mag dit."))


def _refuse_words(words: StudyWords) -> None:
    for field, limit in (("title", 160), ("question", 600), ("consent_text", 1000),
                         ("purpose", 300)):  # fmt: skip
        told = getattr(words, field).strip()
        if not told or len(told) > limit:
            message = _("Vul dit in, met ten hoogste %(limit)s tekens.") % {"limit": limit}
            raise Refused(message, field=field)
        if field != "consent_text":
            refuse_as_subject(told, field)
            refuse_pointing(told, field)


def _refuse_days(keeping: Keeping) -> None:
    if keeping.ends_on < keeping.starts_on:
        raise Refused(_("Het einde ligt voor het begin."), field="ends_on")
    if keeping.keep_until < keeping.ends_on:
        raise Refused(_("Bewaar de teksten ten minste tot het einde."), field="keep_until")
    if keeping.original_days is not None and not 1 <= keeping.original_days <= 365:  # noqa: PLR2004
        raise Refused(_("Kies 1 tot 365 dagen."), field="original_days")


def _audit(name: str, study: Study, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="study",
        reference=study.reference,
        municipality_id=study.municipality_id,
        **detail,
    )

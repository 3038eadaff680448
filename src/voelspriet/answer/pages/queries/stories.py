# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stories: what is public of them, and what an adviser works on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.answer.pages.inputs import guess_facts
from voelspriet.answer.pages.models import Story, StoryText
from voelspriet.answer.pages.rules import DECLINED, Hint, guess_hints, visible_stories
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import Category, SignalStatus
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.status import LOCKED_PERMISSIONS, category_label, category_of

SOURCE_LANGUAGE = "nl"
LOOK_BACK = timedelta(days=180)
SHOWN = 30


@dataclass(frozen=True, slots=True)
class PublicStory:
    """A line everybody may read, in the reader's language where it was translated.

    `language` is that of the words: the reader's, else Dutch.
    """

    reference: str
    kind: str
    kind_label: str
    said: str
    did: str
    language: str
    by_machine: bool
    area_name: str
    happens_on: date | None
    published_at: datetime


@dataclass(frozen=True, slots=True)
class TextRow:
    """The words of a story in one language."""

    language: str
    said: str
    did: str
    by_machine: bool


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in the adviser's list."""

    reference: str
    kind_label: str
    state: str
    state_label: str
    area_name: str
    did: str
    languages: tuple[str, ...]
    written_at: datetime
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoryDetail:
    """A story to work on, with what could give somebody away."""

    row: StoryRow
    kind: str
    category_label: str
    agreement_reference: str
    voices: int
    texts: tuple[TextRow, ...]
    hints: tuple[Hint, ...]
    guess_check: str
    checked_by: str
    happens_on: date | None

    @property
    def is_blocked(self) -> bool:
        """Tell whether it may not be published as things stand."""
        return any(hint.blocks for hint in self.hints)


@dataclass(frozen=True, slots=True)
class AgreementToTell:
    """An agreement that everyone may know of and that is not on the page yet."""

    reference: str
    what: str
    area_name: str
    state_label: str
    kind: str


@dataclass(frozen=True, slots=True)
class SignalToTell:
    """A declined matter that is not explained on the page yet. Never with its words."""

    reference: str
    category_label: str
    area_name: str
    received_at: datetime


def _texts(story: Story) -> dict[str, StoryText]:
    return {text.language: text for text in story.texts.all()}


def _public(story: Story, language: str) -> PublicStory:
    texts = _texts(story)
    text = texts.get(language) or texts[SOURCE_LANGUAGE]
    return PublicStory(
        reference=story.reference,
        kind=story.kind,
        kind_label=str(StoryKind(story.kind).label),
        said=text.said,
        did=text.did,
        language=text.language,
        by_machine=text.by_machine,
        area_name=story.area.name,
        happens_on=story.happens_on,
        published_at=story.published_at or story.written_at,
    )


def _published(area_ids: Collection[int]) -> QuerySet[Story]:
    return (
        Story.objects.filter(area_id__in=area_ids, state=StoryState.PUBLISHED)
        .select_related("area")
        .prefetch_related("texts")
        .order_by("-published_at", "-id")
    )


def public_stories(
    *, area_ids: Collection[int], language: str, on: date
) -> tuple[PublicStory, ...]:
    """Return the public lines of areas, newest first; what was to come and has passed is left out.

    Two queries.
    """
    rows = (_public(story, language) for story in _published(area_ids)[:SHOWN])
    return tuple(
        row
        for row in rows
        if row.kind != StoryKind.COMING or row.happens_on is None or row.happens_on >= on
    )


def feed_stories(*, area_id: int, language: str) -> tuple[PublicStory, ...]:
    """Return the last public lines of one area, for its feed."""
    return tuple(_public(story, language) for story in _published([area_id])[:SHOWN])


def stories(*, by: Actor, limit: int = 100) -> tuple[StoryRow, ...]:
    """Return the stories of the adviser's areas: drafts first, then newest first."""
    rows = visible_stories(by).select_related("area").prefetch_related("texts")
    found = [_row(story) for story in rows.order_by("-written_at", "-id")[:limit]]
    return tuple(sorted(found, key=lambda row: row.state != StoryState.DRAFT))


def _row(story: Story) -> StoryRow:
    texts = _texts(story)
    return StoryRow(
        reference=story.reference,
        kind_label=str(StoryKind(story.kind).label),
        state=story.state,
        state_label=str(StoryState(story.state).label),
        area_name=story.area.name,
        did=texts[SOURCE_LANGUAGE].did if SOURCE_LANGUAGE in texts else "",
        languages=tuple(sorted(texts)),
        written_at=story.written_at,
        published_at=story.published_at,
    )


def story_detail(*, reference: str, by: Actor, at: datetime) -> StoryDetail:
    """Return one story with texts and hints. Refuses (OutOfScope) outside the adviser's areas."""
    story = (
        visible_stories(by)
        .select_related("area", "agreement")
        .prefetch_related("texts")
        .filter(reference=reference)
        .first()
    )
    if story is None:
        raise OutOfScope(_("Dit bericht is er niet."))
    texts = _texts(story)
    facts = guess_facts(story=story, at=at)
    words = [part for text in texts.values() for part in (text.said, text.did)]
    return StoryDetail(
        row=_row(story),
        kind=story.kind,
        category_label=str(Category(story.category).label) if story.category else "",
        agreement_reference=story.agreement.reference if story.agreement else "",
        voices=facts.signals,
        texts=tuple(
            TextRow(text.language, text.said, text.did, text.by_machine)
            for _language, text in sorted(texts.items())
        ),
        hints=guess_hints(facts=facts, texts=words),
        guess_check=story.guess_check,
        checked_by=story.checked_by_name,
        happens_on=story.happens_on,
    )


KIND_OF_STATE = {
    AgreementState.OPEN: StoryKind.AGREED,
    AgreementState.DONE: StoryKind.DONE,
    AgreementState.NOT_DONE: StoryKind.DECLINED,
}


def agreements_to_tell(*, by: Actor, at: datetime) -> tuple[AgreementToTell, ...]:
    """Return agreements of the adviser's areas that everyone may know and no story tells yet.

    Those with a locked voice behind them are left out: they may not be told.
    """
    rows = (
        Agreement.objects.filter(
            area_id__in=sorted(by.area_ids),
            visibility=Visibility.PUBLIC,
            made_at__gte=at - LOOK_BACK,
        )
        .exclude(signals__permission__in=LOCKED_PERMISSIONS)
        .select_related("area")
        .prefetch_related("stories")
        .order_by("-made_at", "-id")
    )
    found = []
    for agreement in rows:
        kind = KIND_OF_STATE[AgreementState(agreement.state)]
        told = {s.kind for s in agreement.stories.all() if s.state != StoryState.WITHDRAWN}
        if kind not in told:
            state = str(AgreementState(agreement.state).label)
            found.append(
                AgreementToTell(
                    agreement.reference, agreement.what, agreement.area.name, state, kind
                )
            )
    return tuple(found[:SHOWN])


def declined_to_tell(*, by: Actor, at: datetime) -> tuple[SignalToTell, ...]:
    """Return declined matters of the adviser's areas that no story explains yet.

    An answer closes a declined matter; a closed one that was ever marked done is left out.
    """
    done = AuditLine.objects.filter(
        subject="signal", subject_reference=OuterRef("reference"), action="signal.mark_done"
    )
    rows = (
        directed_signals(by)
        .filter(DECLINED, received_at__gte=at - LOOK_BACK, stories__isnull=True)
        .exclude(permission__in=LOCKED_PERMISSIONS)
        .exclude(Exists(done), status=SignalStatus.ANSWERED)
        .select_related("responsible_area")
        .order_by("-received_at", "-id")
    )
    return tuple(
        SignalToTell(
            one.reference,
            category_label(category_of(one)),
            one.responsible_area.name,
            one.received_at,
        )
        for one in rows[:SHOWN]
    )


def story_areas(*, by: Actor) -> tuple[tuple[int, str], ...]:
    """Return (id, name) of the areas the adviser may tell about."""
    rows = Area.objects.filter(pk__in=sorted(by.area_ids)).order_by("name", "id")
    return tuple(rows.values_list("id", "name"))

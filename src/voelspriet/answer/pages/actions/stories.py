# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write a line for a neighbourhood's page, check who could be guessed, publish, withdraw."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.answer.pages.inputs import guess_facts
from voelspriet.answer.pages.models import Story, StoryText
from voelspriet.answer.pages.rules import (
    DECLINED,
    guess_hints,
    may_publish,
    must_advise,
    must_be_checked,
    visible_stories,
)
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.status import category_of, is_locked

SOURCE_LANGUAGE = "nl"
KINDS_OF_AGREEMENT = {
    StoryKind.AGREED: AgreementState.OPEN,
    StoryKind.DONE: AgreementState.DONE,
    StoryKind.DECLINED: AgreementState.NOT_DONE,
}
LONGEST_SAID, LONGEST_DID = 300, 600


@dataclass(frozen=True, slots=True)
class _Source:
    """What a story is drafted from."""

    area_id: int
    category: str
    agreement: Agreement | None
    signals: list[Signal]


@action
def draft_story(
    *,
    kind: str,
    said: str,
    did: str,
    agreement_reference: str = "",
    signal_references: Collection[str] = (),
    area_id: int | None = None,
    category: str = "",
    happens_on: date | None = None,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Draft a line from an agreement, from signals that were declined, or from nothing told.

    Returns the reference. Area, subject and voices follow from what it is drafted from. Refuses
    (OutOfScope) what is not in the adviser's areas, and (Refused) a kind that does not fit, a
    second line of one kind about one agreement, and anything behind a lock. Nothing is public yet.
    """
    source = _source(
        kind=kind,
        agreement_reference=agreement_reference,
        signal_references=signal_references,
        area_id=area_id,
        category=category,
        by=by,
    )
    if any(is_locked(signal) for signal in source.signals):
        raise Refused(_("Een melder wil eerst gevraagd worden, of zei nee. Dit kan niet."))
    _checked_words(kind, said, did)
    try:
        with transaction.atomic():
            story = Story.objects.create(
                area_id=source.area_id,
                reference=new_reference("V", rng=rng),
                kind=kind,
                category=source.category,
                agreement=source.agreement,
                happens_on=happens_on,
                written_at=at,
            )
    except IntegrityError as error:
        raise Refused(_("Over deze afspraak staat al zo'n bericht.")) from error
    story.signals.set(source.signals)
    StoryText.objects.create(
        story=story, language=SOURCE_LANGUAGE, said=said.strip(), did=did.strip()
    )
    record("story.drafted", by=by, at=at, subject="story", reference=story.reference, kind=kind)
    return story.reference


def _source(
    *,
    kind: str,
    agreement_reference: str,
    signal_references: Collection[str],
    area_id: int | None,
    category: str,
    by: Actor,
) -> _Source:
    if agreement_reference:
        return _of_agreement(kind, agreement_reference, category, by)
    if signal_references:
        return _of_declined(kind, signal_references, by)
    if kind not in {StoryKind.STRENGTH, StoryKind.COMING}:
        raise Refused(_("Kies de afspraak of de melding waar dit over gaat."), field="kind")
    if area_id is None or not Area.objects.filter(pk=area_id).exists():
        raise Refused(_("Kies een buurt."), field="area")
    must_advise(by, area_id)
    return _Source(area_id, category, None, [])


def _of_agreement(kind: str, reference: str, category: str, by: Actor) -> _Source:
    agreement = Agreement.objects.filter(reference=reference).first()
    if agreement is None or agreement.municipality_id != by.municipality_id:
        raise OutOfScope(_("Deze afspraak is er niet."))
    must_advise(by, agreement.area_id)
    wanted = KINDS_OF_AGREEMENT.get(StoryKind(kind))
    if wanted is None or agreement.state != wanted:
        raise Refused(_("Dit past niet bij hoe de afspraak nu staat."), field="kind")
    signals = list(agreement.signals.all())
    return _Source(
        agreement.area_id, category_of(signals[0]) if signals else category, agreement, signals
    )


def _of_declined(kind: str, references: Collection[str], by: Actor) -> _Source:
    signals = list(directed_signals(by).filter(reference__in=references))
    if len(signals) != len(set(references)):
        raise OutOfScope(_("Deze melding is er niet."))
    declined = Signal.objects.filter(DECLINED, pk__in=[one.pk for one in signals]).count()
    if kind != StoryKind.DECLINED or declined < len(signals):
        raise Refused(_("Dit past niet bij hoe de melding nu staat."), field="kind")
    return _Source(signals[0].responsible_area_id, category_of(signals[0]), None, signals)


def _checked_words(kind: str, said: str, did: str) -> None:
    if not did.strip():
        raise Refused(_("Schrijf wat u de buurt wilt vertellen."), field="did")
    if kind in {StoryKind.DONE, StoryKind.DECLINED} and not said.strip():
        raise Refused(_("Schrijf in gewone woorden wat mensen zeiden."), field="said")
    if len(said) > LONGEST_SAID:
        raise Refused(_("Dit is te lang."), field="said")
    if len(did) > LONGEST_DID:
        raise Refused(_("Dit is te lang."), field="did")


@action
def write_text(
    *,
    reference: str,
    language: str,
    said: str,
    did: str,
    by_machine: bool = False,
    by: Actor,
    at: datetime,
) -> None:
    """Write a story in one language, by a colleague; `by_machine` marks a machine's first version.

    The Dutch words of a public story stay as they were checked: withdraw it first. Refuses a
    language the site does not speak.
    """
    story = _story(reference, by)
    if language not in dict(settings.LANGUAGES):
        raise Refused(_("Deze taal kent de site niet."), field="language")
    if language == SOURCE_LANGUAGE and story.state != StoryState.DRAFT:
        raise Refused(_("Trek het bericht eerst in; dan kunt u de tekst veranderen."))
    _checked_words(story.kind, said, did)
    StoryText.objects.update_or_create(
        story=story,
        language=language,
        defaults={"said": said.strip(), "did": did.strip(), "by_machine": by_machine},
    )
    record(
        "story.written",
        by=by,
        at=at,
        subject="story",
        reference=reference,
        language=language,
        by_machine=by_machine,
    )


@action
def publish_story(*, reference: str, guess_check: str, by: Actor, at: datetime) -> None:
    """Make a story public after the adviser wrote down who could be guessed from it.

    Refuses a sensitive matter before 14 days and 5 separate people, anything behind a lock, a
    missing answer, and a story that is not a draft.
    """
    story = _story(reference, by)
    check = must_be_checked(guess_check)
    if story.state != StoryState.DRAFT:
        raise Refused(_("Dit bericht is geen concept meer."))
    facts = guess_facts(story=story, at=at)
    if not may_publish(facts):
        reasons = [hint.text for hint in guess_hints(facts=facts, texts=()) if hint.blocks]
        raise Refused(" ".join(reasons))
    Story.objects.filter(pk=story.pk).update(
        state=StoryState.PUBLISHED,
        guess_check=check[:300],
        checked_by_id=by.user_id,
        checked_by_name=by.name,
        published_at=at,
    )
    record(
        "story.published",
        by=by,
        at=at,
        subject="story",
        reference=reference,
        signals=facts.signals,
        sensitive=facts.is_sensitive,
    )


@action
def withdraw_story(*, reference: str, reason: str, by: Actor, at: datetime) -> None:
    """Take a story off the page at once, whatever its state. Refuses a missing reason."""
    story = _story(reference, by)
    if not reason.strip():
        raise Refused(_("Schrijf waarom u dit intrekt."), field="reason")
    if story.state == StoryState.WITHDRAWN:
        raise Refused(_("Dit bericht is al ingetrokken."))
    Story.objects.filter(pk=story.pk).update(state=StoryState.WITHDRAWN, withdrawn_at=at)
    record(
        "story.withdrawn",
        by=by,
        at=at,
        subject="story",
        reference=reference,
        reason=reason.strip()[:300],
    )


def _story(reference: str, by: Actor) -> Story:
    story = visible_stories(by).filter(reference=reference).first()
    if story is None:
        raise OutOfScope(_("Dit bericht is er niet."))
    return story

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evenings with a few questions of every kind, and phones that came in."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.ground.areas.models import Area
from voelspriet.listen.evenings.choices import EveningState, ItemKind, VoiceChannel
from voelspriet.listen.evenings.models import Evening, EveningItem, Voice
from voelspriet.listen.evenings.rules.joining import PhoneToken, new_phone_token
from voelspriet.listen.evenings.rules.preparing import guarded_names
from voelspriet.listen.surveys.choices import ProbeGuard, QuestionKind, QuestionnaireSource
from voelspriet.listen.surveys.models import Question, Questionnaire, QuestionnaireVersion
from voelspriet.listen.surveys.rules.definitions import (
    ChoiceDefinition,
    ProbeDefinition,
    QuestionDefinition,
    QuestionnaireDefinition,
    digest_of,
    to_json,
)

PREPARED = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)
STARTS = datetime(2026, 9, 22, 17, 30, tzinfo=UTC)
_numbers = count(1)
_codes = count(200_001)


def _choice(name: str, words: str, **more: bool) -> ChoiceDefinition:
    return ChoiceDefinition(name, {"nl": words, "tr": f"{words} (tr)"}, **more)


QUESTIONS = (
    QuestionDefinition(
        name="mood",
        kind=QuestionKind.SINGLE,
        labels={"nl": "Hoe zit u erbij?", "en": "How are you?", "ar": "كيف حالكم؟"},
        choices=(_choice("good", "Goed"), _choice("so_so", "Gaat wel"), _choice("bad", "Slecht")),
    ),
    QuestionDefinition(
        name="worried",
        kind=QuestionKind.STATEMENT,
        labels={
            "nl": "Ik ben hier 's avonds soms bang",
            "en": "I am sometimes afraid here at night",
        },
        choices=(
            _choice("agree", "Eens"),
            _choice("disagree", "Oneens"),
            _choice("dont_know", "Weet ik niet", is_dont_know=True),
        ),
        probes=(
            ProbeDefinition("where", {"nl": "Op welke plek?"}),
            ProbeDefinition("who", {"nl": "Bepaalde personen?"}, guard=ProbeGuard.PERSONS),
        ),
    ),
    QuestionDefinition(
        name="helps",
        kind=QuestionKind.MULTIPLE,
        labels={"nl": "Wat helpt?"},
        choices=(_choice("light", "Licht"), _choice("people", "Mensen op straat")),
    ),
    QuestionDefinition(name="grade", kind=QuestionKind.GRADE, labels={"nl": "Welk cijfer?"}),
    QuestionDefinition(
        name="words", kind=QuestionKind.THREE_WORDS, labels={"nl": "Uw buurt in drie woorden?"}
    ),
    QuestionDefinition(name="wish", kind=QuestionKind.OPEN, labels={"nl": "Wat wenst u?"}),
)


def make_version(questions: tuple[QuestionDefinition, ...] = QUESTIONS) -> QuestionnaireVersion:
    """Make a template questionnaire in one version."""
    number = next(_numbers)
    definition = QuestionnaireDefinition(
        f"avond{number}",
        {"nl": f"Bewonersavond {number}"},
        "nl",
        ("nl", "en", "tr", "ar"),
        questions,
    )
    with arranging():
        questionnaire = Questionnaire.objects.create(
            reference=f"Q-{number:04d}-TEST",
            form_id=definition.form_id,
            name="Bewonersavond",
            made_at=PREPARED,
        )
        version = QuestionnaireVersion.objects.create(
            questionnaire=questionnaire,
            number=1,
            source=QuestionnaireSource.TEMPLATE,
            languages=["nl", "en", "tr", "ar"],
            default_language="nl",
            definition=to_json(definition),
            digest=digest_of(definition),
            made_at=PREPARED,
        )
        Question.objects.bulk_create(
            Question(version=version, position=place, name=one.name, kind=one.kind)
            for place, one in enumerate(questions, 1)
        )
    return version


def make_evening(
    area: Area,
    *,
    version: QuestionnaireVersion | None = None,
    state: str = EveningState.PREPARED,
    **more: object,
) -> Evening:
    """Make an evening with a talk, every question and agreements; `state` open gives it digits."""
    version = version or make_version()
    values: dict[str, object] = {
        "place": "Buurthuis De Boeg",
        "titles": {"nl": "Avond over veilig"},
    }
    if state == EveningState.OPEN:
        values |= {"join_code": str(next(_codes)), "opened_at": STARTS}
    if state == EveningState.CLOSED:
        values |= {"opened_at": STARTS, "closed_at": STARTS}
    with arranging():
        evening = Evening.objects.create(
            municipality=municipality_of(area),
            area=area,
            reference=f"E-{next(_numbers):04d}-TEST",
            version=version,
            starts_at=STARTS,
            state=state,
            made_by_id=1,
            made_by_name="Noor Visser",
            made_at=PREPARED,
            **values | more,
        )
        _items(evening)
    return evening


def _items(evening: Evening) -> None:
    EveningItem.objects.create(
        evening=evening, position=1, kind=ItemKind.TALK, titles={"nl": "Welkom"}
    )
    known = {one.name: one for one in QUESTIONS}
    for place, question in enumerate(evening.version.questions.order_by("position"), 2):
        definition = known.get(question.name)
        EveningItem.objects.create(
            evening=evening,
            position=place,
            kind=ItemKind.QUESTION,
            question=question,
            probes_off=guarded_names(definition) if definition else [],
        )
    last = evening.items.count() + 1
    EveningItem.objects.create(evening=evening, position=last, kind=ItemKind.AGREEMENTS)


def item_named(evening: Evening, name: str) -> EveningItem:
    """Return the part that asks a question."""
    return evening.items.get(question__name=name)


def put_on(evening: Evening, name: str) -> EveningItem:
    """Put a question on and let the room answer it."""
    item = item_named(evening, name)
    with arranging():
        EveningItem.objects.filter(evening=evening, opened_at__isnull=False).update(
            closed_at=STARTS
        )
        EveningItem.objects.filter(pk=item.pk).update(opened_at=STARTS, closed_at=None)
        Evening.objects.filter(pk=evening.pk).update(current_item=item)
    return item_named(evening, name)


def make_phone(evening: Evening) -> PhoneToken:
    """Let a phone come in; return its token."""
    token = new_phone_token(evening.reference)
    with arranging():
        Voice.objects.create(evening=evening, channel=VoiceChannel.PHONE, token_hash=token.hash)
    return token


def make_slip(evening: Evening, number: int) -> Voice:
    """Hand out a slip of paper."""
    with arranging():
        return Voice.objects.create(evening=evening, channel=VoiceChannel.PAPER, slip=number)

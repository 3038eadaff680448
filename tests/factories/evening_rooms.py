# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evenings with a running order, links for helpers, and what is said in the room."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.ground.areas.models import Area
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.choices import EveningRole, EveningState, ItemKind
from voelspriet.listen.evenings.models import (
    Evening,
    EveningItem,
    EveningLink,
    EveningNote,
    EveningPromise,
    ReportAddress,
    RoomQuestion,
)
from voelspriet.listen.evenings.rules.addresses import address_hash
from voelspriet.listen.evenings.rules.links import hash_of, new_key
from voelspriet.listen.surveys.choices import (
    HotKind,
    ProbeGuard,
    QuestionKind,
    QuestionnaireSource,
)
from voelspriet.listen.surveys.models import Question, Questionnaire, QuestionnaireVersion
from voelspriet.listen.surveys.rules.definitions import (
    ChoiceDefinition,
    ProbeDefinition,
    QuestionDefinition,
    QuestionnaireDefinition,
    to_json,
)

PREPARED = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
BEGINS = datetime(2026, 9, 22, 17, 30, tzinfo=UTC)
DURING = BEGINS + timedelta(minutes=30)
_numbers = count(1)


def question(number: int) -> QuestionDefinition:
    """Return a statement with a probe on a place, one on a time and one that is off."""
    return QuestionDefinition(
        name=f"item_{number}",
        kind=QuestionKind.STATEMENT,
        labels={"nl": f"Stelling {number}: het plein is netjes", "en": f"Statement {number}"},
        choices=(
            ChoiceDefinition("agree", {"nl": "Eens", "en": "Agree"}),
            ChoiceDefinition("disagree", {"nl": "Oneens", "en": "Disagree"}),
            ChoiceDefinition("dont_know", {"nl": "Weet niet", "en": "Don't know"}, True),
        ),
        factors=(2,),
        probes=(
            ProbeDefinition("where", {"nl": "Waar precies?", "en": "Where?"}, HotKind.PLACE),
            ProbeDefinition("when", {"nl": "Wanneer?", "en": "When?"}, HotKind.TIME),
            ProbeDefinition("who", {"nl": "Wie doen dat?"}, guard=ProbeGuard.PERSONS),
        ),
    )


def make_version(municipality: Any, *, questions: int = 2) -> QuestionnaireVersion:
    """Make a questionnaire of statements."""
    number = next(_numbers)
    definition = QuestionnaireDefinition(
        form_id=f"avond_{number}",
        titles={"nl": "Vragen voor een avond"},
        default_language="nl",
        languages=("nl", "en"),
        questions=tuple(question(one) for one in range(1, questions + 1)),
    )
    with arranging():
        made = Questionnaire.objects.create(
            municipality=municipality,
            reference=f"V-F{number:03d}-TEST",
            form_id=definition.form_id,
            name="Vragen voor een avond",
            made_at=PREPARED,
        )
        version = QuestionnaireVersion.objects.create(
            questionnaire=made,
            number=1,
            source=QuestionnaireSource.BY_HAND,
            languages=["nl", "en"],
            default_language="nl",
            definition=to_json(definition),
            digest=hashlib.sha256(definition.form_id.encode()).hexdigest(),
            made_at=PREPARED,
        )
        for position, one in enumerate(definition.questions, 1):
            Question.objects.create(
                version=version, position=position, name=one.name, kind=one.kind
            )
    return version


def make_evening(area: Area, *, state: str = EveningState.OPEN, **more: Any) -> Evening:
    """Make an evening with two statements and an agreement round; the first item is on."""
    number = next(_numbers)
    town = municipality_of(area)
    version = more.pop("version", None) or make_version(town)
    values: dict[str, Any] = {"titles": {"nl": "Avond in de buurt", "en": "Neighbourhood evening"}}
    values |= {"made_by_id": 1, "made_by_name": "Noor Visser", "made_at": PREPARED}
    if state == EveningState.OPEN:
        values |= {"join_code": str(900_000 + number), "opened_at": BEGINS}
    if state == EveningState.CLOSED:
        values |= {"opened_at": BEGINS, "closed_at": BEGINS + timedelta(hours=2)}
    with arranging():
        evening = Evening.objects.create(
            municipality=town,
            area=area,
            reference=f"E-F{number:03d}-TEST",
            version=version,
            starts_at=BEGINS,
            state=state,
            **values | more,
        )
        items = [
            EveningItem.objects.create(
                evening=evening, position=one.position, kind=ItemKind.QUESTION, question=one
            )
            for one in version.questions.order_by("position")
        ]
        EveningItem.objects.create(
            evening=evening,
            position=len(items) + 1,
            kind=ItemKind.AGREEMENTS,
            titles={"nl": "Wat spreken wij af?", "en": "What do we agree?"},
        )
        if state == EveningState.OPEN:
            items[0].opened_at = BEGINS
            items[0].save()
            evening.current_item = items[0]
            evening.save()
    return evening


def make_link_row(
    evening: Evening, role: str = EveningRole.NOTE_TAKER, **more: Any
) -> tuple[EveningLink, str]:
    """Make a link for a helper; return it with its key."""
    key = new_key()
    with arranging():
        link = EveningLink.objects.create(
            evening=evening, role=role, key_hash=hash_of(key), **{"made_at": PREPARED} | more
        )
    return link, key


def make_note(evening: Evening, text: str = "Het is donker.", **more: Any) -> EveningNote:
    """Write a note at the first part, by an adviser unless `link` says who."""
    values: dict[str, Any] = {"at": DURING, "submission": f"notitie-{next(_numbers)}"}
    with arranging():
        return EveningNote.objects.create(
            evening=evening,
            item=evening.items.order_by("position").first(),
            text=text,
            **values | more,
        )


def make_asked(evening: Evening, text: str = "Wanneer komt er licht?", **more: Any) -> RoomQuestion:
    """Ask something from the room."""
    values: dict[str, Any] = {"at": DURING, "submission": f"vraag-{next(_numbers)}"}
    with arranging():
        return RoomQuestion.objects.create(evening=evening, text=text, **values | more)


def make_promise(
    evening: Evening, what: str = "De lampen worden gemaakt", **more: Any
) -> EveningPromise:
    """Write down something promised, ready in two weeks."""
    values: dict[str, Any] = {"owner": "De bewoners", "made_at": DURING}
    values |= {"due_on": dutch_day(DURING) + timedelta(days=14)}
    with arranging():
        return EveningPromise.objects.create(evening=evening, what=what, **values | more)


def make_address(evening: Evening, address: str = "buur@voorbeeld.nl") -> ReportAddress:
    """Leave an address for the report."""
    with arranging():
        return ReportAddress.objects.create(
            evening=evening,
            address=address,
            address_hash=address_hash(evening.reference, address),
            language="nl",
        )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two towns with one of everything, so that every address has an object in and out of scope."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.test import Client

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import Town, make_town
from tests.factories.cases import make_case
from tests.factories.checks import make_check
from tests.factories.coding import code_all
from tests.factories.comparisons import compare
from tests.factories.conversations import converse
from tests.factories.drawings import draw_round
from tests.factories.initiatives import make_budget, make_initiative
from tests.factories.knowledge import make_intervention
from tests.factories.meetings import make_meeting, make_minute, make_point
from tests.factories.network import make_key_figure
from tests.factories.paper_versions import make_agenda_version
from tests.factories.people import actor_of, make_duo, make_face, make_organisation, make_user
from tests.factories.plans import make_plan_around
from tests.factories.priorities import make_action, make_agenda, make_priority
from tests.factories.proposals import make_proposal
from tests.factories.questionnaires import make_questionnaire
from tests.factories.second_coding import code_twice
from tests.factories.signals import (
    NOON,
    make_attachment,
    make_bundle,
    make_contact,
    make_escalation,
    make_handover,
    make_signal,
)
from tests.factories.suggestions import make_suggester
from tests.factories.tasks import make_task_around
from tests.factories.tension import make_reading
from tests.factories.works import make_work
from tests.pages.evening_rooms import gather
from tests.pages.speaking import speak
from voelspriet.act.agenda.models import Meeting
from voelspriet.answer.pages.choices import StoryKind
from voelspriet.answer.pages.models import Story, StoryText
from voelspriet.answer.replies.choices import (
    AnswerKind,
    AnswerOrigin,
    DeliveryState,
    TranslationState,
)
from voelspriet.answer.replies.models import (
    Answer,
    AnswerTemplate,
    CallBack,
    Delivery,
    MessageTranslation,
    Review,
)
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import AnswerWish, AttachmentKind, Openness, PersonFlag
from voelspriet.listen.intake.models import DangerTerm, RoutingRule, Signal

# unmistakable words, so that a page that shows them gives itself away
SECRET = "zebrapad-geheim"
SECRET_MAIL = "melder-geheim@voorbeeld.nl"
SECRET_PHONE = "0699887766"
SCRIPT = "<script>document.title='geraakt'</script><img src=x onerror=alert(1)>"


@dataclass
class Corner:
    """One neighbourhood with one of everything in it."""

    area: Area
    organisation: Organisation
    duo: tuple[User, User]
    words: str
    parts: dict[str, Any] = field(default_factory=dict)


@dataclass
class Scene:
    """A town with two corners, and another town with one."""

    town: Town
    other_town: Town
    own: Corner
    neighbour: Corner
    elsewhere: Corner
    people: dict[str, User]
    browsers: dict[str, Client] = field(default_factory=dict)

    def sign_in(self) -> None:
        """Give each colleague a browser that is signed in for as long as the scene stands."""
        for role, user in self.people.items():
            self.browsers[role] = Client()
            self.browsers[role].force_login(user)


def _answer(signal: Signal, number: int, words: str) -> Answer:
    return Answer.objects.create(
        signal=signal,
        reference=f"A-{number:04d}-{signal.pk}",
        kind=AnswerKind.INTERIM,
        origin=AnswerOrigin.PERSON,
        text=words,
        by_name="Noor",
        at=NOON,
        translation_language="tr",
        translation_state=TranslationState.WAITING,
    )


def _replies(corner: Corner, number: int) -> None:
    signal = corner.parts["signal"]
    turkish = make_signal(area=corner.area, text="Lamba bozuk", language="tr")
    answer = _answer(turkish, number, corner.words)
    delivery = Delivery.objects.create(
        answer=_answer(signal, number + 500, corner.words),
        message_id=f"<{number}@test>",
        state=DeliveryState.UNCERTAIN,
        next_try_at=NOON,
        tried_at=NOON,
        error="lease",
    )
    CallBack.objects.create(signal=corner.parts["call"], due_on=date(2026, 9, 9))
    MessageTranslation.objects.create(
        signal=turkish,
        reference=f"V-{number:04d}",
        state=TranslationState.WAITING,
        asked_at=NOON,
    )
    reviewed = make_signal(area=corner.area, owed=False)
    Review.objects.create(signal=reviewed, asked_at=NOON)
    corner.parts |= {"answer": answer, "delivery": delivery, "reviewed": reviewed}


def _signals(corner: Corner, number: int) -> None:
    area = corner.area
    signal = make_signal(area=area, text=corner.words, reference=f"M-OWN{number}-0001")
    make_contact(signal, name=f"Melder {corner.words}", email=SECRET_MAIL, phone=SECRET_PHONE)
    call = make_signal(
        area=area, answer_wish=AnswerWish.CALL, openness=Openness.CONFIDENTIAL, text=corner.words
    )
    make_contact(call, phone=SECRET_PHONE)
    flagged = make_signal(
        area=area, person_flag=PersonFlag.RULES, text=f"Meneer {corner.words} dealt hier"
    )
    make_escalation(signal)
    make_escalation(flagged)
    bundled = [make_signal(area=area, text=f"{corner.words} {n}") for n in range(2)]
    corner.parts |= {
        "signal": signal,
        "call": call,
        "flagged": flagged,
        "photo": make_attachment(signal),
        "voice": make_attachment(signal, kind=AttachmentKind.VOICE, media_type="audio/webm"),
        "bundle": make_bundle(*bundled),
        "handover": make_handover(signal, corner.organisation),
        "agreement": make_agreement_row(area, corner.organisation, signals=[signal]),
        "meeting": _meeting(corner),
        **make_task_around(area),
        "questionnaire": make_questionnaire(area),
        "safety_check": make_check(area, corner.organisation),
        "work": make_work(area, kind="other", is_public=True),
        "initiative": make_initiative(area, idea=corner.words, contact=SECRET_MAIL),
        "budget": make_budget(area),
        **make_plan_around(signal.municipality),
        **draw_round(area),
        "reading": make_reading(area),
        "case": make_case(signal.municipality, signal),
        "proposal": make_proposal(signal.municipality),
    }


def _meeting(corner: Corner) -> Meeting:
    """Make a public meeting that has begun, with a point about people and words of its own."""
    meeting = make_meeting(corner.area, starts_at=NOON, about={"nl": "Praat mee over het plein"})
    make_point(meeting, "Jongeren op het plein", asks_heard=True)
    make_minute(meeting, f"Gezegd: {corner.words}")
    meeting.organisations.add(corner.organisation)
    return meeting


def _story(corner: Corner, number: int) -> Story:
    story = Story.objects.create(
        area=corner.area,
        reference=f"S-{number:04d}",
        kind=StoryKind.STRENGTH,
        written_at=NOON,
    )
    StoryText.objects.create(story=story, language="nl", did="Er is een nieuwe buurttafel.")
    return story


def make_corner(town: Town, area: Area, organisation: Organisation, number: int) -> Corner:
    corner = Corner(area, organisation, make_duo(town.municipality, area), f"{SECRET}{number}")
    _signals(corner, number)
    with arranging():
        _replies(corner, number)
        corner.parts["story"] = _story(corner, number)
        corner.parts["rule"] = RoutingRule.objects.create(
            municipality=town.municipality, organisation=organisation, area=area
        )
        corner.parts["template"] = AnswerTemplate.objects.create(
            municipality=town.municipality, title=f"Dank {number}", text="Dank u wel."
        )
        corner.parts["term"] = DangerTerm.objects.create(
            municipality=town.municipality, language="nl", term=f"vuurgevecht{number}"
        )
        corner.parts["agreement"].ambitions.add(corner.parts["plan_ambition"])
    corner.parts["face"] = make_face(area, organisation=organisation)
    corner.parts["key_figure"] = make_key_figure(area, phone=SECRET_PHONE, email=SECRET_MAIL)
    corner.parts["organisation"] = organisation
    corner.parts["intervention"] = make_intervention(town.municipality, f"Aanpak {number}")
    _agenda(corner)
    corner.parts |= speak(area, organisation) | converse(area, organisation)
    corner.parts |= code_twice(corner.parts["study"], area, *corner.duo)
    corner.parts |= compare(corner.parts["study"])
    corner.parts |= gather(area, words=corner.words, mail=SECRET_MAIL)
    return corner


def _agenda(corner: Corner) -> None:
    """Make a public agenda residents are choosing on, with two priorities and an action."""
    agenda = make_agenda(corner.area, ranking_opened_at=NOON)
    priority = make_priority(agenda, source="Buurtavond", source_on=date(2026, 3, 2))
    make_priority(agenda, "Minder hard rijden", source="Meting", source_on=date(2026, 3, 9))
    make_action(priority, corner.organisation)
    make_agenda_version(agenda)
    corner.parts |= {"area_agenda": agenda, "priority": priority}


def make_scene() -> Scene:
    town = make_town(name="Waterrijk", host="testserver")
    other = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
    department = make_organisation(town.municipality)
    partner = make_organisation(town.municipality, name="Woningstichting De Dam")
    own = make_corner(town, town.neighbourhoods[0], department, 1)
    neighbour = make_corner(town, town.neighbourhoods[1], partner, 2)
    foreign = make_organisation(other.municipality, name="Beheer Elders")
    elsewhere = make_corner(other, other.neighbourhoods[0], foreign, 3)
    people = {str(Role.AREA_ADVISER): own.duo[0]}
    for role in Role:
        if role is not Role.AREA_ADVISER:
            people[str(role)] = make_user(
                town.municipality,
                role,
                organisation=department if role is Role.HANDLER else None,
            )
    coder = actor_of(people[str(Role.RESEARCHER)])
    for corner in (own, neighbour, elsewhere):
        corner.parts |= code_all(corner.area, corner.parts["source"], coder)
        make_suggester(corner.parts["fragment"].codes.get(), words="hek")
    return Scene(town, other, own, neighbour, elsewhere, people)


def everything_written() -> list[str]:
    """Every audit line, as text."""
    return [str(line.__dict__) for line in AuditLine.objects.all()]


LATER = NOON + timedelta(hours=3)

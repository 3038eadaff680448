# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""No page asks the database more often because there is more to show."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import count

import pytest
from django.conf import settings
from django.db import connection, reset_queries, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_street, point_in
from tests.factories.cases import make_case, make_step
from tests.factories.checks import more_checks
from tests.factories.coding import make_published, more_coded
from tests.factories.comparisons import more_comparisons
from tests.factories.conversations import more_conversations
from tests.factories.drawings import more_rounds
from tests.factories.followed_up import more_followed_up
from tests.factories.initiatives import more_initiatives
from tests.factories.knowledge import make_intervention
from tests.factories.meetings import make_meeting, make_minute, make_point
from tests.factories.paper_versions import make_agenda_version, make_paper_comment
from tests.factories.people import actor_of, make_face, make_organisation, make_user
from tests.factories.plans import make_ambition, more_plans
from tests.factories.priorities import make_action, make_agenda, make_priority, make_voice
from tests.factories.proposals import more_proposals
from tests.factories.questionnaires import more_questionnaires
from tests.factories.replies import code_of, make_answer, make_call, make_delivery, make_question
from tests.factories.second_coding import more_second_codings
from tests.factories.signals import (
    NOON,
    make_attachment,
    make_bundle,
    make_contact,
    make_escalation,
    make_handover,
    make_message,
    make_signal,
)
from tests.factories.suggestions import make_suggester
from tests.factories.tasks import more_tasks
from tests.factories.tension import make_reading
from tests.factories.works import more_works
from tests.pages.discovery import addresses, staff_addresses
from tests.pages.evening_rooms import gather_more, helping_client
from tests.pages.network import NETWORK_GROWS, more_network
from tests.pages.scene import Scene, make_scene
from tests.pages.speaking import speak_more
from tests.pages.test_access import OPEN_ADDRESSES, kwargs_for
from tests.thorough import THOROUGH
from voelspriet.act.agenda.actions import make_calendar_key
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.answer.pages.models import Story, StoryText
from voelspriet.answer.replies.choices import DeliveryState, TranslationState
from voelspriet.answer.replies.models import AnswerTemplate, MessageTranslation, Review
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import SignalStatus
from voelspriet.listen.intake.models import DangerTerm, Note, RoutingRule, Signal

pytestmark = [pytest.mark.django_db, pytest.mark.markup]

MOST = 48  # questions to the database for any page; the report of a comparison has most chapters
ROLES = 2  # of a page those are asked that see most of it
CODE = code_of(31_337)
# where what was added must show, or the comparison would compare nothing
GROWS = {
    "workspace:inbox", "workspace:inbox_points", "workspace:signal", "workspace:handovers",
    "workspace:agreements", "workspace:agreement", "workspace:calls", "workspace:translations",
    "workspace:reviews", "workspace:mail", "workspace:stories", "workspace:routing",
    "workspace:people", "workspace:organisations", "workspace:organisation",
    "workspace:templates", "workspace:danger_terms", "workspace:audit",
    "workspace:contact_reads", "workspace:today", "public:neighbourhood", "follow", "feed",
    "workspace:meetings", "workspace:meeting", "area_calendar", "own_calendar",
    "workspace:incidents", "workspace:incident", "workspace:notices",
    "workspace:codebooks", "workspace:codebook", "workspace:coding", "workspace:coding_text",
    "workspace:coding_suggesters",
    "workspace:fragments", "workspace:priority_tasks", "workspace:priority_task", "workspace:works",
    "workspace:safety_checks", "workspace:questionnaires", "workspace:questionnaire",
    "workspace:map_rounds", "workspace:map_round", "workspace:map_notes",
    "workspace:map_photos", "workspace:map_shapes",
    "workspace:studies", "workspace:study", "workspace:source", "workspace:exchange",
    "workspace:urgent_cases",
    "workspace:knowledge", "workspace:tension", "workspace:tension_area",
    "workspace:cases", "workspace:learning_case",
    "workspace:proposals", "workspace:proposal", "workspace:proposal_versions",
    "workspace:study_agreement", "workspace:second_differences",
    "workspace:comparisons", "workspace:comparison",
    "workspace:comparison_help", "workspace:knowledge_entry",
    "workspace:comparison_areas", "workspace:comparison_figure", "workspace:comparison_fragments",
    "workspace:initiatives", "workspace:initiative", "workspace:budgets", "workspace:budget",
    "workspace:contact_moments", "public:initiatives",
    "workspace:plans", "workspace:plan", "workspace:plan_theme", "workspace:plan_ambition",
    "workspace:plan_frame", "workspace:plan_cycle", "workspace:plan_lacks", "workspace:plan_role",
    "workspace:plan_budget", "workspace:plan_budget_paper",
    "workspace:plan_paper", "workspace:plan_evaluation",
    "workspace:plan_public", "public:safety_plan", "public:safety_plan_theme",
    "workspace:plan_programme", "workspace:plan_paper_version", "workspace:plan_paper_changes",
    *NETWORK_GROWS,
    "workspace:evening_links", "workspace:evening_notes", "workspace:evening_floor",
    "workspace:area_agendas", "workspace:area_agenda", "workspace:area_agenda_sheet",
    "workspace:area_agenda_paper", "workspace:area_agenda_version",
    "workspace:area_agenda_changes",
    "workspace:area_agenda_count", "workspace:notice",
    "workspace:priority", "public:agenda", "public:agenda_sheet", "public:agenda_rank",
}  # fmt: skip
_numbers = count(1)


def _around(scene: Scene, number: int) -> None:
    """One more of everything that lists show."""
    town, area = scene.town.municipality, scene.own.area
    organisation = make_organisation(town, name=f"Organisatie {number}")
    make_user(town, Role.HANDLER, organisation=scene.own.organisation)
    make_face(area, first_name=f"Gezicht {number}", organisation=organisation)
    make_street(area, name=f"Laan {number}")
    told = make_signal(area=area, text=f"Iets {number} om te horen", point=point_in(area))
    make_contact(told)
    make_escalation(told)
    make_attachment(told)
    make_handover(told, scene.own.organisation)
    make_bundle(*(make_signal(area=area, text=f"Samen {number} {n}") for n in range(2)))
    make_agreement_row(area, organisation, signals=[told])
    make_agreement_row(area, scene.own.organisation, signals=[told], state="done")
    make_call(area)
    make_delivery(make_answer(told), state=DeliveryState.UNCERTAIN, tried_at=NOON, error="lease")
    turkish = make_signal(area=area, text="Lamba bozuk", language="tr")
    waiting = {"translation_language": "tr", "translation_state": TranslationState.WAITING}
    make_answer(turkish, given_at=None, **waiting)
    with arranging():
        MessageTranslation.objects.create(signal=turkish, reference=f"V-X{number}", asked_at=NOON,
                                          state=TranslationState.WAITING)  # fmt: skip
        # asked of a colleague who is not of the duo: the neighbour's
        Review.objects.create(signal=make_signal(area=scene.neighbour.area), asked_at=NOON)
        Review.objects.create(signal=make_signal(area=area), asked_at=NOON)
        RoutingRule.objects.create(municipality=town, organisation=organisation, area=area)
        AnswerTemplate.objects.create(municipality=town, title=f"Tekst {number}", text="Dank.")
        DangerTerm.objects.create(municipality=town, language="nl", term=f"gevaar {number}")
        for action in ("contact.read", "signal.received"):
            AuditLine.objects.create(at=NOON, municipality_id=town.pk, actor_kind="staff",
                                     actor_name=f"Noor {number}", action=action, subject="signal",
                                     subject_reference="M-OWN1-0001")  # fmt: skip
    _stories(scene, number)
    _meetings(scene, number)
    speak_more(scene.own.parts, organisation, number)
    more_tasks(scene.own.area, scene.own.parts["task"], number)
    more_works(scene.own.area, scene.own.parts["work"], number)
    more_questionnaires(scene.own.area, scene.own.parts["questionnaire"], number)
    more_checks(scene.own.area, scene.own.parts["safety_check"], number)
    _said_and_coded(scene, number)
    more_initiatives(scene.own.area, scene.own.parts, number)
    more_plans(town, scene.own.parts, number)
    more_network(scene, number)
    gather_more(scene.own.parts["evening"], number)
    more_rounds(scene.own.area, scene.own.parts["map_round"], number)
    make_reading(scene.own.area, matter=f"Plek {number}")
    make_case(town, None, title=f"Casus {number}")
    make_case(town, told, title=f"In de maak {number}")
    make_step(scene.own.parts["case"], number + 1)
    make_intervention(town, f"Aanpak van {number}", themes=("contact",), factors=(number % 12 + 1,))
    _agendas(scene, number)
    more_followed_up(scene.own.area, scene.own.organisation, scene.own.parts, number)


def _said_and_coded(scene: Scene, number: int) -> None:
    """One more of what was said in talks, what people made of it, and what was learned from it."""
    more_conversations(scene.own.area, scene.own.parts, scene.own.organisation)
    more_second_codings(scene.own.area, scene.own.parts, *scene.own.duo)
    more_coded(scene.own.area, scene.own.parts)
    make_suggester(make_published(scene.own.area, f"Geleerd {number}"))
    more_comparisons(scene.own.parts, number)


def _agendas(scene: Scene, number: int) -> None:
    """One more agenda, a priority on the one of the scene, an action, and somebody who chose."""
    make_agenda(scene.own.area, year=2000 + number, is_public=False)
    agenda, priority = scene.own.parts["area_agenda"], scene.own.parts["priority"]
    make_paper_comment(agenda.paper_versions.get(number=1), text=f"Opmerking {number}")
    if number:  # the first one of the scene is the newest: it can be commented on
        make_agenda_version(agenda, number=number + 100, why=f"Voor de wijk {number}")
    another = make_priority(agenda, f"Prioriteit {number}")
    if number < 3:
        make_action(priority, scene.own.organisation, what=f"Actie {number}")
    make_action(another, scene.own.organisation, partners=[scene.neighbour.organisation])
    make_voice(agenda, another, priority)


def _stories(scene: Scene, number: int) -> None:
    with arranging():
        for kind in (StoryKind.STRENGTH, StoryKind.COMING, StoryKind.DONE):
            story = Story.objects.create(
                area=scene.own.area, reference=f"S-{kind[:4]}-{number}", kind=kind,
                written_at=NOON, published_at=NOON, state=StoryState.PUBLISHED, checked_by_id=1,
                happens_on=date.today() + timedelta(days=9),  # noqa: DTZ011  what is still coming
            )  # fmt: skip
            for language, _name in settings.LANGUAGES:
                StoryText.objects.create(story=story, language=language, did=f"Buurttafel {number}")


def _meetings(scene: Scene, number: int) -> None:
    """One more of every list with meetings in it, and of what stands on the page of one."""
    coming = timezone.now() + timedelta(days=9)
    texts = {language: f"Onderwerp {number}" for language, _name in settings.LANGUAGES}
    make_meeting(scene.own.area, starts_at=coming, about=texts)
    make_meeting(scene.own.area, starts_at=coming - timedelta(days=20), came={"residents": number})
    meeting = scene.own.parts["meeting"]
    due = make_agreement_row(scene.own.area, scene.own.organisation)
    point = make_point(meeting, f"Punt {number}", closed_at=NOON, agreement=due)
    make_minute(meeting, f"Gezegd {number}", is_decision=True, point=point)
    with arranging():
        meeting.agreements.add(due)


def _inside(scene: Scene, number: int) -> None:
    """One more of everything that the page of one thing shows."""
    signal = scene.own.parts["signal"]
    make_message(signal, text=f"Nog iets {number}")
    make_attachment(signal)
    make_handover(signal, scene.own.organisation)
    make_answer(signal)
    make_question(signal, answered_at=NOON, granted=True)
    agreement = make_agreement_row(scene.own.area, scene.own.organisation, signals=[signal])
    with arranging():
        Note.objects.create(
            signal=signal, text=f"Let op {number}", by_name="Noor", by_id=1, at=NOON
        )
        scene.own.parts["agreement"].signals.add(make_signal(area=scene.own.area))
        agreement.ambitions.add(scene.own.parts["plan_ambition"])
        scene.own.parts["agreement"].ambitions.add(make_ambition(scene.own.parts["plan"]))
        mate = make_signal(area=scene.own.area)
        Signal.objects.filter(pk__in=[mate.pk, signal.pk]).update(
            bundle=scene.own.parts["bundle"], status=SignalStatus.IN_HAND
        )
    make_signal(area=scene.own.area, text=signal.text, received_at=signal.received_at)


def _more(scene: Scene, times: int) -> None:
    for _again in range(times):
        number = next(_numbers)
        _around(scene, number)
        more_proposals(scene.town.municipality, scene.own.parts["proposal"], number)
        _inside(scene, number)


def _answer(client: Client, path: str, data: dict | None = None) -> int:
    """Return the size of a page."""
    response = client.post(path, data) if data else client.get(path)
    assert response.status_code in {200, 302, 404, 405}, (path, response.status_code)
    return len(response.content)


def _ask(client: Client, path: str, data: dict | None = None) -> tuple[int, int, Counter]:
    """Return how often a page asks the database, its size, and what it asks."""
    reset_queries()  # what earlier pages asked would fill the log
    with CaptureQueriesContext(connection) as asked:
        size = _answer(client, path, data)
    kinds = Counter(one["sql"].split(" WHERE ")[0][:300] for one in asked.captured_queries)
    return len(asked), size, kinds


def _pages(scene: Scene) -> list[tuple[str, str, Client, dict | None]]:
    """Return every page by discovery: its name, address, who opens it, and what is sent."""
    pages = []
    for address in staff_addresses():
        if address.name in OPEN_ADDRESSES:
            continue
        path = reverse(address.name, kwargs=kwargs_for(address, scene.own))
        for role in sorted(address.roles):
            client = Client()
            client.force_login(scene.people[role])
            pages.append((f"{address.name} {role}", path, client, None))
    known = {"municipality": scene.town.municipality.slug, "area": scene.own.area.slug,
             "step": "wat", "kind": "school", "file_name": "geen",
             "code": scene.own.parts["map_round"].code,
             "plan_reference": scene.own.parts["plan"].reference,
             "theme_reference": scene.own.parts["plan_theme"].reference,
             "key": scene.own.parts["evening_key"],
             "reference": scene.own.parts["evening"].reference}  # fmt: skip
    helper = helping_client(scene.own.parts["evening"])
    for address in addresses():
        if address.name.startswith("public:"):
            path = reverse(address.name, kwargs={part: known[part] for part in address.parts})
            client = Client() if address.evening_roles is None else helper
            pages.append((address.name, path, client, None))
    pages.append(("follow", "/volgen/", Client(), {"code": CODE}))
    pages.append(("feed", f"/feeds/buurten/{scene.own.area.code}.atom", Client(), None))
    pages.append(
        ("area_calendar", f"/feeds/gebieden/{scene.own.area.code}/agenda.ics", Client(), None)
    )
    with transaction.atomic():
        key = make_calendar_key(by=actor_of(scene.own.duo[0]), at=NOON)
    pages.append(("own_calendar", f"/feeds/collega/{key}/agenda.ics", Client(), None))
    return pages


def _all(scene: Scene, names: set[str]) -> dict[str, tuple[int, int, Counter]]:
    found = {}
    for name, path, client, data in _pages(scene):
        if name not in names:
            continue
        with transaction.atomic():
            found[name] = _ask(client, path, data)
            transaction.set_rollback(True)
    return found


def _telling(scene: Scene) -> set[str]:
    """Return the pages to ask: of each those of the two roles it shows most; else of all roles.

    Every page was opened then: what is kept in memory for all of them is there.
    """
    sizes: dict[str, dict[str, int]] = {}
    for name, path, client, data in _pages(scene):
        with transaction.atomic():
            sizes.setdefault(name.split(" ")[0], {})[name] = _answer(client, path, data)
            transaction.set_rollback(True)
    most = None if THOROUGH else ROLES
    return {
        name
        for shown in sizes.values()
        for name in sorted(shown, key=shown.__getitem__, reverse=True)[:most]
    }


def test_three_things_cost_no_more_questions_than_one():
    scene = make_scene()
    with arranging():
        signal = scene.own.parts["signal"]
        Signal.objects.filter(pk=signal.pk).update(receipt_hash=settings.KEYRING.receipt_hash(CODE))
    _more(scene, 1)
    names = _telling(scene)
    one = _all(scene, names)
    _more(scene, 2)
    three = _all(scene, names)

    grew = {name.split(" ")[0] for name in one if three[name][1] > one[name][1] + 20}
    assert GROWS - grew == set()
    more = {
        name: [f"{times - one[name][2][sql]}× {sql}" for sql, times in asked.items()
               if times > one[name][2][sql]]
        for name, (number, _size, asked) in three.items()
        if number > one[name][0]
    }  # fmt: skip
    assert more == {}
    ranked = sorted(((number, name) for name, (number, *_rest) in three.items()), reverse=True)
    print("\nmost questions to the database for one page:")
    for number, name in ranked[:8]:
        print(f"{number:4} {name}")
    assert ranked[0][0] <= MOST

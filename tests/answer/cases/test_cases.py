# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case to learn from: begun from a signal, told by a person, and cut loose from it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.cases import make_case
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.replies import make_answer
from tests.factories.signals import NOON, make_escalation, make_handover, make_signal
from voelspriet.answer.cases.actions import (
    CaseWords,
    begin_case,
    forget_expired,
    publish_case,
    take_back_case,
    tell_step,
    write_case,
)
from voelspriet.answer.cases.models import LearningCase
from voelspriet.answer.cases.queries import case_detail, cases, drafts
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
CLOSED = NOON + timedelta(days=9)
AT = CLOSED + timedelta(days=31)
TOLD = "Het licht bij de tunnel in de Kadestraat is al weken stuk, vraag het Sanne maar."
WORDS = CaseWords("Het donkere pad", "Wat had u op dag 3 gedaan?", "Eerst bellen, dan schrijven.")


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def adviser(town, area):
    return actor_of(make_duo(town.municipality, area)[0])


def _closed(area, **more):
    values = {"status": "answered", "closed_at": CLOSED, "owed": False, "text": TOLD}
    return make_signal(area=area, **values | more)


def _begin(signal, by, title="Het donkere pad", at=AT):
    return begin_case(signal_reference=signal.reference, title=title, by=by, at=at)


def test_a_path_is_days_and_roles_without_a_word_a_name_or_a_place(town, area, adviser):
    signal = _closed(area)
    police = make_organisation(town.municipality, name="Basisteam Kade", kind="police")
    make_handover(signal, police, at=NOON + timedelta(days=1))
    make_agreement_row(
        area, police, signals=[signal], state="done", made_at=NOON + timedelta(days=3),
        ended_at=NOON + timedelta(days=6),
    )  # fmt: skip
    make_escalation(signal, at=NOON + timedelta(days=2))
    make_answer(signal, kind="final", given_at=NOON + timedelta(days=8), by_name="Noor Visser")
    reference = _begin(signal, adviser)
    steps = case_detail(reference=reference, by=adviser).steps
    assert [(one.day, one.kind_label, one.role_label) for one in steps] == [
        (0, "Melding ontvangen", "Melder"),
        (1, "Overgedragen", "Politie"),
        (2, "Opgeschaald: een klok liep af", "Procesdirecteur of bestuurder"),
        (3, "Afspraak gemaakt", "Politie"),
        (6, "Afspraak gedaan", "Politie"),
        (8, "Antwoord gegeven", "Gebiedsadviseur"),
        (9, "Gesloten", "Vanzelf"),
    ]
    stored = " ".join(str(one.__dict__) for one in LearningCase.objects.get().steps.all())
    for word in ("Kade", "Noor", "tunnel", "Basisteam"):
        assert word not in stored
    line = AuditLine.objects.get(action="case.begin")
    assert signal.reference not in str(line.__dict__)


def test_once_colleagues_read_it_nothing_leads_back(town, area, adviser):
    signal = _closed(area)
    reference = _begin(signal, adviser)
    handler = actor_of(make_user(town.municipality, Role.HANDLER))
    with pytest.raises(OutOfScope):
        case_detail(reference=reference, by=handler)
    assert [row.reference for row in drafts(by=adviser)] == [reference]
    with pytest.raises(Refused):
        publish_case(reference=reference, by=adviser, at=AT)
    write_case(reference=reference, words=WORDS, by=adviser, at=AT)
    with pytest.raises(Refused):  # nobody told yet what it was about
        publish_case(reference=reference, by=adviser, at=AT)
    tell_step(reference=reference, position=1, told="Een lamp brandde niet.", by=adviser, at=AT)
    publish_case(reference=reference, by=adviser, at=AT)
    assert LearningCase.objects.get().signal_id is None
    detail = case_detail(reference=reference, by=handler)
    assert (detail.signal_reference, detail.lessons) == ("", WORDS.lessons)
    assert [row.title for row in cases(by=handler).items] == [WORDS.title]
    assert drafts(by=adviser) == ()
    for change in (
        lambda: write_case(reference=reference, words=WORDS, by=adviser, at=AT),
        lambda: tell_step(reference=reference, position=1, told="x", by=adviser, at=AT),
        lambda: publish_case(reference=reference, by=adviser, at=AT),
        lambda: take_back_case(reference=reference, by=handler, at=AT),
        lambda: case_detail(reference=reference, by=resident(town.municipality.pk)),
    ):
        with pytest.raises(OutOfScope):
            change()
    take_back_case(reference=reference, by=adviser, at=AT)
    assert not LearningCase.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"status": "in_hand", "closed_at": None},
        {"closed_at": AT - timedelta(days=29)},
        {"person_flag": "rules"},
        {"permission": "refused"},
        {"openness": "confidential"},
        {"withdrawn_at": CLOSED},
    ],
)
def test_which_signals_become_no_case(area, adviser, more):
    with pytest.raises(Refused):
        _begin(_closed(area, **more), adviser)
    assert not LearningCase.objects.exists()


def test_only_who_answers_for_a_signal_begins_a_case(town, area):
    signal = _closed(area)
    neighbour = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    for by in (neighbour, director, resident(town.municipality.pk)):
        with pytest.raises(OutOfScope):
            _begin(signal, by)


@pytest.mark.parametrize(
    "told",
    [
        "Meneer Jansen belde elke dag.",
        "Bel 0612345678.",
        "De Marokkaanse buurman kwam langs.",
        "Het was in Waterrijk wijk 1 te donker.",
        "Iemand zei: het licht bij de tunnel in de straat is uit.",
        "x" * 401,
    ],
)
def test_what_a_summary_refuses(area, adviser, told):
    reference = _begin(_closed(area), adviser)
    with pytest.raises(Refused) as refused:
        tell_step(reference=reference, position=1, told=told, by=adviser, at=AT)
    assert refused.value.field == "told"


def test_doubt_about_a_name_can_be_set_aside_and_a_number_cannot(area, adviser):
    reference = _begin(_closed(area), adviser)
    change = {"reference": reference, "position": 1, "by": adviser, "at": AT, "is_nobody": True}
    tell_step(told="Meneer Kade is de naam van het gebouw.", **change)
    with pytest.raises(Refused):
        tell_step(told="Bel 0612345678.", **change)


def test_drafts_end_after_90_days_and_cases_after_five_years(town, area):
    signal = _closed(area)
    make_case(town.municipality, signal, made_at=AT - timedelta(days=91))
    kept = make_case(town.municipality, signal, made_at=AT - timedelta(days=89))
    make_case(town.municipality, None, published_at=AT - timedelta(days=1827))
    lasting = make_case(town.municipality, None, published_at=AT - timedelta(days=1825))
    by = system("cases.forget")
    assert forget_expired(by=by, at=AT) == 2
    assert forget_expired(by=by, at=AT) == 0
    assert set(LearningCase.objects.values_list("pk", flat=True)) == {kept.pk, lasting.pk}

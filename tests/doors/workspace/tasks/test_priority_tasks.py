# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priority tasks as they are written, started and looked back on; nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_user
from tests.factories.tasks import DESIGN, departments_of, make_line, make_task, running
from voelspriet.act.agenda.models import PriorityTask
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("workspace:priority_tasks"), reverse("workspace:priority_task_new")
TODAY = dutch_day(timezone.now())


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def writer(client, town):
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    return client


@pytest.fixture
def values(area):
    first, second = departments_of(area)
    return {
        "title": "Het plein weer van iedereen", "origin": "policy", "origin_words": "",
        "college_decided_on": TODAY.isoformat(), "area": area.pk, "executive": "wethouder wonen",
        "process_owner": "Gebiedsadviseur", "accountable": first.pk, "second": second.pk,
        "working_agreement": "Samen een veilig plein.", "result_1": "Meer mensen",
        "measure_1": "Van 40 naar 60",
    }  # fmt: skip


def page(task, name="priority_task"):
    return reverse(f"workspace:{name}", args=[task.reference])


def test_a_task_is_written_down_from_the_list(writer, values, town):
    assert NEW in writer.get(LIST).text
    assert 'value="Gebiedsadviseur"' in writer.get(NEW).text
    values |= {"also_areas": [town.neighbourhoods[1].pk], "result_2": "Bewoners doen mee",
               "measure_2": "Twintig", "is_process_2": "on"}  # fmt: skip
    answer = writer.post(NEW, values)
    task = PriorityTask.objects.get()
    assert answer["Location"] == page(task)
    text = writer.get(page(task)).text
    assert "Bewoners doen mee" in text
    assert "Proces" in text
    assert "Het plein weer van iedereen" in writer.get(LIST).text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"second": "SAME"}, "een opgave doen er ten minste twee"),
        ({"second": ""}, "id_second_error"),
        ({"accountable": ""}, "id_accountable_error"),
        ({"executive": " "}, "id_executive_error"),
        ({"process_owner": ""}, "id_process_owner_error"),
        ({"working_agreement": ""}, "id_working_agreement_error"),
        ({"result_1": ""}, "id_result_1_error"),
        ({"measure_1": " "}, "id_measure_1_error"),
        ({"result_2": "Iets"}, "Schrijf op hoe u dit meet."),
        ({"measure_3": "Iets"}, "Schrijf op welk resultaat dit meet."),
        ({"origin": "other"}, "Schrijf op waar de opgave vandaan komt."),
        ({"college_decided_on": ""}, "id_college_decided_on_error"),
        ({"college_decided_on": "2999-01-01"}, "id_college_decided_on_error"),
        ({"area": "99999"}, "id_area_error"),
    ],
)
def test_a_rule_is_told_beside_its_field_and_nothing_typed_is_lost(writer, values, wrong, words):
    wrong = {name: values["accountable"] if one == "SAME" else one for name, one in wrong.items()}
    answer = writer.post(NEW, values | wrong)
    assert answer.status_code == 422
    assert words in answer.text
    if "title" not in wrong:
        assert 'value="Het plein weer van iedereen"' in answer.text
    assert not PriorityTask.objects.exists()


def test_starting_asks_the_design_once(writer, area):
    task = make_task(area)
    there = page(task, "priority_task_start")
    sent = {"started_on": TODAY.isoformat(), **DESIGN}
    answer = writer.post(there, sent | {"criteria": ""})
    assert answer.status_code == 422
    assert DESIGN["effect_expected"] in answer.text
    early = {"review_on": (TODAY + timedelta(days=300)).isoformat()}
    assert "van 12 tot 13 maanden" in writer.post(there, sent | early).text
    writer.post(there, sent)
    task.refresh_from_db()
    assert (task.started_on, task.review_after_days) == (TODAY, 372)
    assert writer.get(there).status_code == 404
    text = writer.get(page(task, "priority_task_edit")).text
    assert 'name="result_1"' not in text
    assert DESIGN["criteria"] not in text


def test_changing_after_the_start_keeps_what_was_promised(writer, area):
    task = make_task(area, **running())
    first, second = departments_of(area)
    sent = {"title": "Nieuwe naam", "area": area.pk, "executive": "wethouder zorg",
            "process_owner": "Gebiedsadviseur", "accountable": second.pk,
            "second": first.pk}  # fmt: skip
    assert writer.post(page(task, "priority_task_edit"), sent).status_code == 302
    task.refresh_from_db()
    assert (task.title, task.accountable_department) == ("Nieuwe naam", second)
    assert task.first_result == "Er komen meer mensen op het plein"


def test_looking_back_after_a_year(writer, area):
    task = make_task(area, **running())
    assert "Kijk nu terug" in writer.get(LIST).text
    there = page(task, "priority_task_review")
    sent = {"results": "Tien van twaalf.", "cooperation": "Elke maand.", "one_mouth": "partly"}
    answer = writer.post(there, sent)
    assert answer.status_code == 422
    assert "Tien van twaalf." in answer.text
    writer.post(there, sent | {"agreements_kept": "yes"})
    text = writer.get(page(task)).text
    assert "Tien van twaalf." in text
    assert "Voor een deel" in text
    assert writer.get(there).status_code == 404
    assert task.title in writer.get(f"{LIST}?toon=voorbij").text
    assert task.title not in writer.get(LIST).text


def test_advisers_add_what_they_hear_and_cannot_steer(client, town, area):
    client.force_login(make_duo(town.municipality, area)[0])
    task = make_task(area, **running())
    text = client.get(page(task)).text
    assert 'value="hear"' in text
    assert 'value="steer"' not in text
    assert 'value="stop"' not in text
    sent = {"deed": "hear", "text": "Twee verhalen", "one_mouth": "no", "agreements_kept": "yes"}
    assert client.post(page(task), sent | {"one_mouth": ""}).status_code == 422
    client.post(page(task), sent)
    assert "Twee verhalen" in client.get(page(task)).text
    assert client.post(page(task), {"deed": "steer", "text": "x"}).status_code == 422
    assert client.post(page(task), {"deed": "weg"}).status_code == 404
    assert client.get(NEW).status_code == 403


def test_the_executive_reads_and_finds_nothing_to_press(client, town, area):
    client.force_login(make_user(town.municipality, Role.EXECUTIVE))
    task = make_task(area, **running())
    make_line(task)
    with arranging():
        task.results.create(number=2, result="Meer licht", measure="Lampen", is_process=False)
    for there in (LIST, page(task)):
        text = client.get(there).text
        assert task.title in text
        assert "<textarea" not in text
        assert NEW not in text


def test_a_town_with_one_department_is_told_what_is_missing(writer):
    assert "twee afdelingen nodig" in writer.get(NEW).text

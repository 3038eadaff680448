# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff pages of answering: calls, translations, reviews, mail and the answer form."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_user
from tests.factories.replies import (
    make_answer,
    make_call,
    make_delivery,
    make_followed,
    make_mailed,
    make_template,
)
from tests.factories.signals import NOON, make_bundle, make_signal
from voelspriet.answer.replies import actions
from voelspriet.answer.replies.models import Answer, CallBack, Delivery, Review
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.models import Signal


@pytest.fixture
def town(db):  # noqa: ARG001  a fixture opens the database
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


def signed_in(user) -> Client:
    client = Client()
    with arranging():
        client.force_login(user)
    return client


@pytest.fixture
def adviser(town, area) -> Client:
    return signed_in(make_duo(town.municipality, area)[0])


@pytest.fixture
def colleague(town) -> Client:
    return signed_in(make_user(town.municipality, area=town.neighbourhoods[1], first_name="Karim"))


def body(response) -> str:
    return response.content.decode()


def test_an_answer_goes_out_and_the_page_says_so(area, adviser):
    signal = make_signal(area=area)
    url = f"/werk/meldingen/{signal.reference}/antwoord/"
    answer = adviser.post(url, {"text": "De lamp is gemaakt.", "kind": "final"})
    assert answer.status_code == 302
    assert answer["Location"] == f"/werk/meldingen/{signal.reference}/"
    assert Answer.objects.get().by_name.startswith("Noor")


def test_with_one_answer_it_is_done_and_answered(area, adviser):
    signal = make_signal(area=area)
    here = f"/werk/meldingen/{signal.reference}/"
    box = '<input type="checkbox" name="done" id="id_done" aria-describedby="id_done_helptext"'
    assert f"{box} checked>" in body(adviser.get(here))
    refused = adviser.post(f"{here}antwoord/", {"text": "", "kind": "final"})
    assert f"{box}>" in body(refused)
    adviser.post(f"{here}antwoord/", {"text": "Gemaakt.", "kind": "final", "done": "on"})
    signal.refresh_from_db()
    assert signal.status == "answered"
    assert box not in body(adviser.get(here))


def test_without_the_tick_an_answer_leaves_the_report_in_hand(area, adviser):
    signal = make_signal(area=area, status="in_hand")
    url = f"/werk/meldingen/{signal.reference}/antwoord/"
    adviser.post(url, {"text": "Morgen meer.", "kind": "final"})
    signal.refresh_from_db()
    assert (signal.status, signal.answers_owed) == ("in_hand", 0)


def test_a_bundle_is_done_and_answered_with_one_text(area, adviser):
    bundled = [make_signal(area=area), make_signal(area=area)]
    bundle = make_bundle(*bundled)
    assert 'id="bundel-gedaan"' in body(adviser.get(f"/werk/meldingen/{bundled[0].reference}/"))
    url = f"/werk/bundels/{bundle.reference}/antwoord/"
    again = adviser.post(url, {"text": " ", "kind": "final", "done": "on"})
    assert 'name="done"' in body(again)
    adviser.post(url, {"text": "Gedaan.", "kind": "final", "done": "on"})
    assert set(Signal.objects.values_list("status", flat=True)) == {"answered"}


def test_the_page_says_that_a_template_alone_is_no_answer(area, adviser):
    signal = make_signal(area=area)
    template = make_template(area)
    url = f"/werk/meldingen/{signal.reference}/antwoord/"
    sent = adviser.post(url, {"text": template.text, "kind": "final"}, follow=True)
    assert "telt niet als antwoord" in body(sent)
    assert Signal.objects.get().answers_owed == 1


def test_an_empty_answer_is_refused_beside_its_field(area, adviser):
    signal = make_signal(area=area)
    url = f"/werk/meldingen/{signal.reference}/antwoord/"
    answer = adviser.post(url, {"text": "", "kind": "interim"})
    assert answer.status_code == 422
    assert 'href="#id_text"' in body(answer)
    assert 'value="interim" id="id_kind_1" checked' in body(answer)


def test_a_bundle_is_answered_with_one_text(area, adviser):
    bundled = [make_signal(area=area), make_signal(area=area)]
    bundle = make_bundle(*bundled)
    url = f"/werk/bundels/{bundle.reference}/antwoord/"
    empty = adviser.post(url, {"text": " ", "kind": "final"})
    assert empty.status_code == 422
    sent = {"text": "Gedaan.", "kind": "final", "next_reference": bundled[0].reference}
    assert adviser.post(url, sent)["Location"] == f"/werk/meldingen/{bundled[0].reference}/"
    assert Answer.objects.count() == 2


def test_reading_a_number_is_logged_with_its_reason_and_never_in_the_list(area, adviser):
    call = make_call(area)
    assert "0612345678" not in body(adviser.get("/werk/terugbellen/"))
    url = f"/werk/terugbellen/{call.signal.reference}/nummer/"
    assert "0612345678" in body(adviser.post(url, {"reason": "Terugbellen"}))
    assert AuditLine.objects.get(action="contact.read").reason == "Terugbellen"
    refused = adviser.post(url, {"reason": ""}, follow=True)
    assert "0612345678" not in body(refused)


def test_a_call_is_logged_with_what_was_said(area, adviser):
    call = make_call(area)
    url = f"/werk/terugbellen/{call.signal.reference}/"
    wrong = adviser.post(url, {"result": "no_answer", "said": "Morgen.", "kind": "final"})
    assert wrong.status_code == 422
    assert "Morgen." in body(wrong)
    adviser.post(url, {"result": "reached", "said": "Morgen.", "kind": "final"})
    assert CallBack.objects.get().state == "reached"
    assert Signal.objects.get().answers_owed == 0


def test_giving_up_too_early_says_why(area, adviser):
    call = make_call(area)
    url = f"/werk/terugbellen/{call.signal.reference}/stoppen/"
    assert "Bel eerst drie keer" in body(adviser.post(url, follow=True))


def test_a_translation_stands_side_by_side_and_leads_to_the_next(area, adviser):
    for text in ("Lamba bozuk.", "Çöp var."):
        actions.catch_up(signal_id=make_signal(area=area, text=text, language="tr").pk, at=NOON)
    listed = adviser.get("/werk/vertalen/")
    first = listed.context["tasks"][0].reference
    page = body(adviser.get(f"/werk/vertalen/{first}/"))
    assert "Lamba bozuk." in page
    assert 'lang="nl"' in page
    done = adviser.post(f"/werk/vertalen/{first}/", {"text": "De lamp is stuk.", "next": "1"})
    assert done["Location"].startswith("/werk/vertalen/V-")
    assert adviser.get(f"/werk/vertalen/{first}/").status_code == 404


def test_a_review_is_for_a_colleague_and_ends_on_the_follow_page(area, adviser, colleague):
    signal, _code = make_followed(area, owed=False, status="answered", reopened=1)
    make_answer(signal)
    with arranging():
        Review.objects.create(signal=signal, asked_at=NOON)
    url = f"/werk/herbeoordelen/{signal.reference}/"
    assert adviser.get(url).status_code == 404
    page = body(colleague.get(url))
    assert signal.text not in page
    assert "De lamp is gemaakt." in page
    colleague.post(url, {"outcome": "disagree", "reason": "Wij blijven erbij."})
    assert Review.objects.get().outcome == "disagree"


def test_failed_and_uncertain_mail_is_shown_and_sent_again(area, adviser, colleague):
    delivery = make_delivery(make_answer(make_mailed(area)), state="uncertain", tried_at=NOON)
    page = body(adviser.get("/werk/verzonden/"))
    assert "Mail staat niet aan" in page
    assert "Onzeker" in page
    assert "sanne@voorbeeld.nl" not in page
    url = f"/werk/verzonden/{delivery.pk}/opnieuw/"
    assert colleague.post(url).status_code == 404
    adviser.post(url)
    assert Delivery.objects.get().state == "waiting"


@pytest.mark.parametrize("path", ["terugbellen", "vertalen", "herbeoordelen", "verzonden"])
@pytest.mark.parametrize("role", [Role.HANDLER, Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_other_roles_do_not_come_in(town, path, role):
    client = signed_in(make_user(town.municipality, role))
    # an administrator sees there the mail to colleagues that stopped, and nothing of residents
    may = (role, path) == (Role.ADMINISTRATOR, "verzonden")
    assert client.get(f"/werk/{path}/").status_code == (200 if may else 403)


@pytest.mark.parametrize("path", ["terugbellen", "vertalen", "verzonden"])
def test_lists_ask_as_much_for_three_as_for_one(area, adviser, path, django_assert_max_num_queries):
    def make():
        make_call(area)
        make_delivery(make_answer(make_mailed(area)), state="failed", tried_at=NOON)
        actions.catch_up(signal_id=make_signal(area=area, language="tr").pk, at=NOON)

    make()
    with CaptureQueriesContext(connection) as queries:
        adviser.get(f"/werk/{path}/")
    make()
    make()
    with django_assert_max_num_queries(len(queries)):
        adviser.get(f"/werk/{path}/")


def test_script_in_what_somebody_wrote_is_inert(area, adviser):
    signal = make_signal(area=area, text="<script>alert(1)</script>", language="tr")
    actions.catch_up(signal_id=signal.pk, at=NOON)
    assert "<script>alert" not in body(adviser.get("/werk/vertalen/"))

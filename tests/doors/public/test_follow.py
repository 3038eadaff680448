# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The follow page: the code opens it and is nowhere else; what somebody wrote is never shown."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_duo
from tests.factories.replies import make_answer, make_followed, make_question
from tests.factories.signals import make_signal
from voelspriet.answer.replies.models import Rating, Review
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.references import grouped
from voelspriet.listen.intake.models import FailedCode, Message, Signal

PAGE = "/volgen/"
REPORT = "Achter flat Boekanier staat elke avond een wit busje."
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.fixture
def area(db):  # noqa: ARG001  a fixture opens the database
    town = make_town()
    make_duo(town.municipality, town.neighbourhoods[0])
    return town.neighbourhoods[0]


@pytest.fixture
def page():
    return Client()


def post(page: Client, code: str, do: str = "open", **data: str):
    return page.post(PAGE, {"code": code, "do": do} | data)


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code,
        grouped,
        lambda code: grouped(code).replace(" ", "-"),
        lambda code: f"  {grouped(code).translate(ARABIC)} ",
    ],
)
def test_a_code_opens_however_it_is_typed(area, page, typed):
    _signal, code = make_followed(area)
    answer = post(page, typed(code))
    assert answer.status_code == 200
    assert "Noor" in answer.content.decode()
    assert "15 september 2026" in answer.content.decode()


def test_the_code_is_in_no_address_cookie_session_or_cache(area, page):
    _signal, code = make_followed(area)
    answer = post(page, code)
    assert code not in str(answer.cookies)
    assert "werksessie" not in answer.cookies
    assert "no-store" in answer["Cache-Control"]
    body = answer.content.decode()
    assert body.count(code) == body.count(f'type="hidden" name="code" value="{code}"')


def test_what_the_reporter_wrote_is_never_shown_again(area, page):
    _signal, code = make_followed(area, text=REPORT)
    post(page, code, "write", text="Het busje is er weer.", submission="a")
    shown = post(page, code).content.decode()
    assert "U schreef ons verder." in shown
    assert "busje" not in shown
    assert "Boekanier" not in shown


@pytest.mark.parametrize(
    "wrong", ["", "1234", "9999 9999 9999 9999", "abcd efgh ijkl mnop", "9" * 79, "<script>"]
)
def test_every_wrong_code_gets_the_same_page(area, page, wrong):  # noqa: ARG001
    answer = post(page, wrong)
    assert answer.status_code == 422
    assert "Deze code klopt niet" in answer.content.decode()
    assert "<script>" not in answer.content.decode().split("<main")[1]


def test_wrong_codes_are_counted_together_and_a_right_one_is_never_refused(area, page):
    _signal, code = make_followed(area)
    for number in range(70):
        post(page, f"{number:016d}")
    assert sum(FailedCode.objects.values_list("count", flat=True)) == 60
    assert "wacht een minuut" in post(page, "1" * 16).content.decode()
    assert post(page, code).status_code == 200


def test_what_somebody_writes_further_reaches_us_once(area, page):
    signal, code = make_followed(area)
    for _press in range(2):
        answer = post(page, code, "write", text="Er is nieuws.", submission="same")
    assert answer.status_code == 200
    assert [message.text for message in Message.objects.all()] == ["Er is nieuws."]
    assert Signal.objects.get(pk=signal.pk).answers_owed == 2


def test_nothing_typed_is_lost_when_it_is_refused(area, page):
    _signal, code = make_followed(area)
    long = "te lang " * 700
    answer = post(page, code, "write", text=long, submission="a")
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()
    assert not Message.objects.exists()


def test_yes_and_no_say_what_they_mean_and_a_yes_opens_the_lock(area, page):
    signal, code = make_followed(area, permission="locked")
    make_question(signal)
    shown = post(page, code).content.decode()
    assert "Mogen wij dit met de verhuurder bespreken?" in shown
    assert "Anderen kunnen dan merken" in shown
    answer = post(page, code, "permit", granted="yes", reference=signal.reference)
    assert "U zei ja." in answer.content.decode()
    assert Signal.objects.get(pk=signal.pk).permission == "granted"


def test_a_no_keeps_the_lock(area, page):
    signal, code = make_followed(area, permission="locked")
    make_question(signal)
    post(page, code, "permit", granted="no")
    assert Signal.objects.get(pk=signal.pk).permission == "refused"
    assert post(page, code, "permit", granted="yes").status_code == 422


def test_a_question_of_another_report_cannot_be_answered_with_this_code(area, page):
    _signal, code = make_followed(area)
    other = make_signal(area=area, permission="locked")
    make_question(other)
    assert post(page, code, "permit", granted="yes", reference=other.reference).status_code == 422
    assert Signal.objects.get(pk=other.pk).permission == "locked"


def closed(area):
    signal, code = make_followed(area, owed=False, status="answered")
    make_answer(signal, translation="Lamba onarıldı.", translation_language="tr")
    return signal, code


def test_an_answer_stands_with_the_original_beside_it(area, page):
    shown = post(page, closed(area)[1]).content.decode()
    assert '<blockquote class="vs-quote" lang="tr" dir="auto"><p>Lamba onarıldı.</p>' in shown
    assert "De lamp is gemaakt." in shown
    assert "Anna" in shown
    assert "Adviseur" not in shown.replace("Uw adviseurs", "").split("vs-thread")[1]


def test_a_first_no_reopens_and_a_second_goes_to_a_colleague(area, page):
    signal, code = closed(area)
    first = post(page, code, "rate", face="no", words="Nog stuk.", reference=signal.reference)
    assert "Wij gaan er opnieuw naar kijken" in first.content.decode()
    assert Signal.objects.get(pk=signal.pk).status == "in_hand"
    with arranging():
        signal.debts.all().delete()
        Signal.objects.filter(pk=signal.pk).update(status="answered", answers_owed=0)
    assert "may_read" in post(page, code).content.decode()
    second = post(page, code, "rate", face="no", may_read="on", reference=signal.reference)
    assert "Een collega die hier nog niet bij was" in second.content.decode()
    assert Review.objects.get().may_read_report
    assert "Nog stuk." not in second.content.decode()


def test_a_rating_without_a_face_keeps_the_words(area, page):
    signal, code = closed(area)
    answer = post(page, code, "rate", words="Ik mis iets.", reference=signal.reference)
    assert answer.status_code == 422
    assert "Ik mis iets." in answer.content.decode()
    assert not Rating.objects.exists()


def test_taking_it_back_ends_it(area, page):
    signal, code = make_followed(area, text=REPORT)
    answer = post(page, code, "withdraw")
    assert "ingetrokken" in answer.content.decode()
    row = Signal.objects.get(pk=signal.pk)
    assert row.withdrawn_at is not None
    assert row.text == ""
    assert post(page, code, "write", text="Toch?", submission="b").status_code == 422


def test_every_observation_of_a_bundle_form_is_shown(area, page):
    first, code = make_followed(area)
    second = make_signal(area=area, told_with=first, status="in_hand")
    shown = post(page, code).content.decode()
    assert "Bericht 1 van 2" in shown
    assert second.reference in shown


def test_script_in_an_answer_is_inert(area, page):
    signal, code = make_followed(area)
    make_answer(signal, text="<script>alert(1)</script>")
    assert "<script>alert" not in post(page, code).content.decode()


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_another_language_takes_the_code_along(area, language):
    _signal, code = make_followed(area)
    answer = Client().post(f"/{language}/volgen/", {"code": code, "do": "open"})
    body = answer.content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in body
    assert 'formaction="/volgen/"' in body


def test_looking_leaves_no_trace(area, page):
    _signal, code = make_followed(area)
    post(page, code)
    assert not AuditLine.objects.exists()


def test_the_page_asks_for_the_form_of_this_site(area):
    _signal, code = make_followed(area)
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(PAGE, {"code": code, "do": "withdraw"}).status_code == 403
    assert Signal.objects.get().withdrawn_at is None

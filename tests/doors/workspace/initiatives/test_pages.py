# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An adviser answers, decides, settles and keeps the money; who reads along reads no words."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.factories.areas import make_town
from tests.factories.initiatives import make_budget, make_initiative, make_line, make_statement
from tests.factories.people import make_duo, make_user
from voelspriet.act.initiatives.models import AreaBudget, BudgetLine, Initiative
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.money import written

pytestmark = pytest.mark.django_db
LIST, MONEY = "/werk/initiatieven/", "/werk/budgetten/"


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def adviser(town, area):
    client = Client()
    client.force_login(make_duo(town.municipality, area)[0])
    return client


@pytest.fixture
def keeper(town):
    client = Client()
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    return client


def post(client: Client, made: Initiative, deed: str, **data: object):
    return client.post(f"{LIST}{made.reference}/", {"deed": deed} | data, follow=True)


def test_who_waits_longest_stands_on_top_with_the_days(adviser, area):
    make_initiative(area, title="Later", due_on=date(2026, 12, 1))
    make_initiative(area, title="Eerst", due_on=date(2026, 9, 1))
    body = adviser.get(LIST).content.decode()
    assert body.index("Eerst") < body.index("Later")
    assert "werkdagen" in body
    assert "Te laat" in adviser.get(f"{LIST}?welke=late").content.decode()


def test_an_adviser_answers_and_decides(adviser, area):
    made = make_initiative(area)
    promised = date.today() + timedelta(days=7)  # noqa: DTZ011
    done = post(adviser, made, "answer", text="Wij komen kijken.", promised_on=promised.isoformat())
    assert "Uw bericht staat op de volgpagina" in done.content.decode()
    wrong = post(adviser, made, "decide", outcome="granted", reason="")
    assert wrong.status_code == 422
    assert 'id="id_decide_reason_error"' in wrong.content.decode()
    post(adviser, made, "decide", outcome="granted", reason="Een mooi plan.")
    made.refresh_from_db()
    assert (made.decision, made.waiting_since) == ("granted", None)


def test_a_reason_that_reads_hard_says_so(adviser, area):
    made = make_initiative(area)
    long = " ".join(["verantwoordelijkheidsverdelingen en besluitvormingsprocedures"] * 20)
    body = post(adviser, made, "decide", outcome="refused", reason=long).content.decode()
    assert "Dit leest niet makkelijk" in body


def test_contradictions_are_settled_on_the_page(adviser, area):
    made = make_initiative(area, is_contradicted=True, status="active")
    stopped = make_statement(made, "stopped", source="Hoofdstuk 5")
    make_statement(made, "active", source="Zelf gezien")
    body = adviser.get(f"{LIST}{made.reference}/").content.decode()
    assert "Deze uitspraken spreken elkaar tegen" in body
    post(adviser, made, f"settle-{stopped.pk}", why="Gebeld met het buurthuis.")
    after = adviser.get(f"{LIST}{made.reference}/").content.decode()
    assert "Gebeld met het buurthuis." in after
    assert "Deze uitspraken spreken elkaar tegen" not in after


def test_public_words_name_nobody(adviser, area):
    made = make_initiative(area, may_list=True)
    wrong = post(adviser, made, "text-nl", title="Koken met meneer Jansen", about="")
    assert wrong.status_code == 422
    assert "Dit lijkt naar een persoon te wijzen" in wrong.content.decode()
    refused = post(adviser, made, "list")
    assert "Schrijf eerst de Nederlandse tekst" in refused.content.decode()
    post(adviser, made, "text-nl", title="Samen koken", about="Elke donderdag.")
    post(adviser, made, "list")
    made.refresh_from_db()
    assert made.listed_at is not None
    post(adviser, made, "sensitive")
    made.refresh_from_db()
    assert (made.listed_at, made.is_sensitive) == (None, True)


def test_a_contact_is_shown_once_asked_for_with_a_reason(adviser, area):
    made = make_initiative(area, contact="ik@voorbeeld.nl")
    assert "ik@voorbeeld.nl" not in adviser.get(f"{LIST}{made.reference}/").content.decode()
    shown = post(adviser, made, "contact", reason="Een afspraak maken")
    assert "ik@voorbeeld.nl" in shown.content.decode()
    assert AuditLine.objects.filter(action="contact.read").count() == 1


def test_what_may_fit_together_is_suggested_with_why(adviser, area):
    first = make_initiative(area, idea="Soep koken", who_missing="Jongeren die helpen")
    make_initiative(area, title="Jeugd kookt", idea="Leren koken", open_for="jongeren")
    make_initiative(area, title="Fietsen maken", idea="Repareren op zaterdag")
    make_initiative(area, title="Gevoelig ding", idea="Koken met jongeren", is_sensitive=True)
    body = adviser.get(f"{LIST}{first.reference}/").content.decode()
    assert "Jeugd kookt" in body
    assert "Wie de een mist, heeft de ander: jongeren" in body
    assert "Fietsen maken" not in body
    assert "Gevoelig ding" not in body


def test_who_reads_along_finds_no_words_of_the_starter(keeper, area):
    made = make_initiative(area, idea="Geheime woorden", who="Geheime mensen")
    body = keeper.get(f"{LIST}{made.reference}/").content.decode()
    assert "Geheime" not in body
    assert "Initiatief zonder titel" in keeper.get(LIST).content.decode()
    refused = post(keeper, made, "decide", outcome="granted", reason="Ja")
    assert "Alleen de adviseur van dit gebied" in refused.content.decode()


def test_a_policy_adviser_sets_a_budget_and_an_adviser_spends_it(keeper, adviser, area):
    values = {"area": area.pk, "year": date.today().year, "kind": "livability"}  # noqa: DTZ011
    keeper.post(MONEY, values | {"rate": "2,00"})
    budget = AreaBudget.objects.get()
    assert budget.amount_euro_cents == 480_000
    assert adviser.post(MONEY, values).status_code == 404
    made = make_initiative(area)
    post(adviser, made, "ask", budget=budget.pk, what="Pannen", amount="€ 4.900,50")
    line = BudgetLine.objects.get()
    assert (line.initiative, line.requested_euro_cents) == (made, 490_050)
    where = f"{MONEY}{budget.pk}/"
    wrong = adviser.post(where, {"deed": f"promise-{line.pk}", "amount": "4900,50"})
    assert wrong.status_code == 422
    assert written(480_000) in wrong.content.decode()
    assert 'value="4900,50"' in wrong.content.decode()
    adviser.post(where, {"deed": f"promise-{line.pk}", "amount": "4800"})
    adviser.post(where, {"deed": f"spend-{line.pk}", "amount": "4000,00"})
    budget.refresh_from_db()
    assert budget.bound_euro_cents == 400_000
    assert written(80_000) in adviser.get(MONEY).content.decode()


def test_a_budget_needs_a_rate_or_an_amount_beside_the_field(keeper, area):
    values = {"area": area.pk, "year": 2026, "kind": "project", "rate": "", "amount": "veel"}
    page = keeper.post(MONEY, values)
    assert page.status_code == 422
    assert "veel" in page.content.decode()
    assert keeper.post(MONEY, values | {"amount": ""}).status_code == 422


def test_the_lines_of_a_year_come_as_a_stream_no_spreadsheet_runs(keeper, area):
    budget = make_budget(area)
    make_line(budget, what="=SOM(A1)")
    response = keeper.post("/werk/budgetten/regels.csv", {"jaar": str(budget.year)})
    assert response.streaming
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert rows[0][:3] == ["jaar", "gebied", "soort"]
    assert rows[1][3] == "'=SOM(A1)"
    assert rows[1][7] == "50.00"


def test_a_deed_that_is_none_is_not_there(adviser, area):
    made = make_initiative(area)
    assert adviser.post(f"{LIST}{made.reference}/", {"deed": "anders"}).status_code == 404
    assert adviser.post(f"{LIST}I-0000-NEEN/", {"deed": "list"}).status_code == 404

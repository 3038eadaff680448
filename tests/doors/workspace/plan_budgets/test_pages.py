# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan on its pages: typed, changed, taken in from a file and given as one."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.people import make_user
from tests.factories.plan_budgets import make_plan_budget
from tests.factories.plans import make_ambition, make_plan
from voelspriet.act.plans.budget_file import WRITERS, read_budget
from voelspriet.act.plans.budget_told import ProductTold
from voelspriet.act.plans.choices import AmountCertainty
from voelspriet.act.plans.queries.budget_rows import budget_of
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def plan(town):
    return make_plan(town.municipality)


@pytest.fixture
def client(town):
    client = Client()
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    return client


def _at(name: str, plan, **parts: str) -> str:
    return reverse(f"workspace:{name}", kwargs={"reference": plan.reference, **parts})


def test_a_product_is_typed_changed_and_taken_away(client, plan):
    new = _at("plan_budget_row_new", plan, part="producten")
    typed = {"label": "Toezicht  haven", "kind": "", "certainty": "derived", "2019": "€ 1.250,50"}
    assert client.post(new, typed | {"2020": "circa 5"}).status_code == 422
    assert client.post(new, typed).status_code == 302
    row = ProductTold("toezicht_haven", "Toezicht haven", certainty=AmountCertainty.DERIVED,
                      amounts={2019: 1250_50})  # fmt: skip
    assert budget_of(plan).products == (row,)
    edit = _at("plan_budget_row", plan, part="producten", row_key="toezicht_haven")
    assert 'value="1250,50"' in client.get(edit).content.decode()
    assert client.post(edit, typed | {"2019": "7"}).status_code == 302
    assert budget_of(plan).products[0].amounts == {2019: 7_00}
    client.post(_at("plan_budget_row_remove", plan, part="producten", row_key="toezicht_haven"))
    assert budget_of(plan).products == ()
    assert client.get(_at("plan_budget_row_new", plan, part="van-alles")).status_code == 404


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("producten", "toezicht"), ("dekking", "reserve"), ("inhuur", "regie"), ("inhuur", "boa"),
        ("projecten", "p1"), ("projecten", "p2"), ("controlesommen", "c1"),
        ("controlesommen", "c3"), ("controlesommen", "c4"), ("opmerkingen", "r1"),
    ],
)  # fmt: skip
def test_a_form_that_is_sent_as_it_stands_changes_nothing(client, plan, part, key):
    budget = make_plan_budget(plan)
    address = _at("plan_budget_row", plan, part=part, row_key=key)
    form = client.get(address).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    typed = {
        name: form.fields[name].prepare_value(one)
        for name, one in shown.items()
        if one not in (None, False)
    }
    assert client.post(address, typed).status_code == 302
    assert budget_of(plan) == budget


def test_a_file_is_taken_in_whole_or_told_what_is_wrong(client, plan):
    address = _at("plan_budget_import", plan)
    broken = SimpleUploadedFile("a.csv", b"product;2019;2020;2021;2022\nToezicht;x;1;1;1")
    refused = client.post(address, {"file": broken})
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "B (2019)" in text
    assert "Dit is geen bedrag: ‘x’" in text
    assert not any(budget_of(plan).rows())
    budget = make_plan_budget(make_plan(plan.municipality))
    written = {ending: WRITERS[ending](budget) for ending in ("xlsx", "ods")}
    good = SimpleUploadedFile("b.ods", written["ods"])
    assert client.post(address, {"file": good}).status_code == 302
    again = SimpleUploadedFile("b.xlsx", written["xlsx"])
    assert client.post(address, {"file": again}).status_code == 422  # there is one already
    again.seek(0)
    assert client.post(address, {"file": again, "replaces": "on"}).status_code == 302
    assert budget_of(plan) == budget


def test_the_budget_is_given_as_a_file_that_reads_the_same(client, plan):
    budget = make_plan_budget(plan)
    given = client.post(_at("plan_budget_file", plan), {"bestand": "ods"})
    assert given["Content-Disposition"] == 'attachment; filename="begroting-veiligheidsplan.ods"'
    assert read_budget(given.content, name="", years=range(2019, 2023)) == budget
    assert client.post(_at("plan_budget_file", plan), {"bestand": "exe"}).status_code == 404


def test_what_is_measured_with_a_project_stands_on_the_page(client, plan):
    make_plan_budget(plan)
    ambition = make_ambition(plan)
    address = _at("plan_budget_measuring", plan, project_key="p1")
    assert client.post(address, {"ambitions": [ambition.reference]}).status_code == 302
    page = client.get(_at("plan_budget", plan)).content.decode()
    assert reverse("workspace:plan_ambition", args=[ambition.reference]) in page
    assert client.post(address, {"ambitions": ["A-0000"]}).status_code == 422

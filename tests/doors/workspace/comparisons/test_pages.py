# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a comparison: from starting one to a report somebody can take along."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import factor, install
from tests.factories.comparisons import said
from tests.factories.conversations import make_study
from tests.factories.people import make_user
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.models import Paper
from voelspriet.understand.findings.models import Comparison

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db):  # noqa: ARG001  the tables must be there
    install_town = make_town()
    install()
    return install_town


def _client(town, role):
    client = Client()
    with arranging():
        client.force_login(make_user(town.municipality, role))
    return client


def _started(client, study, *codes):
    made = client.post(
        reverse("workspace:study_comparison", args=(study.reference,)),
        {"title": "Naast elkaar", "codes": [code.pk for code in codes],
         "areas": [area.pk for area in study.areas.all()]},
    )  # fmt: skip
    assert made.status_code == 302
    return Comparison.objects.get()


def test_from_fragments_to_a_report(town):
    area = town.neighbourhoods[0]
    study, code = make_study(area), factor(area, 4)
    fragment = said(study, code, "Niemand groet nog.")
    client, reader = _client(town, Role.RESEARCHER), _client(town, Role.POLICY_ADVISER)
    one = _started(client, study, code)
    row = (one.reference, 1)

    def post(name, where=row, **values):
        return client.post(reverse(f"workspace:comparison_{name}", args=where), values)

    assert post("fragments", fragment=fragment.pk).status_code == 302
    quote = one.factors.get().quotes.get()
    for deed in ("gone_back", "agreed"):
        assert post("quote", quote=quote.pk, deed=deed).status_code == 302
    assert post("factor", residents_say="Zij groeten niet.").status_code == 302
    # a verdict without its reasons comes back with the words beside the field
    answers = {f"same_{name}": "no" for name in ("problem", "cause", "actor")}
    wrong = post("world", world="system", verdict="discrepancy", **answers)
    assert wrong.status_code == 422
    assert "Schrijf op waarom u dit vindt." in wrong.content.decode()
    reasons = {f"{name}_reason": "Ieder zegt iets anders." for name in answers}
    parties = {"residents_expect": "municipality", "professionals_expect": "residents"}
    told = {"world": "system", "verdict": "discrepancy", "reason": "Zij wachten."}
    assert post("world", **told, **answers, **reasons, **parties).status_code == 302
    placed = {"area": area.pk, "has_concern": "yes", "concern_reason": "Elk gesprek.",
              "has_attention": "no", "attention_reason": "Niets te zien."}  # fmt: skip
    assert post("place", **placed).status_code == 302
    advised = {"title": "Begin zelf", "text": "Nodig uit.", "factor": 1, "fragments": fragment.pk}
    assert post("recommend", (one.reference,), **advised).status_code == 302

    page = reader.get(reverse("workspace:comparison", args=(one.reference,))).content.decode()
    for words in ("Zij groeten niet.", "Niemand groet nog.", "Zij wachten op elkaar", "Begin zelf"):
        assert words in page
    assert f'{reverse("workspace:comparison_factor", args=row)}"' not in page
    figure = reader.get(reverse("workspace:comparison_figure", args=(one.reference,)))
    assert "Bezorgd, zonder zichtbare aandacht" in figure.content.decode()


def test_the_report_is_asked_for_in_both_forms(town):
    area = town.neighbourhoods[0]
    study, code = make_study(area), factor(area, 4)
    one = _started(_client(town, Role.RESEARCHER), study, code)
    reader = _client(town, Role.POLICY_ADVISER)
    address = reverse("workspace:comparison_report", args=(one.reference,))
    for form in ("pdf", "docx"):
        assert reader.post(address, {"vorm": form}).status_code == 302
    assert set(Paper.objects.values_list("format", flat=True)) == {"pdf", "docx"}
    assert reader.post(address, {"vorm": "exe"}).status_code == 404
    page = reader.get(address).content.decode()
    assert reverse("workspace:comparison_fragments", args=(one.reference, 1)) in page
    file = reverse("workspace:comparison_report_file", args=(one.reference,))
    assert reader.get(file, {"vorm": "docx"}).status_code == 302
    # a policy adviser reads and has it made, and changes nothing
    for name in ("comparison_words", "comparison_recommend", "comparison_count"):
        answer = reader.post(reverse(f"workspace:{name}", args=(one.reference,)), {"title": "X"})
        assert answer.status_code == 403
    wanted = {"quadrant": "concern", "text": "Begin."}
    figure = reverse("workspace:comparison_figure", args=(one.reference,))
    assert reader.post(figure, wanted).status_code == 404


def test_words_in_a_filter_or_a_form_break_nothing(town):
    area = town.neighbourhoods[0]
    study, code = make_study(area), factor(area, 4)
    client = _client(town, Role.RESEARCHER)
    one = _started(client, study, code)
    address = reverse("workspace:comparison_fragments", args=(one.reference, 1))
    for query in ({"code": "geen"}, {"code": "", "gebied": "x"}, {"code": "", "na": "~~"}):
        assert client.get(address, query).status_code == 200
    assert client.post(address, {"fragment": "9" * 40}).status_code == 404
    quote = reverse("workspace:comparison_quote", args=(one.reference, 1))
    assert client.post(quote, {"quote": "1", "deed": "print"}).status_code == 404

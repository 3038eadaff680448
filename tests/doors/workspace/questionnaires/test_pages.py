# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questionnaires for colleagues: taking one in, trying it out, choosing from it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.people import make_user
from tests.factories.questionnaires import make_questionnaire
from tests.listen.surveys.reading_forms import markdown, xlsx
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.surveys.actions import add_template_questionnaires
from voelspriet.listen.surveys.models import Questionnaire, QuestionnaireVersion
from voelspriet.listen.surveys.reading.xlsform import read_xlsform
from voelspriet.listen.surveys.rules.definitions import from_json

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def page(client, town):
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    return client


def upload(client, content: bytes, name: str = "vragen.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("workspace:questionnaire_import"), {"file": file}, follow=True)


def text(response) -> str:
    return response.content.decode()


def test_an_adviser_takes_in_a_file_and_reads_it_back(page):
    told = text(upload(page, xlsx("good_skip_logic")))
    assert "versie 1" in told
    assert "Komt u in de speeltuin?" in told
    assert "selected(${komt}" in told
    again = text(upload(page, markdown("good_skip_logic"), "vragen.md"))
    assert "dezelfde vragenlijst" in again
    assert QuestionnaireVersion.objects.count() == 1
    listed = text(page.get(reverse("workspace:questionnaires")))
    assert "Na de aanleg van de speeltuin" in listed


def test_a_broken_file_shows_every_problem_in_a_table_and_beside_the_field(page):
    response = upload(page, markdown("broken_names"))
    told = text(response)
    assert response.status_code == 422
    assert told.count('<tr><td data-label="Werkblad"') == 7
    assert 'id="id_file_error"' in told
    assert not Questionnaire.objects.exists()


@pytest.mark.parametrize("content", [b"", b"geen formulier", b"PK\x03\x04kapot"])
def test_what_is_no_form_is_refused(page, content):
    assert upload(page, content).status_code == 422


def test_no_file_at_all_is_refused_beside_the_field(page):
    response = page.post(reverse("workspace:questionnaire_import"), {})
    assert response.status_code == 422


def of_form(page, name: str) -> str:
    upload(page, markdown(f"good_{name}"))
    return Questionnaire.objects.get().reference


def preview(page, reference: str, **given):
    return text(page.get(reverse("workspace:questionnaire_preview", args=[reference, 1]), given))


def test_the_preview_follows_the_flow_and_keeps_nothing(page):
    reference = of_form(page, "skip_logic")
    first = preview(page, reference)
    assert "Komt u in de speeltuin?" in first
    assert "Welk cijfer" not in first
    yes = preview(page, reference, gezien=["komt"], **{"komt-answer": "ja"})
    assert "Welk cijfer" in yes
    assert 'class="vs-error"' not in yes
    low = preview(
        page, reference, gezien=["komt", "keren"], **{"komt-answer": "ja", "keren-answer": "4"}
    )
    assert "Wat kan er beter?" in low
    nothing = preview(page, reference, gezien=["komt"])
    assert 'id="id_komt-answer_error"' in nothing


def test_the_preview_holds_answers_to_the_constraint_in_its_own_words(page):
    reference = of_form(page, "constraint")
    told = preview(page, reference, gezien=["straat"], **{"straat-answer": "abc"})
    assert "Schrijf vier cijfers." in told


def test_the_preview_offers_what_the_filter_leaves(page):
    reference = of_form(page, "choice_filter")
    told = preview(page, reference, gezien=["wijk"], **{"wijk-answer": "zuid"})
    assert "Havenweg" in told
    assert "Lindelaan" not in told


def test_the_preview_is_there_in_every_language_and_a_map_says_so(page):
    reference = of_form(page, "two_languages")
    told = preview(page, reference, taal="ar")
    assert 'lang="ar" dir="rtl"' in told
    assert "أعرف من هو شرطي الحي." in told
    assert "Ik weet wie" in preview(page, reference, taal="xx")


def test_a_drawn_map_is_named_in_the_preview(page):
    assert "Dit tekent u op de kaart." in preview(page, of_form(page, "geoshape"))


def test_a_version_goes_out_as_an_xlsform_that_is_the_same(page):
    reference = of_form(page, "two_languages")
    response = page.get(reverse("workspace:questionnaire_file", args=[reference, 1]))
    assert response["Content-Disposition"] == 'attachment; filename="wijkagent-1.xlsx"'
    again = read_xlsform(response.content)
    assert again == from_json(QuestionnaireVersion.objects.get().definition)


def test_the_template_becomes_a_list_of_ones_own(page, town):
    add_template_questionnaires(at=AT)
    template = Questionnaire.objects.get()
    url = reverse("workspace:questionnaire_edit", args=[template.reference, 1])
    told = text(page.get(url))
    assert "Staat uit: Vraagt naar herkomst" in told
    assert "Wijst op bepaalde personen" in told
    names = [one.name for one in from_json(template.versions.get().definition).questions]
    given = {f"place-{name}": "0" for name in names}
    given |= {"title": "Kort", "place-grade": "1", "place-street_lighting": "2",
              "probe-street_lighting_2": "on"}  # fmt: skip
    response = page.post(url, given, follow=True)
    assert response.status_code == 200
    own = Questionnaire.objects.get(municipality=town.municipality)
    definition = from_json(own.versions.get().definition)
    assert [one.name for one in definition.questions] == ["grade", "street_lighting"]
    assert [one.name for one in definition.questions[1].probes] == ["street_lighting_2"]
    assert own.name == "Kort"
    assert template.versions.count() == 1


def test_places_given_twice_and_an_empty_list_are_refused(page, town):
    made = make_questionnaire(town.neighbourhoods[0])
    url = reverse("workspace:questionnaire_edit", args=[made.reference, 1])
    twice = page.post(url, {"title": "x", "place-q1": "1", "place-q2": "1"})
    assert twice.status_code == 422
    assert "Deze plaats is al gegeven." in text(twice)
    assert page.post(url, {"title": "x", "place-q1": "0", "place-q2": "0"}).status_code == 422
    assert page.post(url, {}).status_code == 422


def test_a_director_reads_and_makes_none(client, town):
    made = make_questionnaire(town.neighbourhoods[0])
    client.force_login(make_user(town.municipality, Role.DIRECTOR))
    told = text(client.get(reverse("workspace:questionnaire", args=[made.reference])))
    assert "Pas aan" not in told
    edit = reverse("workspace:questionnaire_edit", args=[made.reference, 1])
    assert client.get(edit).status_code == 403
    assert upload(client, xlsx("good_geoshape")).status_code == 403

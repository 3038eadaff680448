# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a public safety plan: there while it is public, and never there when it is not."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_user
from tests.factories.plans import make_ambition, make_plan, make_theme
from voelspriet.act.plans.models import Plan
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(name="Waterrijk", host="testserver").municipality


@pytest.fixture
def plan(town):
    values = {"title": "Veilig samen", "state": "adopted", "visibility": "public"}
    return make_plan(town, vision="Elkaar kennen.\nElkaar helpen.", **values)


def _paths(plan: Plan, theme) -> tuple[str, str]:
    base = {"municipality": plan.municipality.slug, "plan_reference": plan.reference}
    return (
        reverse("public:safety_plan", kwargs=base),
        reverse("public:safety_plan_theme", kwargs=base | {"theme_reference": theme.reference}),
    )


def test_a_plan_that_is_taken_back_answers_as_if_it_was_never_there(plan, town):
    theme = make_theme(plan)
    client = Client()
    start = (reverse("public:home"), reverse("public:municipality", args=[town.slug]))
    for path in _paths(plan, theme):
        found = client.get(path)
        assert found.status_code == 200
        assert found.headers["Cache-Control"] == "public, no-cache"
        assert client.get(path, HTTP_IF_NONE_MATCH=found.headers["ETag"]).status_code == 304
    assert all("Veilig samen" in client.get(path).content.decode() for path in start)

    with arranging():
        Plan.objects.update(visibility="colleagues")

    unknown = client.get(f"/veiligheidsplan/{town.slug}/P-0000-0000/")
    for path in _paths(plan, theme):
        gone = client.get(path, HTTP_IF_NONE_MATCH=found.headers["ETag"])
        assert gone.status_code == unknown.status_code == 404
        assert gone.content.replace(path.encode(), b"") == unknown.content.replace(
            unknown.wsgi_request.path.encode(), b""
        )
        assert dict(gone.headers) | {"Content-Length": ""} == dict(unknown.headers) | {
            "Content-Length": ""
        }
    assert all("Veilig samen" not in client.get(path).content.decode() for path in start)


def test_the_words_of_a_plan_stay_dutch_and_the_page_says_so(plan):
    theme = make_theme(plan, label="Jeugd", challenge="Er is weinig te doen.")
    make_ambition(plan, theme)
    told = {
        "/en": "The words of the plan itself are in Dutch.",
        "/tr": "Planın kendi metni Hollandacadır.",
        "/ar": "نص الخطة نفسه مكتوب باللغة الهولندية.",
    }
    for path in _paths(plan, theme):
        assert "in het Nederlands" not in Client().get(path).content.decode()
        for prefix, words in told.items():
            body = Client().get(prefix + path).content.decode()
            assert words in body
            assert '<bdi lang="nl">Er is weinig te doen.</bdi>' in body


def test_who_writes_plans_sees_what_residents_will_see_and_chooses(plan, town):
    theme = make_theme(plan, challenge="Mevrouw Korenwolf zegt het.")
    make_ambition(plan, theme)
    with arranging():
        Plan.objects.update(visibility="colleagues")
    client = Client()
    client.force_login(make_user(town, Role.POLICY_ADVISER))
    path = reverse("workspace:plan_public", args=[plan.reference])
    page = client.get(path).content.decode()
    assert "Inwoners voelen zich veilig" in page
    assert "Mevrouw Korenwolf zegt het." in page
    assert f'href="#thema-{theme.reference}"' in page  # there is no page of residents to go to

    refused = client.post(path, {"deed": "publish"})
    assert refused.status_code == 422
    assert "Kijk ze eerst na" in refused.content.decode()
    assert client.post(path, {"deed": "iets"}).status_code == 404
    assert client.post(path, {"deed": "publish", "has_looked": "on"}).status_code == 302
    assert Plan.objects.get().visibility == "public"
    assert client.post(path, {"deed": "take_back"}).status_code == 302
    actions = AuditLine.objects.filter(subject="plan").order_by("pk")
    assert list(actions.values_list("action", flat=True)) == ["plan.publish", "plan.take_back"]


def test_who_reads_along_sees_it_and_chooses_nothing(plan, town):
    client = Client()
    client.force_login(make_user(town, Role.EXECUTIVE))
    path = reverse("workspace:plan_public", args=[plan.reference])

    assert 'name="deed"' not in client.get(path).content.decode()
    assert client.post(path, {"deed": "take_back"}).status_code == 404
    assert Plan.objects.get().visibility == "public"


def test_a_plan_in_preparation_says_what_comes_first(town):
    plan = make_plan(town)
    client = Client()
    client.force_login(make_user(town, Role.POLICY_ADVISER))
    path = reverse("workspace:plan_public", args=[plan.reference])

    page = client.get(path).content.decode()
    assert "Schrijf eerst het besluit van de raad op" in page
    assert 'value="publish"' not in page
    assert client.post(path, {"deed": "publish"}).status_code == 422

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A public plan as a PDF: what its pages hold, in four languages, and nothing once taken back."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.plans import make_ambition, make_measurement, make_plan, make_theme
from tests.factories.signals import NOON
from tests.papers.reading import Back
from voelspriet.act.plans.models import Plan
from voelspriet.doors.public.views.plan_paper import words_of
from voelspriet.papers.actions import make_paper
from voelspriet.papers.models import Paper
from voelspriet.papers.writers.document import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    town = make_town(name="Waterrijk", host="testserver").municipality
    values = {"title": "Veilig samen", "state": "adopted", "visibility": "public"}
    made = make_plan(town, vision="Elkaar kennen.", **values)
    theme = make_theme(made, label="Jeugd", background="Alleen voor collega's")
    make_measurement(make_ambition(made, theme, note="Intern"), n=1100)
    return made


def path(plan, ending="", language=""):
    return f"{language}/veiligheidsplan/waterrijk/{plan.reference}/pdf/{ending}"


def test_everybody_has_it_made_and_downloads_it(plan):
    client = Client()
    page, file = path(plan, language="/ar"), path(plan, "bestand/", "/ar")
    assert client.get(file).url == page
    assert client.post(page).url == page
    assert "data-again" in client.get(page).text
    (paper,) = Paper.objects.all()
    assert paper.kind == "public_plan"
    make_paper(paper_id=paper.pk, at=NOON)
    assert f'href="{file}"' in client.get(page).text
    found = Back(client.get(file).content)
    assert found.language == "ar"
    assert found.is_tagged
    for words in ("Veilig samen", "Elkaar kennen.", "Jeugd"):
        assert words in found.words
    for internal in ("Alleen voor collega", "Intern"):
        assert internal not in found.words


def test_each_language_is_a_paper_of_its_own(plan):
    for language in ("", "/en", "/tr"):
        Client().post(path(plan, language=language))  # refused if somebody could not read it
    told = [paper.source for paper in Paper.objects.order_by("pk")]
    words = ("Hoe ver zijn wij?", "The words of the plan itself are in Dutch.", "Hollandacadır")
    assert [one in source for one, source in zip(words, told, strict=True)] == [True] * 3


def test_a_plan_that_is_taken_back_has_no_paper(plan):
    client = Client()
    client.post(path(plan))
    with arranging():
        Plan.objects.update(visibility="colleagues")
    for ending in ("", "bestand/"):
        assert client.get(path(plan, ending)).status_code == 404
    assert client.post(path(plan)).status_code == 404


def test_sentences_of_the_pages_are_read_as_words():
    html = '\n<strong>83 %</strong> <bdi lang="nl">&lt;b&gt;boten</bdi> (2022)\n<br>Aantal: 9.\n '
    assert words_of(html) == (
        Run("83 %", is_bold=True),
        Run(" "),
        Run("<b>boten", language="nl"),
        Run(" (2022) "),
        Run("\n"),
        Run("Aantal: 9. "),
    )

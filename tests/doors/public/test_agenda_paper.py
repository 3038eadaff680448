# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public agenda as a PDF: no account, no script, nothing internal, made once for everybody."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.priorities import make_agenda, make_priority
from tests.factories.signals import NOON
from tests.papers.reading import Back
from voelspriet.papers.actions import make_paper
from voelspriet.papers.models import Paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return make_town().neighbourhoods[0]


@pytest.fixture
def agenda(area):
    made = make_agenda(area)
    make_priority(made, "Licht")
    return made


def path(area, ending="", language=""):
    return f"{language}/mijn-buurt/waterrijk/{area.slug}/agenda/pdf/{ending}"


@pytest.mark.usefixtures("agenda")
@pytest.mark.parametrize("language", ["", "/en", "/tr", "/ar"])
def test_everybody_has_it_made_and_downloads_it(area, language):
    client = Client()
    page, file = path(area, language=language), path(area, "bestand/", language)
    assert client.get(file).url == page
    assert client.post(page).url == page
    assert "data-again" in client.get(page).text
    (paper,) = Paper.objects.all()
    make_paper(paper_id=paper.pk, at=NOON)
    assert f'href="{file}"' in client.get(page).text
    answer = client.get(file)
    assert answer.headers["Content-Type"] == "application/pdf"
    found = Back(answer.content)
    assert (found.language, found.pages) == (language[1:] or "nl", 1)
    assert "Licht" in found.words


@pytest.mark.usefixtures("agenda")
def test_who_presses_after_others_makes_nothing_new(area):
    for _ in range(3):
        Client().post(path(area))
    assert Paper.objects.count() == 1


def test_an_internal_agenda_is_nowhere(area, agenda):
    with arranging():
        type(agenda).objects.filter(pk=agenda.pk).update(is_public=False)
    client = Client()
    assert client.get(path(area)).status_code == 404
    assert client.post(path(area)).status_code == 404
    assert client.get(path(area, "bestand/")).status_code == 404


@pytest.mark.usefixtures("agenda")
def test_the_sheet_leads_to_it(area):
    sheet = Client().get(f"/mijn-buurt/waterrijk/{area.slug}/agenda/blad/").text
    assert f'href="{path(area)}"' in sheet

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter of a notice as it is pressed through: looked at, made, downloaded."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.notices import LINES, make_notice
from tests.factories.people import make_duo, make_user
from tests.factories.signals import NOON
from tests.papers.reading import Back
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.actions import make_paper
from voelspriet.papers.models import Paper

pytestmark = pytest.mark.django_db
FAR = date(2100, 1, 1)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def duo(town):
    return make_duo(town.municipality, town.neighbourhoods[0])


@pytest.fixture
def as_adviser(client, duo):
    client.force_login(duo[0])
    return client


@pytest.fixture
def notice(town, duo):
    return make_notice(
        town.neighbourhoods[0], languages=("nl", "ar"), ends_on=FAR, sender_user=duo[0]
    )


def at(notice, name="notice_letter", language="nl"):
    return f"{reverse(f'workspace:{name}', args=[notice.reference])}?lang={language}"


def make_all():
    for paper in Paper.objects.all():
        make_paper(paper_id=paper.pk, at=NOON)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_it_is_asked_for_waited_for_and_downloaded(as_adviser, notice, language):
    page, file = at(notice, language=language), at(notice, "notice_letter_file", language)
    assert "Maak de PDF" in as_adviser.get(page).text
    assert as_adviser.get(file).url == page
    assert as_adviser.post(page).url == page
    waiting = as_adviser.get(page).text
    assert "De PDF wordt gemaakt" in waiting
    assert "data-again" in waiting
    assert f'href="{page}"' in waiting  # looking again needs no script
    make_all()
    ready = as_adviser.get(page).text
    assert "data-again" not in ready
    assert f'href="{file}"' in ready
    answer = as_adviser.get(file)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert f"brief-{notice.reference}-{language}.pdf" in answer.headers["Content-Disposition"]
    assert (Back(answer.content).language, Back(answer.content).pages) == (language, 1)


def test_somebody_who_is_no_longer_shown_is_on_no_letter_any_more(as_adviser, notice, duo):
    as_adviser.post(at(notice))
    make_all()
    assert duo[0].first_name in Back(as_adviser.get(at(notice, "notice_letter_file")).content).text
    from tests.conftest import arranging  # noqa: PLC0415  only here

    with arranging():
        type(duo[0]).objects.filter(pk=duo[0].pk).update(first_name="Anders")
    assert "Maak de PDF" in as_adviser.get(at(notice)).text
    assert as_adviser.get(at(notice, "notice_letter_file")).status_code == 302


def test_what_was_withdrawn_is_downloaded_by_nobody(as_adviser, notice):
    as_adviser.post(at(notice))
    make_all()
    page = reverse("workspace:notice", args=[notice.reference])
    as_adviser.post(page, {"deed": "withdraw", "reason": "Het klopte niet."})
    for name in ("notice_letter", "notice_letter_file"):
        assert as_adviser.get(at(notice, name)).status_code == 404


def test_another_area_and_another_role_get_nothing(client, town, notice):
    other = make_duo(town.municipality, town.neighbourhoods[1])[0]
    client.force_login(other)
    for name in ("notice_letter", "notice_letter_file"):
        assert client.get(at(notice, name)).status_code == 404
    assert client.post(at(notice)).status_code == 404
    client.force_login(make_user(town.municipality, Role.HANDLER))
    assert client.get(at(notice, "notice_letter_file")).status_code == 403
    client.force_login(make_user(town.municipality, Role.EXECUTIVE))
    assert LINES["matter"].split(".")[0] in client.get(at(notice)).text


def test_what_failed_can_be_pressed_again(as_adviser, notice, settings, tmp_path):
    fonts, settings.PAPER_FONTS = settings.PAPER_FONTS, tmp_path
    as_adviser.post(at(notice))
    for _ in range(3):
        make_all()
    assert "niet gelukt" in as_adviser.get(at(notice)).text
    settings.PAPER_FONTS = fonts
    as_adviser.post(at(notice))
    make_all()
    assert "De PDF is klaar" in as_adviser.get(at(notice)).text

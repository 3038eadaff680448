# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood's page: released counts and checked lines; no words, points, small counts."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_street, make_town
from tests.factories.people import make_duo, make_face, make_organisation
from tests.factories.signals import make_signal
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.answer.pages.models import Story, StoryText
from voelspriet.ground.privacy.actors import system
from voelspriet.listen.intake.choices import Category
from voelspriet.understand.findings.actions import publish_release

pytestmark = pytest.mark.django_db
SPRING = datetime(2026, 4, 7, 9, 0, tzinfo=UTC)
QUARTER_END = date(2026, 6, 30)
RELEASE = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)
SECRET = "Achter flat Boekanier staat elke avond een wit busje."
POINT = (6.5123456, 53.2123456)


@pytest.fixture
def town():
    return make_town(neighbourhoods=5)


@pytest.fixture
def here(town):
    return town.neighbourhoods[0]


@pytest.fixture
def reader():
    return Client()


def address(area, language=""):
    return f"{language}/mijn-buurt/waterrijk/{area.slug}/"


def page(reader, area, language=""):
    answer = reader.get(address(area, language))
    assert answer.status_code == 200
    return answer.content.decode()


def tell(area, count, category=Category.LITTER):
    for n in range(count):
        make_signal(
            area=area,
            category=category,
            text=SECRET,
            point=POINT,
            received_at=SPRING + timedelta(days=n % 60, hours=n % 5),
        )


def release(town):
    assert publish_release(
        municipality_id=town.municipality.pk,
        period_end=QUARTER_END,
        by=system("findings.publish"),
        at=RELEASE,
    )


def murmur(town):
    """Let every neighbourhood tell a few things of many kinds, as real ones do."""
    for area in town.neighbourhoods:
        for kind in (Category.LIGHTING, Category.NOISE, Category.GREEN, Category.DRUGS):
            tell(area, 3, kind)
        if area != town.neighbourhoods[0]:
            tell(area, 3)


def story(area, did="De lampen branden weer.", *, kind=StoryKind.DONE, said="", **more):
    texts = more.pop("texts", {})
    values = {"state": StoryState.PUBLISHED, "published_at": RELEASE, "checked_by_id": 1}
    with arranging():
        made = Story.objects.create(
            area=area,
            reference=f"V-{Story.objects.count():04d}",
            kind=kind,
            written_at=RELEASE,
            guess_check="Niemand, want iedereen ziet dit.",
            **values | more,
        )
        for language, words in {"nl": did, **texts}.items():
            StoryText.objects.create(story=made, language=language, said=said, did=words)
    return made


def test_only_counts_above_the_threshold_are_there(town, here, reader):
    murmur(town)
    tell(here, 23)
    release(town)
    text = page(reader, here)
    assert '<td class="is-number">23</td>' in text
    assert str(Category.LITTER.label) in text
    shown = [int(count) for count in re.findall(r'<td class="is-number">(\d+)</td>', text)]
    assert min(shown) >= 5  # what all neighbourhoods told together may be there, no 3 of one


def test_no_words_no_point_and_no_reference_of_a_report_on_any_page(town, here, reader):
    murmur(town)
    tell(here, 23)
    release(town)
    for where in (address(here), "/mijn-buurt/", "/mijn-buurt/waterrijk/"):
        for language in ("", "/en", "/tr", "/ar"):
            path = f"{language}/{where.removeprefix('/')}"
            text = reader.get(path, follow=True).content.decode()
            for private in ("Boekanier", "busje", "6.512", "53.212", "M-0"):
                assert private not in text


def test_figures_move_on_their_day_and_not_between(town, here, reader):
    murmur(town)
    tell(here, 23)
    assert "nog geen cijfers" in page(reader, here)
    release(town)
    text = page(reader, here)
    assert "1 april 2026 tot en met 30 juni 2026" in text
    assert "Openbaar sinds 1 augustus 2026" in text
    tell(here, 9)
    assert '<td class="is-number">23</td>' in page(reader, here)


def test_a_neighbourhood_with_nothing_says_what_will_be_there(here, reader):
    text = page(reader, here)
    assert "nog geen vaste adviseurs" in text
    assert "Hier staat nog niets" in text
    assert "vier keer per jaar, op een vaste dag" in text
    assert "Wat hier goed gaat" not in text


def test_faces_have_a_first_name_a_function_and_a_number(town, here, reader):
    first, second = make_duo(town.municipality, here)
    with arranging():
        type(first).objects.filter(pk=first.pk).update(
            function="Gebiedsadviseur", phone="050 123 45 67"
        )
    make_face(here, first_name="Joke", organisation=make_organisation(town.municipality))
    text = page(reader, here)
    for word in (first.first_name, second.first_name, "Gebiedsadviseur", "Joke", "Buurtverbinder"):
        assert word in text
    assert 'href="tel:' in text
    for private in (first.name, second.name, first.email, "<img"):
        assert private not in text


def test_every_kind_of_line_has_its_place_and_drafts_and_withdrawn_have_none(here, reader):
    story(here, "De lampen branden.", said="Het is donker.")
    story(here, "Het park is van een ander.", kind=StoryKind.DECLINED, said="Er is geen bankje.")
    story(here, "De wijkagent loopt mee.", kind=StoryKind.AGREED)
    story(here, "Buren helpen elkaar.", kind=StoryKind.STRENGTH)
    story(
        here,
        "Buurtdag op het plein.",
        kind=StoryKind.COMING,
        happens_on=timezone.localdate() + timedelta(days=9),
    )
    story(here, "Nog niet af.", state=StoryState.DRAFT)
    story(here, "Dit is weg.", state=StoryState.WITHDRAWN)
    text = page(reader, here)
    order = [
        text.index(words)
        for words in (
            "U zei, wij deden",
            "Het is donker.",
            "De wijkagent loopt mee.",
            "Buurtdag op het plein.",
            "Buren helpen elkaar.",
        )
    ]
    assert order == sorted(order)
    assert "Dit doen wij niet, want" in text
    assert "Nog niet af." not in text
    assert "Dit is weg." not in text
    assert "Niemand, want iedereen ziet dit." not in text


def test_lines_of_the_district_and_the_town_count_here_those_of_a_neighbour_do_not(
    town, here, reader
):
    story(town.districts[0], "Voor de hele wijk.")
    story(town.neighbourhoods[1], "Voor de buren.")
    text = page(reader, here)
    assert "Voor de hele wijk." in text
    assert town.districts[0].name in text
    assert "Voor de buren." not in text


@pytest.mark.parametrize(
    ("language", "heading", "did"),
    [
        ("en", "You said, we did", "The lights work."),
        ("tr", 'lang="tr"', "Lambalar yanıyor."),
        ("ar", 'dir="rtl"', "المصابيح تعمل"),
    ],
)  # fmt: skip
def test_four_languages_each_with_its_own_words(here, reader, language, heading, did):
    story(here, texts={language: did})
    text = page(reader, here, f"/{language}")
    assert heading in text
    assert f'<bdi lang="{language}">{did}</bdi>' in text
    assert "De lampen branden weer." not in text


def test_a_line_nobody_translated_is_shown_in_dutch_and_says_so(here, reader):
    story(here)
    text = page(reader, here, "/en")
    assert '<bdi lang="nl">De lampen branden weer.</bdi>' in text
    assert "Nog niet vertaald" not in page(reader, here)


@pytest.mark.parametrize(
    "path",
    [
        "/mijn-buurt/elders/",
        "/mijn-buurt/waterrijk/nergens/",
        "/mijn-buurt/gezicht/geheim.jpg",
        "/en/mijn-buurt/elders/buurt/",
    ],
)
def test_what_is_not_there_is_not_found(town, reader, path):  # noqa: ARG001  a town must exist
    assert reader.get(path).status_code == 404


def test_a_page_is_asked_for_again_and_unchanged_costs_nothing(here, reader):
    made = story(here)
    first = reader.get(address(here))
    assert "no-cache" in first["Cache-Control"]
    assert "public" in first["Cache-Control"]
    assert not first.cookies
    again = reader.get(address(here), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    with arranging():
        Story.objects.filter(pk=made.pk).update(state=StoryState.WITHDRAWN)
    gone = reader.get(address(here), headers={"if-none-match": first["ETag"]})
    assert gone.status_code == 200
    assert "De lampen branden weer." not in gone.content.decode()


def test_more_lines_and_figures_ask_no_more_questions(town, here, reader):
    make_duo(town.municipality, here)
    murmur(town)
    story(here)
    page(reader, here)
    with CaptureQueriesContext(connection) as few:
        page(reader, here)
    tell(here, 23)
    release(town)
    for n in range(20):
        story(here, f"Nummer {n}", kind=list(StoryKind)[n % 5])
    with CaptureQueriesContext(connection) as many:
        page(reader, here)
    assert len(many) <= len(few) + 2  # the figures of the release
    assert len(many) <= 26  # each of the page's subjects asks its own


def test_people_find_their_neighbourhood_by_street_or_name_without_script(town, here, reader):
    make_street(here, name="Lindelaan")
    found = reader.get("/mijn-buurt/waterrijk/", {"zoek": "lindel"}).content.decode()
    result = found[found.index("Gevonden") : found.index("Alle buurten op naam")]
    assert "Lindelaan" in result
    assert f'href="{address(here)}"' in result
    found = reader.get("/mijn-buurt/waterrijk/", {"zoek": "BUURT 2"}).content.decode()
    assert address(town.neighbourhoods[1]) in found[: found.index("Alle buurten op naam")]
    nothing = reader.get("/mijn-buurt/waterrijk/", {"zoek": "<script>"}).content.decode()
    assert "Niets gevonden" in nothing
    assert "<script>" not in nothing[nothing.index("<main") : nothing.index("</main")]


def test_neighbourhoods_stand_by_name_and_never_by_figure(town, reader):
    tell(town.neighbourhoods[3], 30)
    murmur(town)
    release(town)
    text = reader.get("/mijn-buurt/waterrijk/").content.decode()
    places = [text.index(address(area)) for area in town.neighbourhoods]
    assert places == sorted(places)

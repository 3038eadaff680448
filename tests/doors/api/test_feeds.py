# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood's feed is Atom (RFC 4287): steady names, escaped words, four languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.answer.pages.models import Story, StoryText

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HOST = urlsplit(settings.PUBLIC_URL).hostname
PUBLISHED = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)


@pytest.fixture
def area():
    return make_town().neighbourhoods[0]


def story(area, did="De lampen branden.", *, said="Het is donker.", number=1, **more):
    texts = more.pop("texts", {})
    values = {"state": StoryState.PUBLISHED, "kind": StoryKind.DONE, "checked_by_id": 1}
    values["published_at"] = PUBLISHED + timedelta(days=number)
    with arranging():
        made = Story.objects.create(
            area=area, reference=f"V-{number:04d}", written_at=PUBLISHED, **values | more
        )
        for language, words in {"nl": did, **texts}.items():
            StoryText.objects.create(story=made, language=language, said=said, did=words)
    return made


def address(area, language="nl"):
    return f"/feeds/buurten/{area.code}.atom?lang={language}"


def feed(area, language="nl"):
    answer = Client().get(address(area, language))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert answer["Content-Language"] == language
    return ET.fromstring(answer.content)  # noqa: S314  our own words


def links(element):
    return {one.get("rel"): one.get("href") for one in element.findall(f"{ATOM}link")}


def test_a_feed_has_all_that_atom_asks_for(area):
    story(area)
    story(area, "Het bankje staat er.", number=2)
    root = feed(area)
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANG) == "nl"
    assert root.findtext(f"{ATOM}id") == f"tag:{HOST},2026:buurten/{area.code}/nl"
    assert area.name in root.findtext(f"{ATOM}title")
    assert root.findtext(f"{ATOM}updated") == "2026-08-03T06:00:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Waterrijk"
    assert links(root) == {
        "self": f"{settings.PUBLIC_URL}{address(area)}",
        "alternate": f"{settings.PUBLIC_URL}/mijn-buurt/waterrijk/{area.slug}/",
    }
    newest, older = root.findall(f"{ATOM}entry")
    assert newest.findtext(f"{ATOM}id") == f"tag:{HOST},2026:berichten/V-0002"
    assert newest.findtext(f"{ATOM}updated") == "2026-08-03T06:00:00Z"
    assert older.findtext(f"{ATOM}title") == "U zei, wij deden: De lampen branden."
    assert "alternate" in links(older)
    content = older.find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert "<strong>U zei:</strong> Het is donker." in content.text


def test_an_empty_feed_is_whole_too(area):
    root = feed(area)
    assert root.findall(f"{ATOM}entry") == []
    assert root.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"


def test_words_are_text_and_never_markup(area):
    story(area, "<script>alert(1)</script> & \x0b meer", said="<b>x</b>")
    entry = feed(area).find(f"{ATOM}entry")
    content = entry.findtext(f"{ATOM}content")
    assert "<script>" not in content
    assert "&lt;script&gt;" in content
    assert "<b>" not in content
    assert "\x0b" not in content
    assert "&amp;" in content


@pytest.mark.parametrize(
    ("language", "did"),
    [("en", "The lights work."), ("tr", "Lambalar yanıyor."), ("ar", "المصابيح تعمل")],
)
def test_four_languages_each_a_feed_of_its_own(area, language, did):
    story(area, texts={language: did})
    story(area, "Alleen in het Nederlands.", number=2)
    root = feed(area, language)
    dutch, own = root.findall(f"{ATOM}entry")
    assert root.findtext(f"{ATOM}id").endswith(f"/{language}")
    assert (own.get(LANG), dutch.get(LANG)) == (language, "nl")
    assert did in own.findtext(f"{ATOM}content")
    assert "U zei, wij deden" not in own.findtext(f"{ATOM}title")


def test_a_language_the_site_does_not_speak_is_dutch(area):
    story(area)
    answer = Client().get(address(area, "xx"))
    assert answer["Content-Language"] == "nl"


def test_unchanged_is_304_and_withdrawn_is_gone_at_once(area):
    made = story(area)
    first = Client().get(address(area))
    assert "no-cache" in first["Cache-Control"]
    same = {"if-none-match": first["ETag"]}
    again = Client().get(address(area), headers=same)
    assert (again.status_code, again.content) == (304, b"")
    with arranging():
        Story.objects.filter(pk=made.pk).update(state=StoryState.WITHDRAWN)
    gone = Client().get(address(area), headers=same)
    assert gone.status_code == 200
    assert b"lampen" not in gone.content


def test_drafts_are_not_in_it_and_what_is_not_there_is_not_found(area):
    story(area, state=StoryState.DRAFT)
    assert feed(area).find(f"{ATOM}entry") is None
    assert Client().get("/feeds/buurten/BU00000000.atom").status_code == 404
    assert Client().post(address(area)).status_code == 405

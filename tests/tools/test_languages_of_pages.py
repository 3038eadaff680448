# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""No resident's page says a Dutch sentence in another language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.factories.areas import make_town
from tests.factories.people import make_duo
from tools import messages

PAGES = [
    ("public:home", ()),
    ("public:help", ()),
    ("public:privacy", ()),
    ("public:accessibility", ()),
    ("public:report", ()),
    ("public:report_bundle", ()),
    ("public:report_professional", ("school",)),
    ("public:report_professional", ("winkel",)),
    ("public:report_professional", ("collega",)),
    ("public:follow", ()),
    ("public:neighbourhoods", ()),
]
SPOKEN = ("aria-label", "placeholder", "title", "alt")
# names that stay what they are, whatever the language
NAMES = re.compile(
    r"Veilig Thuis|Meld Misdaad Anoniem|Autoriteit Persoonsgegevens|verzoek om handhaving"
    r"|JavaScript|WCAG [\d.]+|Voelspriet|AA|JPG|PNG|WEBP|Woo|IP|QR|Enter"
)
LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


class Words(HTMLParser):
    """Collect what a page says: text and spoken attributes, outside names and other languages."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        skips = tag in {"script", "style", "svg", "bdi"} or (tag != "html" and "lang" in values)
        if tag not in {"meta", "link", "input", "img", "br", "hr"}:
            self.open.append((tag, skips))
        if not skips and not any(skip for _tag, skip in self.open):
            self.said += [values[name] or "" for name in SPOKEN if name in values]
            self.said += [
                value or ""
                for name, value in attrs
                if name.startswith("data-") and value and " " in value and "/" not in value
            ]

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            name, _skip = self.open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and not any(skip for _tag, skip in self.open):
            self.said.append(text)


def words_of(page: bytes) -> list[str]:
    reader = Words()
    reader.feed(page.decode())
    return reader.said


@pytest.fixture
def town(db):  # noqa: ARG001  asks for the database
    made = make_town()
    make_duo(made.municipality, made.neighbourhoods[0])
    return made


def pages(town, language):
    with override(language):
        addresses = [reverse(name, args=args) for name, args in PAGES]
        addresses.append(
            reverse(
                "public:neighbourhood",
                args=(town.municipality.slug, town.neighbourhoods[0].slug),
            )
        )
    for address in addresses:
        answer = Client().get(address, follow=True)
        assert answer.status_code == 200, address
        yield address, answer.content


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_page_of_residents_says_a_dutch_sentence(town, language):
    content = messages.catalog(language)
    dutch = {
        text
        for source in messages.sources()
        for text in ((source.msgid,) if isinstance(source.msgid, str) else source.msgid)
        if text not in messages.strings_of(content.get(source.msgid, source.context))
    }
    for address, page in pages(town, language):
        left = [text for text in words_of(page) if text in dutch]
        assert not left, (address, left)


def test_arabic_pages_hold_no_run_of_latin_words_but_names(town):
    own = {town.municipality.name, *(area.name for area in town.neighbourhoods)}
    for address, page in pages(town, "ar"):
        for text in words_of(page):
            bare = NAMES.sub("", text)
            for name in own:
                bare = bare.replace(name, "")
            assert len(LATIN.findall(bare)) < 2, (address, text)


@pytest.mark.parametrize(("language", "direction"), [("tr", "ltr"), ("ar", "rtl"), ("nl", "ltr")])
def test_pages_name_their_language_and_direction(town, language, direction):
    for _address, page in pages(town, language):
        assert f'<html lang="{language}" dir="{direction}"' in page.decode()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood's feed in Atom (RFC 4287): what was done, agreed and is coming."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from voelspriet.answer.pages import queries
from voelspriet.answer.pages.queries.notice_rows import SOURCE_LANGUAGE, PublicNotice
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.lib.working_days import dutch_day

ATOM = "http://www.w3.org/2005/Atom"
XML = "{http://www.w3.org/XML/1998/namespace}"
TAG_YEAR = 2026  # of the tag URIs: never changes, or readers see everything as new
BEFORE_ANYTHING = datetime(TAG_YEAR, 1, 1, tzinfo=UTC)
NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
TITLE_LENGTH = 80


@require_safe
def neighbourhood(request: HttpRequest, code: str) -> HttpResponseBase:
    """Return the feed of an area in one of the four languages (`?lang=`, Dutch by itself)."""
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        language = settings.LANGUAGE_CODE
    with translation.override(language):
        on = dutch_day(request.at)  # type: ignore[attr-defined]
        page = queries.feed_page(code=code, language=language, on=on)
        if page is None:
            raise Http404
        body = _feed(page, language)
    response = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
    response["Content-Language"] = language
    return unless_unchanged(request, response)


def _feed(page: queries.FeedPage, language: str) -> bytes:
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {f"{XML}lang": language})
    name = page.area.name
    here = _address("api:neighbourhood_feed", page.area.code) + f"?lang={language}"
    web = _address("public:neighbourhood", page.municipality.slug, page.area.slug)
    _text(root, "id", _tag(f"buurten/{page.area.code}/{language}"))
    _text(root, "title", _("Nieuws uit %(name)s") % {"name": name})
    _text(root, "updated", _moment(_updated(page)))
    _text(ET.SubElement(root, f"{{{ATOM}}}author"), "name", page.municipality.name)
    _link(root, "self", here, "application/atom+xml")
    _link(root, "alternate", web, "text/html")
    for notice in page.notices:
        _notice(root, notice, web)
    for story in page.stories:
        _entry(root, story, web)
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _entry(root: ET.Element, story: queries.PublicStory, web: str) -> None:
    entry = ET.SubElement(root, f"{{{ATOM}}}entry", {f"{XML}lang": story.language})
    _text(entry, "id", _tag(f"berichten/{story.reference}"))
    _text(entry, "title", f"{story.kind_label}: {Truncator(story.did).chars(TITLE_LENGTH)}")
    _text(entry, "updated", _moment(story.published_at))
    _text(entry, "published", _moment(story.published_at))
    _link(entry, "alternate", web, "text/html")
    content = _text(entry, "content", _html(story))
    content.set("type", "html")


def _notice(root: ET.Element, notice: PublicNotice, web: str) -> None:
    words = notice.newer or notice  # a translation that is behind tells nobody anything
    language = SOURCE_LANGUAGE if notice.newer else notice.language
    entry = ET.SubElement(root, f"{{{ATOM}}}entry", {f"{XML}lang": language})
    _text(entry, "id", _tag(f"buurtberichten/{notice.reference}"))
    _text(entry, "title", Truncator(words.matter).chars(TITLE_LENGTH))
    _text(entry, "updated", _moment(notice.updated_at))
    _text(entry, "published", _moment(notice.published_at))
    _link(entry, "alternate", web, "text/html")
    signed = notice.sender.signed if notice.sender else ""
    lines = (words.matter, words.you_can, words.our_view, signed)
    body = format_html_join("", "<p>{}</p>", ((line,) for line in lines if line))
    _text(entry, "content", body).set("type", "html")


def _html(story: queries.PublicStory) -> str:
    parts = []
    if story.said:
        parts.append((_("U zei"), story.said))
    parts.append((story.kind_label, story.did))
    body = format_html_join("", "<p><strong>{}:</strong> {}</p>", parts)
    day = story.happens_on
    return format_html("{}<p>{}</p>", body, day.isoformat()) if day else body


def _updated(page: queries.FeedPage) -> datetime:
    told = [notice.updated_at for notice in page.notices]
    return max((*told, *(story.published_at for story in page.stories)), default=BEFORE_ANYTHING)


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = NOT_IN_XML.sub("", text)
    return element


def _link(parent: ET.Element, rel: str, href: str, media_type: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": media_type})


def _address(name: str, *arguments: str) -> str:
    return settings.PUBLIC_URL + reverse(name, args=arguments)


def _tag(rest: str) -> str:
    host = urlsplit(settings.PUBLIC_URL).hostname or "voelspriet"
    return f"tag:{host},{TAG_YEAR}:{rest}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

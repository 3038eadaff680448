# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars to follow (RFC 5545): an area's, one meeting's, and by a key somebody's own."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from voelspriet.act.agenda.queries.calendars import (
    Calendar,
    CalendarEntry,
    area_calendar,
    public_calendar,
)
from voelspriet.act.agenda.queries.own_calendars import keyed_calendar
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.lib.icalendars import MEDIA_TYPE, write_calendar

LONGEST_KEY = 80


@require_safe
def area(request: HttpRequest, code: str) -> HttpResponseBase:
    """Return what anybody may come to in an area, in one of four languages (`?lang=`)."""
    language = _language(request)
    with translation.override(language):
        calendar = area_calendar(code=code, language=language, at=timezone.now())
        if calendar is None:
            raise Http404
        name = _("Agenda van %(name)s") % {"name": calendar.name}
        return _answer(request, calendar, name, language)


@require_safe
def meeting(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Return one meeting anybody may come to, to put in one's own calendar."""
    language = _language(request)
    with translation.override(language):
        calendar = public_calendar(reference=reference, language=language)
        if calendar is None:
            raise Http404
        return _answer(request, calendar, calendar.name, language)


@require_safe
def keyed(request: HttpRequest, key: str) -> HttpResponseBase:
    """Return a colleague's or organisation's calendar, as long as the key in the address works."""
    with translation.override(settings.LANGUAGE_CODE):
        found = len(key) <= LONGEST_KEY and keyed_calendar(key=key, at=timezone.now())
        if not found:
            raise Http404
        response = _answer(request, found, found.name, settings.LANGUAGE_CODE, is_public=False)
    patch_cache_control(response, private=True)
    return response


def _answer(
    request: HttpRequest, calendar: Calendar, name: str, language: str, *, is_public: bool = True
) -> HttpResponseBase:
    link = _public_link if is_public else _staff_link
    events = [replace(entry.event, url=link(entry)) for entry in calendar.entries]
    response = HttpResponse(write_calendar(name=name, events=events), content_type=MEDIA_TYPE)
    response["Content-Language"] = language
    return unless_unchanged(request, response)


def _public_link(entry: CalendarEntry) -> str:
    place = (entry.municipality_slug, entry.area_slug)
    return settings.PUBLIC_URL + reverse("public:neighbourhood", args=place)


def _staff_link(entry: CalendarEntry) -> str:
    name = "workspace:agreement" if entry.is_agreement else "workspace:meeting"
    return settings.PUBLIC_URL + reverse(name, args=(entry.reference,))


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("lang", settings.LANGUAGE_CODE)
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE

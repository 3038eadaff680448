# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A title for colleagues, words for the public list, and keeping something out of sight."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.writing import audit, worded
from voelspriet.act.initiatives.models import Initiative, InitiativeText
from voelspriet.act.initiatives.rules.access import led_initiative
from voelspriet.act.initiatives.told import WORDS_LIMIT
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.wording import brief
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.rules.person_flag import points_at_person

TITLE_LIMIT = 120


@action
def title_initiative(*, reference: str, title: str, by: Actor, at: datetime) -> None:
    """Give it a short title that every colleague who reads along sees. Refuses none."""
    found = led_initiative(reference, by)
    found.title = worded(title, TITLE_LIMIT, "title")
    found.save(update_fields=["title"])
    audit("initiative.title", found, by, at)


@action
def write_text(
    *, reference: str, language: str, title: str, about: str, by: Actor, at: datetime
) -> None:
    """Write what the public list says in one language; an empty title takes it away.

    The Dutch one stays as long as it is listed. Refuses words that point at a person.
    """
    found = led_initiative(reference, by)
    title = brief(title, TITLE_LIMIT, "title")
    about = brief(about, WORDS_LIMIT, "about")
    if not title:
        if found.listed_at is not None and language == "nl":
            raise Refused(_("Haal het eerst van de lijst."), field="title")
        InitiativeText.objects.filter(initiative=found, language=language).delete()
    else:
        _must_name_nobody(title, "title")
        _must_name_nobody(about, "about")
        InitiativeText.objects.update_or_create(
            initiative=found, language=language, defaults={"title": title, "about": about}
        )
    audit("initiative.write_text", found, by, at, language=language)


@action
def list_initiative(*, reference: str, by: Actor, at: datetime) -> None:
    """Put it on the public list of its area.

    Refuses: the starter did not agree, no Dutch words yet, no area, marked as sensitive.
    """
    found = led_initiative(reference, by)
    if not found.may_list:
        raise Refused(_("Wie dit begon, wil niet dat het op de lijst staat."))
    if found.is_sensitive:
        raise Refused(_("Dit initiatief is als gevoelig gemerkt. Kijk dat eerst na."))
    if not found.texts.filter(language="nl").exists():
        raise Refused(_("Schrijf eerst de Nederlandse tekst voor de lijst."))
    found.listed_at = found.listed_at or at
    found.save(update_fields=["listed_at"])
    audit("initiative.list", found, by, at)


@action
def unlist_initiative(*, reference: str, by: Actor, at: datetime) -> None:
    """Take it off the public list at once."""
    found = led_initiative(reference, by)
    found.listed_at = None
    found.save(update_fields=["listed_at"])
    audit("initiative.unlist", found, by, at)


@action
def set_sensitive(*, reference: str, is_sensitive: bool, by: Actor, at: datetime) -> None:
    """Say whether it tells of a person or a threat; then no list and no suggestion shows it."""
    found: Initiative = led_initiative(reference, by)
    found.is_sensitive = is_sensitive
    if is_sensitive:
        found.listed_at = None
    found.save(update_fields=["is_sensitive", "listed_at"])
    audit("initiative.set_sensitive", found, by, at, is_sensitive=is_sensitive)


def _must_name_nobody(text: str, field: str) -> None:
    if points_at_person(text):
        raise Refused(
            _("Dit lijkt naar een persoon te wijzen. Schrijf het zonder namen en nummers."),
            field=field,
        )

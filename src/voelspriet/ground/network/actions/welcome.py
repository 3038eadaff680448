# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the welcome moment of an area."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.network.models import Welcome
from voelspriet.ground.network.rules.keeping import advised_area
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day

MOMENT_LIMIT = 120
PLACE_LIMIT = 160
WHAT_LIMIT = 300
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


@action
def write_welcome(
    *,
    area_id: int,
    language: str,
    moment: str,
    place: str,
    what: str,
    by: Actor,
    at: datetime,
) -> None:
    """Write, in one language, when, where and what there is for all who are new in an area.

    It stands on the public page at once; that counts as checked today. Refuses: one of the
    three empty, and another language while the Dutch is not there. OutOfScope: an area of which
    `by` is no adviser.
    """
    area = advised_area(by, area_id)
    if language not in LANGUAGES:
        raise OutOfScope(_("Deze taal is er niet."))
    values = {"moment": moment.strip(), "place": place.strip(), "what": what.strip()}
    for field, value in values.items():
        if not value:
            raise Refused(_("Vul dit in, of haal de hele tekst weg."), field=field)
    is_source = language == LANGUAGES[0]
    if not is_source and not area.welcomes.filter(language=LANGUAGES[0]).exists():
        raise Refused(_("Schrijf eerst de Nederlandse tekst."))
    limits = {"moment": MOMENT_LIMIT, "place": PLACE_LIMIT, "what": WHAT_LIMIT}
    Welcome.objects.update_or_create(
        area=area,
        language=language,
        defaults={field: value[: limits[field]] for field, value in values.items()}
        | {"checked_on": dutch_day(at)},
    )
    record("welcome.write", by=by, at=at, subject="area", reference=area.code, language=language)


@action
def check_welcome(*, area_id: int, by: Actor, at: datetime) -> None:
    """Write down that the welcome moment was checked today. Refuses where there is none."""
    area = advised_area(by, area_id)
    if not area.welcomes.update(checked_on=dutch_day(at)):
        raise Refused(_("Deze tekst is er niet."))
    record("welcome.check", by=by, at=at, subject="area", reference=area.code)


@action
def remove_welcome(*, area_id: int, language: str, by: Actor, at: datetime) -> None:
    """Take a text away; without the Dutch one there is no welcome moment in any language."""
    area = advised_area(by, area_id)
    found = area.welcomes.all()
    if language != LANGUAGES[0]:
        found = found.filter(language=language)
    if not found.delete()[0]:
        raise Refused(_("Deze tekst is er niet."))
    record("welcome.remove", by=by, at=at, subject="area", reference=area.code, language=language)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the social map: what stands on it, in which words, and when it was last checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.network.actions.indexing import index_entry
from voelspriet.ground.network.actions.organisations import details_of
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.models import (
    Organisation,
    OrganisationSubject,
    OrganisationText,
)
from voelspriet.ground.network.rules.keeping import areas_of, must_keep_map
from voelspriet.ground.network.rules.social_map import (
    ABOUT_LIMIT,
    ADDRESS_LIMIT,
    OPENING_LIMIT,
    SOURCE_LIMIT,
    must_be_website,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


@action
def add_to_social_map(
    *, name: str, kind: OrganisationKind, about: str, source: str, by: Actor, at: datetime
) -> int:
    """Put a new organisation on the public social map, checked today; return its id.

    Refuses: no adviser or administrator, no name or one in use, no words about it, no source.
    """
    where = must_keep_map(by)
    values = details_of(name=name, email="", phone="", where=where, but=None)
    made = Organisation.objects.create(
        municipality_id=where,
        kind=kind,
        is_listed=True,
        source=_source(source),
        checked_on=dutch_day(at),
        **values,
    )
    _text(made, LANGUAGES[0], about, "")
    index_entry(made)
    _record("social_map.add", made, by, at)
    return made.pk


@action
def change_entry(
    *,
    organisation_id: int,
    contact: Mapping[str, str],
    kind: OrganisationKind,
    subjects: Collection[str],
    languages: Collection[str],
    area_ids: Collection[int],
    involvement: str,
    pace: str,
    source: str,
    by: Actor,
    at: datetime,
) -> None:
    """Change what stands on the social map and put it there; that counts as checked today.

    `contact`: name, email, phone, address and website. No areas: the whole municipality.
    Refuses: no words about it yet, and what making it refuses.
    """
    found = entry_of(organisation_id, by)
    if not found.texts.filter(language=LANGUAGES[0]).exists():
        raise Refused(_("Schrijf eerst in het Nederlands wat het is en wat u er kunt doen."))
    plain = {part: contact[part] for part in ("name", "email", "phone")}
    values = details_of(**plain, where=found.municipality_id, but=found.pk)
    areas = areas_of(found.municipality_id, tuple(area_ids))
    Organisation.objects.filter(pk=found.pk).update(
        **values,
        kind=kind,
        address=contact["address"].strip()[:ADDRESS_LIMIT],
        website=must_be_website(contact["website"]),
        languages=sorted(set(languages)),
        involvement=involvement,
        pace=pace,
        source=_source(source),
        is_listed=True,
        checked_on=dutch_day(at),
    )
    found.areas.set(areas)
    found.subjects.all().delete()
    OrganisationSubject.objects.bulk_create(
        OrganisationSubject(organisation=found, subject=one) for one in dict.fromkeys(subjects)
    )
    found.refresh_from_db()
    index_entry(found)
    _record("social_map.change", found, by, at)


@action
def write_entry_text(
    *, organisation_id: int, language: str, about: str, opening: str, by: Actor, at: datetime
) -> None:
    """Write what an organisation is and when it is open, in one language.

    Refuses: nothing about it. Another language than Dutch may be emptied: the text goes.
    """
    found = entry_of(organisation_id, by)
    if language not in LANGUAGES:
        raise OutOfScope(_("Deze taal is er niet."))
    if language != LANGUAGES[0] and not about.strip() and not opening.strip():
        found.texts.filter(language=language).delete()
    else:
        _text(found, language, about, opening)
    index_entry(found)
    _record("social_map.write", found, by, at, language=language)


@action
def check_entry(*, organisation_id: int, by: Actor, at: datetime) -> None:
    """Write down that an entry was checked today. Refuses what is not on the map."""
    found = entry_of(organisation_id, by)
    if not found.is_listed:
        raise Refused(_("Deze organisatie staat niet op de sociale kaart."))
    Organisation.objects.filter(pk=found.pk).update(checked_on=dutch_day(at))
    _record("social_map.check", found, by, at)


@action
def unlist_entry(*, organisation_id: int, by: Actor, at: datetime) -> None:
    """Take an organisation off the public social map; everything about it stays."""
    found = entry_of(organisation_id, by)
    if not found.is_listed:
        raise Refused(_("Deze organisatie staat niet op de sociale kaart."))
    Organisation.objects.filter(pk=found.pk).update(is_listed=False)
    _record("social_map.unlist", found, by, at)


def entry_of(organisation_id: int, by: Actor) -> Organisation:
    """Return an open organisation of the municipality whose map `by` keeps."""
    where = must_keep_map(by)
    found = Organisation.objects.filter(
        pk=organisation_id, municipality_id=where, is_active=True
    ).first()
    if found is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    return found


def _source(typed: str) -> str:
    if not typed.strip():
        raise Refused(_("Schrijf op van wie u dit weet."), field="source")
    return typed.strip()[:SOURCE_LIMIT]


def _text(organisation: Organisation, language: str, about: str, opening: str) -> None:
    if not about.strip():
        raise Refused(_("Schrijf op wat het is en wat u er kunt doen."), field="about")
    OrganisationText.objects.update_or_create(
        organisation=organisation,
        language=language,
        defaults={
            "about": about.strip()[:ABOUT_LIMIT],
            "opening": opening.strip()[:OPENING_LIMIT],
        },
    )


def _record(name: str, found: Organisation, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="organisation",
        reference=str(found.pk),
        municipality_id=found.municipality_id,
        **detail,
    )

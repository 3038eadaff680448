# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations on the social map, key figures, covered streets and welcome moments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count

from tests.conftest import arranging
from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.network.choices import KeyFigureState, OrganisationKind, Service
from voelspriet.ground.network.models import (
    FaceSubject,
    KeyFigure,
    KeyFigureSubject,
    Organisation,
    OrganisationSubject,
    OrganisationText,
    StreetCover,
    Welcome,
)
from voelspriet.ground.network.rules.key_figures import key_code_hash

CHECKED = date(2026, 8, 1)
INVITED = date(2026, 8, 1)
UNTIL = date(2099, 8, 1)
_numbers = count(1)


def make_place(
    municipality: Municipality,
    *,
    name: str = "Buurthuis De Boeg",
    about: str = "Koffie en hulp bij formulieren.",
    opening: str = "Elke dag van 9 tot 17 uur",
    areas: Iterable[Area] = (),
    subjects: Iterable[str] = ("meeting",),
    checked_on: date = CHECKED,
    **more: object,
) -> Organisation:
    """Make an organisation that stands on the social map."""
    values = {"kind": OrganisationKind.WELFARE, "source": "gebeld", "is_listed": True, **more}
    with arranging():
        made = Organisation.objects.create(
            municipality=municipality,
            name=name,
            checked_on=checked_on,
            search_text=search_form(f"{name} {about}"),
            **values,
        )
        OrganisationText.objects.create(
            organisation=made, language="nl", about=about, opening=opening
        )
        made.areas.set(list(areas))
        for subject in subjects:
            OrganisationSubject.objects.create(organisation=made, subject=subject)
    return made


def make_key_figure(
    area: Area,
    *,
    role: str = "Coördinator buurtpreventie",
    code: str = "",
    agreed_on: date | None = INVITED,
    subjects: Iterable[str] = ("safety",),
    **more: object,
) -> KeyFigure:
    """Make a key figure who said yes; without `agreed_on`, one who was only asked."""
    number = next(_numbers)
    is_agreed = agreed_on is not None
    person = {"name": "Corrie", "phone": "0612345678"} if is_agreed else {}
    values = {"invited_on": INVITED, "expires_on": UNTIL, "checked_on": agreed_on} | person | more
    with arranging():
        made = KeyFigure.objects.create(
            municipality=Municipality.objects.get(area_code=area.municipality_code),
            area=area,
            reference=f"K-{number:04d}-TEST",
            code_hash=key_code_hash(code or f"{number:016d}"),
            role=role,
            state=KeyFigureState.AGREED if is_agreed else KeyFigureState.INVITED,
            agreed_on=agreed_on,
            **values,
        )
        for subject in subjects if is_agreed else ():
            KeyFigureSubject.objects.create(key_figure=made, subject=subject)
    return made


def make_cover(
    street: Street, organisation: Organisation, service: str = Service.STREET_COACH
) -> StreetCover:
    """Let an organisation be there for a street."""
    with arranging():
        return StreetCover.objects.create(street=street, organisation=organisation, service=service)


def make_face_subject(face: object, subject: str = "street") -> FaceSubject:
    """Let people turn to a face for a subject."""
    with arranging():
        return FaceSubject.objects.create(face=face, subject=subject)


def make_welcome(area: Area, language: str = "nl", **more: object) -> Welcome:
    """Make the welcome moment of an area in one language."""
    values = {"moment": "Elke eerste woensdag", "place": "De Boeg", "what": "Koffie met buren"}
    with arranging():
        return Welcome.objects.create(
            area=area, language=language, **values | {"checked_on": CHECKED} | more
        )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of the demo: a social map, key figures, covered streets and welcome moments."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from voelspriet.doors.commands.demo_town import words_network as words
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.areas.queries import find_places
from voelspriet.ground.network.actions import (
    add_to_social_map,
    agree_as_key_figure,
    change_entry,
    check_face,
    cover_streets,
    invite_key_figure,
    write_entry_text,
    write_welcome,
)
from voelspriet.ground.network.choices import Service
from voelspriet.ground.network.queries import faces
from voelspriet.ground.privacy.actors import Actor, resident
from voelspriet.lib.working_days import dutch_day

YOUTH_WORK = 6  # its street coaches walk the streets
COVERED = 0.6
STILL_ASKED = 9  # days ago
FACE_SUBJECTS = {
    "Wijkagent": ("safety", "quarrel"),
    "Jongerenwerker": ("youth", "sport"),
    "Opbouwwerker": ("meeting", "helping", "money"),
    "Wijkbeheerder": ("living", "street"),
}


def make_network(land: Land, staff: Staff, *, at: datetime, rng: random.Random) -> None:
    """Keep the network as advisers would; some of it nobody looked at for more than a year."""
    _social_map(land, staff, at)
    for number, area_id in enumerate(land.district_ids):
        by = staff.duos[number][0]
        _faces(area_id, by, at, fresh=bool(number))
        _key_figures(area_id, by, number, at)
        _welcome(area_id, by, number, at)
    coaches = staff.organisation_ids[YOUTH_WORK]
    for number, area_id in enumerate(land.neighbourhood_ids):
        if number % 2 == 0:  # the others have nobody in the street yet
            cover_streets(
                area_id=area_id,
                organisation_id=coaches,
                service=Service.STREET_COACH,
                street_ids=_walked(land, number, rng),
                by=staff.duos[land.district_of[number]][0],
                at=at,
            )


def _walked(land: Land, number: int, rng: random.Random) -> set[int]:
    """Return most streets of a neighbourhood; the rest are gaps."""
    ids = set()
    for name in land.names(number).streets:
        if rng.random() < COVERED:
            found = find_places(municipality_id=land.municipality_id, text=name, limit=30)
            ids |= {
                row.id
                for row in found
                if row.area_id == land.neighbourhood_ids[number] and row.name == name
            }
    return ids


def _social_map(land: Land, staff: Staff, at: datetime) -> None:
    by = staff.duos[0][0]
    for number, place in enumerate(words.PLACES):
        moment = at - timedelta(days=place.checked_days_ago)
        made = add_to_social_map(
            name=place.name,
            kind=place.kind,
            about=place.about["nl"],
            source=place.source,
            by=by,
            at=moment,
        )
        for language, about in place.about.items():
            write_entry_text(
                organisation_id=made,
                language=language,
                about=about,
                opening=place.opening[language],
                by=by,
                at=moment,
            )
        contact = {"name": place.name, "email": "", "phone": place.phone}
        contact |= {"address": place.address, "website": place.website}
        change_entry(
            organisation_id=made,
            contact=contact,
            kind=place.kind,
            subjects=place.subjects,
            languages=place.languages,
            area_ids=[land.district_ids[number % len(land.district_ids)]] if place.is_near else [],
            involvement=place.involvement,
            pace=place.pace,
            source=place.source,
            by=by,
            at=moment,
        )


def _faces(area_id: int, by: Actor, at: datetime, *, fresh: bool) -> None:
    """Say what each face is there for; in one district nobody did so for two years."""
    if not fresh:
        return
    for face in faces(area_id=area_id, on=dutch_day(at)):
        if face.area_id == area_id and face.function in FACE_SUBJECTS:
            subjects = FACE_SUBJECTS[face.function]
            check_face(face_id=face.id, subjects=subjects, by=by, at=at - timedelta(days=40))


def _key_figures(area_id: int, by: Actor, number: int, at: datetime) -> None:
    """Ask three people: one said yes long ago, one lately, one has the code still in hand."""
    for step, days in enumerate((430, 60, STILL_ASKED)):
        figure = words.KEY_FIGURES[(number + step) % len(words.KEY_FIGURES)]
        asked = at - timedelta(days=days)
        code = invite_key_figure(area_id=area_id, role=figure.role, by=by, at=asked)
        if days == STILL_ASKED:
            continue
        agree_as_key_figure(
            code=code,
            role=figure.role,
            name=figure.name,
            phone=figure.phone,
            email="",
            subjects=figure.subjects,
            involvement=figure.involvement,
            pace=figure.pace,
            by=resident(),
            at=asked + timedelta(days=2),
        )


def _welcome(area_id: int, by: Actor, number: int, at: datetime) -> None:
    for language, (moment, place, what) in words.WELCOMES[number % len(words.WELCOMES)].items():
        write_welcome(
            area_id=area_id,
            language=language,
            moment=moment,
            place=place,
            what=what,
            by=by,
            at=at - timedelta(days=30),
        )

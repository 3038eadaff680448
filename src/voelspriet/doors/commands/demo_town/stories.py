# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines on the neighbourhoods' pages, drafted and checked by their advisers."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from voelspriet.act.agenda.queries import AgreementFilters, AgreementRow, agreements
from voelspriet.answer.pages.actions import draft_story, publish_story, write_text
from voelspriet.answer.pages.choices import StoryKind
from voelspriet.doors.commands.demo_town import words_public
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.past import office_hour
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.doors.commands.demo_town.words_staff import AGREEMENTS
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day

LINES_A_NEIGHBOURHOOD = 3
DRAFTS = 4  # still to be checked by their advisers
TRANSLATED = 0.9
STRENGTH = 0.6
COMING = 0.4

Words = dict[str, tuple[str, str]]


def tell_stories(land: Land, staff: Staff, *, at: datetime, rng: random.Random) -> None:
    """Tell on every neighbourhood's page what was done; leave a few drafts to check."""
    drafts = DRAFTS
    for number, area_id in enumerate(land.neighbourhood_ids):
        adviser = rng.choice(staff.duos[land.district_of[number]])
        for row in _done(adviser, area_id, at)[:LINES_A_NEIGHBOURHOOD]:
            words = words_public.DONE[_category(row)]
            reference = draft_story(
                kind=StoryKind.DONE,
                said=words["nl"][0],
                did=words["nl"][1],
                agreement_reference=row.reference,
                by=adviser,
                at=_after(row, at, rng),
                rng=rng,
            )
            if drafts and row.ended_at and at - row.ended_at < timedelta(days=60):
                drafts -= 1
                continue
            _finish(reference, words, adviser, _after(row, at, rng), rng)
        _of_nothing_told(area_id, adviser, at, rng)


def _done(adviser: Actor, area_id: int, at: datetime) -> list[AgreementRow]:
    """Return what was done here lately, newest first, one of each kind of matter."""
    filters = AgreementFilters(state="done", area_id=area_id)
    rows = agreements(filters=filters, by=adviser, on=dutch_day(at)).items
    first_of: dict[str, AgreementRow] = {}
    for row in rows:
        if row.area_id == area_id and _category(row) in words_public.DONE:
            first_of.setdefault(_category(row), row)
    return list(first_of.values())


def _category(row: AgreementRow) -> str:
    return next((category for category, whats in AGREEMENTS.items() if row.what in whats), "")


def _after(row: AgreementRow, at: datetime, rng: random.Random) -> datetime:
    return min(office_hour(row.ended_at or row.made_at, 3, rng), at)


def _finish(
    reference: str, words: Words, adviser: Actor, moment: datetime, rng: random.Random
) -> None:
    for language, (said, did) in words.items():
        if language != "nl" and rng.random() < TRANSLATED:
            write_text(
                reference=reference, language=language, said=said, did=did, by=adviser, at=moment
            )
    publish_story(reference=reference, guess_check=words_public.GUESS_CHECK, by=adviser, at=moment)


def _of_nothing_told(area_id: int, adviser: Actor, at: datetime, rng: random.Random) -> None:
    """Tell what goes well here and what is coming."""
    if rng.random() < STRENGTH:
        words = {key: ("", did) for key, did in rng.choice(words_public.STRENGTHS).items()}
        moment = at - timedelta(days=rng.randint(3, 60))
        _free(StoryKind.STRENGTH, words, area_id=area_id, adviser=adviser, moment=moment, rng=rng)
    if rng.random() < COMING:
        words = {key: ("", did) for key, did in words_public.COMING.items()}
        moment = at - timedelta(days=rng.randint(1, 10))
        _free(StoryKind.COMING, words, area_id=area_id, adviser=adviser, moment=moment, rng=rng)


def _free(
    kind: StoryKind,
    words: Words,
    *,
    area_id: int,
    adviser: Actor,
    moment: datetime,
    rng: random.Random,
) -> None:
    happens = dutch_day(moment) + timedelta(days=rng.randint(14, 40))
    reference = draft_story(
        kind=kind,
        said="",
        did=words["nl"][1],
        area_id=area_id,
        category="strength" if kind is StoryKind.STRENGTH else "together",
        happens_on=happens if kind is StoryKind.COMING else None,
        by=adviser,
        at=moment,
        rng=rng,
    )
    _finish(reference, words, adviser, moment, rng)

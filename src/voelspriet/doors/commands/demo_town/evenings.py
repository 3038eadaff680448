# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evenings of the demo: one that was held, with its answers, and one that stands ready."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.act.agenda.queries.meetings import MeetingFilters, meetings
from voelspriet.doors.commands.demo_town.evening_report import draw_together, report, write_down
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import Actor, resident
from voelspriet.listen.evenings.actions.counting import count_hands, type_slips
from voelspriet.listen.evenings.actions.joining import join_evening
from voelspriet.listen.evenings.actions.map_rounds import hold_map_round
from voelspriet.listen.evenings.actions.preparing import prepare_evening
from voelspriet.listen.evenings.actions.running import go_to_part, steer_evening
from voelspriet.listen.evenings.actions.voting import cast_vote
from voelspriet.listen.evenings.queries.listing import usable_versions
from voelspriet.listen.evenings.queries.plans import evening_plan
from voelspriet.listen.evenings.queries.rows import ItemRow
from voelspriet.listen.evenings.rules.answers import Slip
from voelspriet.listen.evenings.rules.joining import PhoneToken
from voelspriet.listen.evenings.rules.running import Deed
from voelspriet.listen.surveys.actions import add_template_questionnaires
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.answers import Answer

AGO = timedelta(days=6)
PHONES, SLIPS = 24, 6
WORDS = ("groen, rustig", "gezellig", "druk, vol", "groen", "rommelig, donker", "vertrouwd")
WISHES = ("Meer licht bij de tunnel.", "Een bankje bij het veld.", "Vaker een avond als deze.")
PLACE = "Buurthuis De Kade"


def hold_evenings(land: Land, staff: Staff, *, at: datetime, rng: random.Random) -> None:
    """Hold an evening last week in the first neighbourhood, tell what came of it, prepare the next.

    Its report is released, so that a visitor finds one to read.
    """
    add_template_questionnaires(at=at)
    area_id = land.neighbourhood_ids[0]
    by = staff.duos[land.district_of[0]][0]
    version_id = usable_versions(by=by)[0][0]
    began = at - AGO
    reference = prepare_evening(
        area_id=area_id, version_id=version_id, starts_at=began, place=PLACE, by=by, at=began
    )
    map_round = hold_map_round(reference=reference, by=by, at=began, rng=rng)
    _hold(reference, by, began, rng)
    draw_together(land, map_round, by=by, at=began, rng=rng)
    report(reference, by=by, at=began)
    planned = meetings(
        filters=MeetingFilters(kind=MeetingKind.RESIDENTS_EVENING), by=by, at=at
    ).items
    starts_at = planned[0].starts_at if planned else at + timedelta(days=9)
    prepare_evening(
        area_id=planned[0].area_id if planned else area_id,
        version_id=version_id,
        starts_at=starts_at,
        place=planned[0].place if planned else PLACE,
        meeting_reference=planned[0].reference if planned else "",
        by=by,
        at=at,
    )


def _hold(reference: str, by: Actor, at: datetime, rng: random.Random) -> None:
    steer_evening(reference=reference, deed=Deed.START, by=by, at=at)
    someone = resident(by.municipality_id)
    phones = [join_evening(reference=reference, by=someone, at=at) for _number in range(PHONES)]
    plan = evening_plan(reference=reference, by=by, language="nl")
    for row in plan.items:
        go_to_part(reference=reference, item_id=row.item.id, by=by, at=at)
        if row.item.question is not None:
            _answer(reference, row.item, phones, by, at, rng)
            steer_evening(reference=reference, deed=Deed.SHOW, by=by, at=at)
    write_down(reference, tuple(row.item for row in plan.items), by=by, at=at)
    steer_evening(reference=reference, deed=Deed.END, by=by, at=at)


def _answer(  # noqa: PLR0917  one part of one evening
    reference: str,
    item: ItemRow,
    phones: list[PhoneToken],
    by: Actor,
    at: datetime,
    rng: random.Random,
) -> None:
    someone = resident(by.municipality_id)
    for token in phones:
        if rng.random() < 0.9:  # noqa: PLR2004  not everybody answers everything
            cast_vote(token=token, item_id=item.id, answer=_said(item, rng), by=someone, at=at)
    slips = [Slip(number, _said(item, rng)) for number in range(1, SLIPS + 1)]
    type_slips(reference=reference, item_id=item.id, slips=slips, by=by, at=at)
    if item.options:
        hands = {option.name: rng.randint(0, 3) for option in item.options}
        count_hands(reference=reference, item_id=item.id, hands=hands, by=by, at=at)


def _said(item: ItemRow, rng: random.Random) -> Answer:
    if item.options:
        return Answer(chosen=(rng.choice(item.options).name,))
    if item.answer_kind == QuestionKind.GRADE:
        return Answer(number=min(10, max(1, round(rng.gauss(7, 1.4)))))
    if item.answer_kind == QuestionKind.THREE_WORDS:
        return Answer(text=rng.choice(WORDS))
    return Answer(text=rng.choice(WISHES))

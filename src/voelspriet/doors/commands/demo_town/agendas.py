# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbourhood agendas of the demo: ranked by residents, with actions kept, moved and running."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from voelspriet.act.agenda.actions import area_agendas as deeds
from voelspriet.act.agenda.actions import finish_agreement, move_agreement
from voelspriet.act.agenda.actions.priorities import (
    PriorityGiven,
    add_priority,
    arrange_priorities,
)
from voelspriet.act.agenda.actions.priority_actions import (
    ActionGiven,
    add_action,
    start_action,
    tell_outcome,
)
from voelspriet.act.agenda.actions.rankings import (
    close_ranking,
    count_choices,
    open_ranking,
    rank_priorities,
)
from voelspriet.act.agenda.choices.priorities import RankingChannel
from voelspriet.act.agenda.queries.area_agenda_rows import AgendaSheet
from voelspriet.act.agenda.queries.area_agendas import AgendaDetail, area_agenda
from voelspriet.act.agenda.rules.rankings import new_token
from voelspriet.doors.commands.demo_town import words_agendas as words
from voelspriet.doors.commands.demo_town.freezing import freeze_sheet
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import Actor, resident
from voelspriet.lib.working_days import add_working_days, dutch_day

BEGUN, OPENED, AGREED, CLOSED = (timedelta(days=days) for days in (210, 200, 165, 160))
LATELY = timedelta(days=2)
EVERY = 5  # of five neighbourhoods:
FROZEN, DEVIATES, STILL_CHOOSING = 0, 1, 3  # these
MOVED, BROKEN, LATE = 1, 2, 3  # of the actions of a neighbourhood, in order


@dataclass(frozen=True, slots=True)
class _Writer:
    """An adviser who writes the agenda of one area."""

    area_id: int
    number: int
    by: Actor
    at: datetime
    staff: Staff

    def ago(self, before: timedelta) -> datetime:
        """Return the moment that long before now."""
        return self.at - before


def write_agendas(land: Land, staff: Staff, *, at: datetime, rng: random.Random) -> None:
    """Write the agenda of this year for every neighbourhood, as its advisers would."""
    for number, area_id in enumerate(land.neighbourhood_ids):
        by = rng.choice(staff.duos[land.district_of[number]])
        writer = _Writer(area_id, number, by, at, staff)
        _write(writer, land.municipality_id, rng)


def _write(writer: _Writer, municipality_id: int, rng: random.Random) -> None:
    begun = writer.ago(BEGUN)
    reference = deeds.start_agenda(
        area_id=writer.area_id, year=dutch_day(writer.at).year, by=writer.by, at=begun
    )
    top = words.TOPS[writer.number % len(words.TOPS)]
    deeds.write_top(reference=reference, told=top["nl"], by=writer.by, at=begun)
    matters = _matters(writer.number)
    made = [_priority(writer, reference, matter, begun) for matter in matters]
    deeds.show_agenda(reference=reference, is_public=True, by=writer.by, at=begun)
    open_ranking(reference=reference, by=writer.by, at=writer.ago(OPENED))
    _choose(writer, reference, municipality_id, rng)
    for place, (priority, matter) in enumerate(zip(made, matters, strict=True)):
        for again, deed in enumerate(matter.deeds):
            _act(writer, priority, deed, 2 * place + again)
    if writer.number % EVERY != STILL_CHOOSING:
        close_ranking(reference=reference, by=writer.by, at=writer.ago(CLOSED))
        if writer.number % EVERY == DEVIATES:
            _deviate(writer, reference)
    if writer.number % EVERY == FROZEN:
        freeze_sheet(reference, writer.staff, writer=writer.by, at=writer.ago(LATELY))
    _outcomes(writer, reference, made, matters)
    sheet = _detail(writer, reference).sheet
    for language in ("en", "tr", "ar"):
        _translate(writer, sheet, matters, language)


def _matters(number: int) -> tuple[words.Matter, ...]:
    """Return three to five matters, starting with another one in each neighbourhood."""
    start = number % len(words.MATTERS)
    turned = (*words.MATTERS[start:], *words.MATTERS[:start])
    return turned[: 3 + number % 3]


def _priority(writer: _Writer, agenda_reference: str, matter: words.Matter, at: datetime) -> str:
    told = matter.words["nl"]
    return add_priority(
        agenda_reference=agenda_reference,
        given=PriorityGiven(
            title=told.title,
            why=told.why,
            source=matter.source,
            source_on=dutch_day(at) - timedelta(days=20 + 3 * writer.number),
            category=matter.category,
        ),
        by=writer.by,
        at=at,
    )


def _choose(writer: _Writer, reference: str, municipality_id: int, rng: random.Random) -> None:
    """Let people choose on the website, at an evening and on paper."""
    rows = [pk for pk, _title in _detail(writer, reference).rankable]
    at = writer.ago(OPENED - timedelta(days=3))
    for _again in range(rng.randint(7, 14)):
        order = sorted(rows, key=lambda pk: rng.random() * (1 + rows.index(pk)))
        rank_priorities(
            reference=reference,
            token=new_token(),
            order=order[: rng.randint(1, 3)],
            by=resident(municipality_id),
            at=at,
        )
    evening = {pk: (rng.randint(3, 9), rng.randint(1, 3), rng.randint(0, 1)) for pk in rows}
    paper = {pk: (rng.randint(2, 6), rng.randint(0, 2), 0) for pk in rows}
    for channel, chosen in ((RankingChannel.EVENING, evening), (RankingChannel.PAPER, paper)):
        count_choices(reference=reference, channel=channel, chosen=chosen, by=writer.by, at=at)


def _act(writer: _Writer, priority: str, deed: words.Deed, number: int) -> None:
    """Agree an action; the first are done, one was moved, one not done, the others run."""
    agreed = writer.ago(AGREED)
    first = add_working_days(dutch_day(agreed), 40)
    done = number <= BROKEN
    today = dutch_day(writer.at)
    due = first if done else add_working_days(today, 2 * number)
    if number == LATE and writer.number % EVERY == 0:
        due = today - timedelta(days=6)
    told = deed.words["nl"]
    reference = add_action(
        priority_reference=priority,
        given=ActionGiven(
            organisation_id=writer.staff.organisation_ids[deed.party],
            what=told.what,
            due_on=due,
            measure=told.measure,
            partner_ids=[writer.staff.organisation_ids[one] for one in deed.partners],
        ),
        by=writer.by,
        at=agreed,
    )
    if done:
        _finish(writer, reference, number, due)


def _finish(writer: _Writer, reference: str, number: int, due: date) -> None:
    """End the first action in time, the second after its day was moved, the third not done."""
    days = (120, 80, 92)[number]
    if number == MOVED:
        move_agreement(
            reference=reference,
            to_on=add_working_days(due, 25),
            reason=words.MOVED,
            by=writer.by,
            at=writer.ago(timedelta(days=115)),
        )
    finish_agreement(
        reference=reference,
        result=words.NOT_DONE if number == BROKEN else words.RESULTS[number],
        done=number != BROKEN,
        by=writer.by,
        at=writer.ago(timedelta(days=days)),
    )


def _outcomes(
    writer: _Writer,
    reference: str,
    made: list[str],
    matters: tuple[words.Matter, ...],
) -> None:
    """Tell residents what came of ended actions, and begin every other one that runs."""
    sheet = _detail(writer, reference).sheet
    rows = {row.reference: row for row in sheet.priorities}
    for priority, matter in zip(made, matters, strict=True):
        for action, deed in zip(rows[priority].actions, matter.deeds, strict=True):
            if action.has_ended:
                told = deed.words["nl"].outcome
                if action.state == "not_done":
                    told = words.NOT_DONE_OUTCOME["nl"]
                tell_outcome(
                    priority_reference=priority, action_id=action.id, outcome=told,
                    by=writer.by, at=writer.at,
                )  # fmt: skip
            elif action.id % 2:
                start_action(
                    priority_reference=priority, action_id=action.id, by=writer.by, at=writer.at
                )


def _deviate(writer: _Writer, reference: str) -> None:
    """Put what residents put last on top, and say why."""
    ids = [row.id for row in _detail(writer, reference).sheet.priorities]
    arrange_priorities(
        agenda_reference=reference,
        order=[ids[-1], *ids[:-1]],
        reason=words.DEVIATION["nl"],
        by=writer.by,
        at=writer.ago(CLOSED),
    )


def _translate(
    writer: _Writer, sheet: AgendaSheet, matters: tuple[words.Matter, ...], language: str
) -> None:
    by_title = {matter.words["nl"].title: matter for matter in matters}
    actions = {}
    for row in sheet.priorities:
        for action, deed in zip(row.actions, by_title[row.title.text].deeds, strict=True):
            told = deed.words[language]
            if action.state == "not_done":
                told = replace(told, outcome=words.NOT_DONE_OUTCOME[language])
            actions[action.id] = told if action.has_ended else replace(told, outcome="")
    top = words.TOPS[writer.number % len(words.TOPS)][language]
    reason = words.DEVIATION[language] if sheet.own_order else ""
    deeds.translate_agenda(
        reference=sheet.reference,
        language=language,
        top=replace(top, order_reason=reason),
        priorities={row.id: by_title[row.title.text].words[language] for row in sheet.priorities},
        actions=actions,
        by=writer.by,
        at=writer.at,
    )


def _detail(writer: _Writer, reference: str) -> AgendaDetail:
    return area_agenda(reference=reference, by=writer.by, on=dutch_day(writer.at))

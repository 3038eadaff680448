# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A safety plan in the demo, a year under way."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from voelspriet.act.agenda.actions.ambitions import AmbitionActionGiven, agree_for_ambition
from voelspriet.act.plans.actions.cycle import (
    add_moment,
    choose_moments,
    hold_moment,
    remind_of_moments,
    set_criterion,
    write_programme,
)
from voelspriet.act.plans.actions.evening_indicators import (
    add_evening_indicator,
    take_evening_answer,
)
from voelspriet.act.plans.actions.frames import write_consultation, write_line, write_role
from voelspriet.act.plans.actions.plans import make_plan, record_decision
from voelspriet.act.plans.actions.publishing import publish_plan
from voelspriet.act.plans.actions.themes import add_ambition, add_theme, record_measurement
from voelspriet.act.plans.choices import DecisionBody
from voelspriet.act.plans.queries.cycle import plan_cycle
from voelspriet.act.plans.queries.frames import plan_frame
from voelspriet.act.plans.queries.themes import ambition_detail
from voelspriet.act.plans.rules.wording import listed
from voelspriet.act.plans.told import (
    AmbitionTold,
    EveningIndicatorTold,
    MeasurementTold,
    PlanTold,
)
from voelspriet.doors.commands.demo_town import words_plan_frame as frame_words
from voelspriet.doors.commands.demo_town import words_plans as words
from voelspriet.doors.commands.demo_town.freezing import (
    freeze_with_answer,
    freeze_with_question,
)
from voelspriet.doors.commands.demo_town.plan_budgets import write_budget
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.evenings.queries.released_questions import (
    questions_to_choose,
    released_answers,
)

YEARS = 4


def write_plan(staff: Staff, *, at: datetime) -> None:
    """Write a plan that began last year and that everybody may read, and what falls due."""
    who: dict[str, Any] = {"by": staff.others[Role.POLICY_ADVISER], "at": at}
    first = dutch_day(at).year - 1
    last = first + YEARS - 1
    told = PlanTold(words.TITLE, words.MOTTO, first, last, words.VISION, words.LOOKING_BACK)
    reference = make_plan(told=told, **who)
    text, set_by = words.CRITERION
    before = date(first - 1, 10, 9)
    set_criterion(reference=reference, text=text, set_by=set_by, set_on=before, **who)
    what, document, amendment = words.COUNCIL
    record_decision(
        reference=reference,
        body=DecisionBody.COUNCIL,
        decided_on=date(first - 1, 12, 12),
        what=what,
        document=document,
        amendment=amendment,
        **who,
    )
    _frame(reference, first, last, who)
    made = _ambitions(reference, first, last, who)
    _heard(made, who)
    _actions(made, staff, at)
    _cycle(reference, first, last, who)
    freeze_with_question(reference, staff, at=at)
    write_budget(reference, first, last, **who)
    freeze_with_answer(reference, staff, at=at)
    publish_plan(reference=reference, has_looked=False, **who)


def _frame(reference: str, first: int, last: int, who: dict[str, Any]) -> None:
    for line in frame_words.LINES:
        write_line(reference=reference, told=line, **who)
    for role in frame_words.ROLES:
        write_role(reference=reference, told=role, **who)
    for programme in frame_words.programmes(first, last):
        write_programme(reference=reference, told=programme, **who)
    *_others, triangle = plan_frame(reference=reference, by=who["by"]).roles
    write_consultation(
        reference=reference, role_id=triangle.id, told=frame_words.CONSULTATION, **who
    )


def _ambitions(reference: str, first: int, last: int, who: dict[str, Any]) -> dict[str, str]:
    made: dict[str, str] = {}

    def add(theme: str, told: AmbitionTold) -> None:
        made[told.key] = add_ambition(
            plan_reference=reference, theme_reference=theme, told=told, **who
        )

    add("", words.overall(first, last))
    for theme, ambitions in words.themes(first, last):
        place = add_theme(plan_reference=reference, told=theme, **who)
        for told in ambitions:
            add(place, told)
    for source, rows in ((words.SURVEY, words.MEASURED), (words.POLICE, words.COUNTED)):
        for key, years, value, n, effect in rows:
            seen = MeasurementTold(
                measured_on=date(first + years, 7, 1),
                value=Decimal(value),
                n=n,
                design_effect=Decimal(effect) if effect else None,
                source=source,
            )
            record_measurement(reference=made[key], told=seen, **who)
    return made


def _heard(made: dict[str, str], who: dict[str, Any]) -> None:
    """Let a question of the evening of last week stand with an ambition, and take it over."""
    key, question, answers = words.HEARD
    asked = next(one for one in questions_to_choose(by=who["by"]) if one.name == question)
    wanted = (asked.evening_reference, asked.name)
    said = released_answers(wanted={wanted: answers}, by=who["by"])[wanted]
    add_evening_indicator(
        reference=made[key],
        told=EveningIndicatorTold(
            evening_reference=asked.evening_reference,
            evening_title=asked.evening_title,
            held_on=asked.held_on,
            question=asked.name,
            words=asked.label,
            answers=answers,
            answer_words=listed([one.label for one in said.answers if one.name in answers]),
        ),
        **who,
    )
    (one,) = ambition_detail(
        reference=made[key], by=who["by"], on=dutch_day(who["at"])
    ).evening_indicators
    if said.met is not None:
        take_evening_answer(
            reference=made[key],
            indicator_id=one.id,
            share=Decimal(said.met.share),
            n=said.met.n,
            **who,
        )


def _actions(made: dict[str, str], staff: Staff, at: datetime) -> None:
    for key, duo, party, what, days in words.ACTIONS:
        adviser = staff.duos[duo][0]
        given = AmbitionActionGiven(
            area_id=min(adviser.area_ids),
            organisation_id=staff.organisation_ids[party],
            what=what,
            due_on=add_working_days(dutch_day(at), days),
        )
        agree_for_ambition(ambition_reference=made[key], given=given, by=adviser, at=at)


def _cycle(reference: str, first: int, last: int, who: dict[str, Any]) -> None:
    for purpose, what, year in words.moments(first, last):
        day = date(year, 12, 1)
        add_moment(reference=reference, purpose=purpose, what=what, due_on=day, **who)
    cycle = plan_cycle(reference=reference, by=who["by"], on=dutch_day(who["at"]))
    done = next(one for one in cycle.moments if one.due_on.year == first)
    hold_moment(moment_id=done.id, held_on=done.due_on, outcome="Het plan lag er op tijd.", **who)
    # halfway: the next programme is made, and the first one looked back on
    halfway = [one for one in cycle.moments if one.due_on.year == first + 1]
    for programme, moment in zip(reversed(cycle.programmes), halfway, strict=True):
        choose_moments(
            reference=reference, programme_id=programme.id, moment_ids=[moment.id], **who
        )
    remind_of_moments(by=system("plans.remind"), at=who["at"])

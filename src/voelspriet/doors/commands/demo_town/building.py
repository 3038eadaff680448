# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the demo, step by step, from a seed and a moment."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from voelspriet.answer.replies.actions.templates import save_template
from voelspriet.doors.commands.demo_town import lately, past, together
from voelspriet.doors.commands.demo_town.agendas import write_agendas
from voelspriet.doors.commands.demo_town.cases import tell_cases
from voelspriet.doors.commands.demo_town.checks import check_plans
from voelspriet.doors.commands.demo_town.coding import code_talks
from voelspriet.doors.commands.demo_town.comparing import compare_sides
from voelspriet.doors.commands.demo_town.conversations import hold_study
from voelspriet.doors.commands.demo_town.drawings import draw_maps
from voelspriet.doors.commands.demo_town.evenings import hold_evenings
from voelspriet.doors.commands.demo_town.following_up import follow_up
from voelspriet.doors.commands.demo_town.geography import build_town
from voelspriet.doors.commands.demo_town.initiatives import begin_initiatives
from voelspriet.doors.commands.demo_town.land import Land, settle
from voelspriet.doors.commands.demo_town.leaving import say_goodbye, without_leaver
from voelspriet.doors.commands.demo_town.meetings import hold_meetings
from voelspriet.doors.commands.demo_town.network import make_network
from voelspriet.doors.commands.demo_town.plans import write_plan
from voelspriet.doors.commands.demo_town.population import count_people
from voelspriet.doors.commands.demo_town.proposing import propose
from voelspriet.doors.commands.demo_town.publishing import publish_figures
from voelspriet.doors.commands.demo_town.rhythm import Moment, moments
from voelspriet.doors.commands.demo_town.second_coding import code_twice
from voelspriet.doors.commands.demo_town.speaking import speak
from voelspriet.doors.commands.demo_town.staff import PARTIES, Staff, hire
from voelspriet.doors.commands.demo_town.stories import tell_stories
from voelspriet.doors.commands.demo_town.tasks import set_tasks
from voelspriet.doors.commands.demo_town.telling import Tale, tell
from voelspriet.doors.commands.demo_town.tension import keep_knowledge, say_how_it_is
from voelspriet.doors.commands.demo_town.words_staff import TEMPLATES
from voelspriet.doors.commands.demo_town.works import plan_works
from voelspriet.ground.privacy.actors import system
from voelspriet.listen.intake.actions.escalating import escalate_overdue
from voelspriet.listen.intake.actions.routing import save_rule

YEARS = 2
RECENT = timedelta(weeks=8)
BURST_DAYS_AGO = (5, 12, 21, 30, 44)
SINGLE_AGREEMENTS = 24


class Stage(StrEnum):
    """How much the demo holds."""

    EMPTY = "empty"
    FRESH = "fresh"
    BUSY = "busy"


def build(*, stage: Stage, seed: int, at: datetime, say: Callable[[str], None]) -> Land:
    """Build the demo as it stands at `at`.

    empty: land, streets and colleagues. fresh: also the reports of the last weeks. busy: also
    two years of history, agreements, releases and lines for the public. The same seed and moment
    give the same land, people and words; references, codes and keys are random.
    """
    rng = random.Random(seed)  # noqa: S311  a demo must be repeatable
    by = system("demo")
    begun = at - timedelta(days=365 * YEARS + 30)
    say("Land and streets …")
    land = settle(town=build_town(rng), by=by, at=begun)
    count_people(land, by=by, at=begun)
    by = system("demo", land.municipality_id)
    say("Colleagues and partners …")
    staff = hire(land=land, by=by, at=begun)
    _habits(land, staff, at=begun)
    if stage is Stage.EMPTY:
        return land
    tales = _tales(land, at, rng)
    border = at - RECENT
    if stage is Stage.BUSY:
        say("Two years of history …")
        old = [tale for tale in tales if tale.at < border]
        past.bring_in(tales=old, land=land, staff=staff, until=border, by=by, at=at, rng=rng)
    say("The last weeks …")
    everybody, staff = staff, without_leaver(staff)
    scene = lately.Scene(land=land, staff=staff, now=at, rng=rng)
    _recent([tale for tale in tales if tale.at >= border], scene)
    say("Meetings …")
    # a sequence of its own, so that what else there is to tell stays as it was
    hold_meetings(land, staff, at=at, rng=random.Random(seed))  # noqa: S311  as above
    say("Evenings …")
    hold_evenings(land, staff, at=at, rng=random.Random(seed))  # noqa: S311  as above
    say("Neighbourhood agendas …")
    write_agendas(land, staff, at=at, rng=random.Random(seed))  # noqa: S311  as above
    say("An incident and what was told …")
    speak(land, staff, at=at)
    begin_initiatives(land, staff, at=at)
    hold_study(land, staff, at=at)
    keep_knowledge(staff, at=at)
    say_how_it_is(land, staff, at=at)
    code_talks(staff, at=at)
    tell_cases(staff, at=at)
    code_twice(land, staff, at=at)
    compare_sides(land, staff, at=at)
    say("The network …")
    make_network(land, staff, at=at, rng=random.Random(seed))  # noqa: S311  as above
    _tasks_and_works(land, staff, at=at)
    say("Maps residents drew …")
    draw_maps(land, staff, at=at, rng=random.Random(seed))  # noqa: S311  as above
    say("An adviser who left …")
    say_goodbye(land, everybody, at=at, rng=random.Random(seed))  # noqa: S311  as above
    if stage is Stage.BUSY:
        say("Lines on the neighbourhoods' pages …")
        tell_stories(land, staff, at=at, rng=rng)
        say("Figures of the newest quarters …")
        publish_figures(land, at=at)
    return land


def _tasks_and_works(land: Land, staff: Staff, *, at: datetime) -> None:
    set_tasks(land, staff, at=at)
    plan_works(land, staff, at=at)
    check_plans(land, staff, at=at)
    propose(staff, at=at)
    follow_up(land, staff, at=at)
    write_plan(staff, at=at)


def _habits(land: Land, staff: Staff, *, at: datetime) -> None:
    """Write what usually goes where, and the texts to start an answer from."""
    by = system("demo", land.municipality_id)
    for number, party in enumerate(PARTIES):
        for category in party.categories:
            save_rule(
                category=category,
                area_id=None,
                organisation_id=staff.organisation_ids[number],
                by=by,
                at=at,
            )
    for title, text in TEMPLATES:
        save_template(title=title, text=text, by=by, at=at)


def _tales(land: Land, at: datetime, rng: random.Random) -> list[Tale]:
    told: list[Moment] = moments(
        first=(at - timedelta(days=365 * YEARS)).date(),
        last=at,
        people=tuple(each.population for each in land.town.neighbourhoods),
        rng=rng,
        bursts_on=frozenset((at - timedelta(days=days)).date() for days in BURST_DAYS_AGO),
    )
    places = [land.names(number) for number in range(len(land.town.neighbourhoods))]
    return [tell(moment, places[moment.neighbourhood], rng) for moment in told]


def _recent(tales: list[Tale], scene: lately.Scene) -> None:
    cases = [lately.receive(number, tale, scene) for number, tale in enumerate(tales)]
    together.bundle_and_agree([case for case in cases if case.tale.burst is not None], scene)
    apart = [case for case in cases if case.tale.burst is None]
    agreed = _agreements(apart, scene)
    for case in apart:
        if case.reference not in agreed:
            lately.follow(case, scene)
    lately.translate_older(cases, scene)
    together.send_mails(together.DemoMail(), at=scene.now)
    escalate_overdue(by=system("intake.escalate"), at=scene.now)


def _agreements(cases: list[lately.Case], scene: lately.Scene) -> set[str]:
    """Make agreements about single matters; return the references they are about."""
    fit = [
        case
        for case in cases
        if together.may_agree(case) and scene.now - case.tale.at > lately.FRESH
    ]
    chosen = scene.rng.sample(fit, min(SINGLE_AGREEMENTS, len(fit)))
    for case in chosen:
        moment = case.later(scene, 1).moment
        together.agree([case], moment=moment, days=scene.rng.randint(4, 15), scene=scene)
    return {case.reference for case in chosen}

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What follows in the demo: a notice corrected, works translated, initiatives helped."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.act.agenda.actions import make_agreement
from voelspriet.act.agenda.actions.works import WorkGiven, change_work
from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.queries.works import WorkFilters, works
from voelspriet.act.initiatives.actions import enter_initiative
from voelspriet.act.initiatives.choices import InitiativeNeed
from voelspriet.act.initiatives.queries.initiatives import InitiativeFilters, initiatives
from voelspriet.act.initiatives.told import InitiativeTold
from voelspriet.answer.pages.actions.notice_corrections import correct_notice
from voelspriet.answer.pages.actions.notices import write_lines
from voelspriet.answer.pages.queries.notices import notices
from voelspriet.doors.commands.demo_town import words_following as words
from voelspriet.doors.commands.demo_town import words_speaking
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.choices import Channel

HELPER = 5  # which organisation lends the pans
HEARD_AGO = timedelta(days=4)


def follow_up(land: Land, staff: Staff, *, at: datetime) -> None:
    """Do what comes after the first telling, as the colleagues of the demo would."""
    _correct(staff.duos[land.district_of[1]][0], at)
    _translate_works(staff.others[Role.POLICY_ADVISER], at)
    for district in range(len(land.district_ids)):
        _help(staff.duos[district][0], staff.organisation_ids[HELPER], at)
    adviser = staff.duos[land.district_of[0]][0]
    enter_initiative(
        told=InitiativeTold(
            submission="demo:aan de deur",
            idea=words.TOLD_AT_A_DOOR,
            area_id=land.neighbourhood_ids[0],
            needs=(InitiativeNeed.HELP,),
        ),
        channel=Channel.DOOR,
        by=adviser,
        at=at - HEARD_AGO,
    )


def _correct(by: Actor, at: datetime) -> None:
    """Correct the day in a notice; one language is still behind."""
    told = words_speaking.WORKS
    page = notices(by=by, at=at)
    found = [row.reference for row in page.items if row.matter == told["nl"]["matter"]]
    for reference in found:
        correct_notice(
            reference=reference,
            lines=told["nl"] | {"matter": words.CORRECTED["nl"][0]},
            changed=words.CORRECTED["nl"][1],
            person_checked=True,
            by=by,
            at=at,
        )
        for language in ("en", "ar"):
            matter, changed = words.CORRECTED[language]
            write_lines(
                reference=reference,
                language=language,
                lines=told[language] | {"matter": matter},
                changed=changed,
                person_checked=True,
                by=by,
                at=at,
            )


def _translate_works(by: Actor, at: datetime) -> None:
    for row in works(filters=WorkFilters(), by=by, on=dutch_day(at)).items:
        if row.what in words.WORKS:
            change_work(
                reference=row.reference,
                given=WorkGiven(
                    kind=WorkKind(row.kind),
                    what=row.what,
                    area_id=row.area_id,
                    street_names=row.streets,
                    starts_on=row.starts_on,
                    ends_on=row.ends_on,
                    carrier=row.carrier,
                    state=WorkState(row.state),
                    is_public=row.is_public,
                    source=row.source,
                    source_on=row.source_on,
                    texts=words.WORKS[row.what],
                ),
                by=by,
                at=at,
            )


def _help(by: Actor, organisation_id: int, at: datetime) -> None:
    page = initiatives(filters=InitiativeFilters(), by=by, on=dutch_day(at))
    for row in page.items:
        if row.title == words.HELPED:
            make_agreement(
                signal_references=(),
                area_id=None,
                organisation_id=organisation_id,
                contact="",
                what=words.HELP,
                due_on=add_working_days(dutch_day(at), 12),
                visibility=Visibility.PUBLIC,
                initiative_reference=row.reference,
                by=by,
                at=at,
            )

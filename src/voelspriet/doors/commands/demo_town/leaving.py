# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Last month an adviser left; one of the agreements passed on is late and went up."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from voelspriet.act.agenda.actions import escalate_agreements, make_agreement
from voelspriet.act.agenda.choices import Visibility
from voelspriet.answer.replies.actions import remind_organisations, send_delivery
from voelspriet.answer.replies.queries import due_deliveries
from voelspriet.answer.replies.transports import Fate, Mail, Sending
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.names import MAIL_HOST, PASSWORD
from voelspriet.doors.commands.demo_town.staff import PARTIES, Staff
from voelspriet.ground.network.actions import change_organisation
from voelspriet.ground.people.actions import create_user, plan_leaving
from voelspriet.ground.people.queries import my_account
from voelspriet.ground.privacy.actors import Actor, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import add_working_days, dutch_day

DUO = 4  # of whose two the second leaves
PARTY = 1
LEFT_DAYS_AGO = 30
PROMISES = (
    ("De kapotte bank bij de halte vervangen", 18),
    ("Een proef met ledlampen in de brandgang", 60),
)


def without_leaver(staff: Staff) -> Staff:
    """Return who does the work of the last weeks: the one who stays does that of both."""
    stays = staff.duos[DUO][0]
    return replace(staff, duos=(*staff.duos[:DUO], (stays, stays), *staff.duos[DUO + 1 :]))


def say_goodbye(land: Land, staff: Staff, *, at: datetime, rng: random.Random) -> None:
    """Let the adviser leave as they would have, a month ago, and let what is late go up."""
    by = system("demo", land.municipality_id)
    gone = at - timedelta(days=LEFT_DAYS_AGO)
    leaver = staff.duos[DUO][1]
    _reachable(staff.organisation_ids[PARTY], by, gone)
    _promise(leaver, land.district_ids[DUO], staff.organisation_ids[PARTY], gone, rng)
    successor_id = create_user(
        email=f"amira@{MAIL_HOST}",
        name="Amira Kolkman",
        first_name="Amira",
        role=Role.AREA_ADVISER,
        function="Gebiedsadviseur",
        phone="0800 0000",
        password=PASSWORD,
        municipality_id=land.municipality_id,
        by=by,
        at=gone,
    ).user_id
    duties = my_account(by=leaver, on=dutch_day(gone)).duties
    plan_leaving(
        user_id=leaver.user_id or 0,
        leaves_on=dutch_day(gone),
        # what this colleague stood in for elsewhere, the duo there does itself
        successors={duty.id: successor_id for duty in duties if duty.kind != "stand_in"},
        by=by,
        at=gone,
    )
    escalate_agreements(by=system("agenda.escalate"), at=at)
    remind_organisations(by=system("replies.remind"), at=at)
    _send(at)


def _reachable(organisation_id: int, by: Actor, at: datetime) -> None:
    party = PARTIES[PARTY]
    change_organisation(
        organisation_id=organisation_id,
        name=party.name,
        kind=party.kind,
        email=f"openbareruimte@{MAIL_HOST}",
        phone=party.phone,
        by=by,
        at=at,
    )


def _promise(
    leaver: Actor, area_id: int, organisation_id: int, gone: datetime, rng: random.Random
) -> None:
    for what, days in PROMISES:
        make_agreement(
            signal_references=(),
            area_id=area_id,
            organisation_id=organisation_id,
            contact="",
            what=what,
            due_on=_working(dutch_day(gone) + timedelta(days=days)),
            visibility=Visibility.PUBLIC,
            by=leaver,
            at=gone - timedelta(days=6),
            rng=rng,
        )


def _working(day: date) -> date:
    return add_working_days(day - timedelta(days=1), 1)


class _Taken:
    """Takes every mail and sends none."""

    def send(self, mail: Mail) -> Sending:  # noqa: ARG002  nothing of it is read or kept
        """Say that it was taken."""
        return Sending(Fate.TAKEN)


def _send(at: datetime) -> None:
    while due := due_deliveries(at=at):
        for delivery_id in due:
            send_delivery(
                delivery_id=delivery_id, transport=_Taken(), by=system("replies.send"), at=at
            )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last weeks of the demo, together: bundles, agreements, mails and lines for the public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle

from voelspriet.act.agenda.actions import finish_agreement, make_agreement, move_agreement
from voelspriet.act.agenda.choices import Visibility
from voelspriet.answer.replies.actions import (
    answer_agreement,
    release_expired,
    send_delivery,
    translate_answer,
)
from voelspriet.answer.replies.queries.deliveries import due_deliveries
from voelspriet.answer.replies.transports import Fate, Mail, Sending
from voelspriet.doors.commands.demo_town import words_other, words_staff
from voelspriet.doors.commands.demo_town.lately import Case, Scene, first_words
from voelspriet.doors.commands.demo_town.past import office_hour
from voelspriet.ground.privacy.actors import Actor, system
from voelspriet.listen.intake.actions import (
    bundle_signals,
    set_category,
    take_in_hand,
)
from voelspriet.listen.intake.choices import PlaceTier
from voelspriet.listen.intake.rules.person_flag import points_at_person

REASON = "De aannemer heeft pas later tijd."
# shares of agreements
MOVED = 0.3
STILL_OPEN = 0.08
NOT_TOLD_YET = 0.25
UNCERTAIN_MAILS = 3
FAILED_MAILS = 2


def bundle_and_agree(cases: Sequence[Case], scene: Scene) -> None:
    """Bundle what is about one matter, agree with a party, and sometimes already answer."""
    told_by: dict[int | None, list[Case]] = {}
    for case in cases:
        if may_agree(case):
            told_by.setdefault(case.tale.burst, []).append(case)
    for together in told_by.values():
        if len(together) > 1:
            _one_bundle(together, scene)


def may_agree(case: Case) -> bool:
    """Tell whether a report may be bundled and agreed about; without a place another duo has it."""
    return (
        case.tale.tier is not PlaceTier.NONE
        and not case.tale.ask_first
        and not points_at_person(case.tale.text)
    )


def _one_bundle(cases: list[Case], scene: Scene) -> None:
    first = cases[0]
    adviser = first.adviser
    moment = office_hour(max(case.tale.at for case in cases), 1, scene.rng)
    if moment >= scene.now:
        return
    for case in cases:
        set_category(reference=case.reference, category=first.tale.category, by=adviser, at=moment)
        take_in_hand(reference=case.reference, by=adviser, at=moment)
    bundle_signals(
        references=[case.reference for case in cases],
        title=str(first.tale.category.label),
        by=adviser,
        at=moment,
        rng=scene.rng,
    )
    agree(cases, moment=moment + timedelta(minutes=15), days=12, scene=scene)


def agree(cases: Sequence[Case], *, moment: datetime, days: int, scene: Scene) -> None:
    """Agree with the usual party; end it and answer everyone when there is time left."""
    first = cases[0]
    party = scene.staff.party_for(first.tale.category)
    what = words_staff.AGREEMENTS.get(first.tale.category, words_staff.AGREEMENTS["other"])
    row = make_agreement(
        signal_references=[case.reference for case in cases],
        area_id=None,
        organisation_id=scene.staff.organisation_ids[party],
        contact="",
        what=scene.rng.choice(what),
        due_on=office_hour(moment, days, scene.rng).date(),
        visibility=scene.rng.choice((Visibility.REPORTERS, Visibility.PUBLIC)),
        by=first.adviser,
        at=moment,
        rng=scene.rng,
    )
    for case in cases:
        first_words(replace(case, moment=moment), scene)
    moved = office_hour(moment, days // 2, scene.rng)
    if moved < scene.now and scene.chance(MOVED):
        to_on = office_hour(moment, days + 7, scene.rng).date()
        move_agreement(
            reference=row.reference, to_on=to_on, reason=REASON, by=first.adviser, at=moved
        )
    ended = office_hour(moment, days + scene.rng.choice((-2, -1, 0, 0, 1)), scene.rng)
    if ended >= scene.now or scene.chance(STILL_OPEN):
        return
    _end(row.reference, cases, scene.staff.handlers[party], ended, scene)


def _end(
    reference: str, cases: Sequence[Case], handler: Actor, ended: datetime, scene: Scene
) -> None:
    first = cases[0]
    result = scene.rng.choice(words_staff.DONE[first.tale.category])
    finish_agreement(reference=reference, result=result, done=True, by=handler, at=ended)
    told = office_hour(ended, 1, scene.rng)
    if told >= scene.now or scene.chance(NOT_TOLD_YET):
        return
    adviser = first.adviser
    words = scene.rng.choice(words_other.DONE_ANSWERS)
    text = f"{words['nl']} {result}"
    rows = answer_agreement(reference=reference, text=text, by=adviser, at=told)
    given = {row.signal_reference: row for row in rows}
    for case in cases:
        row = given.get(case.reference)
        if row is not None and not row.is_given:
            translated = words[case.tale.language]
            translate_answer(
                reference=row.reference, text=translated, machine=False, by=adviser, at=told
            )


class DemoMail:
    """Takes every mail and sends none; a few go wrong, so that staff see what that looks like."""

    def __init__(self) -> None:
        fates = (*[Fate.UNKNOWN] * UNCERTAIN_MAILS, *[Fate.REFUSED] * FAILED_MAILS)
        self._fates = iter(fates)
        self._turn = cycle(range(40))

    def send(self, mail: Mail) -> Sending:  # noqa: ARG002  nothing of it is read or kept
        """Say what became of a mail."""
        if next(self._turn) != 0:
            return Sending(Fate.TAKEN)
        fate = next(self._fates, Fate.TAKEN)
        return Sending(fate, "" if fate is Fate.TAKEN else "demo")


def send_mails(transport: DemoMail, *, at: datetime) -> None:
    """Let the mails that are due go out."""
    by = system("replies.send")
    while due := due_deliveries(at=at):
        for delivery_id in due:
            send_delivery(delivery_id=delivery_id, transport=transport, by=by, at=at)
    release_expired(by=by, at=at)

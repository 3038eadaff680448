# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering who began an initiative, and deciding with a reason in plain words."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.escalating import settle_escalations
from voelspriet.act.initiatives.actions.writing import audit, worded
from voelspriet.act.initiatives.choices import InitiativeNeed, InitiativeOutcome
from voelspriet.act.initiatives.models import (
    NEVER_DUE,
    Initiative,
    InitiativeDecision,
    InitiativeMessage,
)
from voelspriet.act.initiatives.rules.access import led_initiative
from voelspriet.act.initiatives.told import IDEA_LIMIT
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import add_working_days, dutch_day


@action
def answer_starter(
    *, reference: str, text: str, promised_on: date | None, by: Actor, at: datetime
) -> None:
    """Write to who began it. Before a decision, with the day on which that comes.

    After the decision an answer ends the waiting. Refuses: no text, too long, and before the
    decision no day, a day gone by or one beyond the municipality's longest promise.
    """
    found = led_initiative(reference, by)
    _must_be_read(found)
    words = worded(text, IDEA_LIMIT, "text")
    if found.decision:
        found.waiting_since, found.due_on, promised_on = None, NEVER_DUE, None
    else:
        found.due_on = _promised(found, promised_on, at)
        found.waiting_since = found.waiting_since or at
    found.answered_at = found.answered_at or at
    found.save(update_fields=["waiting_since", "due_on", "answered_at"])
    settle_escalations(found, at)
    InitiativeMessage.objects.create(
        initiative=found,
        is_from_starter=False,
        text=words,
        by_name=by.name,
        promised_on=promised_on,
        at=at,
    )
    audit("initiative.answer", found, by, at, promised_on=str(promised_on or ""))


@action
def decide_initiative(
    *, reference: str, outcome: InitiativeOutcome, reason: str, by: Actor, at: datetime
) -> None:
    """Decide, with a reason; it ends the waiting and stands on the follow page at once.

    Deciding again is possible: both decisions stay. Refuses: no reason, too long, handing over a
    task that was not asked for. OutOfScope for anyone but the advisers of its area.
    """
    found = led_initiative(reference, by)
    if (
        outcome == InitiativeOutcome.CHALLENGE_ACCEPTED
        and InitiativeNeed.CHALLENGE not in found.needs
    ):
        raise Refused(_("Er is niet gevraagd om een taak over te nemen."), field="outcome")
    InitiativeDecision.objects.create(
        initiative=found,
        outcome=outcome,
        reason=worded(reason, IDEA_LIMIT, "reason"),
        by_name=by.name,
        at=at,
    )
    found.decision, found.decided_at = outcome, at
    found.answered_at = found.answered_at or at
    found.waiting_since, found.due_on = None, NEVER_DUE
    found.save(update_fields=["decision", "decided_at", "answered_at", "waiting_since", "due_on"])
    settle_escalations(found, at)
    audit("initiative.decide", found, by, at, outcome=str(outcome))


def _must_be_read(found: Initiative) -> None:
    if found.receipt_hash is None:
        raise Refused(_("Niemand volgt dit initiatief met een code. Bel of schrijf zelf."))


def _promised(found: Initiative, on: date | None, at: datetime) -> date:
    today = dutch_day(at)
    if on is None or on < today:
        raise Refused(_("Kies de dag waarop het besluit er is."), field="promised_on")
    last = add_working_days(today, found.municipality.longest_promise_days)
    if on > last:
        raise Refused(
            _("Beloof een dag uiterlijk %(day)s.") % {"day": f"{last:%d-%m-%Y}"},
            field="promised_on",
        )
    return on

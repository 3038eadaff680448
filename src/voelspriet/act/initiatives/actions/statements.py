# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing down what somebody says about how an initiative stands, and settling contradictions."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.standing import (
    REPLACED,
    add_statement,
    refresh,
    settle,
)
from voelspriet.act.initiatives.actions.writing import audit, worded
from voelspriet.act.initiatives.choices import InitiativeStatus, StatementOrigin
from voelspriet.act.initiatives.rules.access import led_initiative
from voelspriet.act.initiatives.told import WORDS_LIMIT
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.wording import brief
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day

SOURCE_LIMIT = 160
NEEDS_WHY = (InitiativeStatus.PAUSED, InitiativeStatus.STOPPED)


@action
def say_status(
    *,
    reference: str,
    status: InitiativeStatus,
    source: str,
    said_on: date,
    why: str,
    replaces: bool,
    by: Actor,
    at: datetime,
) -> None:
    """Write down what a source says about how it stands.

    With `replaces` it is news: what was said before is settled by it. Without, it stands beside
    what was said before, also when they contradict. Refuses: no source, a day still to come,
    paused or stopped without why. OutOfScope for anyone but the advisers of its area.
    """
    found = led_initiative(reference, by)
    if said_on > dutch_day(at):
        raise Refused(_("Kies een dag die er al is geweest."), field="said_on")
    words = brief(why, WORDS_LIMIT, "why")
    if status in NEEDS_WHY and not words:
        raise Refused(_("Schrijf op waarom. Weet niemand dat, schrijf dat dan."), field="why")
    said = add_statement(
        found,
        status=status,
        origin=StatementOrigin.COLLEAGUE,
        source=worded(source, SOURCE_LIMIT, "source"),
        said_on=said_on,
        why=words,
        at=at,
    )
    if replaces:
        settle(found, holds=said, why=REPLACED, by_name=by.name, at=at)
    refresh(found)
    audit("initiative.say_status", found, by, at, status=str(status), replaces=replaces)


@action
def settle_statements(
    *, reference: str, statement_id: int, why: str, by: Actor, at: datetime
) -> None:
    """Decide which of several statements holds, and why; the others stay in the history.

    Refuses no reason, and when nothing contradicts. OutOfScope for anyone but the advisers of
    its area and for a statement of another initiative.
    """
    found = led_initiative(reference, by)
    holds = found.statements.filter(pk=statement_id, settled_by__isnull=True).first()
    if holds is None:
        raise OutOfScope(_("Deze uitspraak is er niet."))
    if not found.is_contradicted:
        raise Refused(_("Hier spreekt niets elkaar tegen."))
    settled = settle(
        found, holds=holds, why=worded(why, WORDS_LIMIT, "why"), by_name=by.name, at=at
    )
    refresh(found)
    audit("initiative.settle", found, by, at, settled=settled, status=holds.status)

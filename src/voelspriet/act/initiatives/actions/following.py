# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What who began an initiative does with the code: write, say how it goes, take it back."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.escalating import settle_escalations
from voelspriet.act.initiatives.actions.standing import (
    REPLACED,
    add_statement,
    refresh,
    settle,
)
from voelspriet.act.initiatives.actions.starting import LANGUAGES, STARTER
from voelspriet.act.initiatives.actions.writing import audit
from voelspriet.act.initiatives.choices import InitiativeStatus, StatementOrigin
from voelspriet.act.initiatives.models import (
    NEVER_DUE,
    Initiative,
    InitiativeContact,
    InitiativeMessage,
)
from voelspriet.act.initiatives.queries.codes import initiative_id_of
from voelspriet.act.initiatives.told import IDEA_LIMIT, WORDS_LIMIT
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.wording import brief
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.rules.codes import submission_hash
from voelspriet.listen.intake.rules.person_flag import points_at_person

SAYABLE = (InitiativeStatus.ACTIVE, InitiativeStatus.PAUSED, InitiativeStatus.STOPPED)
ERASED = "–"
NEEDS_WHY = (InitiativeStatus.PAUSED, InitiativeStatus.STOPPED)


@action
def write_further(
    *, code: str, text: str, language: str, submission: str, by: Actor, at: datetime
) -> None:
    """Write a message to the duo; sent twice, it stands there once.

    Whoever was answered already waits again from now, with a new day. Refuses: nothing, too
    long, an initiative that was taken back.
    """
    found = _opened(code)
    words = brief(text, IDEA_LIMIT, "text")
    if not words:
        raise Refused(_("Schrijf eerst iets op."), field="text")
    hashed = submission_hash(settings.KEYRING, f"initiative-message:{found.pk}:{submission}")
    _row, is_new = InitiativeMessage.objects.get_or_create(
        submission=hashed,
        defaults={
            "initiative": found,
            "is_from_starter": True,
            "text": words,
            "language": language if language in LANGUAGES else "nl",
            "at": at,
        },
    )
    if is_new:
        _wait_again(found, at)
        found.last_heard_on = dutch_day(at)
        found.is_sensitive = found.is_sensitive or points_at_person(words)
        found.listed_at = None if found.is_sensitive else found.listed_at
        found.save(update_fields=["last_heard_on", "is_sensitive", "listed_at"])
    audit("initiative.write", found, by, at, is_new=is_new)


@action
def say_status_myself(
    *, code: str, status: InitiativeStatus, why: str, by: Actor, at: datetime
) -> None:
    """Say how it goes: active, paused or stopped; for the last two with why.

    It replaces what the starter said before; what others said stays beside it. Refuses another
    status, no reason, too long.
    """
    found = _opened(code)
    if status not in SAYABLE:
        raise Refused(_("Kies hoe het ervoor staat."), field="status")
    words = brief(why, WORDS_LIMIT, "why")
    if status in NEEDS_WHY and not words:
        raise Refused(_("Vertel waarom. Daar leren wij van."), field="why")
    said = add_statement(
        found,
        status=status,
        origin=StatementOrigin.STARTER,
        source=STARTER,
        said_on=dutch_day(at),
        why=words,
        at=at,
    )
    settle(found, holds=said, why=REPLACED, by_name="", at=at, among=StatementOrigin.STARTER)
    refresh(found)
    audit("initiative.say_status", found, by, at, status=str(status))


@action
def withdraw_initiative(*, code: str, by: Actor, at: datetime) -> None:
    """Take an initiative back: words, messages and contact are erased, nobody waits any more.

    That there was one, and what was decided, stays. Doing it again changes nothing.
    """
    found = _opened(code, withdrawn_too=True)
    if found.withdrawn_at is None:
        InitiativeContact.objects.filter(initiative=found).delete()
        found.messages.all().delete()
        found.texts.all().delete()
        # a reason stays there, for the constraint, without its words
        told = found.statements.filter(origin=StatementOrigin.STARTER).exclude(why="")
        told.update(why=ERASED)
        found.idea = found.who = found.open_for = found.who_missing = ""
        found.title = ""
        found.listed_at = None
        found.waiting_since, found.due_on = None, NEVER_DUE
        found.withdrawn_at = at
        found.save()
        settle_escalations(found, at)
    audit("initiative.withdraw", found, by, at)


def _wait_again(found: Initiative, at: datetime) -> None:
    if found.waiting_since is not None:
        return
    days = found.municipality.first_answer_days
    found.waiting_since = at
    found.due_on = add_working_days(dutch_day(at), days)
    found.save(update_fields=["waiting_since", "due_on"])


def _opened(code: str, *, withdrawn_too: bool = False) -> Initiative:
    """Return the initiative of a code, held in this transaction."""
    key = initiative_id_of(code=code)
    found = Initiative.objects.select_for_update().filter(pk=key or 0).first()
    if found is None:
        raise OutOfScope(_("Deze code klopt niet. Kijk de 16 cijfers nog eens na."))
    if found.withdrawn_at is not None and not withdrawn_too:
        raise Refused(_("U heeft dit ingetrokken."))
    return found

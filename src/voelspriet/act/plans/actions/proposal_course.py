# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The course of a proposal or letter: comments, numbered versions, the decision or sending."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.proposals import (
    FINAL_OUTCOMES,
    OUTCOMES_WITH_WORDS,
    ProposalKind,
    ProposalOutcome,
    ProposalSection,
    ProposalState,
)
from voelspriet.act.plans.models import (
    Proposal,
    ProposalComment,
    ProposalDecision,
    ProposalVersion,
)
from voelspriet.act.plans.queries.proposal_content import content_of
from voelspriet.act.plans.rules.proposal_content import frozen, thawed
from voelspriet.act.plans.rules.proposals import (
    COMMENT_LIMIT,
    WHY_LIMIT,
    WORDS_LIMIT,
    comments_on_proposals,
    draft_proposal,
    refuse_other_section,
    worded,
    written_proposal,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def comment_on_proposal(
    *, reference: str, section: ProposalSection, text: str, by: Actor, at: datetime
) -> None:
    """Say something about a part of a draft. Refuses who does not, and an empty text."""
    one = draft_proposal(reference, by)
    if not comments_on_proposals(by):
        raise Refused(_("U leest dit voorstel alleen mee."))
    refuse_other_section(one, section)
    ProposalComment.objects.create(
        proposal=one,
        section=section,
        text=worded(text, COMMENT_LIMIT, field="text", is_needed=True),
        said_by_id=by.user_id or 0,
        said_by_name=by.name,
        said_at=at,
    )
    _record("proposal.comment", one, by, at, section=str(section))


@action
def settle_comment(*, reference: str, comment_id: int, by: Actor, at: datetime) -> None:
    """Say that a comment was dealt with; again is no error. OutOfScope: no such comment."""
    one = written_proposal(reference, by)
    found = one.comments.filter(pk=comment_id)
    if not found.exists():
        raise OutOfScope(_("Deze opmerking is er niet."))
    found.filter(settled_at__isnull=True).update(settled_at=at, settled_by_name=by.name)
    _record("proposal.comment_settled", one, by, at, comment=comment_id)


@action
def freeze_proposal(*, reference: str, why: str, by: Actor, at: datetime) -> int:
    """Keep the proposal as it is now, as a numbered version; return its number.

    Refuses when nothing changed since the last version.
    """
    one = written_proposal(reference, by)
    number = _freeze(one, worded(why, WHY_LIMIT, field="why"), by, at)
    if number is None:
        raise Refused(_("Er is niets veranderd sinds de laatste versie."))
    _record("proposal.freeze", one, by, at, version=number)
    return number


@action
def note_decision(
    *,
    reference: str,
    outcome: ProposalOutcome,
    decided_on: date,
    words: str,
    by: Actor,
    at: datetime,
) -> None:
    """Note what the college decided on the proposal as it is now; that becomes a version.

    After anything but a postponement nobody writes at it any more. Refuses a day to come, a
    change or refusal without words, and a second decision on what stayed the same.
    """
    one = written_proposal(reference, by)
    if one.kind == ProposalKind.LETTER:
        raise Refused(_("Over een raadsbrief besluit niemand: leg vast dat die is verstuurd."))
    if decided_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="decided_on")
    clean = worded(words, WORDS_LIMIT, field="words", is_needed=outcome in OUTCOMES_WITH_WORDS)
    number = _freeze(one, _("Zo lag het voor in het college"), by, at) or one.versions
    if one.decisions.filter(version=number).exists():
        raise Refused(_("Over deze versie is al besloten. Verander eerst het voorstel."))
    decision = {"version": number, "outcome": outcome, "decided_on": decided_on, "words": clean}
    _decide(one, decision, by, at)
    _record("proposal.decide", one, by, at, version=number, outcome=str(outcome))


@action
def send_letter(*, reference: str, sent_on: date, by: Actor, at: datetime) -> None:
    """Note that a letter was sent to the council, as it is now; that becomes a version.

    Nobody writes at it any more. Refuses a proposal, a day to come, and a letter without a message.
    """
    one = written_proposal(reference, by)
    if one.kind != ProposalKind.LETTER:
        raise Refused(_("Alleen een raadsbrief wordt aan de raad verstuurd."))
    if sent_on > dutch_day(at):
        raise Refused(_("Deze dag moet nog komen."), field="sent_on")
    if not one.texts.filter(section=ProposalSection.MESSAGE).exists():
        raise Refused(_("Schrijf eerst de kernboodschap: zonder die zegt de brief niets."))
    number = _freeze(one, _("Zo is de brief verstuurd"), by, at) or one.versions
    decision = {"version": number, "outcome": ProposalOutcome.SENT, "decided_on": sent_on}
    _decide(one, decision, by, at)
    _record("proposal.send", one, by, at, version=number)


def _decide(one: Proposal, decision: dict[str, Any], by: Actor, at: datetime) -> None:
    ProposalDecision.objects.create(
        proposal=one,
        noted_by_id=by.user_id or 0,
        noted_by_name=by.name,
        noted_at=at,
        **decision,
    )
    if decision["outcome"] in FINAL_OUTCOMES:
        one.state = ProposalState.DECIDED
        one.save(update_fields=["state"])


def _freeze(one: Proposal, why: str, by: Actor, at: datetime) -> int | None:
    """Write a version; return its number, None when the last one says the same."""
    content = content_of(one)
    latest = one.frozen.order_by("-number").first()
    # compared as they are read: an older version lacks what was not yet written down then
    if latest is not None and thawed(latest.content) == content:
        return None
    one.versions += 1
    one.save(update_fields=["versions"])
    ProposalVersion.objects.create(
        proposal=one,
        number=one.versions,
        content=frozen(content),
        why=why,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    return one.versions


def _record(name: str, one: Proposal, by: Actor, at: datetime, **detail: Any) -> None:
    record(name, by=by, at=at, subject="proposal", reference=one.reference, **detail)

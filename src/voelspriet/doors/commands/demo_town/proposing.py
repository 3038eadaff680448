# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two proposals to the college, one decided otherwise than asked, and a letter about that one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from voelspriet.act.plans.actions.proposal_course import (
    comment_on_proposal,
    freeze_proposal,
    note_decision,
)
from voelspriet.act.plans.actions.proposals import (
    CostGiven,
    start_proposal,
    write_alternative,
    write_cost,
    write_section,
)
from voelspriet.act.plans.choices.proposals import (
    ProposalKind,
    ProposalOutcome,
    ProposalSection,
)
from voelspriet.act.plans.rules.proposal_money import Hire
from voelspriet.doors.commands.demo_town import words_proposing as told
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

HALF_YEAR = timedelta(days=181)


def propose(staff: Staff, *, at: datetime) -> None:
    """Have the policy adviser write both, and colleagues comment on the second."""
    by = staff.others[Role.POLICY_ADVISER]
    decided = _decided(by, at - timedelta(days=40))
    _letter(staff, decided, by, at - timedelta(days=3))
    _draft(staff, by, at - timedelta(days=9))


def _decided(by: Actor, at: datetime) -> str:
    meets = dutch_day(at) + timedelta(days=12)
    reference = _begin(told.DECIDED, told.DECIDED_TEXTS, meets, by, at)
    line = CostGiven(told.BUDGET, told.BUDGET_COVERAGE, amount_cents=6_500_00)
    write_cost(reference=reference, number=None, given=line, by=by, at=at)
    note_decision(
        reference=reference,
        outcome=ProposalOutcome.AMENDED,
        decided_on=meets,
        words=told.DECIDED_INSTEAD,
        by=by,
        at=at + timedelta(days=13),
    )
    return reference


def _letter(staff: Staff, follows: str, by: Actor, at: datetime) -> None:
    reference = start_proposal(
        subject=told.DECIDED,
        meets_on=dutch_day(at) + timedelta(days=9),
        plan="",
        kind=ProposalKind.LETTER,
        portfolio=told.PORTFOLIO,
        follows=follows,
        by=by,
        at=at,
    )
    _write(reference, told.LETTER_TEXTS, by, at)
    freeze_proposal(reference=reference, why="Om mee te lezen", by=by, at=at)
    comment_on_proposal(
        reference=reference,
        section=ProposalSection.NEXT,
        text=told.COMMENT_NEXT,
        by=staff.others[Role.DIRECTOR],
        at=at + timedelta(days=1),
    )
    _write(reference, {ProposalSection.NEXT: told.NEXT_AFTER}, by, at + timedelta(days=2))


def _draft(staff: Staff, by: Actor, at: datetime) -> None:
    today = dutch_day(at)
    reference = _begin(told.DRAFT, told.DRAFT_TEXTS, today + timedelta(days=20), by, at)
    begins = today + timedelta(days=30)
    hire = Hire(24, 12, 16, 85_00, begins, begins + HALF_YEAR)
    for line in (
        CostGiven(told.HIRE, told.HIRE_COVERAGE, hire),
        CostGiven(told.BUDGET, told.BUDGET_COVERAGE, amount_cents=4_000_00),
    ):
        write_cost(reference=reference, number=None, given=line, by=by, at=at)
    write_alternative(
        reference=reference,
        number=None,
        title=told.ALTERNATIVE,
        text=told.ALTERNATIVE_TEXT,
        yearly_cents=58_000_00,
        by=by,
        at=at,
    )
    freeze_proposal(reference=reference, why="Om mee te lezen", by=by, at=at)
    director = staff.others[Role.DIRECTOR]
    for section, text in (
        (ProposalSection.GOAL, told.COMMENT_GOAL),
        (ProposalSection.FINANCE, told.COMMENT_FINANCE),
    ):
        comment_on_proposal(
            reference=reference,
            section=section,
            text=text,
            by=director,
            at=at + timedelta(days=2),
        )
    _write(reference, {ProposalSection.GOAL: told.GOAL_AFTER}, by, at + timedelta(days=4))


def _begin(
    subject: str, texts: Mapping[ProposalSection, str], meets: date, by: Actor, at: datetime
) -> str:
    reference = start_proposal(subject=subject, meets_on=meets, plan="", by=by, at=at)
    _write(reference, texts, by, at)
    return reference


def _write(reference: str, texts: Mapping[ProposalSection, str], by: Actor, at: datetime) -> None:
    for section, text in texts.items():
        write_section(reference=reference, section=section, text=text, by=by, at=at)

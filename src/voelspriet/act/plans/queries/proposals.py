# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading proposals: the list, one with everything in it, a version, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.proposals import (
    ProposalKind,
    ProposalOutcome,
    ProposalSection,
    ProposalState,
    section_label,
)
from voelspriet.act.plans.models import Proposal, ProposalDecision
from voelspriet.act.plans.queries.proposal_content import content_of
from voelspriet.act.plans.rules.access import visible_plans
from voelspriet.act.plans.rules.proposal_content import (
    ProposalContent,
    parts_in_words,
    thawed,
)
from voelspriet.act.plans.rules.proposals import (
    comments_on_proposals,
    visible_proposal,
    visible_proposals,
    writes_proposals,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.text_changes import PartChange, changed

PAGE_SIZE = 30
MOST_CHOICES = 200


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal in a list; `open_comments` counts what nobody settled yet."""

    reference: str
    kind: str
    kind_label: str
    subject: str
    portfolio: str
    follows_reference: str
    meets_on: date | None
    state: str
    state_label: str
    versions: int
    plan_reference: str
    plan_title: str
    made_by_name: str
    made_at: datetime
    open_comments: int = 0

    @property
    def is_letter(self) -> bool:
        """Tell whether this is a letter to the council."""
        return self.kind == ProposalKind.LETTER


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version that was frozen, and why."""

    number: int
    why: str
    made_by_name: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CommentRow:
    """What a colleague said about a part."""

    id: int
    section: str
    section_label: str
    text: str
    said_by_name: str
    said_at: datetime
    settled_at: datetime | None
    settled_by_name: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What the college decided on a version."""

    version: int
    outcome: str
    outcome_label: str
    decided_on: date
    words: str


@dataclass(frozen=True, slots=True)
class ProposalDetail:
    """One proposal or letter; `letters` follow from it. Who reads along has nothing to press.

    `content` is that of now, and once it is decided that of its last version.
    """

    proposal: ProposalRow
    content: ProposalContent
    frozen: tuple[VersionRow, ...]
    comments: tuple[CommentRow, ...]
    decisions: tuple[DecisionRow, ...]
    letters: tuple[ProposalRow, ...]
    may_write: bool
    may_comment: bool

    @property
    def is_draft(self) -> bool:
        """Tell whether nothing final was decided."""
        return self.proposal.state == ProposalState.DRAFT

    @property
    def latest_decision(self) -> DecisionRow | None:
        """Return what was decided last; None while nothing was."""
        return self.decisions[-1] if self.decisions else None

    def decision_on(self, version: int) -> DecisionRow | None:
        """Return what was decided on a version; None where nothing was."""
        return next((one for one in self.decisions if one.version == version), None)


def proposals(*, by: Actor, cursor: str = "") -> Page[ProposalRow]:
    """Return the proposals `by` may see, newest first."""
    found = visible_proposals(by)
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    waits = Count("comments", filter=Q(comments__settled_at__isnull=True))
    rows = list(
        found.select_related("plan", "follows")
        .annotate(open_comments=waits)
        .order_by("-pk")[: PAGE_SIZE + 1]
    )
    return page_of(rows, PAGE_SIZE, _row, lambda one: write_cursor(one.pk))


def proposal_detail(*, reference: str, by: Actor) -> ProposalDetail:
    """Return one proposal `by` may see. Raises OutOfScope for any other."""
    one = visible_proposal(reference, by)
    is_draft = one.state == ProposalState.DRAFT
    return ProposalDetail(
        proposal=_row(one),
        content=content_of(one) if is_draft else _last_version(one),
        frozen=tuple(
            VersionRow(row.number, row.why, row.made_by_name, row.made_at)
            for row in one.frozen.defer("content").order_by("-number")
        ),
        comments=tuple(
            CommentRow(
                id=row.pk,
                section=row.section,
                section_label=section_label(one.kind, ProposalSection(row.section)),
                text=row.text,
                said_by_name=row.said_by_name,
                said_at=row.said_at,
                settled_at=row.settled_at,
                settled_by_name=row.settled_by_name,
            )
            for row in one.comments.order_by("pk")
        ),
        decisions=tuple(_decision(row) for row in one.decisions.order_by("version")),
        letters=tuple(
            _row(letter)
            for letter in one.letters.select_related("plan", "follows").order_by("-pk")[:PAGE_SIZE]
        ),
        may_write=is_draft and writes_proposals(by),
        may_comment=is_draft and comments_on_proposals(by),
    )


def proposal_version(*, reference: str, number: int, by: Actor) -> ProposalContent:
    """Return a version as it was frozen. OutOfScope where there is none."""
    row = visible_proposal(reference, by).frozen.filter(number=number).first()
    if row is None:
        raise OutOfScope(_("Deze versie is er niet."))
    return thawed(row.content)


def followed_choices(*, by: Actor, keep: str = "") -> list[tuple[str, str]]:
    """Return the proposals a letter can follow from, the newest first, and the one it has now."""
    every = visible_proposals(by).filter(kind=ProposalKind.COLLEGE).order_by("-pk")
    rows = list(every.values_list("reference", "subject")[:MOST_CHOICES])
    if keep and keep not in dict(rows):
        rows += every.filter(reference=keep).values_list("reference", "subject")
    return rows


def _last_version(one: Proposal) -> ProposalContent:
    """Return what was decided on or sent; what stands there now where nothing was frozen."""
    row = one.frozen.filter(number=one.versions).first()
    return thawed(row.content) if row is not None else content_of(one)


def plan_choices(*, by: Actor) -> list[tuple[str, str]]:
    """Return the plans a proposal can carry, newest first: reference and title with years."""
    rows = visible_plans(by).order_by("-first_year", "-pk")
    return [(one.reference, f"{one.title} ({one.first_year}–{one.last_year})") for one in rows]


def changes_between(before: ProposalContent, after: ProposalContent) -> tuple[PartChange, ...]:
    """Return how every part changed, those that stayed the same too."""
    old = {code: text for code, _label, text in parts_in_words(before)}
    return tuple(
        PartChange(code, label, changed(old.get(code, ""), text))
        for code, label, text in parts_in_words(after)
    )


def _decision(row: ProposalDecision) -> DecisionRow:
    return DecisionRow(
        version=row.version,
        outcome=row.outcome,
        outcome_label=str(ProposalOutcome(row.outcome).label),
        decided_on=row.decided_on,
        words=row.words,
    )


def _row(one: Proposal) -> ProposalRow:
    is_sent = one.kind == ProposalKind.LETTER and one.state == ProposalState.DECIDED
    return ProposalRow(
        reference=one.reference,
        kind=one.kind,
        kind_label=str(ProposalKind(one.kind).label),
        subject=one.subject,
        portfolio=one.portfolio,
        follows_reference=one.follows.reference if one.follows is not None else "",
        meets_on=one.meets_on,
        state=one.state,
        state_label=_("Verstuurd") if is_sent else str(ProposalState(one.state).label),
        versions=one.versions,
        plan_reference=one.plan.reference if one.plan is not None else "",
        plan_title=one.plan.title if one.plan is not None else "",
        made_by_name=one.made_by_name,
        made_at=one.made_at,
        open_comments=getattr(one, "open_comments", 0),
    )

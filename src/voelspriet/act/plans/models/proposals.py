# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals to the college and letters to the council: parts, costs, versions, decisions."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan

from voelspriet.act.plans.choices.proposals import (
    FINAL_OUTCOMES,
    OUTCOMES_WITHOUT_WORDS,
    CostKind,
    ProposalKind,
    ProposalOutcome,
    ProposalSection,
    ProposalState,
)
from voelspriet.act.plans.models.plans import Plan
from voelspriet.ground.areas.models import Municipality

WEEK_HOURS = 168
NO_HIRE = Q(
    weeks__isnull=True,
    hours_low__isnull=True,
    hours_high__isnull=True,
    rate_cents__isnull=True,
    starts_on__isnull=True,
    ends_on__isnull=True,
)
A_HIRE = Q(
    Q(weeks__isnull=False, weeks__gte=1),
    Q(hours_low__isnull=False, hours_low__gte=1),
    Q(hours_high__isnull=False, hours_high__gte=F("hours_low"), hours_high__lte=WEEK_HOURS),
    Q(rate_cents__isnull=False, rate_cents__gte=1),
    Q(amount_cents__isnull=True),
)
A_PERIOD = Q(starts_on__isnull=False, ends_on__isnull=False, ends_on__gte=F("starts_on"))
NO_PERIOD = Q(starts_on__isnull=True, ends_on__isnull=True)


def _said(column: str) -> Q:
    return Q(GreaterThan(Length(Trim(F(column))), 0))


class Proposal(models.Model):
    """What the college is asked to decide, or tells the council (collegevoorstel, raadsbrief).

    `versions` counts those that were frozen; 0 while nobody was asked to read it. It may carry
    a safety plan, or stand by itself. `meets_on` is the day the college meets, or that of the
    letter. Only a letter has a `portfolio`, and `follows` from a proposal.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    plan = models.ForeignKey(Plan, on_delete=models.SET_NULL, null=True, related_name="proposals")
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=8, choices=ProposalKind, default=ProposalKind.COLLEGE)
    subject = models.CharField(max_length=200)
    portfolio = models.CharField(max_length=120, blank=True)
    follows = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="letters"
    )
    meets_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=ProposalState, default=ProposalState.DRAFT)
    versions = models.PositiveSmallIntegerField(default=0)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_said("subject"), name="proposal_has_a_subject"),
            models.CheckConstraint(
                condition=Q(kind=ProposalKind.LETTER)
                | Q(kind=ProposalKind.COLLEGE, portfolio="", follows__isnull=True),
                name="proposal_kind_holds_its_own",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.DECIDED) | Q(versions__gte=1),
                name="proposal_decided_has_a_version",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-id"], name="proposal_newest")]


class ProposalText(models.Model):
    """What stands in one part of a proposal (tekst van een onderdeel)."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="texts")
    section = models.CharField(max_length=16, choices=ProposalSection)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "section"], name="proposal_text_once"),
            models.CheckConstraint(
                condition=Q(section__in=ProposalSection.values) & _said("text"),
                name="proposal_text_says_something",
            ),
        ]


class ProposalCost(models.Model):
    """One line of what a proposal costs (kostenregel van een voorstel).

    A hire is weeks × hours × rate, from the lowest hours a week to the highest; its period says
    how many weeks it ought to count. Anything else is an amount.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="costs")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=CostKind)
    label = models.CharField(max_length=200)
    coverage = models.CharField(max_length=200, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    hours_low = models.PositiveSmallIntegerField(null=True)
    hours_high = models.PositiveSmallIntegerField(null=True)
    rate_cents = models.PositiveIntegerField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    amount_cents = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="proposal_cost_once"),
            models.CheckConstraint(condition=_said("label"), name="proposal_cost_says_what_for"),
            models.CheckConstraint(
                condition=Q(A_HIRE, NO_PERIOD | A_PERIOD, kind=CostKind.HIRE)
                | Q(NO_HIRE, kind=CostKind.FIXED, amount_cents__isnull=False, amount_cents__gte=1),
                name="proposal_cost_is_whole",
            ),
        ]


class ProposalAlternative(models.Model):
    """What else could be done, and what that costs a year (alternatief)."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="alternatives")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    yearly_cents = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "number"], name="proposal_alternative_once"
            ),
            models.CheckConstraint(
                condition=_said("title") & _said("text"), name="proposal_alternative_is_told"
            ),
        ]


class ProposalVersion(models.Model):
    """A proposal as it was when it was laid before somebody (versie van een voorstel).

    `content` is the whole of it and never changes.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="frozen")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    why = models.CharField(max_length=200, blank=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="proposal_version_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="proposal_version_counts_from_1"
            ),
        ]


class ProposalComment(models.Model):
    """What a colleague says about a part of a proposal (opmerking bij een voorstel)."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="comments")
    section = models.CharField(max_length=16, choices=ProposalSection)
    text = models.CharField(max_length=2000)
    said_by_id = models.BigIntegerField()
    said_by_name = models.CharField(max_length=120)
    said_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(section__in=ProposalSection.values) & _said("text"),
                name="proposal_comment_says_something",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by_name="")
                | Q(_said("settled_by_name"), settled_at__isnull=False),
                name="proposal_comment_settled_by_somebody",
            ),
        ]


class ProposalDecision(models.Model):
    """What was decided on a version, or that it was sent (besluit op een voorstel)."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="decisions")
    version = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=12, choices=ProposalOutcome)
    decided_on = models.DateField()
    words = models.TextField(blank=True)
    noted_by_id = models.BigIntegerField()
    noted_by_name = models.CharField(max_length=120)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "version"], name="proposal_decision_once_per_version"
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(outcome__in=FINAL_OUTCOMES),
                name="proposal_decided_once",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=OUTCOMES_WITHOUT_WORDS)
                | (Q(outcome__in=ProposalOutcome.values) & _said("words")),
                name="proposal_decision_says_what_else",
            ),
        ]

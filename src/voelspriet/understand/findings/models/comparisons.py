# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparisons: what residents say beside what professionals see, and the researcher's verdict."""

from __future__ import annotations

from functools import reduce
from operator import and_

from django.db import models
from django.db.models import Q

from voelspriet.ground.areas.models import Area
from voelspriet.ground.knowledge.models import Intervention
from voelspriet.listen.conversations.models import Study
from voelspriet.understand.coding.choices import ActingParty, World
from voelspriet.understand.coding.models import Code, CodebookVersion, Fragment
from voelspriet.understand.findings.choices import (
    ConcernQuadrant,
    QuoteState,
    Sameness,
    Verdict,
)

TEXT_LIMIT = 2000
REASON_LIMIT = 600
JUDGED_WORLDS = (World.LIFE, World.SYSTEM)
QUESTIONS = ("same_problem", "same_cause", "same_actor")


class Comparison(models.Model):
    """What two sides of a study say, factor by factor, in one or two areas (vergelijking).

    The verdicts are the researcher's and are never computed. `summary`, `approach`, `not_heard`
    and `limits` are what the researcher writes for the report.
    """

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(CodebookVersion, on_delete=models.PROTECT, related_name="+")
    areas = models.ManyToManyField(Area, related_name="+")
    reference = models.CharField(max_length=16, unique=True)
    title = models.CharField(max_length=160)
    summary = models.CharField(max_length=TEXT_LIMIT, blank=True)
    approach = models.CharField(max_length=TEXT_LIMIT, blank=True)
    not_heard = models.CharField(max_length=TEXT_LIMIT, blank=True)
    limits = models.CharField(max_length=TEXT_LIMIT, blank=True)
    made_by_id = models.BigIntegerField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="comparison_has_a_title"),
        ]
        indexes = [models.Index(fields=["study", "-id"], name="comparison_of_study")]

    def __str__(self) -> str:
        return self.title


class ComparedFactor(models.Model):
    """A row of the matrix: one code, what residents say and professionals see (rij).

    `overall` is what the researcher concludes over both worlds, in words.
    """

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="factors")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    residents_say = models.CharField(max_length=TEXT_LIMIT, blank=True)
    professionals_see = models.CharField(max_length=TEXT_LIMIT, blank=True)
    overall = models.CharField(max_length=TEXT_LIMIT, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comparison", "code"], name="compared_code_once"),
            models.UniqueConstraint(fields=["comparison", "number"], name="compared_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="compared_number_from_one"),
        ]


def _answers_have_reasons() -> Q:
    """Return that a question has both an answer and its reason, or neither."""
    return reduce(
        and_,
        (
            Q(**{name: "", f"{name}_reason": ""})
            | (Q(**{f"{name}__in": Sameness.values}) & ~Q(**{f"{name}_reason": ""}))
            for name in QUESTIONS
        ),
    )


class WorldVerdict(models.Model):
    """The researcher's verdict on a factor in one world, on three questions (oordeel per wereld).

    `residents_expect` and `professionals_expect` are who each side expects to act. No answer
    and no verdict without its reason; no verdict before the three questions are answered.
    """

    factor = models.ForeignKey(ComparedFactor, on_delete=models.CASCADE, related_name="verdicts")
    world = models.CharField(max_length=8, choices=World)
    same_problem = models.CharField(max_length=8, choices=Sameness, blank=True)
    same_problem_reason = models.CharField(max_length=REASON_LIMIT, blank=True)
    same_cause = models.CharField(max_length=8, choices=Sameness, blank=True)
    same_cause_reason = models.CharField(max_length=REASON_LIMIT, blank=True)
    same_actor = models.CharField(max_length=8, choices=Sameness, blank=True)
    same_actor_reason = models.CharField(max_length=REASON_LIMIT, blank=True)
    residents_expect = models.CharField(max_length=16, choices=ActingParty, blank=True)
    professionals_expect = models.CharField(max_length=16, choices=ActingParty, blank=True)
    verdict = models.CharField(max_length=16, choices=Verdict, blank=True)
    reason = models.CharField(max_length=REASON_LIMIT, blank=True)
    judged_by_id = models.BigIntegerField()
    judged_by_name = models.CharField(max_length=120)
    judged_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["factor", "world"], name="verdict_once_per_world"),
            models.CheckConstraint(
                condition=Q(
                    world__in=[str(one) for one in JUDGED_WORLDS],
                    residents_expect__in=["", *ActingParty.values],
                    professionals_expect__in=["", *ActingParty.values],
                ),
                name="verdict_world_and_parties_known",
            ),
            models.CheckConstraint(
                condition=_answers_have_reasons(), name="verdict_answers_have_reasons"
            ),
            models.CheckConstraint(
                condition=Q(verdict="", reason="")
                | (
                    Q(verdict__in=Verdict.values)
                    & ~Q(reason="")
                    & ~Q(same_problem="")
                    & ~Q(same_cause="")
                    & ~Q(same_actor="")
                ),
                name="verdict_has_reason_and_answers",
            ),
        ]


class AreaPlace(models.Model):
    """What plays of a factor in one area, and where it stands there (plaats in een gebied).

    `has_concern`: do people worry; `has_attention`: does it visibly get attention; None where the
    researcher did not say. Each answer has its reason.
    """

    factor = models.ForeignKey(ComparedFactor, on_delete=models.CASCADE, related_name="places")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    told = models.CharField(max_length=TEXT_LIMIT, blank=True)
    has_concern = models.BooleanField(null=True)
    concern_reason = models.CharField(max_length=REASON_LIMIT, blank=True)
    has_attention = models.BooleanField(null=True)
    attention_reason = models.CharField(max_length=REASON_LIMIT, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["factor", "area"], name="place_once_per_area"),
            models.CheckConstraint(
                condition=(
                    Q(has_concern__isnull=True, concern_reason="")
                    | (Q(has_concern__isnull=False) & ~Q(concern_reason=""))
                )
                & (
                    Q(has_attention__isnull=True, attention_reason="")
                    | (Q(has_attention__isnull=False) & ~Q(attention_reason=""))
                ),
                name="place_answers_have_reasons",
            ),
        ]


class ChosenQuote(models.Model):
    """A fragment chosen by hand to stand beside a factor (gekozen citaat).

    The words stay in the fragment. They are printed only once whoever said them, or who held the
    conversation, agreed: `state`, and when it last changed.
    """

    factor = models.ForeignKey(ComparedFactor, on_delete=models.CASCADE, related_name="quotes")
    fragment = models.ForeignKey(Fragment, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=16, choices=QuoteState, default=QuoteState.CHOSEN)
    state_at = models.DateTimeField()
    chosen_by_id = models.BigIntegerField()
    chosen_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["factor", "fragment"], name="quote_once_per_factor"),
            models.CheckConstraint(
                condition=Q(state__in=QuoteState.values), name="quote_state_known"
            ),
        ]


class Recommendation(models.Model):
    """What the researcher advises, on one factor or on all, with its fragments (aanbeveling).

    `interventions` are what the knowledge base knows that may help, chosen by hand.
    """

    comparison = models.ForeignKey(
        Comparison, on_delete=models.CASCADE, related_name="recommendations"
    )
    factor = models.ForeignKey(
        ComparedFactor, on_delete=models.CASCADE, null=True, related_name="recommendations"
    )
    fragments = models.ManyToManyField(Fragment, related_name="+")
    interventions = models.ManyToManyField(Intervention, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    text = models.CharField(max_length=TEXT_LIMIT)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(text=""), name="recommendation_has_its_words"
            ),
            models.UniqueConstraint(
                fields=["comparison", "number"], name="recommendation_number_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class QuadrantAdvice(models.Model):
    """The advice for one quadrant, in the words of this comparison (advies per kwadrant).

    Without a row the words that came with the program hold.
    """

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="advice")
    quadrant = models.CharField(max_length=20, choices=ConcernQuadrant)
    text = models.CharField(max_length=TEXT_LIMIT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comparison", "quadrant"], name="advice_once_per_quadrant"
            ),
            models.CheckConstraint(
                condition=Q(quadrant__in=ConcernQuadrant.values) & ~Q(text=""),
                name="advice_quadrant_known_and_told",
            ),
        ]


class SalienceCount(models.Model):
    """How often each side speaks of each factor, as counted on a day (telling per kant).

    A prompt beside the verdict. `content` holds counts of speakers and conversations, never a word.
    """

    comparison = models.OneToOneField(Comparison, on_delete=models.CASCADE, related_name="count")
    counted_at = models.DateTimeField()
    content = models.JSONField()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frozen rows of a comparison: what doors and papers read, never a model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from voelspriet.ground.knowledge.queries import InterventionRow
from voelspriet.understand.findings.choices import QuoteState
from voelspriet.understand.findings.queries.prompts import Prompt


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A comparison in a list; `judged` counts the verdicts that were given."""

    reference: str
    title: str
    study_reference: str
    study_title: str
    areas: tuple[str, ...]
    factors: int
    judged: int
    made_by_name: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One of the three questions with its answer and reason; "" where not answered."""

    name: str
    label: str
    answer: str
    answer_label: str
    reason: str


@dataclass(frozen=True, slots=True)
class WorldRow:
    """What was judged of a factor in one world; empty where nothing was."""

    world: str
    label: str
    questions: tuple[QuestionRow, ...]
    residents_expect: str
    residents_expect_label: str
    professionals_expect: str
    professionals_expect_label: str
    is_standoff: bool
    verdict: str
    verdict_label: str
    reason: str
    judged_by_name: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where a factor stands in one area; `quadrant` "" where it was not said."""

    area_id: int
    area_name: str
    told: str
    has_concern: bool | None
    concern_reason: str
    has_attention: bool | None
    attention_reason: str
    quadrant: str
    quadrant_label: str
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A chosen quote with its words and where it came from: never who spoke."""

    id: int
    fragment_id: int
    words: str
    side: str
    side_label: str
    kind_label: str
    material: str
    area_id: int | None
    area_name: str
    arrived_on: date
    state: str
    state_label: str
    state_at: datetime
    chosen_by_name: str

    @property
    def may_be_printed(self) -> bool:
        """Tell whether whoever said it agreed."""
        return self.state == QuoteState.AGREED


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A row of the matrix."""

    number: int
    code_key: str
    label: str
    definition: str
    residents_say: str
    professionals_see: str
    overall: str
    worlds: tuple[WorldRow, ...]
    places: tuple[PlaceRow, ...]
    quotes: tuple[QuoteRow, ...]
    prompt: Prompt

    @property
    def residents_quotes(self) -> tuple[QuoteRow, ...]:
        """Return the quotes that are of residents, or of both or of nobody known."""
        return tuple(one for one in self.quotes if one.side != "professional")

    @property
    def professionals_quotes(self) -> tuple[QuoteRow, ...]:
        """Return the quotes of professionals."""
        return tuple(one for one in self.quotes if one.side == "professional")


@dataclass(frozen=True, slots=True)
class BehindRow:
    """A fragment a recommendation rests on, with its words."""

    fragment_id: int
    words: str
    side_label: str
    area_name: str
    material: str


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation with the fragments it rests on; `factor` None when it is about all.

    `helps` are interventions that were chosen beside it. `table_number` is that of its factor on
    the Tafel van 12; None for any other code.
    """

    number: int
    title: str
    text: str
    factor: int | None
    factor_label: str
    fragments: tuple[BehindRow, ...]
    helps: tuple[InterventionRow, ...]
    table_number: int | None


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """The advice for one quadrant; `is_own` when this comparison has words of its own."""

    quadrant: str
    label: str
    text: str
    is_own: bool
    placed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ComparisonDetail:
    """One comparison with its matrix, its advice and what the report tells besides."""

    comparison: ComparisonRow
    question: str
    purpose: str
    consent_text: str
    starts_on: date
    ends_on: date
    codebook: str
    codebook_reference: str
    version: int
    areas: tuple[tuple[int, str], ...]
    factors: tuple[FactorRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    advice: tuple[AdviceRow, ...]
    summary: str
    approach: str
    not_heard: str
    limits: str
    counted_at: datetime | None
    uncounted: int
    may_edit: bool
    may_code: bool

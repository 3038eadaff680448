# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What everybody may read of a plan: rows that hold nothing else.

No row has a sentence of ours: the pages of residents say them, in four languages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast

from voelspriet.act.plans.models import Ambition
from voelspriet.act.plans.rules.course import Basis, course_of, swing_of
from voelspriet.act.plans.rules.course_words import limits
from voelspriet.act.plans.rules.facts import PER_CENT, YES_NO, AmbitionFacts, Measured
from voelspriet.act.plans.rules.facts_of_rows import facts_of, measured_of
from voelspriet.act.plans.rules.publishing import FEWEST_ANSWERS, HELD
from voelspriet.act.plans.rules.wording import number

WHOLE = 100
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """The last figure of an ambition; `value` is empty when too few people answered.

    `low` and `high`: where it lies with 95 % certainty, empty for what is counted whole. `swing`:
    how much a count of this size differs by chance. `aim_is_between`: the margin holds the aim.
    """

    year: int
    value: str
    unit: str
    n: int | None
    source: str
    is_share: bool
    low: str = ""
    high: str = ""
    swing: str = ""
    aim_is_between: bool = False


@dataclass(frozen=True, slots=True)
class PublicAmbition:
    """What a plan wants, and how far it is.

    `state` and `basis` are codes: on, off or unknown, and what that rests on. `aim` is a value
    in `unit`, empty when only the direction or `since` says it. `is_over`: its last day is past.
    """

    reference: str
    statement: str
    state: str
    basis: str
    direction: str
    aim: str
    unit: str
    since: int | None
    deadline_on: date | None
    is_yearly: bool
    is_over: bool
    indicator: str
    source: str
    figure: PublicFigure | None
    seen_on: date | None

    def texts(self) -> Iterator[str]:
        """Yield the words somebody typed."""
        yield from (self.statement, self.indicator, self.source, self.unit)
        if self.figure:
            yield self.figure.source


@dataclass(frozen=True, slots=True)
class PublicCounts:
    """How many ambitions are on course, off it, and cannot be said."""

    on: int
    off: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PublicTheme:
    """A theme with its approach and ambitions."""

    reference: str
    label: str
    motto: str
    challenge: str
    approach: tuple[str, ...]
    ambitions: tuple[PublicAmbition, ...]

    @property
    def counts(self) -> PublicCounts:
        """How many ambitions are where."""
        states = [one.state for one in self.ambitions]
        return PublicCounts(states.count("on"), states.count("off"), states.count("unknown"))

    def texts(self) -> Iterator[str]:
        """Yield the words somebody typed."""
        yield from (self.label, self.motto, self.challenge, *self.approach)
        for one in self.ambitions:
            yield from one.texts()


@dataclass(frozen=True, slots=True)
class PublicMoment:
    """A day on which something of the cycle is due; `purpose` is a code."""

    purpose: str
    due_on: date
    is_late: bool


@dataclass(frozen=True, slots=True)
class PublicDecision:
    """What college or council decided; `body` is a code."""

    body: str
    decided_on: date
    what: str
    document: str
    amendment: str


@dataclass(frozen=True, slots=True)
class PublicCriterion:
    """By what residents judge the plan, and what was found."""

    text: str
    set_on: date
    finding: str
    reported_on: date | None


@dataclass(frozen=True, slots=True)
class PublicMoney:
    """What the products of a plan cost, by year; amounts are written out, each with its year."""

    years: tuple[int, ...]
    products: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    totals: tuple[tuple[int, str], ...]
    has_hires_beside: bool


@dataclass(frozen=True, slots=True)
class PublicPlan:
    """A plan as everybody may read it. `money` is None when its sums do not agree.

    `is_held`: a sentence is left out until somebody looked at it.
    """

    reference: str
    title: str
    motto: str
    first_year: int
    last_year: int
    is_closed: bool
    vision: str
    overall: tuple[PublicAmbition, ...]
    themes: tuple[PublicTheme, ...]
    moments: tuple[PublicMoment, ...]
    decisions: tuple[PublicDecision, ...]
    criteria: tuple[PublicCriterion, ...]
    money: PublicMoney | None
    is_held: bool = False

    def texts(self) -> Iterator[str]:
        """Yield the words somebody typed."""
        yield from (self.title, self.motto, self.vision)
        for one in self.overall:
            yield from one.texts()
        for theme in self.themes:
            yield from theme.texts()
        for decision in self.decisions:
            yield from (decision.what, decision.document, decision.amendment)
        for criterion in self.criteria:
            yield from (criterion.text, criterion.finding)
        if self.money:
            yield from (label for label, _amounts in self.money.products)


def without(row: Row, texts: Collection[str]) -> Row:
    """Return a row, or rows, in which each of `texts` is left out, so that one sees it was there.

    >>> without(("a", ("b", 1)), {"b"})
    ('a', ('[…]', 1))
    """
    return cast("Row", _without(row, texts))


def _without(value: Any, texts: Collection[str]) -> Any:
    if isinstance(value, str):
        return HELD if value in texts else value
    if isinstance(value, tuple):
        return tuple(_without(one, texts) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: _without(getattr(value, one.name), texts) for one in fields(value)}
        return replace(value, **parts)
    return value


def public_ambition(one: Ambition, *, on: date) -> PublicAmbition:
    """Return an ambition, whose measurements were loaded with it, as everybody may read it.

    What is said of it is the course colleagues see, and nothing more certain.
    """
    facts = facts_of(one)
    course = course_of(facts, [measured_of(row) for row in one.measurements.all()], on=on)
    is_testable = course.basis is not Basis.LACKING
    return PublicAmbition(
        reference=one.reference,
        statement=one.statement,
        state=str(course.state.value),
        basis=course.basis.value,
        direction=one.target_direction if is_testable else "",
        aim=_aim(facts) if is_testable else "",
        unit="" if one.unit in (*YES_NO, PER_CENT) else one.unit,
        since=one.baseline_year if is_testable and one.is_relative else None,
        deadline_on=one.deadline_on,
        is_yearly=one.is_yearly,
        is_over=one.deadline_on is not None and on > one.deadline_on,
        indicator=one.indicator,
        source=one.indicator_source,
        figure=_figure(facts, course.seen, course.basis) if course.seen else None,
        seen_on=course.seen.on if course.seen else None,
    )


def _aim(facts: AmbitionFacts) -> str:
    if facts.target_value is None or facts.unit in YES_NO:
        return ""
    return _shown(facts, facts.target_value)


def _shown(facts: AmbitionFacts, value: Decimal) -> str:
    shown = number(value)
    return f"{shown}\N{NO-BREAK SPACE}%" if facts.is_share else shown


def _figure(facts: AmbitionFacts, seen: Measured, basis: Basis) -> PublicFigure | None:
    if facts.unit in YES_NO:
        return None
    too_few = seen.n is not None and seen.n < FEWEST_ANSWERS
    figure = PublicFigure(
        year=seen.on.year,
        value="" if too_few else _shown(facts, seen.value),
        unit="" if facts.is_share else facts.unit,
        n=None if too_few else seen.n,
        source=seen.source,
        is_share=facts.is_share,
    )
    if facts.is_share and figure.n and 0 <= seen.value <= WHOLE:
        low, high = limits(seen)
        between = facts.aim is not None and low <= float(facts.aim) <= high
        return replace(figure, low=number(low), high=number(high), aim_is_between=between)
    if basis is Basis.COUNTED_CHANCE:
        return replace(figure, swing=number(swing_of(seen.value)))
    return figure

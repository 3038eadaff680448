# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading themes and ambitions of a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from voelspriet.act.plans.choices import (
    AmbitionKind,
    AmbitionLack,
    IndicatorKind,
    SafetyField,
    TargetDirection,
)
from voelspriet.act.plans.reading.entries import AmbitionEntry, MeasuredEntry, ThemeEntry
from voelspriet.act.plans.reading.nodes import Node
from voelspriet.act.plans.rules.deadlines import Deadline, deadline_of

KINDS = {kind.value: kind for kind in AmbitionKind}
INDICATORS: dict[str, IndicatorKind | str] = {kind.value: kind for kind in IndicatorKind}
DIRECTIONS: dict[str, str] = {way.value: way.value for way in TargetDirection}
LACKS = {lack.value: lack for lack in AmbitionLack}
FIELDS: dict[str, SafetyField | str] = {one.value: one for one in SafetyField}
PROCESS = (TargetDirection.REALISE,)
MOST_ANSWERS, MOST_EFFECT = 100_000_000, 999


def read_theme(node: Node, *, last_year: int) -> ThemeEntry:
    """Return a theme; its own counts must be those of what it holds."""
    found = ThemeEntry(
        key=node.text("key", 60),
        label=node.text("label", 160, needed=True),
        motto=node.text("motto", 200),
        challenge=node.text("challenge", 1000),
        background=node.text("background", 1000),
        safety_field=node.code("safety_field", FIELDS, ""),
        ambitions=tuple(
            read_ambition(one, last_year=last_year) for one in node.children("ambitions")
        ),
        approach=node.texts("approach", 500),
    )
    compare(node, "ambition_count", len(found.ambitions))
    compare(node, "measurable_count", _said_measurable(found.ambitions))
    node.done()
    return found


def _said_measurable(ambitions: tuple[AmbitionEntry, ...]) -> int:
    return sum(one.said_missing == () for one in ambitions)


def compare(node: Node, name: str, number: int) -> None:
    """Note that a count in the file is not that of what it holds: half a file is noticed so."""
    said = node.whole(name, 0, 10_000)
    if said is not None and said != number:
        node.wrong(name, f"says {said}, and the file holds {number}")


def read_ambition(node: Node, *, last_year: int) -> AmbitionEntry:
    """Return an ambition with every piece of it the file tells."""
    deadline = _deadline(node, last_year)
    direction = node.code("target_direction", DIRECTIONS, "")
    target = node.decimal("target_value")
    is_milestone = node.flag("milestone")
    if target is not None and not direction:
        node.wrong("target_direction", "is not there, and a target value needs it")
    if is_milestone and target is None:
        node.wrong("target_value", "is not there, and a milestone needs it")
    made = direction in PROCESS
    found = AmbitionEntry(
        key=node.text("id", 60, needed=True),
        kind=node.code("kind", KINDS, AmbitionKind.PROCESS if made else AmbitionKind.EFFECT),
        statement=node.text("statement", 500, needed=True),
        indicator=node.text("indicator", 300),
        indicator_kind=node.code("indicator_kind", INDICATORS, ""),
        indicator_source=node.text("indicator_source", 200),
        unit=node.text("unit", 60),
        baseline_value=node.decimal("baseline_value"),
        baseline_year=node.year("baseline_year"),
        target_value=target,
        target_direction=direction,
        is_relative=node.flag("target_is_relative"),
        is_milestone=is_milestone,
        deadline_words=node.text("deadline", 80) if deadline else "",
        deadline_on=deadline.on if deadline else None,
        is_yearly=bool(deadline and deadline.is_yearly),
        measured_how=node.text("measured_how", 300),
        measured_years=node.years("measured_years"),
        paid_from=node.text("paid_from", 200),
        paid_years=node.years("paid_years"),
        note=node.text("note", 500),
        source_section=node.text("source_section", 160),
        measurements=tuple(read_measured(one) for one in node.children("measurements")),
        said_missing=_said_missing(node),
    )
    node.done()
    return found


def _deadline(node: Node, last_year: int) -> Deadline | None:
    words = node.text("deadline", 80)
    found = deadline_of(words, last_year=last_year) if words else None
    if words and found is None:
        ways = "2022, 2022-12-31, medio 2019, eind 2020, jaarlijks vanaf 2019, elke … 2019-2022"
        node.wrong("deadline", f"{words!r} is not a day or year as in: {ways}")
    return found


def _said_missing(node: Node) -> tuple[AmbitionLack, ...] | None:
    """Return what the file says is missing; it must fit what it says of `measurable`."""
    value, measurable = node.get("missing"), node.get("measurable")
    if value is None:
        return None
    if not isinstance(value, list) or any(one not in LACKS for one in value):
        node.wrong("missing", f"must be a list of {', '.join(LACKS)}")
        return None
    if measurable is not None and bool(measurable) == bool(value):
        node.wrong("measurable", "does not fit what is said to be missing")
    return tuple(LACKS[one] for one in value)


def _design_effect(node: Node, n: int | None) -> Decimal | None:
    found = node.decimal("design_effect")
    if found is not None and not 1 <= found <= MOST_EFFECT:
        node.wrong("design_effect", f"must be 1 to {MOST_EFFECT}")
    if found is not None and n is None:
        node.wrong("n", "is not there, and a design effect needs it")
    return found


def read_measured(node: Node) -> MeasuredEntry:
    """Return a measurement: a year stands for its first of July, as in tables of waves."""
    year = node.year("year", needed=True) or date.min.year
    same = node.values.get("same_indicator")
    difference = node.text("indicator", 300)
    value = node.decimal("value")
    if value is None and node.values.get("value") is None:
        node.wrong("value", "is not there")
    if same is False and not difference:
        node.wrong("indicator", "is not there, and another question needs it")
    node.flag("same_indicator")
    n = node.whole("n", 1, MOST_ANSWERS)
    found = MeasuredEntry(
        on=date(year, 7, 1),
        value=Decimal(0) if value is None else value,
        n=n,
        design_effect=_design_effect(node, n),
        source=node.text("source", 200) or node.text("source_file", 200, needed=True),
        is_same_question=same is not False,
        difference=difference if same is False else "",
        note=node.text("note", 300),
    )
    node.pass_over("unit", "target_met")
    node.done()
    return found

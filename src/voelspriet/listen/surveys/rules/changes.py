# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two versions, and a version made of another by choosing and ordering."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from voelspriet.listen.surveys.choices import ProbeGuard
from voelspriet.listen.surveys.rules.definitions import (
    ProbeDefinition,
    QuestionDefinition,
    QuestionnaireDefinition,
)
from voelspriet.listen.surveys.rules.expressions import referred, tokens

# the house never asks or keeps where somebody's family comes from
NEVER_ON = frozenset({ProbeGuard.ORIGIN})


@dataclass(frozen=True, slots=True)
class Changes:
    """Names of questions that came, went and changed; whether others stand in another order."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    is_reordered: bool = False
    is_retitled: bool = False


def changes_between(older: QuestionnaireDefinition, newer: QuestionnaireDefinition) -> Changes:
    """Return what changed from one version to a later one."""
    before = {one.name: one for one in older.questions}
    after = {one.name: one for one in newer.questions}
    both = [name for name in after if name in before]
    return Changes(
        added=tuple(name for name in after if name not in before),
        removed=tuple(name for name in before if name not in after),
        changed=tuple(name for name in both if before[name] != after[name]),
        is_reordered=both != [name for name in before if name in after],
        is_retitled=older.titles != newer.titles,
    )


def can_switch_on(probe: ProbeDefinition) -> bool:
    """Tell whether a colleague may switch a probe on."""
    return probe.guard not in NEVER_ON


def chosen_from(
    definition: QuestionnaireDefinition,
    *,
    title: str,
    names: Sequence[str],
    probes_on: Collection[str],
) -> QuestionnaireDefinition:
    """Return a questionnaire of some questions of another, in this order.

    A probe that is not on is left out when it came without a guard, and stays switched off when it
    came with one; a guarded probe that is on loses its guard.
    """
    known = {one.name: one for one in definition.questions}
    questions = tuple(
        replace(known[name], probes=_probes(known[name], probes_on)) for name in names
    )
    titles = {**definition.titles, definition.default_language: title}
    return replace(definition, titles=titles, questions=questions)


def out_of_reach(definition: QuestionnaireDefinition, names: Sequence[str]) -> tuple[str, ...]:
    """Return the questions of `names` that look at one that is left out or only comes later."""
    known = {one.name: one for one in definition.questions}
    seen: set[str] = set()
    lost = []
    for name in names:
        question = known[name]
        looked_at = (question.relevant, question.constraint, question.choice_filter)
        needed = {
            referred(token)
            for expression in looked_at
            for token in tokens(expression)
            if token.kind == "reference"
        }
        if needed - seen:
            lost.append(name)
        seen.add(name)
    return tuple(lost)


def _probes(
    question: QuestionDefinition, probes_on: Collection[str]
) -> tuple[ProbeDefinition, ...]:
    kept = []
    for probe in question.probes:
        if probe.name in probes_on and can_switch_on(probe):
            kept.append(replace(probe, guard=None))
        elif probe.guard is not None:
            kept.append(probe)
    return tuple(kept)

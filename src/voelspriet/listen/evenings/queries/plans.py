# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programme of an evening, for whoever prepares it."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.queries.definitions import definition_of
from voelspriet.listen.evenings.queries.rows import EveningRow, ItemRow, evening_row, item_row
from voelspriet.listen.evenings.queries.standing import led_evening
from voelspriet.listen.evenings.rules.preparing import GUARD_REASONS
from voelspriet.listen.surveys.rules.definitions import ProbeDefinition, text_in


@dataclass(frozen=True, slots=True)
class ProbeRow:
    """Something to ask on. `guard_reason` says why it comes switched off, if it does."""

    name: str
    text: str
    hot_label: str
    is_on: bool
    guard_label: str
    guard_reason: str


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A part of the programme with its probes."""

    item: ItemRow
    probes: tuple[ProbeRow, ...]


@dataclass(frozen=True, slots=True)
class EveningPlan:
    """An evening and what is on it. `left_out` are questions of its list that are not on it."""

    evening: EveningRow
    titles: dict[str, str]
    meeting_reference: str
    made_by_name: str
    join_code: str
    items: tuple[PlanItem, ...]
    left_out: tuple[tuple[str, str], ...]

    @property
    def is_prepared(self) -> bool:
        """Tell whether the programme can still change."""
        return self.evening.state is EveningState.PREPARED


def evening_plan(*, reference: str, by: Actor, language: str) -> EveningPlan:
    """Return the programme of an evening. OutOfScope for anyone but the advisers of its area."""
    led = led_evening(reference=reference, by=by)
    evening = Evening.objects.select_related("area", "version").get(pk=led.pk)
    version = evening.version
    items = EveningItem.objects.filter(evening=evening).select_related("question")
    rows = [
        _plan_item(one, evening, number, language)
        for number, one in enumerate(items.order_by("position"), 1)
    ]
    used = {row.item.question.name for row in rows if row.item.question}
    questions = definition_of(version.pk, version.digest).questions
    default = version.default_language
    return EveningPlan(
        evening=evening_row(evening, language),
        titles=dict(evening.titles),
        meeting_reference=evening.meeting_reference,
        made_by_name=evening.made_by_name,
        join_code=evening.join_code or "",
        items=tuple(rows),
        left_out=tuple(
            (one.name, text_in(one.labels, language, default))
            for one in questions
            if one.name not in used
        ),
    )


def _plan_item(item: EveningItem, evening: Evening, number: int, language: str) -> PlanItem:
    row = item_row(item, evening, number=number, language=language)
    off = frozenset(item.probes_off)
    return PlanItem(row, probes_of(row, off, language, evening.version.default_language))


def probes_of(
    row: ItemRow, off: frozenset[str], language: str, default_language: str
) -> tuple[ProbeRow, ...]:
    """Return the probes of a part, switched on or off."""
    if row.question is None:
        return ()
    return tuple(
        _probe(one, one.name not in off, text_in(one.texts, language, default_language))
        for one in row.question.probes
    )


def _probe(probe: ProbeDefinition, is_on: bool, text: str) -> ProbeRow:
    return ProbeRow(
        name=probe.name,
        text=text,
        hot_label=str(probe.hot.label) if probe.hot else "",
        is_on=is_on,
        guard_label=str(probe.guard.label) if probe.guard else "",
        guard_reason=str(GUARD_REASONS[probe.guard]) if probe.guard else "",
    )

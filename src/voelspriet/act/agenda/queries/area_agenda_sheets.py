# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting the page of an agenda together: for colleagues whole, for residents what is public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.choices.priorities import PriorityState, RankingChannel
from voelspriet.act.agenda.models import (
    Agreement,
    AgreementMove,
    AreaAgenda,
    Priority,
    PriorityAction,
)
from voelspriet.act.agenda.queries.area_agenda_rows import (
    ActionRow,
    AgendaSheet,
    PriorityRow,
    RankingTold,
    Words,
)
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.agenda.queries.rankings import Tally
from voelspriet.act.agenda.rules import is_overdue
from voelspriet.act.agenda.rules.area_agendas import action_state, is_ranking
from voelspriet.act.agenda.rules.rankings import (
    Standing,
    channels_may_be_told,
    may_be_told,
)
from voelspriet.listen.intake.rules.status import category_label


class _Text(Protocol):
    language: str


def agenda_sheet(
    agenda: AreaAgenda,
    *,
    tally: Tally,
    ranked: tuple[Standing, ...],
    language: str,
    on: date,
    public_only: bool,
) -> AgendaSheet:
    """Return an agenda (area, texts and priorities with all theirs loaded) in a language."""
    shown = {one.priority_id: one for one in ranked} if agenda.ranking_closed_at else {}
    rows = [
        _priority(one, shown.get(one.pk), language, on, public_only=public_only)
        for one in _ordered(agenda, ranked)
        if one.is_public or not public_only
    ]
    top = top_of(agenda, language)
    texts = {text.language: text for text in agenda.texts.all()}
    reason = _words(texts, "order_reason", language, dutch=agenda.order_reason)
    return AgendaSheet(
        reference=agenda.reference,
        area_id=agenda.area_id,
        area_name=agenda.area.name,
        area_slug=agenda.area.slug,
        year=agenda.year,
        is_public=agenda.is_public,
        **top,
        own_order=agenda.own_order,
        order_reason=reason,
        priorities=tuple(row for row in rows if row.state != PriorityState.STOPPED),
        stopped=tuple(row for row in rows if row.state == PriorityState.STOPPED),
        ranking=_ranking(agenda, tally),
        is_translated=all(
            words.language == language for words in (*top.values(), *_told(rows), reason) if words
        ),
    )


def top_of(agenda: AreaAgenda, language: str) -> dict[str, Words]:
    """Return what stands on top of an agenda (texts loaded) in a language."""
    texts = {text.language: text for text in agenda.texts.all()}
    return {name: _words(texts, name, language) for name in ("safe", "three_words", "strengths")}


def _ordered(agenda: AreaAgenda, ranked: tuple[Standing, ...]) -> list[Priority]:
    """Return the priorities as residents put them, unless the adviser said why not."""
    places = {one.priority_id: number for number, one in enumerate(ranked)}
    if agenda.own_order or not agenda.ranking_closed_at:
        places = {}
    return sorted(
        agenda.priorities.all(),
        key=lambda one: (places.get(one.pk, 0), one.position, one.slot or 0, one.pk),
    )


def _told(rows: Iterable[PriorityRow]) -> list[Words]:
    return [
        words
        for row in rows
        for words in (
            row.title,
            row.why,
            row.stopped_why,
            *(part for one in row.actions for part in (one.what, one.measure, one.outcome)),
        )
    ]


def _priority(
    one: Priority, standing: Standing | None, language: str, on: date, *, public_only: bool
) -> PriorityRow:
    texts = {text.language: text for text in one.texts.all()}
    actions = (
        _action(action, language, on)
        for action in sorted(one.actions.all(), key=lambda action: action.number)
    )
    points = standing.points if standing else None
    return PriorityRow(
        id=one.pk,
        reference=one.reference,
        title=_words(texts, "title", language),
        why=_words(texts, "why", language),
        source=one.source,
        source_on=one.source_on,
        category=one.category,
        category_label=category_label(one.category),
        signals=0 if public_only else getattr(one, "signal_count", 0),
        state=one.state,
        state_label=str(PriorityState(one.state).label),
        stopped_why=_words(texts, "stopped_why", language, dutch=one.stopped_why)
        if one.state == PriorityState.STOPPED
        else Words(),
        is_public=one.is_public,
        is_carried=one.carried_from_id is not None,
        place=standing.place if standing else None,
        is_tied=standing.is_tied if standing else False,
        points=points if points is not None and may_be_told(points) else None,
        actions=tuple(row for row in actions if row.is_public or not public_only),
    )


def _action(one: PriorityAction, language: str, on: date) -> ActionRow:
    agreement = one.agreement
    texts = {text.language: text for text in one.texts.all()}
    state = action_state(one, agreement)
    return ActionRow(
        id=one.pk,
        agreement_reference=agreement.reference,
        what=_words(texts, "what", language, dutch=agreement.what),
        organisation_name=agreement.organisation.name,
        partners=tuple(party.name for party in one.partners.all()),
        first_due_on=_first_day(agreement),
        due_on=agreement.due_on,
        state=str(state),
        state_label=str(state.label),
        is_overdue=is_overdue(agreement, on),
        is_public=agreement.visibility == Visibility.PUBLIC,
        measure=_words(texts, "measure", language),
        outcome=_words(texts, "outcome", language),
    )


def _first_day(agreement: Agreement) -> date:
    try:
        return agreement.move.from_on
    except AgreementMove.DoesNotExist:
        return agreement.first_due_on


def _words(
    texts: Mapping[str, _Text], name: str, language: str, *, dutch: str | None = None
) -> Words:
    """Return one text in a language, else in Dutch; `dutch` when that stands elsewhere."""
    own = getattr(texts.get(language), name, "") if language != SOURCE_LANGUAGE else ""
    if own:
        return Words(own, language)
    found = getattr(texts.get(SOURCE_LANGUAGE), name, "") if dutch is None else dutch
    return Words(found, SOURCE_LANGUAGE)


def _ranking(agenda: AreaAgenda, tally: Tally) -> RankingTold:
    """Return what may be told: nothing while people choose, no small number ever."""
    is_closed = agenda.ranking_closed_at is not None
    told = is_closed and may_be_told(tally.total)
    each = channels_may_be_told(tally.people)
    return RankingTold(
        is_open=is_ranking(agenda),
        is_closed=is_closed,
        people=tally.total if told else None,
        channels=tuple(
            (str(channel.label), tally.people[channel] if each else None)
            for channel in RankingChannel
            if told and tally.people[channel]
        ),
    )

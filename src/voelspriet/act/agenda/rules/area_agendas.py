# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and lead a neighbourhood agenda, how much fits on its page, and its years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.choices.priorities import ActionState
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.models.area_agendas import AreaAgenda
from voelspriet.act.agenda.models.priorities import PriorityAction
from voelspriet.act.agenda.rules.agreements import READS_ALL
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role

SAFE_LIMIT = 300
THREE_WORDS_LIMIT = 90
STRENGTHS_LIMIT = 300
TITLE_LIMIT = 70
WHY_LIMIT = 200
SOURCE_LIMIT = 80
STOPPED_LIMIT = 200
ACTION_LIMIT = 80  # shorter than an agreement may be: it must fit on one sheet
MEASURE_LIMIT = 80
OUTCOME_LIMIT = 100
ORDER_REASON_LIMIT = 300
MOST_WORDS = 3
MOST_STRENGTHS = 4
SLOTS = (1, 2, 3, 4, 5)
ACTION_NUMBERS = (1, 2, 3)
MOST_PARTNERS = 2
CHARACTERS_A_LINE = 100
# tried by printing: how many lines of text fit on one sheet in each size
PRINT_SIZES = (("large", 30), ("medium", 45), ("small", 62))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a line with commas between them.

    >>> words_of("groen, druk ,samen,")
    ('groen', 'druk', 'samen')
    """
    return tuple(word.strip() for word in text.split(",") if word.strip())


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def print_size(texts: Iterable[str]) -> str:
    """Return how large an agenda with these texts can be printed on one sheet: large to small."""
    lines = sum(-(-len(text) // CHARACTERS_A_LINE) for text in texts)
    return next((name for name, most in PRINT_SIZES if lines <= most), "tiny")


def years_to_start(today: date) -> tuple[int, int]:
    """Return the years an agenda can be begun for: this one and the next."""
    return today.year, today.year + 1


def leads_agenda(by: Actor, agenda: AreaAgenda) -> bool:
    """Tell whether `by` is an adviser of the area of an agenda."""
    return by.municipality_id == agenda.municipality_id and by.advises(agenda.area_id)


def visible_agendas(by: Actor) -> QuerySet[AreaAgenda]:
    """Return the agendas `by` may see.

    Advisers those of their areas; director, policy adviser and executive those of the
    municipality. Nobody else sees any; handlers see their own promises as agreements.
    """
    if not by.is_staff or by.municipality_id is None:
        return AreaAgenda.objects.none()
    here = AreaAgenda.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    return here.filter(area_id__in=areas)


def is_ranking(agenda: AreaAgenda) -> bool:
    """Tell whether residents can choose what must come first now."""
    return agenda.ranking_opened_at is not None and agenda.ranking_closed_at is None


def action_state(action: PriorityAction, agreement: Agreement) -> ActionState:
    """Return where an action stands, from its agreement and whether work began."""
    if agreement.state == AgreementState.OPEN:
        return ActionState.TO_DO if action.started_on is None else ActionState.RUNNING
    return ActionState.DONE if agreement.state == AgreementState.DONE else ActionState.NOT_DONE

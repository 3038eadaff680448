# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starting an agenda for a year, what stands on top, who sees it, and its words in a language."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import worded
from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import (
    AreaAgenda,
    AreaAgendaText,
    Priority,
    PriorityAction,
    PriorityActionText,
    PriorityText,
)
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.agenda.rules.area_agendas import (
    ACTION_LIMIT,
    MEASURE_LIMIT,
    MOST_STRENGTHS,
    MOST_WORDS,
    ORDER_REASON_LIMIT,
    OUTCOME_LIMIT,
    SAFE_LIMIT,
    STOPPED_LIMIT,
    STRENGTHS_LIMIT,
    THREE_WORDS_LIMIT,
    TITLE_LIMIT,
    WHY_LIMIT,
    leads_agenda,
    lines_of,
    visible_agendas,
    words_of,
    years_to_start,
)
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day

CARRIED = (PriorityState.PROPOSED, PriorityState.RUNNING)


@dataclass(frozen=True, slots=True)
class TopTold:
    """What stands on top of an agenda; everything may stay empty."""

    safe: str = ""
    three_words: str = ""
    strengths: str = ""
    order_reason: str = ""


@dataclass(frozen=True, slots=True)
class PriorityTold:
    """The words of one priority in a language."""

    title: str = ""
    why: str = ""
    stopped_why: str = ""


@dataclass(frozen=True, slots=True)
class ActionTold:
    """The words of one action in a language."""

    what: str = ""
    measure: str = ""
    outcome: str = ""


@action
def start_agenda(
    *, area_id: int, year: int, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> str:
    """Begin the agenda of an area for a year, for colleagues only, and return its reference.

    What stands on top of the newest earlier agenda of that area comes along in every language, and
    so do priorities that are proposed or running, with their running actions: the same agreements,
    so that each stays one promise. Choices of residents do not come along. Refuses: a year other
    than this and the next, an agenda that is there. OutOfScope: an area `by` does not advise.
    """
    if not by.advises(area_id):
        raise OutOfScope(_("Dit gebied is er niet."))
    if year not in years_to_start(dutch_day(at)):
        raise Refused(_("Kies dit jaar of het volgende."), field="year")
    area = Area.objects.get(pk=area_id)
    before = AreaAgenda.objects.filter(
        municipality_id=by.municipality_id or 0, area__code=area.code, year__lte=year
    )
    if before.filter(year=year).exists():
        raise Refused(_("Deze agenda is er al."), field="year")
    agenda = AreaAgenda.objects.create(
        municipality_id=by.municipality_id or 0,
        area=area,
        year=year,
        reference=new_reference("B", rng=rng),
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    last = before.exclude(pk=agenda.pk).order_by("-year", "-id").first()
    carried = _carry_over(last, agenda, at, rng) if last is not None else 0
    audit_agenda("area_agenda.start", agenda, by, at, year=year, carried=carried)
    return agenda.reference


def _carry_over(last: AreaAgenda, agenda: AreaAgenda, at: datetime, rng: random.Random) -> int:
    AreaAgendaText.objects.bulk_create(
        AreaAgendaText(
            agenda=agenda,
            language=text.language,
            safe=text.safe,
            three_words=text.three_words,
            strengths=text.strengths,
        )
        for text in last.texts.order_by("id")
    )
    running = last.priorities.filter(state__in=CARRIED).order_by("position", "slot")
    carried = list(running)
    for number, old in enumerate(carried, 1):
        _carry_priority(old, agenda, number, at, rng)
    return len(carried)


def _carry_priority(
    old: Priority, agenda: AreaAgenda, number: int, at: datetime, rng: random.Random
) -> None:
    new = Priority.objects.create(
        agenda=agenda,
        reference=new_reference("P", rng=rng),
        slot=number,
        position=number,
        state=old.state,
        is_public=old.is_public,
        source=old.source,
        source_on=old.source_on,
        category=old.category,
        carried_from=old,
        made_at=at,
    )
    new.signals.set(old.signals.all())
    PriorityText.objects.bulk_create(
        PriorityText(priority=new, language=text.language, title=text.title, why=text.why)
        for text in old.texts.order_by("id")
    )
    still_open = old.actions.filter(agreement__state=AgreementState.OPEN).order_by("number")
    for place, one in enumerate(still_open, 1):
        kept = PriorityAction.objects.create(
            priority=new,
            agreement_id=one.agreement_id,
            number=place,
            started_on=one.started_on,
            made_at=at,
        )
        kept.partners.set(one.partners.all())
        PriorityActionText.objects.bulk_create(
            PriorityActionText(
                action=kept, language=text.language, what=text.what, measure=text.measure
            )
            for text in one.texts.order_by("id")
        )


@action
def write_top(*, reference: str, told: TopTold, by: Actor, at: datetime) -> None:
    """Write what residents call safe, three words and strengths, in Dutch; all may stay empty.

    Refuses what is too long, more than three words or four lines. OutOfScope for anyone but the
    advisers of its area.
    """
    agenda = led_agenda(reference, by)
    _write_top(agenda, SOURCE_LANGUAGE, told, with_order=False)
    audit_agenda("area_agenda.write_top", agenda, by, at)


@action
def show_agenda(*, reference: str, is_public: bool, by: Actor, at: datetime) -> None:
    """Put an agenda on the neighbourhood's page, or take it away; it is gone at once.

    OutOfScope for anyone but the advisers of its area.
    """
    agenda = led_agenda(reference, by)
    agenda.is_public = is_public
    agenda.save(update_fields=["is_public"])
    audit_agenda("area_agenda.show", agenda, by, at, public=is_public)


@action
def translate_agenda(
    *,
    reference: str,
    language: str,
    top: TopTold,
    priorities: Mapping[int, PriorityTold],
    actions: Mapping[int, ActionTold],
    by: Actor,
    at: datetime,
) -> None:
    """Write every text of an agenda in another language in one go; empty shows the Dutch.

    Refuses: Dutch (written where it is said), what is too long. OutOfScope: a priority or action of
    another agenda, and for anyone but the advisers of its area.
    """
    agenda = led_agenda(reference, by)
    if language == SOURCE_LANGUAGE:
        raise Refused(_("Het Nederlands schrijft u op de agenda zelf."))
    _write_top(agenda, language, top, with_order=True)
    for pk, words in priorities.items():
        _translate_priority(agenda, pk, language, words)
    for pk, done in actions.items():
        _translate_action(agenda, pk, language, done)
    audit_agenda("area_agenda.translate", agenda, by, at, language=language)


def _write_top(agenda: AreaAgenda, language: str, told: TopTold, *, with_order: bool) -> None:
    values = {
        "safe": brief(told.safe, SAFE_LIMIT, "safe"),
        "three_words": ", ".join(_counted(words_of(told.three_words), MOST_WORDS, "three_words")),
        "strengths": "\n".join(_counted(lines_of(told.strengths), MOST_STRENGTHS, "strengths")),
    }
    brief(values["three_words"], THREE_WORDS_LIMIT, "three_words")
    brief(values["strengths"], STRENGTHS_LIMIT, "strengths")
    if with_order:
        values["order_reason"] = brief(told.order_reason, ORDER_REASON_LIMIT, "order_reason")
    AreaAgendaText.objects.update_or_create(agenda=agenda, language=language, defaults=values)


def _counted(found: Sequence[str], most: int, field: str) -> Sequence[str]:
    if len(found) > most:
        raise Refused(_("Noem er ten hoogste %(most)s.") % {"most": most}, field=field)
    return found


def _translate_priority(agenda: AreaAgenda, pk: int, language: str, told: PriorityTold) -> None:
    priority = agenda.priorities.filter(pk=pk).first()
    if priority is None:
        raise OutOfScope(_("Deze prioriteit is er niet."))
    values = {
        "title": brief(told.title, TITLE_LIMIT, f"title-{pk}"),
        "why": brief(told.why, WHY_LIMIT, f"why-{pk}"),
        "stopped_why": brief(told.stopped_why, STOPPED_LIMIT, f"stopped_why-{pk}"),
    }
    PriorityText.objects.update_or_create(priority=priority, language=language, defaults=values)


def _translate_action(agenda: AreaAgenda, pk: int, language: str, told: ActionTold) -> None:
    found = PriorityAction.objects.filter(pk=pk, priority__agenda=agenda).first()
    if found is None:
        raise OutOfScope(_("Deze actie is er niet."))
    values = {
        "what": brief(told.what, ACTION_LIMIT, f"what-{pk}"),
        "measure": brief(told.measure, MEASURE_LIMIT, f"measure-{pk}"),
        "outcome": brief(told.outcome, OUTCOME_LIMIT, f"outcome-{pk}"),
    }
    PriorityActionText.objects.update_or_create(action=found, language=language, defaults=values)


def led_agenda(reference: str, by: Actor) -> AreaAgenda:
    """Return an agenda `by` leads, held in this transaction.

    Refuses who only reads along; OutOfScope for everybody else.
    """
    found = visible_agendas(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Deze agenda is er niet."))
    if not leads_agenda(by, found):
        raise Refused(_("Alleen de adviseur van dit gebied schrijft deze agenda."))
    return found


def brief(text: str, limit: int, field: str) -> str:
    """Return text that may be empty as it is stored. Refuses more than `limit` characters."""
    return worded(text, limit, field) if text.strip() else ""


def audit_agenda(name: str, agenda: AreaAgenda, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to an agenda."""
    record(
        name,
        by=by,
        at=at,
        subject="area_agenda",
        reference=agenda.reference,
        municipality_id=agenda.municipality_id,
        **detail,
    )

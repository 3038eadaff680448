# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preparing an evening: making it, what is on it and in which order, which probes are asked."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.evenings.actions.holding import (
    audit_evening,
    held_evening,
    item_of,
    prepared_evening,
)
from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.queries.definitions import definition_of, question_of
from voelspriet.listen.evenings.rules.helpers import advises
from voelspriet.listen.evenings.rules.preparing import (
    FURTHEST_AWAY,
    MOST_PARTS,
    PLACE_LIMIT,
    TITLE_LIMIT,
    clean_words,
    guarded_names,
    probe_named,
)
from voelspriet.listen.surveys.models import Question, QuestionnaireVersion
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition


@action
def prepare_evening(
    *,
    area_id: int,
    version_id: int,
    starts_at: datetime,
    place: str,
    by: Actor,
    at: datetime,
    meeting_reference: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Prepare an evening with every question of a version, and agreements at the end.

    Returns its reference. Probes on persons, origin and one's own home come switched off. Refuses
    a moment gone by or more than a year away. OutOfScope: an area of which `by` is no adviser, a
    version of another municipality.
    """
    ours = Q(questionnaire__municipality_id=by.municipality_id)
    versions = QuestionnaireVersion.objects.filter(ours | Q(questionnaire__municipality=None))
    version = versions.filter(pk=version_id).first()
    if not by.advises(area_id) or version is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    _must_come(starts_at, at)
    evening = Evening.objects.create(
        municipality_id=by.municipality_id or 0,
        area=Area.objects.get(pk=area_id),
        reference=new_reference("E", rng=rng),
        meeting_reference=meeting_reference,
        version=version,
        titles=dict(version.definition.get("titles", {})),
        place=clean_words(place, PLACE_LIMIT, "place"),
        starts_at=starts_at,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    parts = _first_parts(evening)
    audit_evening("evening.prepare", evening, by, at, parts=parts)
    return evening.reference


def _first_parts(evening: Evening) -> int:
    definition = definition_of(evening.version_id, evening.version.digest)
    every = {one.name: one for one in definition.questions}
    questions = list(Question.objects.filter(version=evening.version).order_by("position"))
    rows = [
        EveningItem(
            evening=evening,
            position=place,
            kind=ItemKind.QUESTION,
            question=question,
            probes_off=guarded_names(every[question.name]),
        )
        for place, question in enumerate(questions, 1)
    ]
    rows.append(EveningItem(evening=evening, position=len(rows) + 1, kind=ItemKind.AGREEMENTS))
    EveningItem.objects.bulk_create(rows)
    return len(rows)


@action
def change_evening(
    *,
    reference: str,
    starts_at: datetime,
    place: str,
    titles: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> None:
    """Change when and where an evening is and what it is called, per language.

    Refuses what began, a moment gone by or more than a year away. OutOfScope for anyone but the
    advisers of its area.
    """
    evening = prepared_evening(reference, by)
    _must_come(starts_at, at)
    evening.starts_at = starts_at
    evening.place = clean_words(place, PLACE_LIMIT, "place")
    cleaned = {code: clean_words(words, TITLE_LIMIT, "title") for code, words in titles.items()}
    evening.titles = {code: words for code, words in cleaned.items() if words}
    evening.save(update_fields=["starts_at", "place", "titles"])
    audit_evening("evening.change", evening, by, at)


@action
def add_part(
    *,
    reference: str,
    kind: ItemKind,
    by: Actor,
    at: datetime,
    title: str = "",
    question_name: str = "",
    map_round_reference: str = "",
) -> None:
    """Put something at the end of the programme: a talk, a map round, agreements, a question again.

    Refuses what began, a talk without a subject, a map round without a map, a question that stands
    there already, more than 60 parts. OutOfScope for anyone but the advisers of its area.
    """
    evening = prepared_evening(reference, by)
    items = EveningItem.objects.filter(evening=evening).order_by("position")
    if items.count() >= MOST_PARTS:
        raise Refused(_("Het programma is vol."))
    said = clean_words(title, TITLE_LIMIT, "title")
    if kind is ItemKind.TALK and not said:
        raise Refused(_("Schrijf op waar het gesprek over gaat."), field="title")
    if kind is ItemKind.MAP_ROUND and not map_round_reference:
        raise Refused(_("Kies een kaart."), field="map_round")
    question = _question(evening, question_name) if kind is ItemKind.QUESTION else None
    last = items.last()
    EveningItem.objects.create(
        evening=evening,
        position=last.position + 1 if last else 1,
        kind=kind,
        question=question,
        map_round_reference=map_round_reference if kind is ItemKind.MAP_ROUND else "",
        titles={"nl": said} if said and question is None else {},
        probes_off=_guarded(evening, question),
    )
    audit_evening("evening.add_part", evening, by, at, kind=str(kind))


def _question(evening: Evening, name: str) -> Question:
    found = Question.objects.filter(version_id=evening.version_id, name=name).first()
    if found is None:
        raise Refused(_("Kies een vraag."), field="question")
    if EveningItem.objects.filter(evening=evening, question=found).exists():
        raise Refused(_("Deze vraag staat al op het programma."), field="question")
    return found


def _guarded(evening: Evening, question: Question | None) -> list[str]:
    if question is None:
        return []
    return guarded_names(_definition(evening, question))


def _definition(evening: Evening, question: Question) -> QuestionDefinition:
    return question_of(evening.version_id, evening.version.digest, question.name)


@action
def leave_out_part(*, reference: str, item_id: int, by: Actor, at: datetime) -> None:
    """Take a part off the programme; a question can be put back.

    Refuses what began. OutOfScope for anyone but the advisers of its area.
    """
    evening = prepared_evening(reference, by)
    item_of(evening, item_id).delete()
    audit_evening("evening.leave_out_part", evening, by, at)


@action
def move_part(*, reference: str, item_id: int, step: int, by: Actor, at: datetime) -> None:
    """Move a part one place up (-1) or down (1); at either end nothing changes.

    Refuses what began. OutOfScope for anyone but the advisers of its area.
    """
    evening = prepared_evening(reference, by)
    item = item_of(evening, item_id)
    items = list(EveningItem.objects.filter(evening=evening).order_by("position"))
    place = [one.pk for one in items].index(item.pk)
    other = place + (1 if step > 0 else -1)
    if 0 <= other < len(items):
        _swap(items[place], items[other])
    audit_evening("evening.move_part", evening, by, at)


def _swap(one: EveningItem, other: EveningItem) -> None:
    """Let two parts change places, past the rule that no place is taken twice."""
    mine, theirs = one.position, other.position
    for item, position in ((one, 1_000_000 + mine), (other, mine), (one, theirs)):
        item.position = position
        item.save(update_fields=["position"])


@action
def switch_probe(
    *,
    reference: str,
    item_id: int,
    probe: str,
    is_on: bool,
    by: Actor,
    at: datetime,
    reason: str = "",
) -> None:
    """Switch a probe on or off. One that comes switched off is switched on with a reason only.

    The reason stands in the audit. Refuses an evening that is over, a guarded probe without a
    reason. OutOfScope: no such probe, anyone but the advisers of its area.
    """
    evening = held_evening(reference, by, advises)
    if evening.state == EveningState.CLOSED:
        raise Refused(_("Deze avond is voorbij."))
    item = item_of(evening, item_id)
    if item.question is None:
        raise OutOfScope(_("Deze doorvraag is er niet."))
    found = probe_named(_definition(evening, item.question), probe)
    said = clean_words(reason, TITLE_LIMIT, "reason")
    if is_on and found.guard is not None and not said:
        raise Refused(_("Schrijf op waarom deze doorvraag vanavond nodig is."), field="reason")
    off = set(item.probes_off) - {probe}
    item.probes_off = sorted(off if is_on else off | {probe})
    item.save(update_fields=["probes_off"])
    audit_evening(
        "evening.switch_probe", evening, by, at, item=item.position, probe=probe, on=is_on,
        guard=str(found.guard or ""), reason=said,
    )  # fmt: skip


def _must_come(starts_at: datetime, at: datetime) -> None:
    if starts_at < at - timedelta(hours=12):
        raise Refused(_("Kies een moment dat nog komt."), field="starts_on")
    if starts_at > at + FURTHEST_AWAY:
        raise Refused(_("Kies een dag binnen een jaar."), field="starts_on")

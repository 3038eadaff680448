# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links of an evening as its adviser sees them, and who a key belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import translation

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.models import EveningLink
from voelspriet.listen.evenings.queries.standing import led_evening
from voelspriet.listen.evenings.rules.helpers import Helper
from voelspriet.listen.evenings.rules.links import KEY_LENGTH, hash_of, still_works


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link: for whom, since when, and whether it still opens anything. Never its key."""

    id: int
    role: EveningRole
    role_label: str
    label: str
    made_at: datetime
    withdrawn_at: datetime | None
    works: bool


def helper_of(*, key: str, at: datetime, municipality_id: int | None = None) -> Helper | None:
    """Return who holds this key; None when it opens nothing (any more) in this municipality."""
    if len(key) != KEY_LENGTH:
        return None
    link = EveningLink.objects.select_related("evening").filter(key_hash=hash_of(key)).first()
    if link is None or not still_works(link, at):
        return None
    if municipality_id not in {None, link.evening.municipality_id}:
        return None
    role = EveningRole(link.role)
    with translation.override("nl"):  # an audit line is in the language of the house
        name = str(role.label)
    return Helper(
        kind=ActorKind.HELPER,
        name=name,
        municipality_id=link.evening.municipality_id,
        evening_id=link.evening_id,
        evening_reference=link.evening.reference,
        evening_role=role,
        link_id=link.pk,
    )


def links_of(*, reference: str, by: Actor, at: datetime) -> tuple[LinkRow, ...]:
    """Return the links of an evening, the newest first. OutOfScope for all but its advisers."""
    evening = led_evening(reference=reference, by=by)
    found = EveningLink.objects.filter(evening=evening).select_related("evening")
    return tuple(_row(link, at) for link in found.order_by("-made_at", "-id"))


def _row(link: EveningLink, at: datetime) -> LinkRow:
    role = EveningRole(link.role)
    return LinkRow(
        id=link.pk,
        role=role,
        role_label=str(role.label),
        label=link.label,
        made_at=link.made_at,
        withdrawn_at=link.withdrawn_at,
        works=still_works(link, at),
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading welcome moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from voelspriet.ground.network.models import Welcome
from voelspriet.ground.network.rules.keeping import advised_area, is_stale, stale_before
from voelspriet.ground.privacy.actors import Actor

SOURCE_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class WelcomeRow:
    """When, where and what, in one language, of one area."""

    area_id: int
    area_name: str
    language: str
    moment: str
    place: str
    what: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class WelcomeTexts:
    """The texts of an area by language; `is_old` when nobody looked at the Dutch for a year."""

    texts: dict[str, WelcomeRow]
    is_old: bool


def welcome_for(*, chain: Sequence[int], language: str) -> WelcomeRow | None:
    """Return the first welcome moment of these areas, in a language or else in Dutch. Public."""
    found: dict[int, dict[str, Welcome]] = {}
    for one in Welcome.objects.filter(area_id__in=chain).select_related("area"):
        found.setdefault(one.area_id, {})[one.language] = one
    for step in chain:
        texts = found.get(step)
        if texts:
            shown = texts.get(language) or texts.get(SOURCE_LANGUAGE)
            return welcome_row(shown) if shown else None
    return None


def welcome_texts(*, area_id: int, by: Actor, on: date) -> WelcomeTexts:
    """Return the texts of an area `by` is adviser of, to write them."""
    area = advised_area(by, area_id)
    rows = area.welcomes.select_related("area").order_by("language")
    texts = {one.language: welcome_row(one) for one in rows}
    dutch = texts.get(SOURCE_LANGUAGE)
    return WelcomeTexts(texts, dutch is not None and is_stale(dutch.checked_on, on))


def stale_welcomes(*, by: Actor, on: date) -> QuerySet[Welcome]:
    """Return the Dutch texts of one's own areas nobody looked at for a year. For this room."""
    return Welcome.objects.filter(
        area_id__in=sorted(by.area_ids),
        language=SOURCE_LANGUAGE,
        checked_on__lt=stale_before(on),
    )


def welcome_row(one: Welcome) -> WelcomeRow:
    """Return the row of a welcome moment (area loaded)."""
    return WelcomeRow(
        area_id=one.area_id,
        area_name=one.area.name,
        language=one.language,
        moment=one.moment,
        place=one.place,
        what=one.what,
        checked_on=one.checked_on,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who was heard in a comparison, by side, role, area and length of stay, so that nobody shows.

Fewer than three speakers are never told apart: of a side, in an area, in a role. A length of stay
with fewer than five is not shown, nor one more where that would tell it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.conversations.choices import (
    NOT_ASKED,
    Perspective,
    SourceKind,
    SpeakerRole,
)
from voelspriet.listen.conversations.models import Source, Speaker
from voelspriet.listen.conversations.rules.studies import MERGED, merged_roles
from voelspriet.understand.coding.choices import Side
from voelspriet.understand.coding.models import CodingPass, Fragment, FragmentCode
from voelspriet.understand.coding.rules.access import going_out
from voelspriet.understand.findings.models import Comparison
from voelspriet.understand.findings.rules.comparisons import LEAST_SPEAKERS, visible_comparisons
from voelspriet.understand.findings.speaking import settled_texts

LEAST_STAYS = 5


@dataclass(frozen=True, slots=True)
class HeardRoles:
    """How many spoke in each role, in one area or (name "") in all; small ones together."""

    area_name: str
    number: int | None
    roles: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class HeardSide:
    """How many spoke from one side; `number` None for one or two. `parts` are areas, or one."""

    side: str
    label: str
    number: int | None
    parts: tuple[HeardRoles, ...]
    is_by_area: bool


@dataclass(frozen=True, slots=True)
class FactorCount:
    """How many fragments are about a factor, by side; of both or nobody known apart."""

    number: int
    residents: int
    professionals: int
    others: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Who and what a comparison rests on."""

    kinds: tuple[tuple[str, int], ...]
    first_on: date | None
    last_on: date | None
    sides: tuple[HeardSide, ...]
    stays: tuple[tuple[str, int | None], ...]
    texts: int
    left_out: int
    coders: int
    fragments: int
    counts: tuple[FactorCount, ...]


def heard(*, reference: str, by: Actor) -> Heard:
    """Return who was heard in a comparison `by` may read. Raises OutOfScope for any other."""
    one = visible_comparisons(by).prefetch_related("areas").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze vergelijking is er niet."))
    areas = sorted((area.name, area.pk) for area in one.areas.all())
    ids = [area for _name, area in areas]
    sources = Source.objects.filter(study_id=one.study_id, area_id__in=ids)
    told = sources.filter(is_sensitive=False)
    days = sorted(told.values_list("held_on", flat=True))
    texts = settled_texts(one.study_id)
    passes = CodingPass.objects.filter(material__in=texts, is_second=False)
    fragments = going_out(by).filter(coding_pass__material__study_id=one.study_id)
    return Heard(
        kinds=_kinds(told),
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
        sides=_sides(told, areas),
        stays=_stays(told),
        texts=texts.count(),
        left_out=sources.count() - len(days),
        coders=passes.values("coder_id").distinct().count(),
        fragments=fragments.count(),
        counts=_counts(one, fragments),
    )


def _kinds(told: QuerySet[Source]) -> tuple[tuple[str, int], ...]:
    found = Counter(told.values_list("kind", flat=True))
    return tuple((str(kind.label), found[kind]) for kind in SourceKind if found[kind])


def _sides(told: QuerySet[Source], areas: Sequence[tuple[str, int]]) -> tuple[HeardSide, ...]:
    rows = (
        Speaker.objects.filter(source__in=told)
        .order_by()
        .values_list("perspective", "source__area_id", "role")
        .annotate(number=Count("pk"))
    )
    counts: dict[str, dict[int, Counter[str]]] = {}
    for side, area, role, number in rows:
        counts.setdefault(side, {}).setdefault(area, Counter())[role] += number
    return tuple(_side(side, counts[side], areas) for side in Perspective if side in counts)


def _side(
    side: Perspective, by_area: Mapping[int, Counter[str]], areas: Sequence[tuple[str, int]]
) -> HeardSide:
    whole: Counter[str] = Counter()
    for found in by_area.values():
        whole += found
    sizes = [found.total() for found in by_area.values()]
    is_by_area = len(areas) > 1 and all(size >= LEAST_SPEAKERS for size in sizes)
    parts = (
        tuple(_roles(name, by_area[pk]) for name, pk in areas if pk in by_area)
        if is_by_area
        else (_roles("", whole),)
    )
    return HeardSide(str(side), str(side.label), _number(whole.total()), parts, is_by_area)


def _roles(area_name: str, found: Counter[str]) -> HeardRoles:
    labels = {str(role): str(role.label) for role in SpeakerRole}
    labels[MERGED] = _("Andere rollen samen")
    roles = tuple((labels[role], number) for role, number in merged_roles(found).items())
    return HeardRoles(area_name, _number(found.total()), roles)


def _number(number: int) -> int | None:
    return number if number == 0 or number >= LEAST_SPEAKERS else None


def _stays(told: QuerySet[Source]) -> tuple[tuple[str, int | None], ...]:
    """Return how long residents live there, as far as nobody shows."""
    residents = Speaker.objects.filter(source__in=told).exclude(
        perspective=Perspective.PROFESSIONAL
    )
    found = Counter(residents.values_list("stay", flat=True))
    hidden = {stay for stay, number in found.items() if number < LEAST_STAYS}
    if len(hidden) == 1:
        others = sorted((number, stay) for stay, number in found.items() if stay not in hidden)
        hidden |= {others[0][1]} if others else set()
    return tuple(
        (str(label), None if stay in hidden else found[stay])
        for stay, label in (("", NOT_ASKED), *StayLength.choices)
        if found[stay]
    )


def _counts(one: Comparison, fragments: QuerySet[Fragment]) -> tuple[FactorCount, ...]:
    numbers = dict(one.factors.order_by("number").values_list("code__key", "number"))
    rows: Iterable[tuple[object, str]] = FragmentCode.objects.filter(
        fragment__in=fragments, code__key__in=list(numbers)
    ).values_list("code__key", "fragment__side")
    found = Counter(rows)
    sides = (Side.RESIDENT, Side.PROFESSIONAL)
    return tuple(
        FactorCount(
            number,
            found[key, str(Side.RESIDENT)],
            found[key, str(Side.PROFESSIONAL)],
            sum(found[key, str(side)] for side in Side if side not in sides),
        )
        for key, number in numbers.items()
    )

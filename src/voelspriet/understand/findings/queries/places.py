# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which places were named in the areas of a comparison, where so many talks name one.

A place that fewer than five talks name is never told: not its name, and not that there is one. The
number of talks is rounded down to fives, so that a report made again after one more talk does not
tell what was said in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from voelspriet.ground.areas.ground_plan import edges_of
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.conversations.models import Speaker
from voelspriet.understand.coding.rules.access import going_out
from voelspriet.understand.findings.rules.comparisons import visible_comparisons
from voelspriet.understand.findings.speaking import settled_texts

LEAST_TALKS = 5
STEP = 5
ARTICLES = ("de ", "het ", "een ")
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place, as coders wrote it most often, and how many talks name it at least."""

    name: str
    at_least: int


@dataclass(frozen=True, slots=True)
class AreaPlaces:
    """An area with the places named there, most often first; `edges` in WGS84 degrees."""

    area_id: int
    name: str
    edges: tuple[Line, ...]
    places: tuple[NamedPlace, ...]


@dataclass(frozen=True, slots=True)
class ToldPlaces:
    """The areas of a comparison, by name, with what was named there.

    `is_counted`: in some talk somebody was recorded as speaking, so that talks can be counted.
    """

    areas: tuple[AreaPlaces, ...]
    is_counted: bool

    @property
    def has_places(self) -> bool:
        """Tell whether a place was named often enough to be told."""
        return any(one.places for one in self.areas)

    @property
    def without_edges(self) -> tuple[str, ...]:
        """Return the areas nobody knows the edges of."""
        return tuple(one.name for one in self.areas if not one.edges)


def told_places(*, reference: str, by: Actor) -> ToldPlaces:
    """Return the places of a comparison `by` may read. Raises OutOfScope for any other.

    Counted are talks that are coded to the end and in which somebody was recorded as speaking. A
    place is the hot spot of a fragment, or else the area it was said to be about; it lies in that
    area where it is one of the comparison, and else in that of the talk.
    """
    one = visible_comparisons(by).prefetch_related("areas").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze vergelijking is er niet."))
    areas = {area.pk: area.name for area in one.areas.all()}
    speakers = Speaker.objects.filter(source_id=OuterRef("source_id"))
    texts = settled_texts(one.study_id).filter(Exists(speakers), area_id__in=sorted(areas))
    rows = (
        going_out(by)
        .filter(coding_pass__material__in=texts)
        .exclude(Q(hot_spot="") & Q(place__isnull=True))
        .order_by("pk")
        .values_list(
            "coding_pass__material_id", "coding_pass__material__area_id", "place_id",
            "place__name", "hot_spot",
        )
    )  # fmt: skip
    named: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for text, home, place, place_name, spot in rows:
        where = place if place in areas else home
        name = spot or (place_name if place != where else "")
        if name:
            named[where].append((name, text))
    return ToldPlaces(
        tuple(
            AreaPlaces(pk, name, edges_of(area_id=pk), often_named(named[pk]))
            for pk, name in sorted(areas.items(), key=lambda area: (area[1], area[0]))
        ),
        texts.exists(),
    )


def often_named(named: Iterable[tuple[str, int]]) -> tuple[NamedPlace, ...]:
    """Return the places that enough talks name, of (name, talk); case and article do not count.

    >>> often_named([("de fietstunnel", 1), ("Fietstunnel", 2), ("fietstunnel", 3)])
    ()
    >>> often_named([("fietstunnel", talk) for talk in (1, 2, 2, 3, 4, 5, 6)])
    (NamedPlace(name='fietstunnel', at_least=5),)
    """
    written: dict[str, Counter[str]] = defaultdict(Counter)
    talks: dict[str, set[int]] = defaultdict(set)
    for name, talk in named:
        words = " ".join(name.split())
        written[_key(words)][words] += 1
        talks[_key(words)].add(talk)
    told = [
        NamedPlace(_commonest(written[key]), len(found) // STEP * STEP)
        for key, found in talks.items()
        if len(found) >= LEAST_TALKS
    ]
    return tuple(sorted(told, key=lambda one: (-one.at_least, one.name)))


def _key(words: str) -> str:
    bare = words.casefold()
    return next((bare.removeprefix(one) for one in ARTICLES if bare.startswith(one)), bare)


def _commonest(written: Counter[str]) -> str:
    return min(written, key=lambda one: (-written[one], one))

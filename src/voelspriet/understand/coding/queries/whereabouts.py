# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a fragment comes from, as far as its reader may know.

Who codes sees every area. Who reads along sees one where at least three spoke from that side. What
is not told comes last in every list, and its cursor is sealed: neither its place between others
nor a number in an address tells what the column leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.keys import KeyFileError
from voelspriet.lib.paging import read_cursor, write_cursor
from voelspriet.listen.conversations.models import Speaker
from voelspriet.understand.coding.models import Fragment
from voelspriet.understand.coding.rules.access import may_code
from voelspriet.understand.coding.rules.whereabouts import told_areas


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Which areas may be told, by study and side; None: all of them."""

    told: Mapping[tuple[int, str], frozenset[int]] | None = None

    def are_told(self, one: Fragment) -> bool:
        """Tell whether the reader may know where a fragment comes from."""
        if self.told is None:
            return True
        material = one.coding_pass.material
        if material.study_id is None or material.area_id is None:
            return False
        return material.area_id in self.told.get((material.study_id, one.side), frozenset())

    def condition(self) -> Q:
        """Return the fragments of which the area is told."""
        if self.told is None:
            return Q()
        cells = (
            Q(
                coding_pass__material__study_id=study,
                coding_pass__material__area_id__in=sorted(areas),
                side=side,
            )
            for (study, side), areas in self.told.items()
            if areas
        )
        return reduce(or_, cells, Q(pk__in=[]))

    def words(self, one: Fragment) -> str:
        """Return the area in words, wide where it is not told."""
        material = one.coding_pass.material
        if self.are_told(one):
            return material.area.name if material.area else ""
        return _("Ergens in dit onderzoek") if material.study_id else _("Ergens in de gemeente")


def whereabouts(by: Actor) -> Whereabouts:
    """Return which areas `by` may know of the fragments they read.

    Counted are the speakers of what is not sensitive. Where nobody was recorded as speaking (a
    signal, a note, an answer, fragments from a file) nobody knows how many they were, and who
    reads along is told no area.
    """
    if may_code(by):
        return Whereabouts()
    rows = (
        Speaker.objects.filter(
            source__study__municipality_id=by.municipality_id or 0, source__is_sensitive=False
        )
        .order_by()
        .values_list("source__study_id", "perspective", "source__area_id")
        .annotate(number=Count("pk"))
    )
    counted: dict[tuple[int, str], dict[int, int]] = {}
    for study, side, area, number in rows:
        counted.setdefault((study, side), {})[area] = number
    return Whereabouts({cell: told_areas(areas) for cell, areas in counted.items()})


def in_order(found: QuerySet[Fragment], where: Whereabouts) -> QuerySet[Fragment]:
    """Return fragments oldest first, those of which the area is not told after all others."""
    if where.told is None:
        return found.annotate(is_untold=Value(0, IntegerField())).order_by("pk")
    untold = Case(When(where.condition(), then=0), default=1, output_field=IntegerField())
    return found.annotate(is_untold=untold).order_by("is_untold", "pk")


def after(found: QuerySet[Fragment], place: tuple[int, int] | None) -> QuerySet[Fragment]:
    """Return what comes after a place in this order."""
    if place is None:
        return found
    untold, last = place
    return found.filter(Q(is_untold__gt=untold) | Q(is_untold=untold, pk__gt=last))


def place_of(one: Fragment) -> tuple[int, int]:
    """Return where a fragment stands in this order."""
    return getattr(one, "is_untold", 0), one.pk


def seal_cursor(one: Fragment) -> str:
    """Return the cursor behind a fragment, so that its number cannot be read or guessed."""
    return settings.KEYRING.encrypt_timeless(write_cursor(*place_of(one)).encode()).decode()


def open_cursor(text: str) -> tuple[int, int] | None:
    """Return the place a cursor names; None when it is none of ours."""
    try:
        plain = settings.KEYRING.decrypt(text.encode()).decode() if text else ""
    except KeyFileError:
        return None
    untold, last = read_cursor(plain, int, int) or (0, 0)
    return (untold, last) if plain else None

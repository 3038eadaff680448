# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A round as an evening tells of it: where it is drawn, and its result once that is public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from voelspriet.ground.areas.ground_plan import edges_of, streets_in
from voelspriet.listen.drawings.models import MapResult, MapRound
from voelspriet.listen.drawings.queries.open_rounds import PublicKind, kinds_of

Line: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """An area to draw squares on: its outer edges and its streets, in WGS84 degrees."""

    area_name: str
    edges: tuple[Line, ...]
    streets: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ToldRound:
    """A round in a reader's language; `kinds` is None until its result is public.

    `sheets`: how many sheets the public result has at least; nought before. `ground` is what its
    squares lie on, in degrees: known only with a public result.
    """

    reference: str
    code: str
    question: str
    question_language: str
    sheets: int
    kinds: tuple[PublicKind, ...] | None
    ground: Ground | None = None


def told_rounds(
    *, references: tuple[str, ...], municipality_id: int, language: str
) -> tuple[ToldRound, ...]:
    """Return these rounds of a municipality in the order asked; unknown ones are left out."""
    if not references:
        return ()
    found = MapRound.objects.filter(reference__in=references, municipality_id=municipality_id)
    by_reference = {one.reference: one for one in found.select_related("area", "result__round")}
    return tuple(_told(by_reference[one], language) for one in references if one in by_reference)


def round_code(*, reference: str, municipality_id: int) -> str:
    """Return the public code of a round; empty when there is none."""
    found = MapRound.objects.filter(reference=reference, municipality_id=municipality_id)
    return found.values_list("code", flat=True).first() or ""


def _told(one: MapRound, language: str) -> ToldRound:
    result: MapResult | None = getattr(one, "result", None)
    words = one.question_translations.get(language, "")
    return ToldRound(
        reference=one.reference,
        code=one.code,
        question=words or one.question,
        question_language=language if words else "nl",
        sheets=result.sheets if result else 0,
        kinds=kinds_of(result) if result else None,
        ground=_ground(one) if result else None,
    )


def _ground(one: MapRound) -> Ground:
    streets = streets_in(area_id=one.area_id)
    return Ground(
        area_name=one.area.name,
        edges=edges_of(area_id=one.area_id),
        streets=tuple(piece for street in streets for piece in street.pieces if len(piece) > 1),
    )

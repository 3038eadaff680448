# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents see of a round: the page to draw on, their receipt, and the public result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from voelspriet.ground.areas.ground_plan import Extent, extent_of, streets_in
from voelspriet.ground.areas.rows import MunicipalityRow, municipality_row_of
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.drawings.choices import RoundState
from voelspriet.listen.drawings.models import MapResult, MapRound, MapSheet
from voelspriet.listen.drawings.rules.grid import PUBLIC_TIMES, square_of
from voelspriet.listen.drawings.rules.legend import LegendEntry, entries_of
from voelspriet.listen.drawings.rules.rounds import state_of
from voelspriet.listen.drawings.rules.submissions import submission_hash
from voelspriet.listen.drawings.told import SheetReceipt


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round as anybody may see it who has its code. `question_language` is that of the words."""

    reference: str
    code: str
    question: str
    question_language: str
    area_id: int
    area_name: str
    municipality: MunicipalityRow
    state: RoundState
    closes_on: date | None
    legend: tuple[LegendEntry, ...]
    extent: Extent | None
    streets: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether somebody can draw now."""
        return self.state is RoundState.OPEN


@dataclass(frozen=True, slots=True)
class PublicCell:
    """A square of 200 metres and how many sheets marked it at least; `ring` in WGS84 degrees."""

    entry: LegendEntry
    at_least: int
    streets: tuple[str, ...]
    ring: list[list[float]]


@dataclass(frozen=True, slots=True)
class PublicKind:
    """A kind of the legend with the squares that may be shown; none when too few sheets did."""

    entry: LegendEntry
    cells: tuple[PublicCell, ...]


@dataclass(frozen=True, slots=True)
class PublicResult:
    """The frozen result of a round. `sheets`: how many sheets there were at least."""

    round: OpenRound
    sheets: int
    published_on: date
    kinds: tuple[PublicKind, ...]

    @property
    def safe_places(self) -> tuple[PublicKind, ...]:
        """Return the safe places, which stand first."""
        return tuple(one for one in self.kinds if one.entry.kind == "safe_place")

    @property
    def others(self) -> tuple[PublicKind, ...]:
        """Return all other kinds."""
        return tuple(one for one in self.kinds if one.entry.kind != "safe_place")


def open_round(*, code: str, language: str, at: datetime) -> OpenRound | None:
    """Return the round with this public code; None when there is none."""
    one = (
        MapRound.objects.select_related("area", "municipality", "result")
        .filter(code=code.strip().upper())
        .first()
    )
    return _open(one, language, at) if one else None


def running_rounds(
    *, area_ids: Sequence[int], language: str, at: datetime
) -> tuple[OpenRound, ...]:
    """Return the rounds that are open in these areas or whose result is public, newest first."""
    found = MapRound.objects.select_related("area", "municipality", "result").filter(
        area_id__in=sorted(area_ids)
    )
    rounds = [
        _open(one, language, at, with_streets=False) for one in found.order_by("-made_at")[:8]
    ]
    return tuple(one for one in rounds if one.state in {RoundState.OPEN, RoundState.PUBLISHED})


def received_sheet(*, token: str) -> SheetReceipt | None:
    """Return the receipt of a form that was handed in before; None else."""
    sheet = MapSheet.objects.filter(submission=submission_hash(token)).first()
    if sheet is None:
        return None
    return SheetReceipt(sheet.reference, sheet.shapes.count(), is_repeat=True)


def public_result(*, code: str, language: str, at: datetime) -> PublicResult | None:
    """Return what everybody may see of a round; None until a colleague made it public."""
    result = (
        MapResult.objects.select_related("round__area", "round__municipality")
        .filter(round__code=code.strip().upper())
        .first()
    )
    if result is None:
        return None
    shown = _open(result.round, language, at)
    return PublicResult(shown, result.sheets, dutch_day(result.published_at), kinds_of(result))


def kinds_of(result: MapResult) -> tuple[PublicKind, ...]:
    """Return the public squares of a result by kind (round loaded). For this room's queries."""
    return tuple(
        PublicKind(
            entry,
            tuple(
                PublicCell(
                    entry=entry,
                    at_least=cell["at_least"],
                    streets=tuple(cell["streets"]),
                    ring=square_of(cell["cell"], times=PUBLIC_TIMES),
                )
                for cell in result.content["cells"]
                if cell["kind"] == entry.kind
            ),
        )
        for entry in entries_of(result.round.kinds)
        if entry.is_open
    )


def _open(one: MapRound, language: str, at: datetime, *, with_streets: bool = True) -> OpenRound:
    published = getattr(one, "result", None) is not None
    words = one.question_translations.get(language, "")
    streets = streets_in(area_id=one.area_id) if with_streets else ()
    return OpenRound(
        reference=one.reference,
        code=one.code,
        question=words or one.question,
        question_language=language if words else "nl",
        area_id=one.area_id,
        area_name=one.area.name,
        municipality=municipality_row_of(one.municipality),
        state=state_of(one, at, is_published=published),
        closes_on=dutch_day(one.closes_at) if one.closes_at else None,
        legend=entries_of(one.kinds),
        extent=extent_of(area_id=one.area_id) if with_streets else None,
        streets=tuple(dict.fromkeys(street.name for street in streets)),
    )

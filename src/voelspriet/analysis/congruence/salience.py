# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who speaks of which factor how often: a prompt beside the researcher's verdict, no verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from voelspriet.analysis.congruence import sayings, statements
from voelspriet.analysis.congruence.clusters import LEAST_CLUSTERS, spoken
from voelspriet.analysis.congruence.fragments import (
    PROFESSIONAL,
    RESIDENT,
    Fragments,
    read_fragments,
)
from voelspriet.analysis.congruence.results import Salience, SalienceReport, Saying
from voelspriet.analysis.congruence.sides import (
    Counted,
    OneSide,
    counted,
    in_more_talks,
    on_both,
    one_side,
)
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import FrameLike

DELTA = 0.10


def salience(
    data: FrameLike,
    *,
    by: str | None = None,
    delta: float = DELTA,
    professionals_listed: int | Mapping[str, int] | None = None,
) -> SalienceReport:
    """Compare how often residents and professionals speak of each factor, per world and area.

    `data` has a row per coded fragment with `perspective` (resident, professional or both),
    `factor` (or `factor_number`; empty for a speaker who named nothing), and where recorded
    `speaker`, `conversation` and `world`; see `fragments.read_fragments`. `by` names the column
    with the area.

    Salience is the share of the speakers asked that named the factor. A side was asked about a
    world when a row of it carries that world or none. Variance is by conversation (see
    `clusters.spoken`); with fewer than five on either side there are counts only. The difference is
    residents minus professionals, with Newcombe's 95 % interval; what may be said of it, `delta`
    being the smallest difference that matters, is told in `sayings.saying`.
    `professionals_listed` is how many professionals there are to ask, with `by` per area.

    Without `speaker` or `conversation` every factor is "not shown: no speakers recorded". Rows that
    cannot be counted are in `left_out`. Raises ColumnError and InputError for data that cannot be
    read, a `delta` not between 0 and 1, and a list shorter than the number asked.
    """
    if not 0 < delta < 1:
        raise InputError(f"delta is a difference of shares such as 0.10, not {delta:g}")
    fragments = read_fragments(data, by)
    _check_listed(professionals_listed, fragments.areas, by)
    sides = one_side(fragments, RESIDENT), one_side(fragments, PROFESSIONAL)
    residents, professionals = (side.rows for side in sides)
    return SalienceReport(
        saliences=tuple(_saliences(fragments, sides, delta, professionals_listed)),
        delta=delta,
        has_speakers=len(fragments.rows.speaker) > 0,
        left_out=fragments.left_out,
        speakers_on_both_sides=on_both(residents.speaker, professionals.speaker),
        talks_with_both_sides=on_both(residents.conversation, professionals.conversation),
        speakers_in_more_talks=in_more_talks(fragments.rows),
    )


def _saliences(
    fragments: Fragments,
    sides: tuple[OneSide, OneSide],
    delta: float,
    professionals_listed: int | Mapping[str, int] | None,
) -> Iterator[Salience]:
    for number, area in enumerate(fragments.areas):
        residents, professionals = (side.within(number) for side in sides)
        is_recorded = len(residents.rows.speaker) or len(professionals.rows.speaker)
        listed = _listed(professionals_listed, area)
        for world, factor in fragments.named:
            place = (area, fragments.worlds[world], fragments.factors[factor])
            if not is_recorded or (number, world, factor) in fragments.without_speakers:
                yield Salience(*place, Saying.NOT_SHOWN, statements.NO_SPEAKERS)
                continue
            counts = counted(residents, world, factor), counted(professionals, world, factor)
            yield _compared(place, counts, delta, listed)


def _compared(
    place: tuple[str, str, str], counts: tuple[Counted, Counted], delta: float, listed: int | None
) -> Salience:
    """Return what may be said of one factor, and nothing more."""
    sides = counts[0].side, counts[1].side
    if why := statements.not_asked(*sides, about_world=bool(place[1])):
        return Salience(*place, Saying.NOT_SHOWN, why, *sides)
    if listed is not None and sides[1].asked > listed:
        there = f" in {place[0]}" if place[0] else ""
        raise InputError(
            f"{sides[1].asked} professionals were asked{there}, more than the {listed} listed"
        )
    if min(side.clusters for side in sides) < LEAST_CLUSTERS:
        return Salience(*place, Saying.COUNTS_ONLY, statements.counts_only(*sides), *sides)
    shares = (
        spoken(counts[0].asked, counts[0].naming),
        spoken(counts[1].asked, counts[1].naming, listed),
    )
    found = sayings.saying(*shares, delta)
    needed = sayings.needed(*shares, delta) if found is Saying.UNDETERMINED else None
    low, high = sayings.difference_interval(*shares, sayings.LEVEL)
    return Salience(
        *place,
        saying=found,
        statement=statements.compared(found, delta, needed),
        residents=replace(sides[0], design_effect=shares[0].design_effect),
        professionals=replace(sides[1], design_effect=shares[1].design_effect),
        difference=shares[0].share - shares[1].share,
        low=low,
        high=high,
        needed=needed,
    )


def _check_listed(
    listed: int | Mapping[str, int] | None, areas: tuple[str, ...], by: str | None
) -> None:
    """Refuse a list that would be used for another group of people than it is about."""
    if isinstance(listed, int) and by is not None:
        raise InputError("with areas, say per area how many professionals are listed")
    if not isinstance(listed, Mapping):
        return
    unknown = [area for area in listed if by is None or area not in areas]
    if unknown:
        raise InputError(f"no fragment is of area {unknown[0]!r}, for which a list is given")


def _listed(professionals_listed: int | Mapping[str, int] | None, area: str) -> int | None:
    if professionals_listed is None or isinstance(professionals_listed, int):
        return professionals_listed
    return professionals_listed.get(area)

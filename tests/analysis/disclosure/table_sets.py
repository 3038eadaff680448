# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random table sets, each described twice: as our cells, and as plain sums for the verifier.

The plain sums are written down from the table itself (its axes and numbers), not from our cells:
a mistake in the builders shows as a difference.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Hashable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from voelspriet.analysis.disclosure import (
    Cell,
    Dimension,
    dated_cells,
    share_cells,
    table_cells,
)

Leaf = tuple[object, ...]


@dataclass
class Sums:
    """What the verifier knows: for every key which leaves it sums, its count, what it tells."""

    leaves: list[Leaf]
    members: dict[Hashable, frozenset[Leaf]] = field(default_factory=dict)
    counts: dict[Hashable, int] = field(default_factory=dict)
    # a shown share tells its base exactly and its numerator from low to high
    told: dict[Hashable, list[tuple[frozenset[Leaf], int, int]]] = field(default_factory=dict)

    def add(self, key, members, count, told=None):
        """Note one count."""
        self.members[key], self.counts[key] = frozenset(members), count
        self.told[key] = [(frozenset(members), count, count)] if told is None else told


@dataclass
class TableSet:
    """One release set, described twice."""

    kind: str
    cells: list[Cell]
    sums: Sums


def numbers(rng: random.Random, places) -> dict:
    """Return counts as tables have them: of one size, with small ones among them."""
    scale = rng.choice([2.0, 6.0, 15.0, 40.0])
    return {place: int(rng.expovariate(1 / scale)) for place in places}


def _table(sizes):
    dimensions = [
        Dimension(name, tuple(f"{name}{n}" for n in range(size)))
        for name, size in zip("abc", sizes, strict=False)
    ]
    places = list(itertools.product(*(one.values for one in dimensions)))
    return dimensions, places


def _spans(dimensions, margins):
    """Yield every published place with the leaves below it."""
    for margin in margins:
        axes = []
        for one in dimensions:
            if one.name not in margin:
                axes.append([(None, one.values)])
            else:
                finest = [(value, (value,)) for value in one.values]
                axes.append(finest + [(name, tuple(of)) for name, of in one.groups.items()])
        for combined in itertools.product(*axes):
            yield (
                tuple(place for place, _ in combined),
                list(itertools.product(*(values for _, values in combined))),
            )


def _margins(names):
    return [m for size in range(len(names) + 1) for m in itertools.combinations(names, size)]


def _plain(kind, dimensions, places, counts, margins=None) -> TableSet:
    names = [one.name for one in dimensions]
    wanted = _margins(names) if margins is None else margins
    sums = Sums(list(places))
    for place, leaves in _spans(dimensions, wanted):
        sums.add(("", *place), leaves, sum(counts[leaf] for leaf in leaves))
    return TableSet(kind, table_cells(counts, dimensions, margins=margins), sums)


def two_way(rng):
    """Return a table of two dimensions with its totals."""
    dimensions, places = _table([rng.randint(2, 4), rng.randint(2, 3)])
    return _plain("two-way", dimensions, places, numbers(rng, places))


def three_way(rng):
    """Return a table of three dimensions with all its margins."""
    dimensions, places = _table([2, 2, rng.choice([2, 2, 2, 2, 2, 3])])
    return _plain("three-way", dimensions, places, numbers(rng, places))


def linked(rng):
    """Return two or three tables over three dimensions that share margins, without the finest."""
    dimensions, places = _table([rng.choice([2, 2, 3]), 2, rng.choice([2, 2, 3])])
    tables = rng.choice([["ab", "ac"], ["ab", "bc"], ["ab", "ac", "bc"]])
    margins = sorted({m for table in tables for m in _margins(table)}, key=lambda m: (len(m), m))
    return _plain("linked", dimensions, places, numbers(rng, places), margins)


def _map(rng):
    """Return neighbourhoods within districts, by subject."""
    size = rng.randint(3, 4)
    hoods = tuple(f"a{n}" for n in range(size))
    cut = rng.randint(1, size - 1)
    groups = {"district1": frozenset(hoods[:cut]), "district2": frozenset(hoods[cut:])}
    subjects = Dimension("b", tuple(f"b{n}" for n in range(rng.randint(1, 2))))
    dimensions = [Dimension("a", hoods, groups), subjects]
    return dimensions, list(itertools.product(hoods, subjects.values))


def map_beside_table(rng):
    """Return a map of neighbourhoods beside tables of districts."""
    dimensions, places = _map(rng)
    return _plain("map", dimensions, places, numbers(rng, places))


def two_dates(rng):
    """Return a table at two dates that grew in between, or a map that did."""
    if rng.random() < 0.3:
        dimensions, places = _map(rng)
    else:
        dimensions, places = _table([2, rng.choice([2, 2, 3])])
    first = numbers(rng, places)
    came = numbers(rng, places)
    second = {place: first[place] + came[place] for place in places}
    sums = Sums([(day, *place) for day in ("d1", "d2") for place in places])
    margins = _margins([one.name for one in dimensions])
    for place, leaves in _spans(dimensions, margins):
        old = [("d1", *leaf) for leaf in leaves]
        new = [("d2", *leaf) for leaf in leaves]
        sums.add(("", "d1", *place), old, sum(first[leaf] for leaf in leaves))
        sums.add(("", "d2", *place), old + new, sum(second[leaf] for leaf in leaves))
        sums.add(("", ("d1", "d2"), *place), new, sum(came[leaf] for leaf in leaves))
    return TableSet("two dates", dated_cells({"d1": first, "d2": second}, dimensions), sums)


def shares(rng):
    """Return counts of answers by area beside the share that was answered."""
    areas = tuple(f"a{n}" for n in range(rng.randint(2, 4)))
    answers = ("yes", "no")
    scale = rng.choice([1, 1, 4, 30])  # with large bases a percentage leaves the numerator open
    counts = numbers(rng, itertools.product(areas, answers))
    counts = {place: scale * count + rng.randint(0, 6) for place, count in counts.items()}
    dimensions = [Dimension("a", areas), Dimension("b", answers)]
    made = _plain("shares", dimensions, list(counts), counts)
    by_key = {cell.key: cell for cell in made.cells}
    decimals = rng.choice([0, 1])
    for area in (*areas, None):
        numerator, base = by_key[("", area, "yes")], by_key[("", area, None)]
        if base.count:
            made.cells.extend(share_cells(numerator, base, decimals=decimals))
            _told_share(made.sums, area, areas, decimals)
    return made


def _told_share(sums: Sums, area, areas, decimals) -> None:
    named = areas if area is None else (area,)
    top = [(one, "yes") for one in named]
    base = [(one, answer) for one in named for answer in ("yes", "no")]
    numerator, below = sums.counts[("", area, "yes")], sums.counts[("", area, None)]

    def printed(k):
        exact = Decimal(100 * k) / Decimal(below)
        return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

    alike = [k for k in range(below + 1) if printed(k) == printed(numerator)]
    told = [(frozenset(top), alike[0], alike[-1]), (frozenset(base), below, below)]
    sums.add(("share", ("", area, "yes")), top, numerator, told)
    rest = [one for one in base if one not in top]
    sums.add(("share", ("", area, "yes"), "rest"), rest, below - numerator)


KINDS = (two_way, three_way, linked, two_dates, shares, map_beside_table)


def table_set(seed: int) -> TableSet:
    """Return the random table set of a seed; seeds in turn are of every kind."""
    return KINDS[seed % len(KINDS)](random.Random(seed))

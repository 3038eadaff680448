# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables and shares as cells."""

from __future__ import annotations

from fractions import Fraction

import pytest

from voelspriet.analysis.disclosure import (
    Cell,
    Dimension,
    audit,
    dated_cells,
    numerators_of_share,
    protect,
    share_cells,
    table_cells,
)

AREA = Dimension("area", ("north", "south"))
SUBJECT = Dimension("subject", ("litter", "noise"))
COUNTS = {("north", "litter"): 12, ("north", "noise"): 3, ("south", "litter"): 8}


def counts_of(cells):
    return {cell.key: cell.count for cell in cells}


def test_a_table_has_every_total():
    assert counts_of(table_cells(COUNTS, [AREA, SUBJECT], name="t")) == {
        ("t", None, None): 23,
        ("t", "north", None): 15,
        ("t", "south", None): 8,
        ("t", None, "litter"): 20,
        ("t", None, "noise"): 3,
        ("t", "north", "litter"): 12,
        ("t", "north", "noise"): 3,
        ("t", "south", "litter"): 8,
        ("t", "south", "noise"): 0,  # what is not named is nought
    }


def test_only_the_margins_asked_for_are_published():
    cells = table_cells(COUNTS, [AREA, SUBJECT], margins=[("area",), ("subject",)])
    assert set(counts_of(cells)) == {
        ("", "north", None),
        ("", "south", None),
        ("", None, "litter"),
        ("", None, "noise"),
    }


def test_a_group_is_the_sum_of_its_values():
    hoods = Dimension("area", ("a", "b", "c"), {"west": frozenset("ab")})
    cells = table_cells({("a",): 7, ("b",): 2, ("c",): 9}, [hoods])
    assert counts_of(cells)[("", "west")] == 9
    # 9 in the district and 7 on the map would tell the 2
    assert not {("", "west"), ("", "a")} <= protect(cells).shown


@pytest.mark.parametrize(
    ("counts", "dimensions", "margins", "told"),
    [
        ({("east", "litter"): 1}, [AREA, SUBJECT], None, "no place"),
        ({("north",): 1}, [AREA, SUBJECT], None, "no place"),
        ({("north", "litter"): -1}, [AREA, SUBJECT], None, "0 or more"),
        (COUNTS, [AREA, SUBJECT], [("month",)], "no dimension 'month'"),
        ({}, [Dimension("area", ("a",), {"west": frozenset("b")})], None, "'west'"),
    ],
)
def test_a_wrong_table_is_refused(counts, dimensions, margins, told):
    with pytest.raises(ValueError, match=told):
        table_cells(counts, dimensions, margins=margins)


def test_what_came_between_two_dates_is_guarded():
    first, second = {("north",): 12, ("south",): 8}, {("north",): 14, ("south",): 20}
    cells = dated_cells({"may": first, "june": second}, [AREA])
    counts = counts_of(cells)
    assert counts[("", ("may", "june"), "north")] == 2
    assert counts[("", "june", "north")] == 14
    both = {("", "may", "north"), ("", "june", "north")}
    assert [breach.key for breach in audit(cells, both)] == [("", ("may", "june"), "north")]
    assert not both <= protect(cells).shown


def test_a_table_that_shrinks_is_refused():
    with pytest.raises(ValueError, match="less at june"):
        dated_cells({"may": {("north",): 9}, "june": {("north",): 8}}, [AREA])
    with pytest.raises(ValueError, match="less at june"):
        dated_cells({"may": {("north",): 9}, "june": {}}, [AREA])


@pytest.mark.parametrize(
    ("numerator", "base", "decimals", "expected"),
    [
        (30, 40, 0, (30, 30)),
        (333, 1000, 0, (326, 334)),  # 33 %: above 32.5 and below 33.5 %
        (500, 1000, 1, (500, 500)),
        (335, 1000, 0, (335, 335)),  # exactly 33.5 %: up or to even, who knows
        (1000, 1000, 0, (996, 1000)),
        (0, 1000, 0, (0, 4)),
    ],
)
def test_a_rounded_share_tells_its_numerator_as_far_as_rounding_goes(
    numerator, base, decimals, expected
):
    assert numerators_of_share(numerator=numerator, base=base, decimals=decimals) == expected


def test_every_numerator_between_is_rounded_alike_and_none_beside():
    for base in (7, 40, 640, 1234):
        for numerator in range(base + 1):
            low, high = numerators_of_share(numerator=numerator, base=base, decimals=0)
            assert low <= numerator <= high
            printed = {int(Fraction(100 * k, base) + Fraction(1, 2)) for k in range(low, high + 1)}
            assert len(printed) == 1


@pytest.mark.parametrize(
    ("numerator", "base", "decimals"), [(3, 2, 0), (-1, 2, 0), (0, 0, 0), (1, 2, -1)]
)
def test_an_impossible_share_is_refused(numerator, base, decimals):
    with pytest.raises(ValueError, match="a share has"):
        numerators_of_share(numerator=numerator, base=base, decimals=decimals)


def answers(yes, no):
    counts = {("north", "yes"): yes, ("north", "no"): no}
    made = table_cells(counts, [Dimension("area", ("north",)), Dimension("answer", ("yes", "no"))])
    by_key = {cell.key: cell for cell in made}
    top, base = by_key[("", "north", "yes")], by_key[("", "north", None)]
    return top, base


def test_a_share_with_its_base_tells_both_counts():
    top, base = answers(30, 3)
    cells = [top, base, *share_cells(top, base, decimals=0)]
    shown = protect(cells).shown
    assert ("share", top.key) not in shown  # 91 % of 33 leaves 3
    assert not {top.key, base.key} <= shown
    found = {breach.key for breach in audit(cells, {("share", top.key)})}
    assert found == {("share", top.key, "rest")}


def test_a_share_of_many_leaves_its_numerator_open():
    top, base = answers(640, 360)
    cells = [top, base, *share_cells(top, base, decimals=0)]
    assert protect(cells).shown == {top.key, base.key, ("share", top.key)}


def test_a_share_is_of_its_base():
    top, base = answers(30, 20)
    with pytest.raises(ValueError, match="part of its base"):
        share_cells(base, top, decimals=0)
    beside = Cell("other", frozenset({"elsewhere"}), 9)
    with pytest.raises(ValueError, match="part of its base"):
        share_cells(beside, base, decimals=0)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random table sets: what we let through, an attacker of another make cannot break.

2,000 sets in a thorough run, a fifth of them in any other.

Two- and three-way tables, linked tables, two dates, shares beside counts, a map beside a table.
"""

from __future__ import annotations

import random

import pytest

from tests.analysis.disclosure.table_sets import KINDS, table_set
from tests.analysis.disclosure.verifier import (
    SMALL,
    leaking,
    leaking_by_trying,
    small_keys,
)
from tests.thorough import some
from voelspriet.analysis.disclosure import audit, is_small, protect

SETS, CHUNK = 2000, 50
QUICK = 16  # programs: the first safe choice and a little more


def audited(made, shown):
    return {breach.key for breach in audit(made.cells, shown)}


@pytest.mark.slow
@pytest.mark.parametrize("first", some(range(0, SETS, CHUNK), 8))
def test_no_count_below_five_can_be_excluded_or_pinned(first):
    for seed in range(first, first + CHUNK):
        made = table_set(seed)
        result = protect(made.cells, programs=QUICK)
        assert result.breaches == (), seed
        assert audit(made.cells, result.shown) == (), seed
        assert leaking(made.sums, result.shown) == set(), seed
        assert all(made.sums.counts[key] >= SMALL for key in result.shown), seed


@pytest.mark.parametrize("seed", range(36))
def test_our_cells_are_those_of_the_table(seed):
    made = table_set(seed)
    assert {cell.key: cell.count for cell in made.cells} == made.sums.counts


@pytest.mark.slow
@pytest.mark.parametrize("first", some(range(0, 180, 18), 4))
def test_the_audit_finds_what_another_attacker_finds_and_nothing_else(first):
    breached = 0
    for seed in range(first, first + 18):
        made = table_set(seed)
        rng = random.Random(seed + 1)
        offered = [cell.key for cell in made.cells if cell.offered and not is_small(cell.count)]
        shown = {key for key in offered if rng.random() < 0.8}
        expected = leaking(made.sums, shown)
        assert audited(made, shown) == expected, seed
        breached += bool(expected)
    assert breached > 5  # the sets are no good if nothing leaks


@pytest.mark.slow
@pytest.mark.parametrize("first", some(range(0, 150, 15), 4))
def test_every_planted_breach_is_found(first):
    planted = 0
    for seed in range(first, first + 15):
        made = table_set(seed)
        result = protect(made.cells)
        for key in sorted(result.hidden, key=repr)[:4]:
            shown = result.shown | {key}
            expected = leaking(made.sums, shown)
            assert audited(made, shown) == expected, (seed, key)
            planted += bool(expected)
    assert planted > 5


@pytest.mark.parametrize("seed", range(24))
def test_the_other_attacker_agrees_with_trying_every_world(seed):
    # the judge is judged as well: five leaves of 0 to 8 are few enough to try them all
    rng = random.Random(seed)
    made = KINDS[0](rng)
    while len(made.sums.leaves) > 4:
        made = KINDS[0](rng)
    offered = [key for key, count in made.sums.counts.items() if SMALL <= count <= 16]
    small = small_keys(made.sums)
    shown = {key for key in offered if rng.random() < 0.8}
    found, tried = leaking(made.sums, shown), leaking_by_trying(made.sums, shown, 21)
    assert found == tried, (shown, small)

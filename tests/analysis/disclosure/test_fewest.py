# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many complementary counts are hidden, against exhaustive search on small cases.

What is counted are the complementary counts: those of 5 or more that could be shown by themselves.
(Counting the small ones too would make any choice look good.) Where none need be hidden, none is.
Fewer facts leave more worlds, so hiding more is never less safe: when no choice of n is safe, no
smaller one is. That, and nothing of our own code, makes the search below exhaustive.
"""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

from tests.analysis.disclosure.table_sets import KINDS, table_set
from tests.analysis.disclosure.verifier import leaks_something, small_keys
from tests.thorough import some
from voelspriet.analysis.disclosure import is_small, protect

CASES = 300
MOST_TO_CHOOSE_FROM = 8


def fewest_hidden(sums, offered, at_most: int) -> int:
    """Return the fewest of `offered` that must be hidden; `at_most` is known to do."""
    suspects = small_keys(sums)
    for size in range(at_most - 1, -1, -1):
        safe = any(
            not leaks_something(sums, set(offered) - set(hidden), suspects)
            for hidden in itertools.combinations(offered, size)
        )
        if not safe:
            return size + 1
    return 0


def small_cases(kind: int):
    """Yield table sets of a kind with little to choose from."""
    for seed in itertools.count(10_000 + kind, len(KINDS)):
        made = table_set(seed)
        offered = [cell.key for cell in made.cells if cell.offered and not is_small(cell.count)]
        if len(offered) <= MOST_TO_CHOOSE_FROM and small_keys(made.sums):
            yield made, offered


@pytest.mark.slow
@pytest.mark.parametrize("part", some(range(4), 1))
@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_never_more_than_twice_the_fewest_possible_is_hidden(kind, part):
    each = CASES // len(KINDS) // 4 + 1
    ratios: Counter[tuple[int, int]] = Counter()
    for made, offered in itertools.islice(small_cases(kind), part * each, (part + 1) * each):
        result = protect(made.cells)
        ours = len(result.hidden)
        fewest = fewest_hidden(made.sums, offered, ours)
        assert result.fewest <= fewest
        assert ours <= 2 * fewest
        ratios[ours, fewest] += 1
    print(KINDS[kind].__name__, "hidden, fewest possible: cases", sorted(ratios.items()))
    assert sum(ours > 0 for ours, _ in ratios.elements()) > each // 4

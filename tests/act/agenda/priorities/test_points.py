# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rule that makes an order of choices."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from voelspriet.act.agenda.rules.rankings import deviates, standings


def test_points_are_three_two_and_one_and_equal_points_share_a_place():
    found = standings({1: (1, 0, 0), 2: (0, 1, 1), 3: (4, 0, 0)}, [1, 2, 3, 9])
    assert [(one.priority_id, one.points, one.place, one.is_tied) for one in found] == [
        (3, 12, 1, False),
        (1, 3, 2, True),
        (2, 3, 2, True),
        (9, 0, 4, False),
    ]


NUMBERS = st.tuples(*[st.integers(0, 50)] * 3)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.integers(1, 5), NUMBERS, min_size=1))
def test_the_order_of_points_never_deviates_from_itself(chosen):
    found = standings(chosen, sorted(chosen))
    assert not deviates([one.priority_id for one in found], found)
    points = [one.points for one in found]
    assert points == sorted(points, reverse=True)
    assert [one.place for one in found] == [
        1 + sum(p > one.points for p in points) for one in found
    ]

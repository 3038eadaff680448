# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The audit of a release set against every possible world, and what it leaves to publish."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from tests.analysis.release_tables import AREAS, FIRST, SECOND, counts, given_away
from voelspriet.analysis.disclosure.release_audit import audit_releases, suggest
from voelspriet.analysis.disclosure.releases import release_set
from voelspriet.analysis.errors import ColumnError


def all_sums(finest):
    """The counts of 2 areas by 2 quarters with every total; also for many tables at once."""
    return {
        (area, quarter): sum(n for (a, q), n in finest.items()
                             if area in ("", a) and quarter in ("", q))
        for area in ("a", "b", "") for quarter in ("Q1", "Q2", "")
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_the_audit_agrees_with_trying_every_world(seed):
    rng = random.Random(seed)
    places = list(itertools.product("ab", ("Q1", "Q2")))
    table = all_sums({place: rng.choice([0, 1, 2, 3, 6, 7]) for place in places})
    shown = {key for key, count in table.items() if count >= 5 and rng.random() < 0.7}
    worlds = all_sums(dict(zip(places, np.indices([29] * 4, dtype=np.int16), strict=True)))
    fits = np.ones([29] * 4, dtype=bool)
    for key in shown:
        fits &= worlds[key] == table[key]
    expected = {
        key
        for key, count in table.items()
        if count < 5 and not ((worlds[key][fits] == 0).any() and (worlds[key][fits] >= 5).any())
    }
    rows = {
        "release": [FIRST] * 9,
        "area": [area for area, _ in table],
        "quarter": [quarter for _, quarter in table],
        "count": list(table.values()),
        "shown": [key in shown for key in table],
    }
    assert {one.row.values for one in audit_releases(release_set([rows]))} == expected


WITHIN = {"Mill": ["Mill"], "Lake": ["Lake"], "Park": ["Park"], "West": ["Mill", "Lake"],
          "-": ["Mill", "Lake", "Park"]}  # fmt: skip
SUBJECTS = ("lamps", "noise", "bikes")


def random_quarter(rng, name, day):
    finest = {(a, s): int(rng.expovariate(1 / 7)) for a in WITHIN["-"] for s in SUBJECTS}
    rows = []
    for (area, members), subject in itertools.product(WITHIN.items(), (*SUBJECTS, "-")):
        total = sum(n for (a, s), n in finest.items() if a in members and subject in ("-", s))
        rows.append(f"{name} {area} {subject} {total} -")
    return counts(*rows, release=day, names=("quarter", "area", "subject", "count", "shown"))


@pytest.mark.parametrize("seed", range(15))
def test_what_is_suggested_is_safe_and_changes_nothing_published(seed):
    rng = random.Random(seed)
    first, second = random_quarter(rng, "Q1", FIRST), random_quarter(rng, "Q2", SECOND)
    made = suggest(release_set([first], AREAS, is_draft=True))
    first["shown"] = [row.shown for row in made.rows]
    assert given_away(first, areas=AREAS) == {}
    again = suggest(release_set([first, second], AREAS, is_draft=True))
    assert [str(row.release) for row in again.rows] == [SECOND] * 20
    second["shown"] = [row.shown for row in again.rows]
    assert given_away(first, second, areas=AREAS) == {}
    hidden = sum(not row.shown for row in again.rows)
    assert hidden == again.small + again.complementary + again.kept_hidden
    assert again.small == sum(row.count < 5 for row in again.rows)


def test_what_was_shown_stays_shown_and_what_was_hidden_or_is_to_stay_hidden_stays_hidden():
    first = counts("- 50 yes", "Mill 21 no", "Park 16 no", "Lake 13 yes")
    second = counts("- 50 -", "Mill 21 yes", "Park 16 -", "Lake 13 -", "Mill 21 no", release=SECOND)
    made = suggest(release_set([first, second], is_draft=True))
    assert [row.shown for row in made.rows] == [True, False, False, True, False]
    assert (made.small, made.complementary, made.kept_hidden) == (0, 0, 3)
    new = counts("- 50 -", "Mill 21 no", "Park 16 -", "Lake 13 -")
    made = suggest(release_set([new], is_draft=True))
    assert [row.shown for row in made.rows] == [True, False, True, True]
    assert made.kept_hidden == 1


def test_a_group_is_shown_whole_or_not_at_all():
    names = ("standing", "count", "shown", "group")
    rows = counts("answered 30 - rate", "open 3 - rate", "other 9 - -", names=names)
    made = suggest(release_set([rows], is_draft=True))
    assert [row.shown for row in made.rows] == [False, False, True]
    wished = counts("answered 30 - rate", "open 13 no rate", "other 9 - -", names=names)
    made = suggest(release_set([wished], is_draft=True))
    assert [row.shown for row in made.rows] == [False, False, True]
    half = counts("answered 30 yes rate", "open 13 no rate", names=names)
    with pytest.raises(ColumnError, match=r"row 2: 'rate' is shown in one row and hidden.*row 1"):
        release_set([half])


def test_an_earlier_fault_is_told_and_nothing_can_be_suggested():
    first = counts("- 34 yes", "Mill 21 yes", "Park 10 yes", "Lake 3 no")
    second = counts("- 34 -", release=SECOND)
    made = suggest(release_set([first, second], is_draft=True))
    assert [one.row.values for one in made.breaches] == [("Lake",)]

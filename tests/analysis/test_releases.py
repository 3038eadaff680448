# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything published from one source as one release set: read, related, refused."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.release_tables import AREAS, FIRST, SECOND, counts, given_away
from voelspriet.analysis.disclosure.hierarchy import Hierarchy
from voelspriet.analysis.disclosure.release_audit import audit_releases
from voelspriet.analysis.disclosure.releases import release_set
from voelspriet.analysis.errors import ColumnError, InputError


def test_a_total_and_all_parts_but_one_give_the_last_one_away():
    (found,) = audit_releases(
        release_set([counts("- 34 yes", "Mill 21 yes", "Park 10 yes", "Lake 3 no")])
    )
    assert (found.row.row, found.row.values) == (4, ("Lake",))
    assert not found.can_be_zero
    assert not found.can_be_large
    assert found.why == "the total (row 1) and all its other parts are shown"


@pytest.mark.parametrize("words", [("yes", "no"), ("Ja", "nee"), ("true", "FALSE"), ("1", "0")])
def test_with_company_a_small_count_is_safe(words):
    yes, no = words
    rows = [f"- 34 {yes}", f"Mill 21 {yes}", f"Park 10 {no}", f"Lake 3 {no}"]
    assert given_away(counts(*rows)) == {}


def test_too_little_hidden_beside_it_is_no_company():
    found = audit_releases(
        release_set([counts("- 34 yes", "Mill 30 yes", "Park 1 no", "Lake 3 no")])
    )
    assert [(one.can_be_zero, one.can_be_large) for one in found] == [(True, False)] * 2
    assert {one.why for one in found} == {"too little is hidden beside it in the total (row 1)"}


def test_an_area_is_the_sum_of_the_areas_within_it():
    rows = ("Town 40 yes", "East 13 yes", "Mill 24 yes", "Lake 3 no")
    # nobody published West: it is the town without East, and Lake is that without Mill
    assert given_away(counts(*rows), areas=AREAS) == {(FIRST, "Lake"): (False, False)}
    assert given_away(counts(*rows, "West 27 no"), areas=AREAS) != {}
    assert given_away(counts(*rows)) == {}  # without the table of areas they are four apart


def test_the_total_over_areas_is_the_area_above_all_others():
    rows = counts("- 40 yes", "Town 40 no", "East 13 yes", "Mill 24 yes", "Lake 3 no")
    releases = release_set([rows], AREAS)
    assert releases.keys[0] == releases.keys[1]
    assert [one.row.values for one in audit_releases(releases)] == [("Lake",)]


def test_a_part_without_a_row_is_guarded_as_the_rest():
    rows = counts("West 27 yes", "Mill 24 yes")
    (found,) = audit_releases(release_set([rows], AREAS))
    assert found.row.values == ("West",)
    assert found.why == "what this total counts beside its parts can be worked out"
    assert given_away(counts("West 31 yes", "Mill 24 yes"), areas=AREAS) == {}


def test_a_later_table_gives_away_what_an_earlier_one_hid():
    names = ("quarter", "area", "subject", "count", "shown")
    first = counts("Q1 Mill - 20 yes", "Q1 Mill lamps 17 yes", "Q1 Mill drugs 3 no",
                   "Q1 Lake - 9 yes", "Q1 Lake lamps 0 no", "Q1 Lake drugs 9 no",
                   names=names)  # fmt: skip
    assert (FIRST, "Q1", "Mill", "drugs") in given_away(first)
    first["shown"][1] = "no"
    assert given_away(first) == {}
    by_subject = counts("Q1 - lamps 17 yes", release=SECOND, names=names)
    # 29 in all, 17 lamps, so 12 drugs, of which Lake has at most its 9
    assert given_away(first, by_subject) == {(FIRST, "Q1", "Mill", "drugs"): (False, True)}
    again = counts("Q1 Mill lamps 17 yes", release=SECOND, names=names)
    assert given_away(first, again)[FIRST, "Q1", "Mill", "drugs"] == (False, False)


def test_a_total_over_time_stands_for_the_periods_of_its_day():
    names = ("quarter", "count", "shown")
    first = counts("- 9 yes", "Q1 9 yes", names=names)
    second = counts("- 11 yes", "Q2 2 no", release=SECOND, names=names)
    assert given_away(first, second) == {(SECOND, "Q2"): (False, False)}
    # nobody made a row of the second quarter, and yet it can be known
    later = counts("- 11 yes", "Q3 2 no", release=SECOND, names=names)
    assert given_away(first, later) == {(SECOND, "Q3"): (False, False)}


def test_a_year_is_the_sum_of_its_quarters():
    names = ("year", "quarter", "count", "shown")
    year = counts("2025 - 30 yes", names=names)
    quarters = counts("2025 Q1 12 yes", "2025 Q2 9 yes", "2025 Q3 6 yes", "2025 Q4 3 no",
                      "2026 Q1 8 yes", release=SECOND, names=names)  # fmt: skip
    assert given_away(year, quarters) == {(SECOND, "2025", "Q4"): (False, False)}


def test_the_same_count_twice_is_one_fact_and_a_column_that_is_absent_a_total():
    detailed = counts("Mill lamps 8 yes", "Mill drugs 2 no", names=("area", "subject", "count",
                      "shown"))  # fmt: skip
    rough = counts("Mill 10 yes", release=SECOND)
    releases = release_set([detailed, rough, rough])
    assert (len(releases.rows), len(releases.cells), len(releases.shown)) == (4, 3, 2)
    assert releases.releases == (date(2026, 5, 1), date(2026, 8, 1))
    assert given_away(detailed, rough) == {(FIRST, "Mill", "drugs"): (False, False)}


@pytest.mark.parametrize(("cap", "safe"), [(6, True), (5, True), (4, False)])
def test_at_most_tells_a_cap_and_must_leave_room_for_five(cap, safe):
    names = ("standing", "count", "shown", "kind")
    rows = counts("- 60 yes count", "answered 58 no -", "open 2 no count",
                  f"open {cap} yes at-most", names=names)  # fmt: skip
    assert (given_away(rows) == {}) is safe


@pytest.mark.parametrize(
    ("rows", "column", "row", "why"),
    [
        (["Mill 4 yes"], "count", 1, "is shown and under 5"),
        (["Mill 9 yes", "Lake - no"], "count", 2, "is missing"),
        (["Mill -2 no"], "count", 1, "-2 is not a count"),
        (["Mill 7.5 yes"], "count", 1, "7.5 is not a count"),
        (["Mill many yes"], "count", 1, "'many' is not a number"),
        (["Mill 9 perhaps"], "shown", 1, "'perhaps' is not yes or no"),
        (["Mill 9 -"], "shown", 1, "is missing"),
        (["Mill 9 yes", "Moon 9 yes"], "area", 2, "'Moon' is not in the table of areas"),
        (["Mill 9 yes", "Mill 8 yes"], "count", 2, "counts 8 where row 1 of release 2026-05-01"),
        (["West 30 yes", "Mill 20 yes", "Lake 9 yes"], "count", 1,
         r"this total is 30, not the 29 of its parts \(row 2, row 3\)"),
        (["West 30 yes", "Mill 31 yes"], "count", 1, "30, less than the 31 of its parts"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_row(rows, column, row, why):
    with pytest.raises(ColumnError, match=why) as caught:
        release_set([counts(*rows)], AREAS)
    assert (caught.value.column, caught.value.row) == (column, row)


def test_errors_name_both_files():
    first, second = counts("Mill 9 yes"), counts("Mill 8 yes", release=SECOND)
    with pytest.raises(
        ColumnError, match=r"^b.csv: .*row 1: counts 8 where row 1 of a.csv of .* 9"
    ):
        release_set([first, second], names=["a.csv", "b.csv"])
    # another period is another count
    first["quarter"], second["quarter"] = ["Q1"], ["Q2"]
    assert len(release_set([first, second]).cells) == 2


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("open 3 yes at-most", "needs the row of the count it stands over"),
        ("answered 3 yes at-most", "says at most 3 where row 1 counts more"),
        ("answered 60 yes about", "'about' is neither count nor at-most"),
    ],
)
def test_a_cap_stands_over_a_count(row, why):
    with pytest.raises(ColumnError, match=why):
        release_set([counts("answered 58 yes count", row,
                            names=("standing", "count", "shown", "kind"))])  # fmt: skip


@pytest.mark.parametrize("day", ["", "1 May 2026"])
def test_a_release_has_a_day(day):
    with pytest.raises(ColumnError, match="column 'release', row 1"):
        release_set([counts("Mill 9 yes", release=day)])


def test_what_is_not_there_is_said():
    with pytest.raises(InputError, match="no rows"):
        release_set([counts()])
    with pytest.raises(InputError, match="no release has a column 'area'"):
        release_set([counts("lamps 9 yes", names=("subject", "count", "shown"))], AREAS)
    with pytest.raises(ColumnError, match="'shown': there is none"):
        release_set([counts("Mill 9", names=("area", "count"))])
    fine = {f"d{n}": [str(k) for k in range(200)] for n in range(3)}
    with pytest.raises(InputError, match="200 × 200 × 200"):
        release_set([{"release": [FIRST] * 200, "count": [9] * 200, "shown": [1] * 200, **fine}])


def test_sums_that_no_counts_fit_are_told():
    # by area 20, by subject 30: no table has both margins
    rows = counts("Mill - 12 yes", "Lake - 8 yes", "- lamps 17 yes", "- bikes 13 yes",
                  names=("area", "subject", "count", "shown"))  # fmt: skip
    with pytest.raises(InputError, match="contradict"):
        audit_releases(release_set([{key: [*value, value[0]] if key == "release" else
                                     [*value, {"area": "Mill", "subject": "bikes", "count": "2",
                                               "shown": "no"}[key]]
                                     for key, value in rows.items()}]))  # fmt: skip


@pytest.mark.parametrize(
    ("area", "parent", "column", "why"),
    [
        (["a", ""], ["", "a"], "area", "row 2: is missing"),
        (["a", "a"], ["", ""], "area", "row 2: 'a' is there twice"),
        (["a", "b"], ["", "c"], "parent", "row 2: 'c' is no area"),
        (["a", "b", "c"], ["b", "c", "b"], "parent", "row 2: 'b' would lie within itself"),
        (["a"], ["a"], "parent", "row 1: 'a' would lie within itself"),
    ],
)
def test_areas_that_are_no_tree_are_refused(area, parent, column, why):
    with pytest.raises(ColumnError, match=why) as caught:
        Hierarchy.of({"area": area, "parent": parent})
    assert caught.value.column == column

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Salience: shares and intervals against R, every statement, and rows that cannot be counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.reference import DATA, frozen
from voelspriet.analysis.congruence import Saying, salience
from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.proportions import newcombe
from voelspriet.doors.commands.analysing.files import read_frame

NAMES = ("speaker", "conversation", "perspective", "world", "factor")
LIFE = "leefwereld"


def table(rows, names=NAMES):
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def interviews(side, asked, naming, *, factor="1", world=LIFE):
    """Speakers one by one; who named nothing has a row without a factor."""
    return [
        (f"{side} {n}", f"talk with {side} {n}", side, world, factor if n < naming else None)
        for n in range(asked)
    ]


def only(rows, **options):
    (found,) = salience(table(rows), **options).saliences
    return found


# --- numbers ---


@pytest.mark.parametrize("factor", ["1", "3", "8", "9"])
def test_shares_design_effects_and_intervals_equal_r(factor):
    expected = frozen("salience")
    report = salience(read_frame(DATA / "spoken.csv"))
    (found,) = (one for one in report.saliences if one.factor == factor)
    for name in ("residents", "professionals"):
        side = getattr(found, name)
        assert side.share == pytest.approx(expected[f"{name}_share_{factor}"])
        assert side.design_effect == pytest.approx(expected[f"{name}_deff_{factor}"])
    assert found.low == pytest.approx(expected[f"low_95_{factor}"], abs=1e-10)
    assert found.high == pytest.approx(expected[f"high_95_{factor}"], abs=1e-10)


@pytest.mark.parametrize("factor", ["1", "3", "8", "9"])
def test_a_known_list_of_professionals_narrows_the_interval_as_in_r(factor):
    expected = frozen("salience")
    report = salience(read_frame(DATA / "spoken.csv"), professionals_listed=30)
    (found,) = (one for one in report.saliences if one.factor == factor)
    assert found.low == pytest.approx(expected[f"listed_low_{factor}"], abs=1e-10)
    assert found.high == pytest.approx(expected[f"listed_high_{factor}"], abs=1e-10)


def test_speakers_one_by_one_have_newcombes_own_interval():
    # (a) of Newcombe (1998), table II: 56/70 and 48/80
    found = only(interviews("resident", 70, 56) + interviews("professional", 80, 48))
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert found.difference == pytest.approx(0.2)


def test_all_professionals_asked_leaves_only_the_residents_uncertain():
    rows = interviews("resident", 70, 56) + interviews("professional", 10, 2)
    found = only(rows, professionals_listed=10)
    assert (found.low, found.high) == pytest.approx(newcombe(0.8, 70, 0.2, float("inf")))


# --- statements ---


def test_more_and_less_are_said_of_residents():
    more = only(interviews("resident", 40, 30) + interviews("professional", 40, 8))
    assert (more.saying, more.difference) == (Saying.MORE, pytest.approx(0.55))
    assert more.statement == (
        "spoken of more by residents than by professionals"
        " (differences of 10 points or more matter)"
    )
    less = only(interviews("resident", 40, 8) + interviews("professional", 40, 30))
    assert less.saying is Saying.LESS
    assert less.statement.startswith("spoken of less by residents than by professionals")


def test_a_certain_but_small_difference_is_equally():
    found = only(interviews("resident", 4000, 2200) + interviews("professional", 4000, 2000))
    assert found.low > 0
    assert found.saying is Saying.EQUALLY
    assert found.statement == "spoken of equally often (less than 10 points apart)"


def test_a_larger_delta_asks_a_larger_difference():
    rows = interviews("resident", 400, 260) + interviews("professional", 400, 200)
    assert only(rows).saying is Saying.MORE
    assert only(rows, delta=0.3).saying is Saying.EQUALLY


def test_a_difference_of_exactly_delta_counts():
    # 0.4 - 0.3 is a little less than 0.1 in binary
    rows = interviews("resident", 2000, 800) + interviews("professional", 2000, 600)
    assert only(rows).saying is Saying.MORE


def test_few_speakers_alike_are_undetermined_and_never_equal():
    found = only(interviews("resident", 20, 10) + interviews("professional", 20, 10))
    assert found.saying is Saying.UNDETERMINED
    assert found.statement == (
        "undetermined (differences of 10 points or more matter); still needed: "
        f"{found.needed.residents} more residents and {found.needed.professionals} more"
        " professionals if the shares stay as they are"
    )


@pytest.mark.parametrize(("named", "said"), [(10, Saying.EQUALLY), (6, Saying.MORE)])
def test_the_number_still_needed_settles_it_and_one_less_does_not(named, said):
    found = only(interviews("resident", 20, 10) + interviews("professional", 20, named))
    assert found.saying is Saying.UNDETERMINED
    times = (20 + found.needed.residents) / 20
    assert found.needed.residents == found.needed.professionals
    # the next number that keeps both shares as they are
    enough, short = 20 * int(times + 1), 20 * int(times)
    assert short < 20 + found.needed.residents <= enough
    for asked, saying in ((enough, said), (short, Saying.UNDETERMINED)):
        again = only(
            interviews("resident", asked, asked // 2)
            + interviews("professional", asked, asked * named // 20)
        )
        assert again.saying is saying


def test_a_difference_on_the_margin_needs_more_than_anybody_can_ask():
    found = only(interviews("resident", 1000, 500) + interviews("professional", 1000, 401))
    assert (found.saying, found.needed) == (Saying.UNDETERMINED, None)
    assert "no number would do" in found.statement


def test_four_talks_give_counts_only():
    rows = [(f"r{n}", f"talk {n % 4}", "resident", LIFE, "1" if n % 4 else None) for n in range(32)]
    found = only(rows + interviews("professional", 11, 5))
    assert found.saying is Saying.COUNTS_ONLY
    assert found.statement == (
        "counts only: named in 3 of 4 talks with residents and 5 of 11 talks with professionals"
    )
    assert (found.difference, found.low, found.high) == (None, None, None)
    assert (found.residents.asked, found.residents.naming) == (32, 24)


def test_a_side_that_was_not_asked_is_not_shown():
    found = only(interviews("resident", 20, 10))
    assert found.statement == "not shown: no professionals asked about this world"
    assert (found.residents.asked, found.professionals.asked) == (20, 0)


def test_without_speakers_or_conversations_nothing_is_shown():
    rows = interviews("resident", 20, 10) + interviews("professional", 20, 10)
    for missing in ("speaker", "conversation"):
        whole = table(rows)
        del whole[missing]
        report = salience(whole)
        (found,) = report.saliences
        assert found.statement == "not shown: no speakers recorded"
        assert (found.residents, found.difference, report.has_speakers) == (None, None, False)
        assert report.left_out.without_speaker == 40


def test_a_factor_named_by_nobody_who_was_recorded_is_not_shown():
    rows = interviews("resident", 20, 10) + interviews("professional", 20, 10)
    report = salience(table([*rows, (None, "talk", "resident", LIFE, "7")]))
    assert [one.statement for one in report.saliences if one.factor == "7"] == [
        "not shown: no speakers recorded"
    ]
    assert report.left_out.without_speaker == 1


@pytest.mark.real_data
def test_the_almere_fragments_have_no_speakers(shared):
    frame = read_frame(shared / "cases" / "almere_fragments.csv")
    report = salience(frame)
    assert {one.statement for one in report.saliences} == {"not shown: no speakers recorded"}
    assert {(one.world, one.factor) for one in report.saliences} == {
        (world, factor)
        for world in ("leefwereld", "systeemwereld")
        for factor in ("1", "3", "4", "8", "9")
    }
    assert report.left_out.without_speaker == len(frame) == 116
    assert {one.area for one in salience(frame, by="area").saliences} == {"Molenbuurt", "both"}


# --- who counts where ---


def test_a_speaker_on_both_sides_counts_in_both_and_is_told():
    rows = interviews("resident", 10, 5) + interviews("professional", 10, 5)
    both = ("Jo", "talk with Jo", "both", LIFE, "1")
    report = salience(table([*rows, both]))
    (found,) = report.saliences
    assert (found.residents.asked, found.residents.naming) == (11, 6)
    assert (found.professionals.asked, found.professionals.naming) == (11, 6)
    assert report.speakers_on_both_sides == 1
    assert report.talks_with_both_sides == 1


def test_a_fragment_of_both_worlds_counts_in_each():
    rows = interviews("resident", 10, 4) + interviews("professional", 10, 0, world=None)
    rows += [("p", "talk p", "professional", "both", "1")]
    rows += [("q", "talk q", "professional", "systeemwereld", "1")]
    life, system = salience(table(rows)).saliences
    assert (life.world, life.professionals.naming, life.professionals.asked) == (LIFE, 1, 12)
    assert (system.world, system.professionals.naming) == ("systeemwereld", 2)
    assert system.statement == "not shown: no residents asked about this world"


def test_both_among_three_worlds_is_refused_unless_one_is_the_purpose():
    rows = [("a", "t", "resident", world, "1") for world in (LIFE, "systeemwereld", "x", "both")]
    with pytest.raises(ColumnError, match="which two of") as caught:
        salience(table(rows))
    assert (caught.value.column, caught.value.row) == ("world", 4)
    rows[2] = ("a", "t", "resident", "bedoeling", "1")
    assert [one.world for one in salience(table(rows)).saliences] == [
        "bedoeling", LIFE, "systeemwereld",
    ]  # fmt: skip


def test_areas_are_compared_each_by_itself():
    names = (*NAMES, "area")
    rows = [(*row, "North") for row in interviews("resident", 10, 10)]
    rows += [(*row, "South") for row in interviews("resident", 6, 0)]
    rows += [(*row, "both") for row in interviews("professional", 8, 4)]
    north, south = salience(table(rows, names), by="area").saliences
    assert (north.area, north.residents.naming, north.professionals.asked) == ("North", 10, 8)
    # the same labels of speakers: who is asked in an area is who has a row there
    assert (south.area, south.residents.naming, south.residents.asked) == ("South", 0, 6)


def test_professionals_are_listed_per_area():
    names = (*NAMES, "area")
    rows = [
        (*row, "North") for row in interviews("resident", 9, 3) + interviews("professional", 9, 3)
    ]
    whole = table(rows, names)
    assert (
        salience(whole, by="area", professionals_listed={"North": 9}).saliences[0].low is not None
    )
    for listed, words in (({"North": 8}, "9 professionals were asked in North"),
                          ({"East": 8}, "area 'East'"), (8, "per area")):  # fmt: skip
        with pytest.raises(InputError, match=words):
            salience(whole, by="area", professionals_listed=listed)


def test_rows_that_cannot_be_counted_are_counted_by_reason():
    rows = interviews("resident", 10, 5) + interviews("professional", 10, 5)
    rows += [
        ("a", "talk a", None, LIFE, "1"),
        (None, "talk b", "resident", LIFE, "1"),
        ("c", " ", "resident", LIFE, "1"),
        ("d", "talk d", "resident", None, "1"),
    ]
    report = salience(table(rows))
    (found,) = report.saliences
    left = report.left_out
    assert (left.without_perspective, left.without_speaker, left.without_world) == (1, 2, 1)
    # d was asked, but nobody knows in which world the factor was named
    assert (found.residents.asked, found.residents.naming) == (11, 5)
    names = (*NAMES, "area")
    rows = [(*row, "North") for row in rows] + [("e", "talk e", "resident", LIFE, "1", None)]
    assert salience(table(rows, names), by="area").left_out.without_area == 1


def test_a_factor_named_twice_by_one_speaker_counts_once():
    rows = interviews("resident", 10, 5) + interviews("professional", 10, 5)
    assert only(rows + rows) == only(rows)


def test_factor_number_and_no_world_are_understood():
    rows = interviews("resident", 10, 5) + interviews("professional", 10, 5)
    whole = table(rows)
    whole["factor_number"] = whole.pop("factor")
    del whole["world"]
    (found,) = salience(whole).saliences
    assert (found.world, found.factor, found.residents.naming) == ("", "1", 5)


@pytest.mark.parametrize(
    ("changed", "column", "words"),
    [
        ({"perspective": ["resident", "neighbour"]}, "perspective", "'neighbour' is not resident"),
        ({"factor": [None, ""]}, "factor", "no row has a value"),
    ],
)
def test_what_cannot_be_read_is_named(changed, column, words):
    whole = table(interviews("resident", 2, 2)) | changed
    with pytest.raises(ColumnError, match=words) as caught:
        salience(whole)
    assert caught.value.column == column


def test_missing_columns_and_a_wrong_delta_are_refused():
    whole = table(interviews("resident", 2, 2))
    with pytest.raises(InputError, match="not 10"):
        salience(whole, delta=10)
    with pytest.raises(ColumnError, match="'area'"):
        salience(whole, by="area")
    del whole["perspective"]
    with pytest.raises(ColumnError, match="'perspective'"):
        salience(whole)


PERSPECTIVES = ["resident", "professional", "both"]
WORLDS = [LIFE, "systeemwereld", "both", None]
ROW = st.tuples(
    st.sampled_from("abcdefgh"),
    st.sampled_from("pqrstuv"),
    st.sampled_from(PERSPECTIVES),
    st.sampled_from(WORLDS),
    st.sampled_from(["1", "2", None]),
)


@settings(max_examples=60)
@given(st.lists(ROW, min_size=1, max_size=60), st.randoms())
def test_neither_the_order_of_rows_nor_names_of_people_matter(rows, random):
    rows = [*rows, ("a", "p", "resident", LIFE, "1"), ("b", "p", "resident", "systeemwereld", "1")]
    before = salience(table(rows))
    moved = [(f"z{ord(row[0]) * 7 % 101}", f"t{ord(row[1]) * 5 % 97}", *row[2:]) for row in rows]
    random.shuffle(moved)
    after = salience(table(moved))
    for one, other in zip(before.saliences, after.saliences, strict=True):
        assert one.statement == other.statement
        for side in ("residents", "professionals"):
            here, there = getattr(one, side), getattr(other, side)
            assert (here.asked, here.naming, here.talks_naming, here.clusters) == (
                there.asked, there.naming, there.talks_naming, there.clusters,
            )  # fmt: skip
            assert here.design_effect == pytest.approx(there.design_effect)
    assert before.left_out == after.left_out


@settings(max_examples=60)
@given(st.lists(ROW, min_size=1, max_size=60))
def test_sides_exchanged_turn_the_difference_round(rows):
    rows = [*rows, ("a", "p", "resident", LIFE, "1"), ("b", "p", "resident", "systeemwereld", "1")]
    turned = {"resident": "professional", "professional": "resident", "both": "both"}
    there = salience(table(rows))
    back = salience(table([(*row[:2], turned[row[2]], *row[3:]) for row in rows]))
    swapped = {Saying.MORE: Saying.LESS, Saying.LESS: Saying.MORE}
    for one, other in zip(there.saliences, back.saliences, strict=True):
        assert swapped.get(one.saying, one.saying) == other.saying
        if one.difference is not None:
            assert one.difference == pytest.approx(-other.difference)
            assert (one.low, one.high) == pytest.approx((-other.high, -other.low))

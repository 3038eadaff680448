# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be shown, and that nobody can work out what is hidden."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.analysis.disclosure import (
    Cell,
    Fact,
    audit,
    is_small,
    may_show_sensitive,
    may_show_share,
    protect,
    show_mean,
    two_way_cells,
)

TABLES = 30  # `test_random_sets` tries 2,000 more


def random_table(rng: random.Random) -> list[list[int]]:
    rows, columns = rng.randint(2, 5), rng.randint(2, 5)
    scale = rng.choice([1.0, 3.0, 8.0, 20.0])
    return [[int(rng.expovariate(1 / scale)) for _ in range(columns)] for _ in range(rows)]


def worlds(cells: list[Cell], shown: set, top: int):
    """Every world that fits what is shown, atoms 0 to top (the attacker by brute force)."""
    atoms = sorted(frozenset().union(*(cell.atoms for cell in cells)))
    place = {atom: n for n, atom in enumerate(atoms)}
    rows = [([place[a] for a in cell.atoms], cell.count) for cell in cells if cell.key in shown]
    for world in itertools.product(range(top + 1), repeat=len(atoms)):
        if all(sum(world[i] for i in where) == count for where, count in rows):
            yield {c.key: sum(world[place[a]] for a in c.atoms) for c in cells}


@pytest.mark.parametrize(("count", "hidden"), [(0, True), (4, True), (5, False), (500, False)])
def test_counts_from_zero_to_four_are_small(count, hidden):
    assert is_small(count) is hidden


def test_a_negative_count_is_a_mistake():
    with pytest.raises(ValueError, match="0 or more"):
        is_small(-1)


@pytest.mark.parametrize(
    ("numerator", "base", "shown"),
    [(5, 10, True), (5, 9, False), (4, 10, False), (6, 10, False), (36, 40, False), (35, 40, True)],
)
def test_a_share_needs_a_base_of_ten_and_five_on_either_side(numerator, base, shown):
    assert may_show_share(numerator=numerator, base=base) is shown


def test_a_mean_needs_ten_and_shows_its_error_from_thirty():
    assert show_mean(mean=3.2, error=0.4, n=9) is None
    small, large = show_mean(mean=3.2, error=0.4, n=14), show_mean(mean=3.2, error=0.4, n=35)
    assert (small.base, small.error) == (10, None)
    assert (large.base, large.error) == (40, 0.4)


def test_a_sensitive_matter_needs_five_people_and_fourteen_days():
    assert may_show_sensitive(reporters=5, youngest_days=14)
    assert not may_show_sensitive(reporters=4, youngest_days=30)
    assert not may_show_sensitive(reporters=9, youngest_days=13)


def test_one_hidden_cell_in_a_row_takes_another_with_it():
    cells = two_way_cells([[10, 3], [12, 20]])
    shown = protect(cells).shown
    assert ("", 0, 1) not in shown
    assert not {("", 0, 0), ("", 0, None)} <= shown  # 10 and the total 13 would tell the 3
    assert audit(cells, shown) == ()


def test_zeros_are_hidden_like_ones_and_fours():
    cells = two_way_cells([[10, 0], [12, 20]])
    assert ("", 0, 1) not in protect(cells).shown


def test_the_audit_names_a_count_that_two_sums_give_away():
    cells = two_way_cells([[10, 3], [12, 20]])
    shown = {cell.key for cell in cells if cell.count >= 5}
    found = audit(cells, shown)
    assert {breach.key for breach in found} == {("", 0, 1)}
    assert not found[0].can_be_zero
    assert not found[0].can_be_large


def test_a_hidden_group_too_small_to_hide_in_is_a_breach():
    # 29 = 25 + (3 + 1): each of the two may be 0, none may be 5
    cells = [
        Cell("total", frozenset("abc"), 29),
        Cell("a", frozenset("a"), 25),
        Cell("b", frozenset("b"), 3),
        Cell("c", frozenset("c"), 1),
    ]
    found = {breach.key: breach for breach in audit(cells, {"total", "a"})}
    assert found["b"].can_be_zero
    assert not found["b"].can_be_large
    assert protect(cells).shown in ({"total"}, {"a"})


def test_a_later_release_may_not_give_away_the_months_between():
    january, february = frozenset({"jan"}), frozenset({"jan", "feb"})
    cells = [
        Cell("january", january, 9),
        Cell("january and february", february, 11),
        Cell("february", february - january, 2),
    ]
    first = protect(cells[:1])
    assert first.shown == {"january"}
    assert protect(cells, first.shown).shown == {"january"}


def test_what_was_shown_before_stays_and_a_breach_is_told():
    cells = two_way_cells([[10, 3], [12, 20]])
    before = {cell.key for cell in cells if cell.count >= 5}
    assert protect(cells, before).shown == before
    assert {breach.key for breach in audit(cells, before)} == {("", 0, 1)}
    result = protect(cells, before - {("", 1, 0)})
    assert result.shown >= before - {("", 1, 0)}
    assert {breach.key for breach in result.breaches} == {("", 0, 1)}


def test_what_was_hidden_before_stays_hidden():
    cells = two_way_cells([[10, 9], [12, 20]])
    result = protect(cells, hidden_before={("", 0, 1)})
    assert ("", 0, 1) not in result.shown
    assert ("", None, None) in result.shown


def test_both_parts_of_a_share_are_shown_or_neither():
    cells = [
        Cell("answered", frozenset("a"), 30, group="rate"),
        Cell("open", frozenset("o"), 3, group="rate"),
    ]
    assert protect(cells).shown == frozenset()


@pytest.mark.parametrize(("cap", "is_safe"), [(6, True), (5, True), (4, False)])
def test_at_most_may_stand_over_a_small_count_when_it_leaves_room_for_five(cap, is_safe):
    cells = [
        Cell("due", frozenset("ao"), 60),
        Cell("answered", frozenset("a"), 58),
        Cell("open", frozenset("o"), 2),
        Cell("open at most", frozenset("o"), cap, is_cap=True),
    ]
    assert (audit(cells, {"due", "open at most"}) == ()) is is_safe
    assert not {"due", "answered"} <= protect(cells).shown
    assert audit(cells, protect(cells).shown) == ()


def test_a_count_hidden_by_its_own_rule_is_guarded_however_large():
    cells = [
        Cell("all", frozenset("ab"), 30),
        Cell("lamps", frozenset("a"), 22),
        Cell("drugs", frozenset("b"), 8, may_show=False),
    ]
    shown = protect(cells).shown
    assert "drugs" not in shown
    assert not {"all", "lamps"} <= shown


def test_what_nobody_offers_is_never_shown_and_must_stay_uncertain():
    cells = [
        Cell("january", frozenset("j"), 9),
        Cell("february", frozenset("jf"), 11),
        Cell("between", frozenset("f"), 2, offered=False),
    ]
    assert protect(cells).shown in ({"january"}, {"february"})
    assert [b.key for b in audit(cells, {"january", "february"})] == ["between"]


def test_a_cell_tells_what_it_says_it_tells():
    rounded = Cell("about 30", frozenset("ab"), 31, tells=(Fact(frozenset("ab"), 26, 34),))
    cells = [rounded, Cell("a", frozenset("a"), 28), Cell("b", frozenset("b"), 3)]
    assert audit(cells, {"about 30", "a"}) == ()  # b is from 0 to 6
    near = Cell("about 30", frozenset("ab"), 31, tells=(Fact(frozenset("ab"), 30, 32),))
    found = audit([near, *cells[1:]], {"about 30", "a"})
    assert [(b.key, b.can_be_zero, b.can_be_large) for b in found] == [("b", False, False)]


def test_the_choice_says_how_few_would_do():
    result = protect(two_way_cells([[10, 3], [12, 20]]))
    assert len(result.hidden) == result.fewest == 3
    nothing = protect(two_way_cells([[10, 13], [12, 20]]))
    assert nothing.hidden == frozenset()
    assert nothing.fewest == 0


def test_small_counts_are_given_up_before_large_ones():
    cells = two_way_cells([[3, 900, 7], [800, 6, 700], [9, 500, 600]])
    hidden = {key[1:] for key in protect(cells).hidden}
    assert hidden == {(0, 2), (2, 0), (2, 2)} or (None, None) not in hidden
    by_key = {cell.key[1:]: cell.count for cell in cells}
    assert sum(by_key[key] for key in hidden) < 900


def test_how_far_it_is_is_told():
    cells = two_way_cells([[10, 3, 4], [12, 20, 8]])
    guarded = sum(is_small(cell.count) for cell in cells)
    told = []
    protect(cells, moved=told.append)
    assert sum(told) == guarded
    told.clear()
    audit(cells, protect(cells).shown, moved=told.append)
    assert sum(told) == guarded


def test_less_effort_is_as_safe():
    cells = two_way_cells([[3, 9, 7, 2], [8, 6, 1, 30], [9, 0, 6, 11], [5, 5, 12, 4]])
    quick, thorough = protect(cells, programs=0), protect(cells)
    assert audit(cells, quick.shown) == ()
    assert len(thorough.hidden) <= len(quick.hidden)


def test_numbers_that_cannot_be_are_no_table():
    cells = [
        Cell("all", frozenset("ab"), 20),
        Cell("a", frozenset("a"), 30),
        Cell("b", frozenset("b"), 3),
    ]
    with pytest.raises(ArithmeticError, match="could not be solved"):
        audit(cells, {"all", "a"})


def test_a_cell_without_atoms_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        audit([Cell("nothing", frozenset(), 0)], set())


def test_showing_a_guarded_count_is_the_callers_mistake():
    with pytest.raises(ValueError, match="guarded"):
        audit([Cell("a", frozenset("a"), 3)], {"a"})


def test_overlapping_areas_of_two_years_are_one_release_set():
    # a neighbourhood was split: the old one is 12, its larger half 10, so the rest would be 2
    cells = [
        Cell("old", frozenset({"north", "south"}), 12),
        Cell("north", frozenset({"north"}), 10),
        Cell("south", frozenset({"south"}), 2),
    ]
    assert protect(cells, {"old"}).shown == {"old"}


@pytest.mark.parametrize("seed", range(TABLES))
def test_every_random_table_is_protected_and_passes_its_audit(seed):
    rng = random.Random(seed)
    cells = two_way_cells(random_table(rng))
    result = protect(cells)
    assert result.breaches == ()
    assert audit(cells, result.shown) == ()
    by_key = {cell.key: cell for cell in cells}
    assert all(not is_small(by_key[key].count) for key in result.shown)


@pytest.mark.parametrize("seed", range(40))
def test_the_audit_agrees_with_trying_every_world(seed):
    rng = random.Random(seed)
    table = [[rng.choice([0, 1, 2, 3, 5, 6]) for _ in range(3)] for _ in range(2)]
    cells = two_way_cells(table)
    shown = {cell.key for cell in cells if not is_small(cell.count) and rng.random() < 0.75}
    top = max(6, *(cell.count for cell in cells if cell.key in shown and len(cell.atoms) < 6), 5)
    seen = list(worlds(cells, shown, min(top, 8)))
    expected = {
        cell.key
        for cell in cells
        if is_small(cell.count)
        and (min(w[cell.key] for w in seen) > 0 or max(w[cell.key] for w in seen) < 5)
    }
    found = {breach.key for breach in audit(cells, shown)}
    # brute force stops at `top`: it can only see fewer worlds than there are
    assert found <= expected
    if top <= 8:
        assert found == expected


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=4),
    st.randoms(use_true_random=False),
)
def test_releasing_in_two_steps_is_as_safe_as_at_once(table, rng):
    cells = two_way_cells(table)
    first_part = [cell for cell in cells if rng.random() < 0.5]
    first = protect(first_part)
    hidden = {cell.key for cell in first_part} - first.shown
    second = protect(cells, first.shown, hidden_before=hidden)
    assert first.shown <= second.shown
    assert not second.shown & hidden
    # what the first release gives away by itself is for the audit: there is nothing to choose
    if second.shown != first.shown and not second.breaches:
        assert audit(cells, second.shown) == ()


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=4))
def test_the_choice_depends_on_the_table_alone(table):
    cells = two_way_cells(table)
    assert protect(cells) == protect(list(cells))

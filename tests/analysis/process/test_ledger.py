# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A ledger of agreements as kept-rates, per party and never per person."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Codes
from voelspriet.analysis.process import KeptCase, kept_rate
from voelspriet.analysis.process.domains import medians_in
from voelspriet.analysis.process.ledger import LedgerColumns, kept_rates
from voelspriet.lib.working_day_counts import count_working_days
from voelspriet.lib.working_days import working_days_between

ON = date(2026, 4, 1)
NAMES = ("entered_on", "first_due_on", "ended_on", "is_done", "party")
ROWS = (
    ("2026-03-02", "2026-03-09", "2026-03-09", "1", "Parks"),
    ("2026-03-02", "2026-03-10", "2026-03-12", "1", "Parks"),  # moved, and done then: not kept
    ("2026-03-02", "2026-03-11", "2026-03-05", "0", "Parks"),  # cancelled: not kept
    ("2026-03-02", "2026-03-12", None, "0", "Parks"),  # still open: not kept
    ("2026-03-02", "2026-03-09", "2026-03-02", "1", "Parks"),  # entered when it was done
    ("2026-03-02", "2026-04-01", None, "0", "Parks"),  # not yet due
    ("2026-03-02", None, None, "0", "Parks"),  # no day agreed
    ("2026-04-08", "2026-03-09", None, "0", "Housing"),  # entered after the reporting day
    ("2026-03-02", "2026-03-09", "2026-03-06", "1", None),
)


def ledger(rows):
    return {name: [row[place] for row in rows] for place, name in enumerate(NAMES)}


def report(data, by="party"):
    return kept_rates(data, LedgerColumns(by=by), reported_on=ON, working_days=count_working_days)


def test_kept_is_against_the_first_agreed_day_of_what_is_due():
    housing, parks = report(ledger(ROWS)).parties
    assert (parks.party, parks.due, parks.kept.kept.numerator) == ("Parks", 4, 1)
    assert parks.kept.kept.share == 0.25
    assert not parks.kept.kept.may_be_shown
    # 9, 10, 11 and 12 March are 5, 6, 7 and 8 working days after Monday 2 March
    assert parks.kept.median_term == 6.5
    assert (parks.kept.entered_late, parks.not_due, parks.left_out) == (1, 1, 1)
    assert (housing.due, housing.kept.kept, housing.kept.median_term) == (0, None, None)
    assert housing.not_due == 1
    assert report(ledger(ROWS)).no_party == 1


def test_without_a_division_all_agreements_are_of_one_party():
    (one,) = report(ledger(ROWS), by=None).parties
    assert (one.party, one.due, one.kept.kept.numerator) == ("", 5, 2)


@pytest.mark.parametrize("by", ["employee", "medewerker_id", "volunteer", "Vrijwilliger", "user"])
def test_kept_rates_are_never_per_person(by):
    data = ledger(ROWS)
    data[by] = data["party"]
    with pytest.raises(ColumnError, match=f"{by}.*never per person"):
        report(data, by=by)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("2026-03-02", "2026-03-09", None, "1", "Parks"), "'ended_on', row 2: is missing, while"),
        (
            ("2026-03-02", "9-3-2026", None, "0", "Parks"),
            "'first_due_on', row 2: '9-3-2026' is not",
        ),
        (
            ("2026-03-02", "2026-03-09", None, "half", "Parks"),
            "'is_done', row 2: 'half' is not yes",
        ),
    ],
)
def test_an_agreement_that_cannot_be_is_refused_with_its_row(row, why):
    with pytest.raises(ColumnError, match=why):
        report(ledger([ROWS[0], row]))


def test_terms_are_counted_or_given():
    data = {**ledger(ROWS[:2]), "term": [3, 8]}
    (one,) = kept_rates(data, LedgerColumns(term="term"), reported_on=ON).parties
    assert one.kept.median_term == 5.5
    with pytest.raises(InputError, match="how working days are counted"):
        kept_rates(data, reported_on=ON)
    with pytest.raises(ColumnError, match="'term', row 2: is missing"):
        kept_rates({**data, "term": [3, None]}, LedgerColumns(term="term"), reported_on=ON)


near = st.integers(-20, 20).map(lambda n: date(2026, 3, 2) + timedelta(days=n))
agreements = st.lists(
    st.tuples(near, near, st.none() | near, st.booleans(), st.sampled_from("ABC")).map(
        # what is done ended some day
        lambda row: (*row[:3], row[3] and row[2] is not None, row[4])
    ),
    max_size=40,
)


@given(agreements)
def test_a_table_gives_what_the_cases_give_one_by_one(rows):
    found = {one.party: one.kept for one in report(ledger(rows)).parties}
    for party in {row[4] for row in rows}:
        cases = [
            KeptCase(entered, due, ended, done, working_days_between(entered, due))
            for entered, due, ended, done, own in rows
            if own == party
        ]
        assert found[party] == kept_rate(cases, reported_on=ON)


@given(st.lists(st.tuples(st.integers(-1, 4), st.integers(0, 50), st.booleans()), max_size=40))
def test_the_median_of_a_domain_is_the_median_of_its_chosen_rows(rows):
    groups = Codes(tuple("abcde"), np.array([row[0] for row in rows], dtype=np.int64))
    values = np.array([row[1] for row in rows], dtype=float)
    chosen = np.array([row[2] for row in rows], dtype=bool)
    for place, found in enumerate(medians_in(groups, values, chosen)):
        own = [value for group, value, is_chosen in rows if group == place and is_chosen]
        assert found == median(own) if own else np.isnan(found)

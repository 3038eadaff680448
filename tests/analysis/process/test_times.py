# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of cases as waiting times and an answer rate."""

from __future__ import annotations

import csv
from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.reference import DATA
from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.process import Ending, Waiting, aalen_johansen, tally, wilson
from voelspriet.analysis.process.events import EventColumns
from voelspriet.analysis.process.times import waiting_times
from voelspriet.lib.working_day_counts import count_working_days
from voelspriet.lib.working_days import working_days_between

ON = date(2026, 4, 30)
NAMES = ("received", "ended", "ending", "due", "area")


def cases(*rows):
    return {name: [row[place] for row in rows] for place, name in enumerate(NAMES)}


SEVEN = cases(
    ("2026-04-01", "2026-04-08", "answered", "2026-04-10", "A"),  # 3 days: Easter between
    ("2026-04-01", "2026-04-02", "Answered ", "2026-04-30", "A"),  # not due yet
    ("2026-04-01", "2026-04-03", "withdrawn", "2026-04-10", "A"),
    ("2026-04-01", None, None, "2026-04-10", "A"),
    ("2026-04-01", "2026-04-07", "closed", "2026-04-10", "B"),
    ("2026-04-24", "2026-04-28", "answered", None, "B"),  # 1 day: King's Day between
    ("2026-05-01", "2026-05-04", "answered", "2026-05-10", "B"),  # after the reporting day
)


def times(data, *, by="area", due="due", on=ON, **columns):
    return waiting_times(
        data,
        EventColumns(by=by, due=due, **columns),
        reported_on=on,
        working_days=count_working_days,
    )


def test_cases_become_waits_in_working_days_per_domain():
    one, other = times(SEVEN).domains
    expected = [Waiting(3, Ending.EVENT), Waiting(1, Ending.EVENT), Waiting(1, Ending.COMPETING),
                Waiting(working_days_between(date(2026, 4, 1), ON), Ending.OPEN)]  # fmt: skip
    assert one.domain == "A"
    assert one.tally == tally(expected)
    assert one.curve == aalen_johansen(expected)
    assert one.estimator == "aalen_johansen"
    assert other.tally == tally([Waiting(2, Ending.COMPETING), Waiting(1, Ending.EVENT)])
    assert (other.not_yet_received, other.left_out) == (1, 0)


def test_the_answer_rate_is_of_what_is_due_with_withdrawn_ones_apart():
    one, other = times(SEVEN).domains
    assert (one.answers.due, one.answers.withdrawn, one.answers.no_day) == (2, 1, 0)
    assert (one.answers.rate.numerator, one.answers.rate.share) == (1, 0.5)
    assert (one.answers.rate.low, one.answers.rate.high) == wilson(1, 2)
    assert (other.answers.due, other.answers.no_day) == (1, 1)
    assert other.answers.rate.share == 0
    assert times(SEVEN, due=None).domains[0].answers is None


def test_without_a_division_all_cases_are_one_domain():
    (one,) = times(SEVEN, by=None).domains
    assert (one.domain, one.tally.n, one.not_yet_received) == ("", 6, 1)


def test_without_competing_endings_it_is_kaplan_meier():
    data = cases(("2026-04-01", "2026-04-08", "answered", None, "A"),
                 ("2026-04-01", "", "", None, "A"))  # fmt: skip
    (one,) = times(data).domains
    assert one.estimator == "kaplan_meier"
    assert [step.value for step in one.curve.steps] == [0.5]
    assert one.median.days == 3


def test_an_ending_after_the_reporting_day_leaves_the_case_open():
    data = cases(("2026-04-01", "2026-05-04", "answered", "2026-04-10", "A"),
                 ("2026-04-01", "9999-12-31", None, "2026-04-10", "A"))  # fmt: skip
    (one,) = times(data).domains
    assert (one.tally.open, one.tally.events) == (2, 0)
    assert one.answers.rate.numerator == 0


def test_steps_tell_every_day_on_which_something_happened():
    data = {"days": [0, 2, 2, 3, 5], "ending": ["closed", "answered", "", "closed", "answered"]}
    (one,) = waiting_times(data, EventColumns(days="days")).domains
    steps = one.steps
    assert [(s.days, s.at_risk, s.answered, s.competing, s.open) for s in steps] == [
        (0, 5, 0, 1, 0), (2, 4, 1, 0, 1), (3, 2, 0, 1, 0), (5, 1, 1, 0, 0),
    ]  # fmt: skip
    assert [s.share for s in steps] == pytest.approx([0, 0.2, 0.2, 0.5])  # 4/5·1/4, then 3/10·1
    assert (steps[0].standard_error, steps[0].low) == (None, None)
    assert (steps[2].low, steps[2].high) == (steps[1].low, steps[1].high)
    everybody = waiting_times(
        {"days": [1, 1], "ending": ["answered"] * 2}, EventColumns(days="days")
    )
    assert (everybody.domains[0].steps[0].share, everybody.domains[0].steps[0].low) == (1, None)


def test_days_between_which_nothing_can_be_counted_are_refused():
    data = cases(("2102-04-01", "2102-04-08", "answered", None, "A"))
    with pytest.raises(InputError, match="1968 to 2100"):
        times(data, due=None, on=None)


def test_what_is_missing_is_counted():
    data = cases((None, "2026-04-08", "answered", "2026-04-10", "A"),
                 ("2026-04-01", "2026-04-08", "answered", "2026-04-10", None))  # fmt: skip
    report = times(data)
    assert report.no_domain == 1
    (one,) = report.domains
    assert (one.left_out, one.tally.n, one.curve.steps) == (1, 0, ())
    assert one.answers.rate.share == 1  # that it was answered is known, how soon is not


def test_days_may_be_given_as_numbers():
    data = {"days": ["2", "0.5", "", "3"], "ending": ["answered", "closed", "answered", "open"]}
    (one,) = waiting_times(data, EventColumns(days="days")).domains
    assert one.tally == tally([Waiting(2, Ending.EVENT), Waiting(0.5, Ending.COMPETING),
                               Waiting(3, Ending.OPEN)])  # fmt: skip
    assert one.left_out == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("2026-04-01", "2026-03-31", "answered"),
         r"column 'ended', row 2: '2026-03-31' lies before 'received' \('2026-04-01'\)"),
        (("2026-04-01", None, "answered"), "column 'ended', row 2: is missing, while 'ending'"),
        (("2026-04-01", "2026-04-02", None), "column 'ending', row 2: does not say how it ended"),
        (("2026-04-01", "2026-04-02", "solved"), "column 'ending', row 2: 'solved' is not"),
        (("31-02-2026", "2026-04-02", "closed"), "column 'received', row 2: '31-02-2026' is not a"),
    ],
)  # fmt: skip
def test_a_case_that_cannot_be_is_refused_with_its_row(row, why):
    data = cases(("2026-04-01", "2026-04-08", "answered", None, "A"), (*row, None, "A"))
    with pytest.raises(ColumnError, match=why):
        times(data)


def test_a_wait_of_less_than_nothing_is_refused():
    with pytest.raises(ColumnError, match=r"column 'days', row 2: '-1.0' is less than 0"):
        waiting_times({"days": [1, -1], "ending": ["closed"] * 2}, EventColumns(days="days"))


def test_a_reporting_day_is_asked_for_only_where_it_is_needed():
    with pytest.raises(InputError, match="open cases wait"):
        times(SEVEN, due=None, on=None)
    with pytest.raises(InputError, match="what is due depends"):
        waiting_times({"days": [1], "ending": ["closed"], "due": [None]},
                      EventColumns(days="days", due="due"))  # fmt: skip
    ended = cases(("2026-04-01", "2026-04-08", "answered", None, "A"))
    assert times(ended, due=None, on=None).domains[0].tally.n == 1
    with pytest.raises(InputError, match="how working days are counted"):
        waiting_times(ended)


@pytest.mark.parametrize("by", ["employee", "Behandelaar", "bewoner_id", "residentName", "e-mail"])
def test_waiting_times_are_never_per_person(by):
    with pytest.raises(ColumnError, match="never per person"):
        waiting_times({"days": [1], "ending": ["closed"], by: ["x"]},
                      EventColumns(days="days", by=by))  # fmt: skip


def test_a_division_that_holds_addresses_is_of_persons():
    data = {"days": [1, 2], "ending": ["closed"] * 2, "team": ["Parks", "jan@example.org"]}
    with pytest.raises(ColumnError, match="e-mail"):
        waiting_times(data, EventColumns(days="days", by="team"))


def test_no_cases_are_a_domain_without_waits():
    data = {name: pa.array([], pa.string()) for name in NAMES}
    (one,) = times(data, by=None).domains
    assert (one.tally.n, one.curve.steps, one.median.days, one.answers.rate) == (0, (), None, None)
    assert times(data).domains == ()


def test_the_reference_waits_give_the_curves_of_each_area():
    with (DATA / "waits.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    data = {name: [row[name] for row in rows] for name in rows[0]}
    report = waiting_times(data, EventColumns(days="days", by="area"))
    words = {"open": Ending.OPEN, "answered": Ending.EVENT, "closed": Ending.COMPETING}
    for one in report.domains:
        own = [row for row in rows if row["area"] == one.domain]
        assert one.curve == aalen_johansen(
            [Waiting(int(row["days"]), words[row["ending"]]) for row in own]
        )


lengths = st.integers(0, 30) | st.just(None)
rows_of_some = st.lists(
    st.tuples(lengths, st.sampled_from(["answered", "closed", "withdrawn", ""]),
              st.sampled_from(["A", "B", None])),
    max_size=60,
)  # fmt: skip


@given(rows_of_some, st.randoms(use_true_random=False))
def test_every_case_is_in_one_count_and_their_order_does_not_matter(rows, shuffling):
    def report(told):
        data = {
            "days": pa.array([row[0] for row in told], pa.int64()),
            "ending": pa.array([row[1] for row in told], pa.string()),
            "area": pa.array([row[2] for row in told], pa.string()),
        }
        return waiting_times(data, EventColumns(days="days", by="area"))

    found, mixed = report(rows), list(rows)
    shuffling.shuffle(mixed)
    assert report(mixed) == found
    assert len(rows) == found.no_domain + sum(
        one.tally.n + one.left_out + one.not_yet_received for one in found.domains
    )


def test_a_million_cases_are_counted_in_one_pass():
    rng, n = np.random.default_rng(3), 1_000_000
    received = np.datetime64("2024-01-01") + rng.integers(0, 700, n)
    waited = rng.geometric(0.08, n)
    data = {
        "received": received,
        "ended": received + waited,
        "ending": pa.array(rng.choice(["answered", "closed"], n, p=[0.8, 0.2])),
        "area": pa.array(rng.integers(0, 300, n).astype(str)),
    }
    report = times(data, due=None)
    assert len(report.domains) == 300
    assert sum(one.tally.n for one in report.domains) == n

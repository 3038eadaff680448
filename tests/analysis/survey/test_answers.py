# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asked, answered, "don't know": each counted, none lost."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.survey.questions.answers import agree_share, split_dont_know

ANSWERS = st.lists(st.sampled_from(["agree", "disagree", "dk", None]), min_size=1, max_size=40)


def test_every_row_is_counted_once():
    data = {
        "visible": ["agree", "dk", None, None, "disagree", "agree", "dk"],
        "lives_here": [1, 1, 1, 0, 1, 1, 1],
    }
    found = split_dont_know(data, "visible", ["dk"], asked="lives_here")
    assert (found.n_asked, found.n_not_asked) == (6, 1)
    assert (found.n_answered, found.n_not_answered) == (5, 1)
    assert (found.n_dont_know, found.n_opinion) == (2, 3)
    assert found.dont_know_share == pytest.approx(2 / 5)
    assert found.opinion.tolist() == [True, False, False, False, True, True, False]


def test_dont_know_stands_outside_the_share_that_agrees():
    # a majority cannot judge the wardens, as in the talks of Almere: 4 agree, 2 do not, 12 cannot
    data = {"wardens": ["agree"] * 4 + ["disagree"] * 2 + ["cannot judge"] * 12 + [None] * 2}
    found = agree_share(data, "wardens", ["agree"], ["cannot judge"])
    assert found.share == pytest.approx(4 / 6)
    assert found.answered.dont_know_share == pytest.approx(12 / 18)
    assert found.answered.not_answered_share == pytest.approx(2 / 20)
    # Wilson by hand: (4/6 + z²/12 ± z·√(4/6·2/6/6 + z²/144)) / (1 + z²/6)
    assert (found.low, found.high) == pytest.approx((0.29999, 0.90323), abs=2e-5)


def test_all_dont_know_is_a_result_with_a_reason():
    found = agree_share({"q": ["dk", "dk", None]}, "q", ["agree"], ["dk"])
    assert (found.share, found.low, found.high) == (None, None, None)
    assert found.reason == "everybody who answered does not know"
    assert found.answered.dont_know_share == 1


@pytest.mark.parametrize("values", [[None, None], []])
def test_nobody_answered_is_a_result_with_a_reason(values):
    found = agree_share({"q": values}, "q", ["agree"], ["dk"])
    assert found.share is None
    assert found.reason == "nobody answered"
    assert found.answered.dont_know_share is None
    assert found.answered.unseen == ("dk",)


def test_nobody_asked_flags_nothing():
    found = split_dont_know({"q": [None], "f": [0]}, "q", [], asked="f")
    assert found.not_answered_share is None
    assert not found.is_flagged


@pytest.mark.parametrize(("skipped", "flagged"), [(20, False), (21, True)])
def test_more_than_a_fifth_skipped_is_flagged(skipped, flagged):
    data = {"q": [None] * skipped + ["agree"] * (100 - skipped)}
    assert split_dont_know(data, "q", []).is_flagged is flagged


@pytest.mark.parametrize(
    "values", [[1, 9, None], [1.5, 9.0, None], ["1", "9", None], np.array([1.0, 9.0, np.nan])]
)
def test_a_code_meets_numbers_and_text(values):
    found = split_dont_know({"q": values}, "q", ["9"])
    assert found.dont_know.tolist() == [False, True, False]
    assert found.n_not_answered == 1


def test_an_arrow_table_will_do():
    frame = pa.table({"q": ["dk", "agree", None], "f": [True, True, False]})
    found = split_dont_know(frame, "q", ["dk"], asked="f")
    assert (found.n_asked, found.n_dont_know, found.n_not_answered) == (2, 1, 0)


def test_a_code_nobody_used_is_told():
    assert split_dont_know({"q": ["agree"]}, "q", ["dk", "agree"]).unseen == ("dk",)


def test_an_answer_of_who_was_not_asked_is_refused_with_its_row():
    with pytest.raises(ColumnError, match="column 'q', row 2: has an answer"):
        split_dont_know({"q": [None, "agree"], "f": [0, 0]}, "q", [], asked="f")


def test_a_filter_of_other_numbers_is_refused_with_its_row():
    with pytest.raises(ColumnError, match="column 'f', row 2: is 1 for asked or 0 for not"):
        split_dont_know({"q": ["agree", None], "f": [1, 2]}, "q", [], asked="f")
    with pytest.raises(ColumnError, match="column 'f', row 1: is missing"):
        split_dont_know({"q": ["agree", None], "f": [None, 1]}, "q", [], asked="f")


def test_a_value_cannot_agree_and_not_know():
    with pytest.raises(InputError, match="dk cannot both"):
        agree_share({"q": ["dk"]}, "q", ["dk"], ["dk"])


def test_one_text_is_no_list_of_codes():
    with pytest.raises(InputError, match="a list of texts"):
        split_dont_know({"q": ["dk"]}, "q", "dk")


@given(ANSWERS, st.randoms())
def test_counts_add_up_in_any_order_of_rows(answers, random):
    found = agree_share({"q": answers}, "q", ["agree"], ["dk"]).answered
    assert found.n_opinion + found.n_dont_know + found.n_not_answered == len(answers)
    turned = random.sample(answers, len(answers))
    again = agree_share({"q": turned}, "q", ["agree"], ["dk"])
    first = agree_share({"q": answers}, "q", ["agree"], ["dk"])
    assert (again.share, again.low, again.high) == (first.share, first.low, first.high)
    assert again.answered.n_dont_know == found.n_dont_know

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for meetings under thirty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.questions.meetings import HowMany, how_many

ORDER = list(HowMany)[1:]


@pytest.mark.parametrize(
    ("count", "n", "word"),
    [
        (0, 12, "nobody"), (1, 12, "a few"), (2, 12, "a minority"), (5, 12, "a minority"),
        (6, 12, "about half"), (7, 12, "a small majority"), (8, 12, "a majority"),
        (10, 12, "a majority"), (11, 12, "nearly everybody"), (12, 12, "everybody"),
        (9, 20, "about half"), (11, 20, "about half"), (13, 20, "a small majority"),
        (17, 20, "a majority"), (3, 20, "a minority"), (4, 4, "too few to say"),
        (0, 0, "too few to say"), (15, 29, "about half"),
    ],
)  # fmt: skip
def test_the_word_for_a_count(count, n, word):
    assert how_many(count, n) == word


def test_from_thirty_a_percentage_can_be_given():
    assert how_many(15, 30) is None


@pytest.mark.parametrize(("count", "n"), [(-1, 10), (11, 10)])
def test_an_impossible_count_is_refused(count, n):
    with pytest.raises(InputError, match="cannot be"):
        how_many(count, n)


@given(st.integers(5, 29).flatmap(lambda n: st.tuples(st.integers(0, n - 1), st.just(n))))
def test_more_people_never_get_a_smaller_word(pair):
    count, n = pair
    assert ORDER.index(how_many(count, n)) <= ORDER.index(how_many(count + 1, n))


@given(st.integers(5, 29))
def test_one_short_of_everybody_is_never_everybody(n):
    assert how_many(n - 1, n) is not HowMany.EVERYBODY
    assert how_many(1, n) is not HowMany.NOBODY

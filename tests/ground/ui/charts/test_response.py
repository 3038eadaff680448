# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who answered beside who lives there."""

from __future__ import annotations

import math

import pytest

from tests.ground.ui.charts.drawn import signs_of, word
from tests.ground.ui.charts.examples import response, texts
from voelspriet.ground.ui.charts import ResponseRow, response_chart


def test_both_shares_and_their_ratio_are_told_in_digits():
    assert "8.0% / 19.0% = 0.42" in texts(response())


def test_a_mark_of_its_own_stands_for_each_share():
    row = [ResponseRow("16–29", "", 0.1, 0.2, 0.05, 0.15)]
    chart = response_chart(row, title="x")

    answered, population = (
        [sign for sign in signs_of(chart) if sign.is_filled is is_filled and sign.x > 40]
        for is_filled in (True, False)
    )

    assert len(answered) == len(population) == 1
    assert answered[0].outline != population[0].outline
    assert answered[0].x < population[0].x
    assert answered[0].y == population[0].y


def test_a_small_mark_lies_over_a_big_one_so_that_both_are_seen():
    chart = response_chart([ResponseRow("all", "", 0.5, 0.5, 0.4, 0.6)], title="x")

    assert [sign.is_filled for sign in signs_of(chart)][-1] is True


def test_an_unknown_share_is_a_word_and_no_mark():
    chart = response()

    row = word(chart, "Unknown")
    assert word(chart, "1.0% / not known").y == row.y
    assert len([sign for sign in signs_of(chart) if 0 < sign.y - row.y < 30]) == 1
    assert chart.columns["ratio"][-1] is None


def test_no_answers_at_all_is_told_with_its_note():
    rows = [ResponseRow("A", "", None, 0.2, note="nobody answered"), ResponseRow("B", "", 1, 0.8)]

    chart = response_chart(rows, title="x")

    assert "nobody answered" in texts(chart)
    assert "Cannot be compared: A, B." in chart.description


def test_the_description_tells_who_is_fewer_more_and_alike():
    told = response().description

    assert "Fewer than in the population: Age 16–29." in told
    assert "More than in the population: Age 65 and older." in told
    assert "As in the population, within the interval: Sex Woman." in told
    assert "Cannot be compared: Sex Unknown." in told
    assert "Least present is Age 16–29: 8.0% / 19.0% = 0.42." in told


def test_nan_is_not_known():
    chart = response_chart(
        [ResponseRow("A", "", 0.3, math.nan, math.nan, math.nan)], title="x", language="nl"
    )

    assert "30,0% / niet bekend" in texts(chart)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Fewer than among those invited"), ("nl", "onder wie was uit")]
)
def test_the_share_beside_it_can_be_that_of_who_was_invited(language, told):
    rows = [ResponseRow("16–29", "", 0.1, 0.2, 0.05, 0.15)]

    chart = response_chart(rows, title="x", beside="invited", language=language)

    assert told in chart.description
    assert "population" not in chart.description
    assert "bevolking" not in " ".join(texts(chart))

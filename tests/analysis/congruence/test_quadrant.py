# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The congruence matrix: four quadrants, their advice, and measures that are missing."""

from __future__ import annotations

import math

import pytest

from voelspriet.analysis.congruence import ADVICE, Quadrant, quadrant
from voelspriet.analysis.errors import InputError

CUTS = {"concern_from": 0.3, "attention_from": 5}


@pytest.mark.parametrize(
    ("concern", "attention", "found", "first"),
    [
        (0.4, 9, Quadrant.CONCERN_AND_ATTENTION, "stay_explicit"),
        (0.4, 0, Quadrant.CONCERN_WITHOUT_ATTENTION, "start_explicit"),
        (0.1, 9, Quadrant.ATTENTION_WITHOUT_CONCERN, "hold_back"),
        (0.1, 0, Quadrant.NEITHER, "low_profile"),
        (0.3, 5, Quadrant.CONCERN_AND_ATTENTION, "stay_explicit"),
    ],
)
def test_concern_against_attention(concern, attention, found, first):
    placed = quadrant(concern, attention, **CUTS)
    assert (placed.quadrant, placed.advice[0], placed.why_not) == (found, first, "")


def test_reaching_only_the_worried_goes_with_concern_alone():
    with_it = {name for name, keys in ADVICE.items() if "reach_only_the_worried" in keys}
    assert with_it == {Quadrant.CONCERN_AND_ATTENTION, Quadrant.CONCERN_WITHOUT_ATTENTION}


def test_advice_of_ones_own():
    own = {**ADVICE, Quadrant.NEITHER: ("ask_again",)}
    assert quadrant(0, 0, **CUTS, advice=own).advice == ("ask_again",)
    with pytest.raises(InputError, match="concern without attention"):
        quadrant(0, 0, **CUTS, advice={Quadrant.CONCERN_AND_ATTENTION: ()})


@pytest.mark.parametrize(
    ("concern", "attention", "why"),
    [(None, 3, "no measure of concern"), (0.2, math.nan, "no measure of attention"),
     (None, None, "no measure of concern and attention")],
)  # fmt: skip
def test_a_missing_measure_has_no_quadrant_and_a_reason(concern, attention, why):
    placed = quadrant(concern, attention, **CUTS)
    assert (placed.quadrant, placed.advice, placed.why_not) == (None, (), why)


def test_a_threshold_is_a_number():
    with pytest.raises(InputError, match="threshold"):
        quadrant(1, 1, concern_from=math.nan, attention_from=1)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conversations as clusters: which hang together, and what they take from certainty."""

from __future__ import annotations

import math

import numpy as np
import pytest

from voelspriet.analysis.congruence.clusters import Spoken, cluster_of_speakers, spoken
from voelspriet.analysis.congruence.sayings import difference_interval


def whole(*numbers):
    return np.array(numbers, dtype=np.int64)


def test_conversations_that_share_a_speaker_are_one_cluster():
    # 0 speaks in talks 0 and 1, 1 in 1 and 2, 2 in 3 alone; 3 nowhere
    found = cluster_of_speakers(whole(0, 0, 1, 1, 2), whole(0, 1, 1, 2, 3), 4, 4)
    assert found[0] == found[1] != found[2]
    assert found[3] == -1


def test_a_long_chain_is_one_cluster():
    speakers = np.repeat(np.arange(30), 2)
    talks = speakers + np.tile([0, 1], 30)
    assert len(set(cluster_of_speakers(speakers, talks, 30, 31).tolist())) == 1


def test_speakers_one_by_one_count_in_full():
    found = spoken(np.ones(20, dtype=np.int64), whole(*[1] * 5, *[0] * 15))
    assert (found.share, found.design_effect) == (0.25, 1.0)
    assert found.effective(0.95) == pytest.approx(20)


def test_talks_in_which_all_say_the_same_count_as_one_speaker_each():
    found = spoken(whole(8, 8, 8, 8, 8, 8), whole(8, 8, 8, 0, 0, 0))
    assert found.design_effect == 8


@pytest.mark.parametrize("naming", [0, 8])
def test_where_no_spread_can_be_seen_a_talk_counts_as_one_speaker(naming):
    assert spoken(whole(8, 8, 8, 8, 8), whole(*[naming] * 5)).design_effect == 8


def test_few_talks_are_worth_less_than_many():
    few = Spoken(0.5, asked=40, clusters=5, design_effect=1)
    many = Spoken(0.5, asked=40, clusters=40, design_effect=1)
    # t(39; .975) / t(4; .975), Korn & Graubard (1998)
    assert few.effective(0.95) == pytest.approx(40 * (2.0226909 / 2.7764451) ** 2, rel=1e-6)
    assert many.effective(0.95) == pytest.approx(40)


def test_a_list_asked_in_part_or_in_whole():
    half = Spoken(0.5, asked=10, clusters=10, design_effect=1, listed=19)
    assert half.effective(0.95) == pytest.approx(10 * 18 / 9)
    assert math.isinf(half.grown(50).effective(0.95))
    assert half.grown(5).asked == 10


@pytest.mark.parametrize(("talks", "echo"), [(5, 0.0), (8, 0.1), (12, 0.3), (20, 0.3)])
def test_intervals_hold_the_truth_about_as_often_as_they_say(talks, echo):
    # residents in talks of eight that echo each other, 24 professionals one by one, no difference
    rng, held = np.random.default_rng(20261125), 0
    for _ in range(1000):
        moods = np.full(talks, 0.3)
        if echo:
            rest = (1 - echo) / echo
            moods = rng.beta(0.3 * rest, 0.7 * rest, talks)
        residents = spoken(np.full(talks, 8), rng.binomial(8, moods))
        professionals = spoken(np.ones(24, dtype=np.int64), rng.binomial(1, 0.3, 24))
        low, high = difference_interval(residents, professionals, 0.95)
        held += low <= 0 <= high
    # three standard errors below 95 %; few talks are on the careful side
    assert held / 1000 >= 0.93

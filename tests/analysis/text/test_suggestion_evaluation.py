# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions are judged on conversations the model did not see, with honest intervals."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.analysis.text.synthetic_fragments import fragments
from voelspriet.analysis.proportions import wilson
from voelspriet.analysis.text.suggestions import CodedColumns, Minimum, evaluate
from voelspriet.analysis.text.suggestions.evaluation import _share
from voelspriet.analysis.text.suggestions.folds import folds_of


@pytest.fixture(scope="module")
def found():
    return evaluate(fragments(500, np.random.default_rng(1)), rng=np.random.default_rng(2))


def test_precision_and_recall_have_their_n_and_interval(found):
    assert [one.factor for one in found.factors] == ["1", "2", "5", "8"]
    assert (found.fragments, found.conversations) == (500, 40)
    for one in found.factors:
        for share in (one.precision, one.recall):
            assert 0 <= share.low < share.share < share.high <= 1
            assert share.share == share.numerator / share.base
            assert 5 <= share.conversations <= 40
        assert one.recall.base == pytest.approx(one.share_coded * 500)
        assert one.precision.numerator == one.recall.numerator
        assert one.precision.share > 0.8
        assert one.mean_probability == pytest.approx(one.share_coded, abs=0.05)
        assert one.brier < one.share_coded * (1 - one.share_coded)


def test_the_same_seed_gives_the_same_evaluation_in_any_order_of_rows(found):
    data = fragments(500, np.random.default_rng(1))
    order = np.random.default_rng(3).permutation(500)
    mixed = {name: [values[at] for at in order] for name, values in data.items()}
    assert evaluate(mixed, rng=np.random.default_rng(2)) == found


def test_a_higher_threshold_suggests_less(found):
    data = fragments(500, np.random.default_rng(1))
    careful = evaluate(data, rng=np.random.default_rng(2), least_probability=0.9)
    for one, other in zip(careful.factors, found.factors, strict=True):
        assert one.precision.base <= other.precision.base
        assert one.recall.share <= other.recall.share
    assert careful.least_probability == 0.9


def test_what_only_tells_conversations_apart_teaches_nothing():
    """Each conversation has one factor and a word of its own: within it that word tells all."""
    rng, rows = np.random.default_rng(6), 400
    words = ["".join(chr(97 + letter) for letter in rng.integers(0, 26, 12)) for _ in range(40)]
    factors = rng.integers(0, 2, 40)
    talks = rng.integers(0, 40, rows)
    data = {
        "fragment": [f"f{n}" for n in range(rows)],
        "text": [words[talk] for talk in talks],
        "factor": [str(factors[talk]) for talk in talks],
        "conversation": [f"c{talk}" for talk in talks],
    }
    judged = evaluate(data, rng=rng)
    for one in judged.factors:
        assert one.brier > 0.2  # a coin gives 0.25; a leak would give about 0


@pytest.mark.real_data
@pytest.mark.parametrize(("per_word", "right", "suggested"), [(1, 4, 21), (5, 0, 0)])
def test_the_fragments_of_almere_would_teach_nothing(shared, per_word, right, suggested):
    """With its sections as sources and hardly any minimum: what docs/explanation says of it."""
    text = (shared / "cases" / "almere_fragments.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()[1:]))
    data = {name: [row[name] for row in rows] for name in rows[0]}
    columns = CodedColumns("fragment_id", "text", "factor_number", "source_section")
    judged = evaluate(
        data, columns, rng=np.random.default_rng(162), minimum=Minimum(10, 2, per_word)
    )
    assert len(judged.factors) == 5
    assert sum(one.precision.numerator for one in judged.factors) == right
    assert sum(one.precision.base for one in judged.factors) == suggested
    assert sum(one.recall.base for one in judged.factors) == 116


def test_factors_that_are_off_are_not_judged():
    judged = evaluate(
        fragments(60, np.random.default_rng(1)), rng=np.random.default_rng(1),
        minimum=Minimum(fragments=1_000),
    )  # fmt: skip
    assert judged.factors == ()
    assert len(judged.off) == 4


groups_and_codes = st.lists(
    st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=60
).map(lambda rows: (np.array([g for g, _ in rows]), np.array([c for _, c in rows], dtype=bool)))


@example((np.array([0, 0, 1, 2, 3, 4, 5]), np.array([0, 1, 1, 1, 1, 0, 1], dtype=bool)), 0)
@given(groups_and_codes, st.integers(0, 99))
def test_a_conversation_is_never_divided_and_every_rest_can_teach(told, seed):
    groups, is_coded = told
    parts = folds_of(groups, is_coded, np.random.default_rng(seed))
    assert (sum(part.astype(int) for part in parts) == 1).all()
    can_teach = min(len(set(groups[is_coded])), len(set(groups[~is_coded]))) >= 2
    for held in parts:
        assert not set(groups[held]) & set(groups[~held])
        if can_teach:
            assert is_coded[~held].any()
            assert not is_coded[~held].all()


def test_without_clusters_the_interval_is_nearly_wilson_s():
    hits = np.array([n % 4 > 0 for n in range(400)])
    share = _share(hits, np.ones(400, dtype=bool), np.arange(400))
    assert (share.low, share.high) == pytest.approx(wilson(300, 400), abs=0.001)


def test_few_conversations_give_counts_without_an_interval():
    share = _share(np.ones(8, dtype=bool), np.ones(8, dtype=bool), np.arange(8) % 4)
    assert (share.share, share.low, share.conversations) == (1.0, None, 4)
    assert share.reason == "fewer than 5 conversations"
    nothing = _share(np.zeros(3, dtype=bool), np.zeros(3, dtype=bool), np.arange(3))
    assert (nothing.share, nothing.base, nothing.reason) == (None, 0, "there is nothing to judge")


@pytest.mark.parametrize(
    ("talks", "size", "likeness", "truth"),
    [(30, 10, 0.0, 0.8), (30, 10, 0.2, 0.8), (10, 20, 0.1, 0.8), (60, 8, 0.1, 0.9)],
)
def test_the_interval_covers_the_truth_when_conversations_are_alike_within(
    talks, size, likeness, truth
):
    rng, runs, covered = np.random.default_rng(11), 1_500, 0
    for _ in range(runs):
        shares = np.full(talks, truth)
        if likeness:
            spread = 1 / likeness - 1
            shares = rng.beta(truth * spread, (1 - truth) * spread, talks)
        groups = np.repeat(np.arange(talks), rng.integers(1, 2 * size, talks))
        hits = rng.random(len(groups)) < shares[groups]
        share = _share(hits, np.ones(len(groups), dtype=bool), groups)
        covered += share.low <= truth <= share.high
    print(f"{covered / runs:.1%} covered")
    assert 0.915 <= covered / runs <= 0.985

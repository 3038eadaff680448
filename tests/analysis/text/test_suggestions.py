# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions learn from codes, say when they cannot, and leave the decision to a person."""

from __future__ import annotations

import csv
import dataclasses
import io

import numpy as np
import pytest
from sklearn.calibration import CalibratedClassifierCV
from sklearn.linear_model import LogisticRegression

from tests.analysis.text.synthetic_fragments import ABOUT, fragments
from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.text.suggestions import (
    CodedColumns,
    Minimum,
    Suggester,
    Suggestions,
    suggest,
    train,
)
from voelspriet.analysis.text.suggestions.coded import coded_of
from voelspriet.analysis.text.suggestions.folds import folds_of
from voelspriet.analysis.text.suggestions.model import _vectorizer

NEW = {
    "fragment": ["n1", "n2", "n3", "n4"],
    "text": [
        "Er ligt zo veel zwerfvuil en hondenpoep",
        "De wijkagenten zien wij nooit!",
        "",
        "Hallo",
    ],
}


@pytest.fixture(scope="module")
def codes():
    return fragments(600, np.random.default_rng(1))


@pytest.fixture(scope="module")
def model(codes):
    return train(codes, rng=np.random.default_rng(2))


def shuffled(data, rng):
    order = rng.permutation(len(data["fragment"]))
    return {name: [values[at] for at in order] for name, values in data.items()}


def test_what_is_like_coded_fragments_is_suggested_and_nothing_else(model):
    found = suggest(model, NEW)
    assert found.factors == tuple(ABOUT)
    assert found.without_text == 1
    told = found.at_least()
    # "wijkagenten" was never seen: groups of letters find "wijkagent" in it
    assert [(one.fragment, one.factor) for one in told] == [("n1", "2"), ("n2", "8")]
    assert all(0.5 <= one.probability <= 1 for one in told)
    assert found.probabilities.shape == (3, 4)


def test_the_order_of_rows_changes_nothing(codes, model):
    rng = np.random.default_rng(5)
    for _ in range(2):
        again = train(shuffled(codes, rng), rng=np.random.default_rng(2))
        assert again.factors == model.factors
        assert again.vocabulary == model.vocabulary
        assert np.array_equal(again.weights, model.weights)
        one, other = suggest(model, NEW), suggest(again, shuffled(NEW, rng))
        assert other.fragments == one.fragments
        assert np.array_equal(other.probabilities, one.probabilities)


def test_probabilities_are_those_of_scikit_learn_s_own_calibration(codes, model):
    coded = coded_of(codes, CodedColumns())
    features = _vectorizer().fit_transform(coded.texts)
    is_coded = coded.is_coded[:, 0]
    parts = folds_of(coded.groups, is_coded, np.random.default_rng(2))
    oracle = CalibratedClassifierCV(
        LogisticRegression(C=10, max_iter=1000), ensemble=False,
        cv=[(np.flatnonzero(~held), np.flatnonzero(held)) for held in parts],
    ).fit(features, is_coded)  # fmt: skip
    told = oracle.predict_proba(features)[:, 1]
    assert suggest(model, codes).probabilities[:, 0] == pytest.approx(told, abs=1e-3)


def test_probabilities_mean_what_they_say():
    """Of new fragments said to be 0.2 to 0.8 likely about that share is indeed so coded."""
    new = fragments(6_000, np.random.default_rng(9), doubt=0.6)
    found = suggest(train(fragments(1_500, np.random.default_rng(8), doubt=0.6),
                          rng=np.random.default_rng(1)), new)  # fmt: skip
    codes = np.array(new["factor"])[:, None] == np.array(found.factors)[None, :]
    doubtful = (found.probabilities > 0.2) & (found.probabilities < 0.8)
    assert doubtful.sum() > 300
    assert codes[doubtful].mean() == pytest.approx(found.probabilities[doubtful].mean(), abs=0.1)
    assert codes.mean(axis=0) == pytest.approx(found.probabilities.mean(axis=0), abs=0.02)


def test_codes_that_follow_nothing_are_not_suggested():
    rng = np.random.default_rng(4)
    data = fragments(600, rng)
    data["factor"] = [str(one) for one in rng.choice(list(ABOUT), 600)]
    found = suggest(train(data, rng=rng), fragments(400, rng))
    assert found.at_least() == ()
    assert found.probabilities == pytest.approx(0.25, abs=0.15)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"factor": ["1"] * 29 + ["2"] * 91}, "29 fragments are coded with it, 30 are needed"),
        ({"conversation": [f"c{min(n, 3)}" if n < 40 else f"d{n % 9}" for n in range(120)]},
         "it comes from 4 conversations, 5 are needed"),
        ({"factor": ["1"] * 91 + ["2"] * 29}, "29 fragments are without it, 30 are needed"),
        ({"conversation": [f"c{n % 9}" if n < 40 else f"d{n % 4}" for n in range(120)]},
         "4 conversations have fragments without it, 5 are needed"),
    ],
)  # fmt: skip
def test_a_factor_with_too_little_is_off_with_the_reason(change, reason):
    data = {
        "fragment": [f"f{n:03d}" for n in range(120)],
        "text": ["zwerfvuil op straat" if n % 2 else "politie in de wijk" for n in range(120)],
        "factor": ["1"] * 40 + ["2"] * 80,
        "conversation": [f"c{n % 12}" for n in range(120)],
        **change,
    }
    model = train(data, rng=np.random.default_rng(1))
    assert reason in {one.reason for one in model.off if one.factor == "1"}
    assert "1" not in model.factors


def test_with_every_factor_off_nothing_is_suggested_and_all_come_next():
    data = fragments(20, np.random.default_rng(1))
    model = train(data, rng=np.random.default_rng(1))
    assert model.factors == ()
    assert {one.factor for one in model.off} == set(data["factor"])
    found = suggest(model, NEW)
    assert found.at_least(0.0) == ()
    assert found.least_certain(2) == ("n1", "n2")


@pytest.mark.real_data
def test_the_fragments_of_almere_are_too_few_for_every_factor(shared):
    text = (shared / "cases" / "almere_fragments.csv").read_text(encoding="utf-8")
    lines = text.splitlines()[1:]
    rows = list(csv.DictReader(lines))
    data = {name: [row[name] for row in rows] for name in rows[0]}
    columns = CodedColumns("fragment_id", "text", "factor_number", "source_section")
    model = train(data, columns, rng=np.random.default_rng(1))
    assert model.factors == ()
    assert [(one.factor, one.fragments) for one in model.off] == [
        ("1", 23), ("3", 17), ("4", 17), ("8", 29), ("9", 30),
    ]  # fmt: skip
    assert "29 fragments are coded with it, 30 are needed" in model.off[3].reason
    assert "conversations" in model.off[4].reason
    assert model.fragments == 116


def test_what_teaches_nothing_is_counted():
    data = fragments(200, np.random.default_rng(1))
    data["text"][0] = "  "
    data["conversation"][1] = None
    data["factor"][2] = None
    model = train(data, rng=np.random.default_rng(1), minimum=Minimum(10, 3))
    assert dataclasses.astuple(model.left_out) == (1, 1, 1)
    assert model.fragments == 197


def test_a_fragment_may_have_several_factors():
    data = fragments(300, np.random.default_rng(1))
    twice = {name: values + values[:100] for name, values in data.items()}
    twice["factor"] = data["factor"] + ["12"] * 100
    coded = coded_of(twice, CodedColumns())
    assert len(coded.texts) == 300
    assert coded.factors == ("1", "2", "5", "8", "12")
    assert coded.is_coded[:100].sum() == 200


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("text", "iets anders", "column 'text', row 3: differs from an earlier row"),
        ("conversation", "c9", "column 'conversation', row 3: differs from an earlier row"),
        ("fragment", None, "column 'fragment', row 3: is missing"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(name, value, why):
    data = {"fragment": ["a", "b", "a"], "text": ["x", "y", "x"], "factor": ["1", "1", "2"],
            "conversation": ["c", "c", "c"]}  # fmt: skip
    data[name][2] = value
    with pytest.raises(ColumnError, match=why):
        train(data, rng=np.random.default_rng(1))


def test_texts_without_letters_are_refused():
    data = fragments(200, np.random.default_rng(1))
    data["text"] = [chr(0x4E00 + n) for n in range(200)]
    with pytest.raises(InputError, match="no letters in common"):
        train(data, rng=np.random.default_rng(1), minimum=Minimum(10, 3))


def test_what_the_model_doubts_is_coded_next():
    probabilities = np.array([[0.9, 0.1], [0.45, 0.02], [0.99, 0.55], [0.55, 0.01]])
    found = Suggestions(("a", "b", "c", "d"), ("1", "2"), probabilities, 0)
    assert found.least_certain() == ("b", "c", "d", "a")
    assert found.least_certain(1) == ("b",)
    assert [(one.fragment, one.factor) for one in found.at_least(0.55)] == [
        ("a", "1"), ("c", "1"), ("c", "2"), ("d", "1"),
    ]  # fmt: skip


def test_a_model_is_plain_numbers_that_can_be_stored_and_read_back(model):
    arrays = {name: getattr(model, name) for name in
              ("idf", "weights", "intercepts", "slopes", "offsets")}  # fmt: skip
    stored = io.BytesIO()
    np.savez(stored, **arrays, vocabulary=np.array(model.vocabulary), allow_pickle=False)
    stored.seek(0)
    with np.load(stored, allow_pickle=False) as read:
        again = dataclasses.replace(
            model, vocabulary=tuple(read["vocabulary"].tolist()),
            **{name: read[name] for name in arrays},
        )  # fmt: skip
    assert isinstance(again, Suggester)
    assert np.array_equal(suggest(again, NEW).probabilities, suggest(model, NEW).probabilities)


def test_any_frame_is_read(codes, model):
    assert np.array_equal(
        train(Frame.of(codes).arrow(), rng=np.random.default_rng(2)).weights, model.weights
    )

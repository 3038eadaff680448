# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is stored of a model says what the model says, and nothing of words few people used."""

from __future__ import annotations

import numpy as np
import pytest

from tests.analysis.text.synthetic_fragments import fragments
from voelspriet.analysis.text.letters import LetterWeights, with_common_words
from voelspriet.analysis.text.suggestions import Minimum, suggest, train, weights_of

MINIMUM = Minimum(20, 3, conversations_per_word=5)
TEXTS = ("Overal zwerfvuil!", "De wijkagenten zien wij nooit.", "wij wij WIJ", "Hallo")


@pytest.fixture(scope="module")
def codes():
    return fragments(200, np.random.default_rng(1))


def _learned(codes):
    return train(codes, rng=np.random.default_rng(2), minimum=MINIMUM)


def _stored(model):
    return weights_of(model, model.factors).to_json()


@pytest.fixture(scope="module")
def model(codes):
    return _learned(codes)


def test_what_is_stored_says_what_the_model_says(model):
    factors = model.factors[1:]
    stored = LetterWeights.of_json(weights_of(model, factors).to_json())
    assert stored.factors == factors
    new = {"fragment": [str(at) for at in range(4)], "text": list(TEXTS)}
    told = suggest(model, new).probabilities[:, 1:]
    for text, row in zip(TEXTS, told, strict=True):
        assert stored.probabilities(text) == pytest.approx(row, abs=1e-3)
    assert stored.knows(TEXTS[0])
    assert not stored.knows("Qwxq 9 ...")
    assert weights_of(model, ()).letters == {}


def test_which_words_few_conversations_used_changes_nothing(codes, model):
    """A name in four conversations, or another one: the models are the same to the bit."""
    named = []
    for name in ("Kwispelaar", "Brandsma"):
        told = dict(codes)
        told["text"] = [
            f"{text} {name}," if talk in {"c000", "c001", "c002", "c003"} else text
            for text, talk in zip(codes["text"], codes["conversation"], strict=True)
        ]
        named.append(_stored(_learned(told)))
    assert named[0] == named[1] == _stored(model)


def test_a_word_counts_by_who_used_it_and_not_how_often():
    texts = ["plein plein plein", "Het plein.", "de glijbaan", "De glijbaan"]
    assert with_common_words(texts, ["a", "a", "b", "c"], 2) == ("", "", "de glijbaan",
                                                                "de glijbaan")  # fmt: skip

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Learn from coded fragments which factors a new fragment may be about.

Per factor a logistic regression on TF-IDF weights of groups of 3 to 5 letters, which forgive
spelling and find words within Dutch compounds. Its scores become probabilities by Platt's sigmoid
(1999, Advances in Large Margin Classifiers, pp. 61-74), fitted on conversations the regression did
not see. A suggestion is never a code: a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.text.letters import LetterWeights, letters_of, with_common_words
from voelspriet.analysis.text.suggestions.coded import Coded, CodedColumns, coded_of, fragments_of
from voelspriet.analysis.text.suggestions.folds import folds_of
from voelspriet.analysis.text.suggestions.results import LeftOut, Minimum, Off, Suggestions

Vector = NDArray[np.float64]
LEAST_FRAGMENTS_WITH = 2
PENALTY_INVERSE = 10.0
MOST_STEPS = 1_000
DIGITS = 5


@dataclass(frozen=True, slots=True)
class Suggester:
    """A trained model, as plain numbers: nothing in it can run, so it may be stored and read back.

    `vocabulary` are groups of letters with their `idf`; `weights` (letters x factors), `intercepts`
    give scores, `slopes` and `offsets` make them probabilities. `off` are factors not suggested.
    """

    factors: tuple[str, ...]
    vocabulary: tuple[str, ...]
    idf: Vector
    weights: Vector
    intercepts: Vector
    slopes: Vector
    offsets: Vector
    off: tuple[Off, ...]
    fragments: int
    conversations: int
    left_out: LeftOut


def train(
    data: FrameLike,
    columns: CodedColumns | None = None,
    *,
    rng: np.random.Generator,
    minimum: Minimum | None = None,
) -> Suggester:
    """Learn from a table of codes: one row per fragment and factor, with text and conversation.

    A coded fragment is taken to be coded wholly. Factors below `minimum` are off, each with the
    reason; with all of them off the model suggests nothing. Words that fewer conversations
    used than `minimum` says leave no trace in it, whatever they are. `rng` deals conversations into
    parts; the order of the rows does not matter.

    Raises ColumnError for a row without a fragment, or with another text or conversation than its
    fragment has, and InputError when the texts have no letters in common.
    """
    coded, minimum = coded_of(data, columns or CodedColumns()), minimum or Minimum()
    return trained(coded, coded.off(minimum), rng, per_word=minimum.conversations_per_word)


def suggest(
    model: Suggester, data: FrameLike, *, fragment: str = "fragment", text: str = "text"
) -> Suggestions:
    """Return the probability of every factor of `model` for the fragments of a table.

    Raises ColumnError for a row without a fragment or with another text than its fragment has.
    """
    found = fragments_of(Frame.of(data), fragment=fragment, text=text)
    probabilities = probabilities_of(model, found.texts)
    return Suggestions(found.keys, model.factors, probabilities, found.without_text)


def weights_of(model: Suggester, factors: tuple[str, ...]) -> LetterWeights:
    """Return what a model knows of some of its factors, to be stored and read without libraries.

    Groups of letters that tell nothing of them are left out; numbers keep five digits.
    """
    at = [model.factors.index(factor) for factor in factors]
    rows = np.column_stack([model.idf, model.weights[:, at]]) if at else np.zeros((0, 1))
    return LetterWeights(
        factors=factors,
        intercepts=_short(model.intercepts[at]),
        slopes=_short(model.slopes[at]),
        offsets=_short(model.offsets[at]),
        letters={
            one: _short(row) for one, row in zip(model.vocabulary, rows, strict=False)
            if row[1:].any()
        },
    )  # fmt: skip


def trained(
    coded: Coded, off: tuple[Off, ...], rng: np.random.Generator, *, per_word: int = 1
) -> Suggester:
    """Train the factors that are not off. See `train`."""
    names = {one.factor for one in off}
    places = [place for place, factor in enumerate(coded.factors) if factor not in names]
    vocabulary: tuple[str, ...] = ()
    idf, fitted = np.zeros(0), []
    if places:
        vectorizer, texts = _vectorizer(), coded.texts
        if per_word > 1:
            texts = with_common_words(texts, coded.groups.tolist(), per_word)
        try:
            features = vectorizer.fit_transform(texts)
        except ValueError as error:
            raise InputError("the texts have no letters in common to learn from") from error
        vocabulary, idf = tuple(vectorizer.get_feature_names_out()), vectorizer.idf_
        # vectors are small: threads that wait for each other take ten times as long
        with threadpool_limits(limits=1, user_api="blas"):
            fitted = [_fit(features, coded.is_coded[:, at], coded.groups, rng) for at in places]
    weights = [one.weights for one in fitted]
    return Suggester(
        factors=tuple(coded.factors[place] for place in places),
        vocabulary=vocabulary,
        idf=np.asarray(idf, dtype=float),
        weights=np.column_stack(weights) if weights else np.zeros((0, 0)),
        intercepts=np.array([one.intercept for one in fitted]),
        slopes=np.array([one.slope for one in fitted]),
        offsets=np.array([one.offset for one in fitted]),
        off=off,
        fragments=len(coded.texts),
        conversations=coded.conversations,
        left_out=coded.left_out,
    )


def probabilities_of(model: Suggester, texts: tuple[str, ...]) -> Vector:
    """Return texts x factors, 0 to 1."""
    if not model.factors or not texts:
        return np.zeros((len(texts), len(model.factors)))
    vectorizer = _vectorizer(model.vocabulary)
    vectorizer.idf_ = model.idf
    scores = vectorizer.transform(texts) @ model.weights + model.intercepts
    return np.asarray(expit(scores * model.slopes + model.offsets), dtype=float)


def _vectorizer(vocabulary: tuple[str, ...] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=letters_of,
        min_df=1 if vocabulary else LEAST_FRAGMENTS_WITH,
        sublinear_tf=True,
        vocabulary=vocabulary,
    )


def _short(numbers: Vector) -> tuple[float, ...]:
    return tuple(float(f"{one:.{DIGITS}g}") for one in numbers)


@dataclass(frozen=True, slots=True)
class _Fitted:
    weights: Vector
    intercept: float
    slope: float
    offset: float


def _fit(
    features: Any, is_coded: NDArray[np.bool_], groups: NDArray[np.int64], rng: np.random.Generator
) -> _Fitted:
    """Fit the regression on all, and its sigmoid on the scores of parts it did not see."""
    scores = np.zeros(len(is_coded))
    for held in folds_of(groups, is_coded, rng):
        seen = _regression(features[~held], is_coded[~held])
        scores[held] = seen.decision_function(features[held])
    slope, offset = _sigmoid(scores, is_coded)
    whole = _regression(features, is_coded)
    return _Fitted(whole.coef_[0], float(whole.intercept_[0]), slope, offset)


def _regression(features: Any, is_coded: NDArray[np.bool_]) -> LogisticRegression:
    return LogisticRegression(C=PENALTY_INVERSE, max_iter=MOST_STEPS).fit(features, is_coded)


def _sigmoid(scores: Vector, is_coded: NDArray[np.bool_]) -> tuple[float, float]:
    """Return slope and offset of the probability over a score, by Platt's smoothed targets."""
    yes = int(is_coded.sum())
    no = len(is_coded) - yes
    target = np.where(is_coded, (yes + 1) / (yes + 2), 1 / (no + 2))

    def loss(line: Vector) -> tuple[float, Vector]:
        along = line[0] * scores + line[1]
        miss = expit(along) - target
        return (
            float((np.logaddexp(0, along) - target * along).mean()),
            np.array([(miss * scores).mean(), miss.mean()]),
        )

    share = target.mean()
    even = float(np.log(share / (1 - share)))
    found = minimize(loss, np.array([1.0, 0.0]), jac=True, method="BFGS")
    slope, offset = (float(one) for one in found.x)
    # scores that tell nothing about unseen conversations leave only how often the factor comes
    return (slope, offset) if slope > 0 else (0.0, even)

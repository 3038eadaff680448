# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Try suggestions on conversations the model did not see."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from voelspriet.analysis.frames import FrameLike
from voelspriet.analysis.proportions import wilson_of_share
from voelspriet.analysis.text.suggestions.coded import Coded, CodedColumns, coded_of
from voelspriet.analysis.text.suggestions.folds import folds_of
from voelspriet.analysis.text.suggestions.model import probabilities_of, trained
from voelspriet.analysis.text.suggestions.results import (
    LEAST_PROBABILITY,
    Evaluation,
    FactorEvaluation,
    HeldOutShare,
    Minimum,
)

LEAST_CONVERSATIONS = 5
Truths = NDArray[np.bool_]


def evaluate(
    data: FrameLike,
    columns: CodedColumns | None = None,
    *,
    rng: np.random.Generator,
    minimum: Minimum | None = None,
    least_probability: float = LEAST_PROBABILITY,
) -> Evaluation:
    """Return precision and recall on held-out codes, per factor that is not off.

    `data` as for `train`. The conversations are dealt into five parts; each part is suggested by a
    model trained on the other four, its letters and probabilities included. A factor is suggested
    when it is at least so probable. Words are left out as `train` does, by what those parts used.
    Intervals are Wilson's, on the effective number after clustering by conversation (Rao & Scott
    1992), with the t point of conversations - 1.
    """
    coded, minimum = coded_of(data, columns or CodedColumns()), minimum or Minimum()
    off = coded.off(minimum)
    names = {one.factor for one in off}
    on = [place for place, factor in enumerate(coded.factors) if factor not in names]
    probabilities = _held_out(coded, on, rng, minimum) if on else np.zeros((len(coded.texts), 0))
    return Evaluation(
        factors=tuple(
            _judge(coded, place, probabilities[:, at], least_probability)
            for at, place in enumerate(on)
        ),
        off=off,
        fragments=len(coded.texts),
        conversations=coded.conversations,
        left_out=coded.left_out,
        least_probability=least_probability,
    )


def _held_out(
    coded: Coded, on: list[int], rng: np.random.Generator, minimum: Minimum
) -> NDArray[np.float64]:
    """Return per fragment and factor what a model said that did not see its conversation."""
    found = np.zeros((len(coded.texts), len(on)))
    names = [coded.factors[place] for place in on]
    for held in folds_of(coded.groups, np.ones(len(coded.groups), dtype=bool), rng):
        rest = coded.only(~held)
        # what a part leaves may be less than the minimum; two conversations of each can be learned
        off = rest.off(Minimum(fragments=2, conversations=2))
        model = trained(rest, off, rng, per_word=minimum.conversations_per_word)
        said = probabilities_of(model, coded.only(held).texts)
        for at, factor in enumerate(model.factors):
            if factor in names:
                found[held, names.index(factor)] = said[:, at]
    return found


def _judge(
    coded: Coded, place: int, probabilities: NDArray[np.float64], least: float
) -> FactorEvaluation:
    is_coded, is_suggested = coded.is_coded[:, place], probabilities >= least
    right = is_coded & is_suggested
    return FactorEvaluation(
        factor=coded.factors[place],
        precision=_share(right, is_suggested, coded.groups),
        recall=_share(right, is_coded, coded.groups),
        share_coded=float(is_coded.mean()),
        mean_probability=float(probabilities.mean()),
        brier=float(((probabilities - is_coded) ** 2).mean()),
    )


def _share(right: Truths, base: Truths, groups: NDArray[np.int64]) -> HeldOutShare:
    n, hits = int(base.sum()), int(right.sum())
    if not n:
        return HeldOutShare(None, None, None, 0, 0, 0, "there is nothing to judge")
    _, talk = np.unique(groups[base], return_inverse=True)
    bases, rights = np.bincount(talk), np.bincount(talk, weights=right[base])
    talks, share = len(bases), hits / n
    if talks < LEAST_CONVERSATIONS:
        why = f"fewer than {LEAST_CONVERSATIONS} conversations"
        return HeldOutShare(share, None, None, hits, n, talks, why)
    effect = 1.0
    if 0 < hits < n:
        variance = talks / (talks - 1) * float(((rights - share * bases) ** 2).sum()) / n**2
        effect = max(1.0, variance / (share * (1 - share) / n))
    point = float(stdtrit(talks - 1, 0.975))
    low, high = wilson_of_share(share, n / effect, point)
    return HeldOutShare(share, low, high, hits, n, talks, "")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deal conversations into parts: none is both in what is learned and in what is tried."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FOLDS = 5


def folds_of(
    groups: NDArray[np.int64], is_coded: NDArray[np.bool_], rng: np.random.Generator
) -> list[NDArray[np.bool_]]:
    """Return parts as masks of rows; each row is in one, and a conversation is never divided.

    With at least two conversations that have the factor and two that lack it somewhere, whatever
    is left when one part is taken out holds both.
    """
    talks = np.unique(groups)
    with_it, without = np.isin(talks, groups[is_coded]), np.isin(talks, groups[~is_coded])
    # those that hold both are dealt between the others: whoever has it is then dealt in a row, and
    # so is whoever lacks it, and two in a row never come to the same part
    kinds = [talks[with_it & ~without], talks[with_it & without], talks[~with_it]]
    dealt = np.concatenate([rng.permutation(kind) for kind in kinds])
    fold = np.empty(len(talks), dtype=np.int64)
    fold[np.searchsorted(talks, dealt)] = np.arange(len(dealt)) % FOLDS
    own = fold[np.searchsorted(talks, groups)]
    return [own == part for part in range(min(FOLDS, len(talks)))]

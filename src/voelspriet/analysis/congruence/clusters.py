# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""People in one conversation echo each other: how many independent speakers that leaves."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from voelspriet.analysis.frames.codes import MISSING, Whole

LEAST_CLUSTERS = 5


@dataclass(frozen=True, slots=True)
class Spoken:
    """A share of speakers and what its uncertainty rests on.

    `asked` speakers in `clusters` conversations; `design_effect` is by how much conversations
    inflate the variance of `share`; `listed` is how many people there are to ask, None when nobody
    knows.
    """

    share: float
    asked: float
    clusters: float
    design_effect: float
    listed: int | None = None

    def effective(self, level: float) -> float:
        """Return the number of independent speakers that carries as much as these do.

        The number asked ÷ the design effect, made smaller for few clusters as Korn & Graubard
        (1998), Survey Methodology 24:193-201, do: × (t with asked - 1 ÷ t with clusters - 1)²; and
        larger when a finite list was asked: × (N - 1) ÷ (N - n), infinite when all of it was.
        """
        # slow import: web processes never load scipy
        from scipy.special import stdtrit  # noqa: PLC0415

        point = 0.5 + level / 2
        fewer = stdtrit(self.asked - 1, point) / stdtrit(self.clusters - 1, point)
        effective = float(self.asked / self.design_effect * fewer**2)
        if self.listed is None:
            return effective
        if self.asked >= self.listed:
            return inf
        return effective * (self.listed - 1) / (self.listed - self.asked)

    def grown(self, asked: float) -> Spoken:
        """Return the same share among more speakers, in as many more conversations."""
        if self.listed is not None:
            asked = min(asked, self.listed)
        asked = max(asked, self.asked)
        clusters = self.clusters * asked / self.asked
        return Spoken(self.share, asked, clusters, self.design_effect, self.listed)


def spoken(asked: Whole, naming: Whole, listed: int | None = None) -> Spoken:
    """Return the share of speakers naming a factor, with the design effect of conversations.

    `asked` and `naming` have one number per cluster; at least two clusters, and a speaker in each.
    The variance is that of a ratio of cluster totals, linearised (Cochran 1977, Sampling
    Techniques, 3rd ed., section 11.8), against that of as many speakers drawn one by one. Effective
    counts in a binomial interval: Rao & Scott (1992), Biometrics 48:577-585; with Wilson's: Franco,
    Little, Louis & Slud (2019), Journal of Survey Statistics and Methodology 7:334-364.

    The design effect is kept between 1 and that of conversations in which all say the same; where
    all or none of the speakers named the factor, no spread can be seen and the latter is used.
    """
    total, clusters = int(asked.sum()), len(asked)
    share = int(naming.sum()) / total
    echo = float((asked.astype(np.float64) ** 2).sum()) / total
    if share in {0.0, 1.0}:
        return Spoken(share, total, clusters, echo, listed)
    spread = float(((naming - share * asked) ** 2).sum()) * clusters / (clusters - 1) / total**2
    alone = share * (1 - share) / (total - 1)
    return Spoken(share, total, clusters, min(max(spread / alone, 1.0), echo), listed)


def cluster_of_speakers(
    speaker: Whole, conversation: Whole, speakers: int, conversations: int
) -> Whole:
    """Return the cluster of each of `speakers` speakers, -1 for one in no row.

    `speaker` and `conversation` have one entry per row. A conversation is a cluster; those that
    share a speaker are one cluster together, because that speaker's words are in both.
    """
    of_speaker = np.full(speakers, MISSING, dtype=np.int64)
    of_conversation = np.arange(conversations)
    while True:
        lowest = np.full(speakers, conversations, dtype=np.int64)
        np.minimum.at(lowest, speaker, of_conversation[conversation])
        spread = of_conversation.copy()
        np.minimum.at(spread, conversation, lowest[speaker])
        if np.array_equal(spread, of_conversation):
            of_speaker[speaker] = lowest[speaker]
            return of_speaker
        of_conversation = spread

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Count on one side who was asked and who named a factor, conversation by conversation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voelspriet.analysis.congruence.clusters import cluster_of_speakers
from voelspriet.analysis.congruence.fragments import Fragments, Rows
from voelspriet.analysis.congruence.results import Side
from voelspriet.analysis.frames.codes import MISSING, Whole


@dataclass(frozen=True, slots=True)
class OneSide:
    """The rows of one side, with the cluster of every speaker (-1 for one not on this side).

    `worlds` are those the side was asked about: a row carries that world, or none.
    """

    rows: Rows
    cluster: Whole
    worlds: frozenset[int]

    def within(self, area: int) -> OneSide:
        """Return this side in one area."""
        return OneSide(self.rows.of(self.rows.area == area), self.cluster, self.worlds)


@dataclass(frozen=True, slots=True)
class Counted:
    """Speakers `asked` and `naming` per cluster, and the counts a person reads."""

    asked: Whole
    naming: Whole
    side: Side


def one_side(fragments: Fragments, side: int) -> OneSide:
    """Return the rows of one side with the clusters its conversations make."""
    rows = fragments.rows.of(fragments.rows.side == side)
    size = int(
        max(fragments.rows.speaker.max(initial=-1), fragments.rows.conversation.max(initial=-1))
    )
    cluster = cluster_of_speakers(rows.speaker, rows.conversation, size + 1, size + 1)
    everything = MISSING in rows.world
    worlds = range(len(fragments.worlds)) if everything else np.unique(rows.world).tolist()
    return OneSide(rows, cluster, frozenset(worlds))


def counted(side: OneSide, world: int, factor: int) -> Counted:
    """Count the speakers of a side on one factor in one world; none when it was not asked of it."""
    rows = side.rows if world in side.worlds else side.rows.of(np.zeros(0, dtype=np.int64))
    clusters, place = np.unique(side.cluster[np.unique(rows.speaker)], return_inverse=True)
    asked = np.bincount(place, minlength=len(clusters))
    here = rows.of((rows.world == world) & (rows.factor == factor))
    named_in = np.searchsorted(clusters, side.cluster[np.unique(here.speaker)])
    naming = np.bincount(named_in, minlength=len(clusters))
    return Counted(
        asked,
        naming,
        Side(
            asked=int(asked.sum()),
            naming=int(naming.sum()),
            talks=len(np.unique(rows.conversation)),
            talks_naming=len(np.unique(here.conversation)),
            clusters=len(clusters),
        ),
    )


def in_more_talks(rows: Rows) -> int:
    """Return how many speakers spoke in more than one conversation."""
    pairs = np.unique(np.stack([rows.speaker, rows.conversation]), axis=1)
    return int(np.count_nonzero(np.bincount(pairs[0]) > 1)) if pairs.size else 0


def on_both(one: Whole, other: Whole) -> int:
    """Return how many labels occur in both arrays."""
    return len(np.intersect1d(one, other))

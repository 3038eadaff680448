# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cut sources into segments, so that a short fragment counts as much as a long one.

A source is cut wherever either coder, for any code, begins or ends. What lies between two cuts is a
segment: each coder gave it a code wholly or not at all. Text that nobody coded is a segment too,
as the gaps of Krippendorff (1995), "On the reliability of unitizing continuous data", Sociological
Methodology 25:47-76; leaving it out would make agreement on "nothing here" invisible. All codes
share the same segments, so that their coefficients can stand beside each other.
"""

from __future__ import annotations

import numpy as np

from voelspriet.analysis.agreement.ranges import Ranges
from voelspriet.analysis.frames.codes import Whole


def in_segments(
    by_coder: tuple[Ranges, Ranges], lengths: Whole, codes: int
) -> tuple[tuple[Ranges, Ranges], Whole]:
    """Return the ranges and the lengths of sources counted in segments instead of codepoints.

    Ranges are merged per coder, code and source; their group is the source's place times `codes`
    plus the code's place. `lengths` has the codepoints per source.
    """
    # one line for all sources, a free place between them
    offsets = np.concatenate(([0], np.cumsum(lengths + 1)))[:-1]
    points = [offsets, offsets + lengths]
    for ranges in by_coder:
        offset = offsets[ranges.group // codes]
        points += [offset + ranges.start, offset + ranges.end]
    cuts = np.unique(np.concatenate(points))
    first = np.searchsorted(cuts, offsets)

    def counted(ranges: Ranges) -> Ranges:
        source = ranges.group // codes
        start = np.searchsorted(cuts, offsets[source] + ranges.start) - first[source]
        end = np.searchsorted(cuts, offsets[source] + ranges.end) - first[source]
        return Ranges(ranges.group, start, end)

    segments = np.searchsorted(cuts, offsets + lengths) - first
    return (counted(by_coder[0]), counted(by_coder[1])), segments

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Krippendorff's alpha of two coders, per code, over all of the text that both went through."""

from __future__ import annotations

from typing import Any

import numpy as np

from voelspriet.analysis.agreement.bootstrap import REPLICATIONS, Progress
from voelspriet.analysis.agreement.per_code import Formula, per_code
from voelspriet.analysis.agreement.results import ALPHA, CodingAgreement, Unit
from voelspriet.analysis.frames import FrameLike


def coded_alpha(
    data: FrameLike,
    *,
    unit: Unit | str = Unit.CODEPOINT,
    rng: np.random.Generator,
    replications: int = REPLICATIONS,
    progress: Progress | None = None,
) -> CodingAgreement:
    """Return Krippendorff's nominal alpha per code: each codepoint or segment is coded or not.

    What `alpha` gives of as many items with two values, without making the items. `data`, `unit`,
    the errors and the interval, which draws sources and not items, are those of `kappa`. It differs
    from kappa where one coder marks more than the other: chance is what both do taken together.
    """
    return per_code(
        KRIPPENDORFF, data, Unit(unit), rng=rng, replications=replications, progress=progress
    )


def _krippendorff(total: Any, one: Any, other: Any, both: Any) -> tuple[Any, Any]:
    # 1 - (n - 1) observed / (n0 n1), of n = 2 total values, n1 of them yes
    yes = one + other
    pairs = yes * (2 * total - yes)
    return pairs - (2 * total - 1) * (yes - 2 * both), pairs


KRIPPENDORFF = Formula(ALPHA, _krippendorff)

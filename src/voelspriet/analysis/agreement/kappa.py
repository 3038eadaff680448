# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cohen's kappa of two coders, per code, over all of the text that both went through."""

from __future__ import annotations

from typing import Any

import numpy as np

from voelspriet.analysis.agreement.bootstrap import REPLICATIONS, Progress
from voelspriet.analysis.agreement.per_code import Formula, per_code
from voelspriet.analysis.agreement.results import KAPPA, CodingAgreement, Unit
from voelspriet.analysis.frames import FrameLike


def kappa(
    data: FrameLike,
    *,
    unit: Unit | str = Unit.CODEPOINT,
    rng: np.random.Generator,
    replications: int = REPLICATIONS,
    progress: Progress | None = None,
) -> CodingAgreement:
    """Return how far two coders agree on each code beyond chance (Cohen 1960, EPM 20:37-46).

    `data` has rows `source, length, coder, code, start, end` (see `codings.read_codings`). With
    `unit` "codepoint" every codepoint of every source that both coded is one judgement, coded or
    not; with "segment" every segment between two cuts is (see `segments`). Ranges of one coder and
    one code that overlap are merged. kappa is undefined where chance alone explains everything:
    a code used nowhere, or everywhere, by both.

    The 95 % interval draws sources `replications` times (see `bootstrap`); below eight sources
    there is none. `progress` hears how far it is. Raises ColumnError and InputError as
    `read_codings` does, and ValueError for a unit that is none.
    """
    return per_code(COHEN, data, Unit(unit), rng=rng, replications=replications, progress=progress)


def _cohen(total: Any, one: Any, other: Any, both: Any) -> tuple[Any, Any]:
    # (observed - expected) / (1 - expected), both sides times total²
    return 2 * (total * both - one * other), total * (one + other) - 2 * one * other


COHEN = Formula(KAPPA, _cohen)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Residents beside professionals: who speaks of what, and does action match concern?

The verdict on congruence is the researcher's and is not computed here.
"""

from voelspriet.analysis.congruence.quadrant import ADVICE, Placed, Quadrant, quadrant
from voelspriet.analysis.congruence.results import (
    LeftOut,
    Needed,
    Salience,
    SalienceReport,
    Saying,
    Side,
)
from voelspriet.analysis.congruence.salience import DELTA, salience

__all__ = [
    "ADVICE",
    "DELTA",
    "LeftOut",
    "Needed",
    "Placed",
    "Quadrant",
    "Salience",
    "SalienceReport",
    "Saying",
    "Side",
    "quadrant",
    "salience",
]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far people who coded the same text, or valued the same items, agree beyond chance."""

from voelspriet.analysis.agreement.bootstrap import REPLICATIONS, Progress
from voelspriet.analysis.agreement.coded_alpha import coded_alpha
from voelspriet.analysis.agreement.kappa import kappa
from voelspriet.analysis.agreement.krippendorff import alpha
from voelspriet.analysis.agreement.results import (
    Agreement,
    CodingAgreement,
    Interval,
    ItemAgreement,
    Level,
    Unit,
)

__all__ = [
    "REPLICATIONS",
    "Agreement",
    "CodingAgreement",
    "Interval",
    "ItemAgreement",
    "Level",
    "Progress",
    "Unit",
    "alpha",
    "coded_alpha",
    "kappa",
]

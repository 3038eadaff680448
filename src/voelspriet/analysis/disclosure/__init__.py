# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping people safe in published numbers (method §9).

`thresholds` says what may be shown by itself; `tables` and `shares` make cells of what is
published; `protection` hides what would give a small count away together with everything else that
was ever published, and audits the result. What loads scipy (`auditing` and below) is loaded only
when something is audited.
"""

from voelspriet.analysis.disclosure.cells import Breach, Cell, Fact, Protection
from voelspriet.analysis.disclosure.protection import audit, protect
from voelspriet.analysis.disclosure.shares import numerators_of_share, share_cells
from voelspriet.analysis.disclosure.tables import (
    Dimension,
    dated_cells,
    table_cells,
    two_way_cells,
)
from voelspriet.analysis.disclosure.thresholds import (
    SENSITIVE_DAYS,
    SENSITIVE_REPORTERS,
    SMALLEST_BASE,
    THRESHOLD,
    MeanShown,
    is_small,
    may_show_sensitive,
    may_show_share,
    show_mean,
)

__all__ = [
    "SENSITIVE_DAYS",
    "SENSITIVE_REPORTERS",
    "SMALLEST_BASE",
    "THRESHOLD",
    "Breach",
    "Cell",
    "Dimension",
    "Fact",
    "MeanShown",
    "Protection",
    "audit",
    "dated_cells",
    "is_small",
    "may_show_sensitive",
    "may_show_share",
    "numerators_of_share",
    "protect",
    "share_cells",
    "show_mean",
    "table_cells",
    "two_way_cells",
]

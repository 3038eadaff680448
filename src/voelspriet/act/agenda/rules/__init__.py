# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and do what, and what follows from a day. One file per subject."""

from voelspriet.act.agenda.rules.agreements import (
    LONGEST_DAYS,
    READS_ALL,
    REASON_LIMIT,
    RESULT_LIMIT,
    WHAT_LIMIT,
    QuickDay,
    carries_out,
    counted_days,
    directs,
    is_overdue,
    quick_days,
    visible_agreements,
    week_of,
    working_day_from,
)

__all__ = [
    "LONGEST_DAYS",
    "READS_ALL",
    "REASON_LIMIT",
    "RESULT_LIMIT",
    "WHAT_LIMIT",
    "QuickDay",
    "carries_out",
    "counted_days",
    "directs",
    "is_overdue",
    "quick_days",
    "visible_agreements",
    "week_of",
    "working_day_from",
]

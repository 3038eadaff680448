# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""When the call-back list lets somebody go."""

from __future__ import annotations

from collections.abc import Iterable

from voelspriet.answer.replies.choices import CallResult

ATTEMPTS_BEFORE_GIVING_UP = 3


def may_give_up(results: Iterable[str]) -> bool:
    """Tell whether a colleague may stop calling: after three attempts, or a wrong number."""
    tried = list(results)
    return len(tried) >= ATTEMPTS_BEFORE_GIVING_UP or CallResult.WRONG_NUMBER in tried

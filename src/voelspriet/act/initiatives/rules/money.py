# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands ready as the rate of a livability budget, and what is left of one."""

from __future__ import annotations

RATE_EURO_CENTS = 200  # the rule of Alphen aan den Rijn: € 2 per inhabitant per year
MOST_EURO_CENTS = 10_000_000_00


def left(amount_euro_cents: int, bound_euro_cents: int) -> int:
    """Return what can still be promised, in euro cents."""
    return amount_euro_cents - bound_euro_cents

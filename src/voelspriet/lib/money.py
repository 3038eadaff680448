# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts in euro cents, as people in the Netherlands write them."""

from __future__ import annotations

CENTS = 100


def written(euro_cents: int) -> str:
    r"""Return an amount in words of the Netherlands, with a space that does not break.

    >>> written(223_350_50)
    '€\xa0223.350,50'
    >>> written(-5)
    '€\xa0-0,05'
    """
    euros, cents = divmod(abs(euro_cents), CENTS)
    sign = "-" if euro_cents < 0 else ""
    return f"€\u00a0{sign}{euros:,}".replace(",", ".") + f",{cents:02d}"

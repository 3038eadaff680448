# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts in euro cents, as people in the Netherlands write them."""

from __future__ import annotations

import re

CENTS = 100
TYPED = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:[.,](\d{1,2})|,-{1,2})?", re.ASCII)


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


def brief(euro_cents: int) -> str:
    r"""Return an amount as it stands in a table: whole euros without decimals.

    >>> brief(223_350_00), brief(50)
    ('€\xa0223.350', '€\xa00,50')
    """
    return written(euro_cents).removesuffix(",00")


def cents_of(typed: str) -> int | None:
    """Return the euro cents of an amount as people type it; None when it can be read otherwise.

    A point with three digits behind it stands between thousands; nothing is guessed.

    >>> cents_of("€ 204.087,50"), cents_of("204087"), cents_of("1.5"), cents_of("1.000,-")
    (20408750, 20408700, 150, 100000)
    >>> cents_of("circa 5.000"), cents_of("1,234"), cents_of("-5")
    (None, None, None)
    """
    found = TYPED.fullmatch("".join(typed.replace("€", "").split()))
    if found is None:
        return None
    euros, cents = found[1].replace(".", ""), found[2] or ""
    return int(euros) * CENTS + int(cents.ljust(2, "0"))


def typed(euro_cents: int) -> str:
    """Return an amount as it is typed in a field: whole euros without decimals.

    >>> typed(20408700), typed(1150)
    ('204087', '11,50')
    """
    euros, cents = divmod(euro_cents, CENTS)
    return f"{euros},{cents:02d}" if cents else str(euros)

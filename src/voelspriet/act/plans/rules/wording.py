# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers and lists as the reader's language writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

PLACES, MOST_PLACES = 1, 3
# what counts things has no unit: "2 aantal" is no Dutch
COUNT = re.compile(r"^(aantal|count)($| (?=per ))", re.IGNORECASE)
NO_BREAK = "\N{NO-BREAK SPACE}"
EUROS = frozenset({"EUR", "EURO", "€"})
SIGN_LENGTH = 3


def number(value: Decimal | float) -> str:
    """Return a number without decimals that say nothing, three at most, its thousands apart."""
    exact = round(Decimal(str(value)), MOST_PLACES).normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return number_format(exact, places, use_l10n=True, force_grouping=True)


def points(gap: float) -> str:
    """Return a difference in percentage points."""
    rounded = round(gap, PLACES)
    told = ngettext("%(gap)s punt", "%(gap)s punten", 1 if rounded == 1 else 2)
    return told % {"gap": number(rounded)}


def with_unit(value: Decimal, unit: str) -> str:
    """Return a value and its unit; a sign such as % or € stays on the line of its number.

    >>> with_unit(Decimal(2), "aantal"), with_unit(Decimal(78), "aantal per jaar")
    ('2', '78 per jaar')
    """
    if unit.upper() in EUROS:
        return f"€{NO_BREAK}{number(value)}"
    told = COUNT.sub("", unit)
    if not told:
        return number(value)
    gap = NO_BREAK if len(told) <= SIGN_LENGTH else " "
    return f"{number(value)}{gap}{told}"


def listed(things: Sequence[object]) -> str:
    """Return things in a sentence: a, b and c."""
    words = [str(one) for one in things]
    if len(words) < 2:  # noqa: PLR2004  one thing needs no "and"
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}

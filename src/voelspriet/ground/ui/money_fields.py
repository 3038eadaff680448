# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts as people type them in a form. Typed in euros, kept in cents."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language

from voelspriet.lib.money import CENTS

DECIMALS = re.compile(r"[.,](\d{1,2})$")
MOST_CENTS = 10_000_000_00


class EuroField(forms.DecimalField):
    """An amount in euros as people type it, given back in euro cents: 4.900,50 or 4900.5."""

    def __init__(
        self,
        *,
        label: Any,
        required: bool = True,
        least: str = "0.01",
        most_cents: int = MOST_CENTS,
        help_text: Any = "",
    ) -> None:
        super().__init__(
            label=label,
            required=required,
            help_text=help_text,
            min_value=Decimal(least),
            max_value=Decimal(most_cents) / CENTS,
            decimal_places=2,
            widget=forms.TextInput({"inputmode": "decimal", "dir": "ltr"}),
        )

    def clean(self, value: Any) -> int | None:
        """Return the amount in euro cents; None when it may stay empty and did."""
        euros = super().clean(plain_number(value) if isinstance(value, str) else value)
        return None if euros is None else int(euros * CENTS)

    def prepare_value(self, value: Any) -> Any:
        """Show an amount that stands ready with two digits, as the reader writes it."""
        if not isinstance(value, Decimal):
            return value
        shown = f"{value:.2f}"
        return shown if get_language() == "en" else shown.replace(".", ",")


def plain_number(typed: str) -> str:
    """Return an amount without sign of money or thousands, with a point for decimals.

    >>> plain_number("€ 4.900,50"), plain_number("1.000"), plain_number("2,5")
    ('4900.50', '1000', '2.5')
    """
    plain = "".join(typed.replace("€", "").split())
    decimals = DECIMALS.search(plain)
    whole_part = plain[: decimals.start()] if decimals else plain
    whole_part = whole_part.replace(".", "").replace(",", "")
    return f"{whole_part}.{decimals[1]}" if decimals else whole_part

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of forms about plans: numbers, years and lines as people type them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")
BETWEEN = re.compile(r"[\s,;]+")
FIRST_YEAR, LAST_YEAR = 1990, 2100


class NumberField(forms.DecimalField):
    """A number with a comma or a point: 4.535, 82,5 and 82.5."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            max_digits=13,
            decimal_places=3,
            widget=forms.TextInput({"inputmode": "decimal", "dir": "ltr"}),
            **more,
        )

    def clean(self, value: Any) -> Decimal | None:
        """Return the number; None when it may stay empty and did."""
        found: Decimal | None = super().clean(plain_number(value))
        return found

    def prepare_value(self, value: Any) -> Any:
        """Show a number without zeros nobody typed."""
        if not isinstance(value, Decimal):
            return value
        whole = value == value.to_integral_value()
        return str(int(value)) if whole else f"{value.normalize():f}".replace(".", ",")


def plain_number(typed: Any) -> Any:
    """Return what was typed with a point for decimals and none for thousands.

    >>> plain_number("4.535"), plain_number("82,5"), plain_number("82.5")
    ('4535', '82.5', '82.5')
    """
    if not isinstance(typed, str):
        return typed
    plain = "".join(typed.split())
    if "," in plain or THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    return plain


class YearsField(forms.CharField):
    """Years with commas or spaces between them, given back in order."""

    def clean(self, value: Any) -> tuple[int, ...]:
        """Return the years; none when it may stay empty and did."""
        words = [one for one in BETWEEN.split(super().clean(value)) if one]
        if any(not (one.isascii() and one.isdigit() and _is_year(int(one))) for one in words):
            raise ValidationError(_("Schrijf jaren met een komma ertussen: 2019, 2021."))
        return tuple(sorted({int(one) for one in words}))

    def prepare_value(self, value: Any) -> Any:
        """Show a list of years as it is typed."""
        return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


class LinesField(forms.CharField):
    """Things each on a line of its own, given back one by one."""

    def __init__(self, *, line_limit: int, rows: int, **more: Any) -> None:
        widget = forms.Textarea({"rows": rows})
        super().__init__(required=False, max_length=12_000, widget=widget, **more)
        self.line_limit = line_limit

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return what stands on each line; empty lines say nothing."""
        lines = (" ".join(line.split()) for line in super().clean(value).splitlines())
        found = tuple(line for line in lines if line)
        if any(len(line) > self.line_limit for line in found):
            told = _("Een regel heeft ten hoogste %(limit)s tekens.")
            raise ValidationError(told % {"limit": self.line_limit})
        return found

    def prepare_value(self, value: Any) -> Any:
        """Show things as they are typed."""
        return "\n".join(value) if isinstance(value, list | tuple) else value


def _is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR

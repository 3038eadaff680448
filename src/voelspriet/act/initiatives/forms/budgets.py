# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in about budgets. Amounts are typed in euros and kept in cents."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from voelspriet.act.initiatives.choices import BudgetKind
from voelspriet.act.initiatives.rules.money import MOST_EURO_CENTS, RATE_EURO_CENTS
from voelspriet.ground.people.forms import Choices, whole
from voelspriet.lib.money import CENTS

DECIMALS = re.compile(r"[.,](\d{1,2})$")


class EuroField(forms.DecimalField):
    """An amount in euros as people type it, given back in euro cents: 4.900,50 or 4900.5."""

    def __init__(
        self, *, label: Any, required: bool = True, least: str = "0.01", help_text: Any = ""
    ) -> None:
        super().__init__(
            label=label,
            required=required,
            help_text=help_text,
            min_value=Decimal(least),
            max_value=Decimal(MOST_EURO_CENTS) / CENTS,
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


class BudgetForm(forms.Form):
    """A budget: rate × inhabitants, or a fixed amount."""

    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    year = forms.IntegerField(label=_("Jaar"), min_value=2000, max_value=2100)
    kind = forms.ChoiceField(label=_("Soort"), choices=BudgetKind.choices)
    rate = EuroField(label=_("Euro per inwoner"), required=False)
    amount = EuroField(
        label=_("Of een vast bedrag in euro"),
        required=False,
        help_text=_("Laat dan het bedrag per inwoner leeg."),
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]


class RequestForm(forms.Form):
    """What is asked from a budget."""

    what = forms.CharField(
        label=_("Waarvoor"), help_text=_("Geen namen van personen."), max_length=200
    )
    amount = EuroField(label=_("Gevraagd, in euro"))


class AskForm(forms.Form):
    """Money for one initiative: from which budget, and how much."""

    budget = forms.TypedChoiceField(label=_("Uit welk budget"), coerce=whole)
    what = forms.CharField(
        label=_("Waarvoor"), help_text=_("Geen namen van personen."), max_length=200
    )
    amount = EuroField(label=_("Gevraagd, in euro"))

    def __init__(self, *args: Any, budgets: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["budget"].choices = list(budgets)  # type: ignore[attr-defined]


class PromiseForm(forms.Form):
    """How much is promised."""

    amount = EuroField(label=_("Toezeggen, in euro"))


class SpendForm(forms.Form):
    """What it cost in the end."""

    amount = EuroField(label=_("Uitgegeven, in euro"), least="0")


class RefuseForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=_("Waarom niet"), max_length=300, widget=forms.Textarea({"rows": 2})
    )


def start_rate() -> Decimal:
    """Return the rate that stands ready in the form, in euros."""
    return Decimal(RATE_EURO_CENTS) / CENTS

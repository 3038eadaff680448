# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in about budgets. Amounts are typed in euros and kept in cents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.initiatives.choices import BudgetKind
from voelspriet.ground.people.forms import Choices, whole
from voelspriet.ground.ui.money_fields import EuroField


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

    amount = EuroField(label=_("Uitgegeven, in euro"), least_cents=0)


class RefuseForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=_("Waarom niet"), max_length=300, widget=forms.Textarea({"rows": 2})
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an administrator fills in about the municipality."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

WORKING_DAYS = _("In werkdagen. De dag van ontvangst telt niet mee.")


class MunicipalityForm(forms.Form):
    """Promises, phone and the sender of mail."""

    first_answer_days = forms.IntegerField(
        label=_("Eerste antwoord van een mens binnen"), help_text=WORKING_DAYS, min_value=1
    )
    longest_promise_days = forms.IntegerField(
        label=_("Langste belofte aan een melder"), help_text=WORKING_DAYS, min_value=1
    )
    director_after_days = forms.IntegerField(
        label=_("Naar de procesdirecteur, zoveel dagen te laat"), min_value=0
    )
    executive_after_days = forms.IntegerField(
        label=_("Naar de bestuurder, zoveel dagen te laat"), min_value=0
    )
    phone = forms.CharField(label=_("Telefoonnummer"), max_length=20, required=False)
    sender = forms.CharField(
        label=_("Afzender van mail"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: Gemeente Voorbeeld <wijk@gemeente.example>"),
    )

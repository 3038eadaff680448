# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of coding a second time: whom to give what, and what came of a difference."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import Choices, whole
from voelspriet.understand.coding.actions.discussing import REASON_LIMIT
from voelspriet.understand.coding.choices import DifferenceOutcome


class GiveSecondForm(forms.Form):
    """Who codes a second time, with which codebook, and how many texts."""

    coder = forms.TypedChoiceField(
        label=_("Wie codeert de teksten nog een keer?"),
        help_text=_("Kies iemand die de codes van de eerste nog niet gezien heeft."),
        coerce=whole,
    )
    codebook = forms.ChoiceField(label=_("Over welk codeboek gaat het?"))
    size = forms.IntegerField(
        label=_("Hoeveel teksten?"),
        help_text=_("Het systeem loot ze. Laat leeg om alle teksten te geven."),
        min_value=1,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        coders: Choices = (),
        codebooks: Iterable[tuple[str, str]] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.fields["coder"].choices = list(coders)  # type: ignore[attr-defined]
        self.fields["codebook"].choices = list(codebooks)  # type: ignore[attr-defined]


class DifferenceForm(forms.Form):
    """What two coders decided about a piece of text, and why."""

    outcome = forms.ChoiceField(
        label=_("Wat hebt u samen besloten?"),
        choices=DifferenceOutcome.choices,
        widget=forms.RadioSelect,
    )
    codes = forms.TypedMultipleChoiceField(
        label=_("Allebei gewijzigd in"),
        help_text=_("Alleen als u allebei gewijzigd hebt. De codes gelden voor het hele stuk."),
        coerce=whole,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        help_text=_("Schrijf het zo dat een ander het de volgende keer net zo doet."),
        max_length=REASON_LIMIT,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, codes: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["codes"].choices = list(codes)  # type: ignore[attr-defined]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents type to find something on the social map."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.network.choices import Subject
from voelspriet.ground.people.forms import Choices, whole


class FindForm(forms.Form):
    """What somebody looks for on the social map. Everything may stay empty."""

    zoek = forms.CharField(
        label=_("Wat zoekt u?"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )
    onderwerp = forms.ChoiceField(label=_("Onderwerp"), required=False)
    buurt = forms.TypedChoiceField(label=_("Buurt"), required=False, coerce=whole, empty_value=None)

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        every = ("", _("Alles"))
        self.fields["onderwerp"].choices = [every, *Subject.choices]  # type: ignore[attr-defined]
        self.fields["buurt"].choices = [("", _("Alle buurten")), *areas]  # type: ignore[attr-defined]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is filled in to do something for an ambition of a safety plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.actions.ambitions import AmbitionActionGiven
from voelspriet.act.agenda.rules import WHAT_LIMIT
from voelspriet.ground.people.forms import Choices, DateInput, whole

RUNNING = "afspraken-die-lopen"


class AmbitionActionForm(forms.Form):
    """Who does what by when."""

    what = forms.CharField(
        label=_("Wat"),
        max_length=WHAT_LIMIT,
        help_text=_("Schrijf geen namen of andere dingen over personen op."),
        widget=forms.Textarea({"rows": 2}),
    )
    organisation = forms.TypedChoiceField(label=_("Wie doet het"), coerce=whole)
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    due_on = forms.DateField(label=_("Klaar op"), widget=DateInput())

    def __init__(
        self, *args: Any, organisations: Choices = (), areas: Choices = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        nobody = ("", _("Kies wie het doet"))
        self.fields["organisation"].choices = [nobody, *organisations]  # type: ignore[attr-defined]
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]

    def given(self) -> AmbitionActionGiven:
        """Return what was filled in."""
        values = self.cleaned_data
        return AmbitionActionGiven(
            area_id=values["area"],
            organisation_id=values["organisation"],
            what=values["what"],
            due_on=values["due_on"],
        )


class LinkForm(forms.Form):
    """Which agreement is for an ambition: by its number, with those that run to pick from."""

    agreement = forms.CharField(
        label=_("Nummer van de afspraak"),
        help_text=_("Typ het nummer, of een paar letters van wat er is afgesproken."),
        max_length=16,
        widget=forms.TextInput({"list": RUNNING, "autocomplete": "off", "dir": "ltr"}),
    )


class UnlinkForm(forms.Form):
    """Which agreement is not for an ambition."""

    linked = forms.CharField(max_length=16, widget=forms.HiddenInput)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is filled in to do something for an ambition of a safety plan."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.actions.ambitions import AmbitionActionGiven
from voelspriet.act.agenda.forms.agreements import PromiseForm
from voelspriet.ground.people.forms import DateInput

RUNNING = "afspraken-die-lopen"


class AmbitionActionForm(PromiseForm):
    """Who does what by when."""

    due_on = forms.DateField(label=_("Klaar op"), widget=DateInput())

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

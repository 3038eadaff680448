# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type about organisations, their members and faces."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.network.choices import OrganisationKind, Subject
from voelspriet.ground.people.forms import Choices, DateInput, whole


def subjects_field(label: Any) -> forms.MultipleChoiceField:
    """Return a field for subjects, as boxes in rows; none is fine."""
    return forms.MultipleChoiceField(
        label=label,
        choices=Subject.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "vs-choices--row"}),
    )


class OrganisationForm(forms.Form):
    """A department or partner."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    kind = forms.ChoiceField(label=_("Soort"), choices=OrganisationKind.choices)
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    phone = forms.CharField(label=_("Telefoonnummer"), max_length=20, required=False)


class MemberForm(forms.Form):
    """Who handles matters for it."""

    user = forms.TypedChoiceField(label=_("Behandelaar"), coerce=whole)

    def __init__(self, *args: Any, colleagues: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["user"].choices = list(colleagues)  # type: ignore[attr-defined]


class FaceForm(forms.Form):
    """Somebody people in an area can turn to, who agreed to be shown."""

    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    first_name = forms.CharField(label=_("Voornaam"), max_length=60)
    function = forms.CharField(label=_("Wat deze persoon hier doet"), max_length=80)
    phone = forms.CharField(label=_("Telefoonnummer"), max_length=20, required=False)
    agreed_on = forms.DateField(
        label=_("Zei zelf ja op"),
        help_text=_("Vraag het eerst. Niemand staat op een pagina zonder het te weten."),
        widget=DateInput(),
    )
    subjects = subjects_field(_("Waarvoor kan iemand hier terecht"))

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]

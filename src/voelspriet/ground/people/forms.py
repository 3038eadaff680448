# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type about accounts, roles, duties and themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.privacy.choices import Role

Choices = Iterable[tuple[int, str]]


def whole(value: Any) -> int:
    """Return a choice's id as a number."""
    return int(value)


class DateInput(forms.DateInput):
    """A date as browsers pick it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PeopleFilterForm(forms.Form):
    """Whom to find in the list of accounts."""

    zoek = forms.CharField(
        label=_("Naam of e-mailadres"),
        required=False,
        max_length=60,
        widget=forms.TextInput({"type": "search", "data-search": ""}),
    )


class SignInForm(forms.Form):
    """E-mail address and password."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class PasswordForm(forms.Form):
    """A new password for oneself."""

    old = forms.CharField(
        label=_("Uw huidige wachtwoord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Uw nieuwe wachtwoord"),
        help_text=_("Ten minste 12 tekens. Een paar losse woorden is goed."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )


class MyFaceForm(forms.Form):
    """Whether one's photo stands on the pages of one's areas."""

    is_shown = forms.BooleanField(
        label=_("Mijn foto mag op de pagina van mijn gebied"),
        help_text=_("U kiest dit zelf. Zet u het uit, dan wordt de foto meteen vernietigd."),
        required=False,
    )
    photo = forms.FileField(
        label=_("Foto"),
        required=False,
        help_text=_("Ten hoogste 10 MB. Wij halen tijd en plaats uit de foto."),
        widget=forms.FileInput({"accept": "image/*"}),
    )


class DetailsForm(forms.Form):
    """How a colleague is named and reached."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    first_name = forms.CharField(
        label=_("Voornaam"),
        max_length=60,
        help_text=_("Zo heet deze collega voor bewoners."),
    )
    function = forms.CharField(label=_("Functie"), max_length=80, required=False)
    phone = forms.CharField(label=_("Telefoonnummer"), max_length=20, required=False)


class NewPersonForm(DetailsForm):
    """An account to make, with its first role."""

    email = forms.EmailField(label=_("E-mailadres"), max_length=254)
    role = forms.ChoiceField(label=_("Rol"), choices=Role.choices)
    field_order = ("name", "first_name", "email", "role", "function", "phone")


class RoleForm(forms.Form):
    """A role to give."""

    role = forms.ChoiceField(label=_("Rol"), choices=Role.choices)


class DutyForm(forms.Form):
    """A place in the duo of an area."""

    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    kind = forms.ChoiceField(label=_("Plaats in het duo"), choices=DutyKind.choices)
    starts_on = forms.DateField(
        label=_("Vanaf"), required=False, help_text=_("Leeg: vandaag."), widget=DateInput()
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]


class EndDutyForm(forms.Form):
    """Who takes a place in a duo over, and how long the predecessor stays as stand-in."""

    successor = forms.TypedChoiceField(
        label=_("Opvolger"), required=False, coerce=whole, empty_value=None
    )
    stays_until = forms.DateField(
        label=_("Blijft vervanger tot en met"),
        required=False,
        help_text=_("Leeg: twee weken, zodat u de opvolger kunt voorstellen."),
        widget=DateInput(),
    )

    def __init__(self, *args: Any, colleagues: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        nobody = ("", _("Niemand: het duo erboven neemt het over"))
        self.fields["successor"].choices = [nobody, *colleagues]  # type: ignore[attr-defined]


class LeavingForm(forms.Form):
    """From which day somebody is gone, and who has each of their places then."""

    leaves_on = forms.DateField(
        label=_("Weg vanaf"),
        help_text=_("Vandaag: alles gaat nu meteen over. Een latere dag: dan vanzelf."),
        widget=DateInput(),
    )

    def __init__(
        self,
        *args: Any,
        places: Iterable[tuple[int, str]] = (),
        colleagues: Choices = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        nobody = ("", _("Niemand nieuws: wie er al is, neemt het over"))
        for duty_id, label in places:
            self.fields[f"duty_{duty_id}"] = forms.TypedChoiceField(
                label=label,
                required=False,
                coerce=whole,
                empty_value=None,
                choices=[nobody, *colleagues],
            )

    def successors(self) -> dict[int, int | None]:
        """Return who was chosen for each place."""
        return {
            int(name.removeprefix("duty_")): chosen
            for name, chosen in self.cleaned_data.items()
            if name.startswith("duty_")
        }

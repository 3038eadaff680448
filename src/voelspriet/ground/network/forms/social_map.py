# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues type to keep the social map."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.network.choices import (
    DeskLanguage,
    Involvement,
    OrganisationKind,
    Pace,
)
from voelspriet.ground.network.forms.organisations import subjects_field
from voelspriet.ground.network.rules.social_map import (
    ABOUT_LIMIT,
    ADDRESS_LIMIT,
    OPENING_LIMIT,
    SOURCE_LIMIT,
)
from voelspriet.ground.people.forms import Choices, whole

NO_NAMES = _("Schrijf geen namen van mensen op.")


def boxes() -> forms.CheckboxSelectMultiple:
    """Return boxes to tick, in rows."""
    return forms.CheckboxSelectMultiple({"class": "vs-choices--row"})


class KeepFilterForm(forms.Form):
    """Which organisations the staff list shows."""

    zoek = forms.CharField(
        label=_("Woorden"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search", "data-search": ""}),
    )
    stand = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=[
            ("", _("Alles")),
            ("listed", _("Op de kaart")),
            ("stale", _("Een jaar niet nagekeken")),
            ("off", _("Niet op de kaart")),
        ],
    )


class NewEntryForm(forms.Form):
    """A new organisation on the social map: the four things nobody can do without."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Soort"), choices=OrganisationKind.choices, initial=OrganisationKind.WELFARE
    )
    about = forms.CharField(
        label=_("Wat is het en wat kunt u er doen?"),
        help_text=NO_NAMES,
        max_length=ABOUT_LIMIT,
        widget=forms.Textarea({"rows": 3, "maxlength": ABOUT_LIMIT}),
    )
    source = forms.CharField(
        label=_("Van wie weet u dit?"),
        help_text=_("Bijvoorbeeld: gebeld met de balie, of de eigen website."),
        max_length=SOURCE_LIMIT,
    )


class EntryForm(forms.Form):
    """What stands on the social map about an organisation."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    kind = forms.ChoiceField(label=_("Soort"), choices=OrganisationKind.choices)
    phone = forms.CharField(label=_("Telefoonnummer"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    address = forms.CharField(label=_("Adres"), max_length=ADDRESS_LIMIT, required=False)
    website = forms.CharField(
        label=_("Website"), max_length=200, required=False, widget=forms.TextInput({"dir": "ltr"})
    )
    subjects = subjects_field(_("Waarvoor kunt u er terecht?"))
    languages = forms.MultipleChoiceField(
        label=_("In welke talen helpt de balie?"),
        choices=DeskLanguage.choices,
        required=False,
        widget=boxes(),
    )
    areas = forms.TypedMultipleChoiceField(
        label=_("Voor welke gebieden?"),
        help_text=_("Kies niets als het voor de hele gemeente is."),
        coerce=whole,
        required=False,
        widget=boxes(),
    )
    involvement = forms.ChoiceField(
        label=_("Wil zelf meedoen als"),
        help_text=_("Alleen wat de organisatie zelf zei."),
        required=False,
        choices=[("", _("Niet gevraagd")), *Involvement.choices],
    )
    pace = forms.ChoiceField(
        label=_("Hoe vaak"), required=False, choices=[("", _("Niet gevraagd")), *Pace.choices]
    )
    source = forms.CharField(label=_("Van wie weet u dit?"), max_length=SOURCE_LIMIT)

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["areas"].choices = list(areas)  # type: ignore[attr-defined]


class EntryTextForm(forms.Form):
    """What it is and when it is open, in one language."""

    about = forms.CharField(
        label=_("Wat is het en wat kunt u er doen?"),
        max_length=ABOUT_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 3, "maxlength": ABOUT_LIMIT}),
    )
    opening = forms.CharField(label=_("Wanneer open"), max_length=OPENING_LIMIT, required=False)

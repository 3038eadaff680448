# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues type to find something in the knowledge base, and to add to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.knowledge.actions.keeping import LIMITS
from voelspriet.ground.knowledge.choices import Audience, InterventionKind, Theme
from voelspriet.ground.knowledge.rules import URL_LIMIT, Words
from voelspriet.ground.people.forms import Choices, whole

EVERY = ("", _("Alles"))


def boxes() -> forms.CheckboxSelectMultiple:
    """Return boxes to tick, in rows."""
    return forms.CheckboxSelectMultiple({"class": "vs-choices--row"})


class FindKnowledgeForm(forms.Form):
    """What somebody looks for. Everything may stay empty."""

    zoek = forms.CharField(
        label=_("Woorden"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search", "data-search": ""}),
    )
    thema = forms.ChoiceField(label=_("Thema"), required=False, choices=[EVERY, *Theme.choices])
    voor = forms.ChoiceField(
        label=_("Voor wie"), required=False, choices=[EVERY, *Audience.choices]
    )
    soort = forms.ChoiceField(
        label=_("Soort"), required=False, choices=[EVERY, *InterventionKind.choices]
    )
    factor = forms.TypedChoiceField(
        label=_("Factor"), required=False, coerce=whole, empty_value=None
    )
    welke = forms.ChoiceField(
        label=_("Welke"),
        required=False,
        choices=[
            EVERY,
            ("own", _("Zelf toegevoegd")),
            ("shipped", _("Meegeleverd")),
            ("due", _("Opnieuw nakijken")),
            ("archived", _("In het archief")),
        ],
    )

    def __init__(self, *args: Any, factors: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["factor"].choices = [EVERY, *factors]  # type: ignore[attr-defined]


class InterventionForm(forms.Form):
    """An own intervention: what it is, whose, and how you know."""

    title = forms.CharField(label=_("Titel"), max_length=LIMITS["title"])
    kind = forms.ChoiceField(label=_("Soort"), choices=InterventionKind.choices)
    told = forms.CharField(
        label=_("Wat het is, in uw eigen woorden"),
        help_text=_("Neem geen zinnen over. Schrijf geen namen van bewoners of collega's op."),
        max_length=LIMITS["told"],
        widget=forms.Textarea({"rows": 4, "maxlength": LIMITS["told"]}),
    )
    owner = forms.CharField(label=_("Van welke organisatie is het?"), max_length=LIMITS["owner"])
    author_year = forms.CharField(
        label=_("Schrijver en jaar"), max_length=LIMITS["author_year"], required=False
    )
    audience = forms.ChoiceField(label=_("Voor wie"), choices=Audience.choices)
    themes = forms.MultipleChoiceField(
        label=_("Waar gaat het over?"), choices=Theme.choices, widget=boxes()
    )
    factors = forms.TypedMultipleChoiceField(
        label=_("Welke factoren van de Tafel van 12?"),
        help_text=_("Alleen als uit uw woorden blijkt waarom."),
        coerce=whole,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    url = forms.CharField(
        label=_("Adres op internet"),
        max_length=URL_LIMIT,
        required=False,
        widget=forms.TextInput({"dir": "ltr", "inputmode": "url"}),
    )
    url_note = forms.CharField(
        label=_("Opmerking bij het adres"), max_length=LIMITS["url_note"], required=False
    )
    source_document = forms.CharField(
        label=_("Van wie of waaruit weet u dit?"),
        help_text=_("Een stuk, een gesprek met een vakgenoot, een eigen evaluatie."),
        max_length=LIMITS["source_document"],
    )
    source_section = forms.CharField(
        label=_("Waar daarin?"), max_length=LIMITS["source_section"], required=False
    )

    def __init__(self, *args: Any, factors: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["factors"].choices = list(factors)  # type: ignore[attr-defined]

    def words(self) -> Words:
        """Return what was typed, once it is valid."""
        given = dict(self.cleaned_data)
        given["themes"] = tuple(given["themes"])
        given["factors"] = tuple(given["factors"])
        return Words(**given)

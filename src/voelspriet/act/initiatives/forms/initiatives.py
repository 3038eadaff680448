# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in about an initiative."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.initiatives.choices import InitiativeOutcome, InitiativeStatus
from voelspriet.act.initiatives.told import IDEA_LIMIT, WORDS_LIMIT
from voelspriet.ground.people.forms import Choices, DateInput, whole

PLAIN = _("Schrijf gewone woorden. Wie dit begon, leest het op de volgpagina.")


class InitiativeFilterForm(forms.Form):
    """What part of the initiatives to list."""

    welke = forms.ChoiceField(
        label=_("Welke"),
        required=False,
        choices=[
            ("", _("Alle")),
            ("waiting", _("Wacht op ons")),
            ("late", _("Te laat")),
            ("contradicted", _("Spreekt elkaar tegen")),
            ("stale", _("Een jaar niets gehoord")),
        ],
    )
    stand = forms.ChoiceField(
        label=_("Stand"), required=False, choices=[("", _("Alle")), *InitiativeStatus.choices]
    )
    gebied = forms.TypedChoiceField(
        label=_("Gebied"), required=False, coerce=whole, empty_value=None
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["gebied"].choices = [("", _("Alle")), *areas]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What to write, and by which day the decision comes."""

    text = forms.CharField(
        label=_("Bericht"),
        help_text=PLAIN,
        max_length=IDEA_LIMIT,
        widget=forms.Textarea({"rows": 4}),
    )
    promised_on = forms.DateField(label=_("Het besluit is er uiterlijk op"), widget=DateInput())

    def __init__(self, *args: Any, is_decided: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_decided:
            del self.fields["promised_on"]


class DecideForm(forms.Form):
    """What is decided and why."""

    outcome = forms.ChoiceField(
        label=_("Besluit"), choices=InitiativeOutcome.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Waarom"),
        help_text=PLAIN,
        max_length=IDEA_LIMIT,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, may_challenge: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not may_challenge:
            self.fields["outcome"].choices = [  # type: ignore[attr-defined]
                one
                for one in InitiativeOutcome.choices
                if one[0] != InitiativeOutcome.CHALLENGE_ACCEPTED
            ]


class StatusForm(forms.Form):
    """Who says what about how it stands."""

    status = forms.ChoiceField(label=_("Stand"), choices=InitiativeStatus.choices)
    source = forms.CharField(
        label=_("Wie of wat zegt dit?"),
        help_text=_("Bijvoorbeeld: zelf gezien, het jongerenwerk, een verslag. Geen namen."),
        max_length=160,
    )
    said_on = forms.DateField(label=_("Op welke dag"), widget=DateInput())
    why = forms.CharField(
        label=_("Waarom ligt het stil of stopte het?"),
        required=False,
        max_length=WORDS_LIMIT,
        widget=forms.Textarea({"rows": 2}),
    )
    replaces = forms.BooleanField(
        label=_("Dit is nieuws: wat eerder is gezegd, geldt niet meer"),
        help_text=_("Zet dit uit als u niet weet wie gelijk heeft. Dan blijft alles naast elkaar."),
        required=False,
    )


class SettleForm(forms.Form):
    """Why this statement holds."""

    why = forms.CharField(
        label=_("Waarom geldt deze?"), max_length=WORDS_LIMIT, widget=forms.Textarea({"rows": 2})
    )


class TitleForm(forms.Form):
    """A short title."""

    title = forms.CharField(
        label=_("Korte titel"),
        help_text=_("Iedere collega die meeleest ziet deze titel. Geen namen."),
        max_length=120,
    )


class TextForm(forms.Form):
    """What the public list says, in one language."""

    title = forms.CharField(label=_("Titel"), max_length=120, required=False)
    about = forms.CharField(
        label=_("Waar gaat het over"),
        help_text=_("Kort, zonder namen."),
        max_length=WORDS_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )


class ContactForm(forms.Form):
    """Why somebody must be reached."""

    reason = forms.CharField(
        label=_("Waarom heeft u de gegevens nodig?"),
        help_text=_("De privacyfunctionaris leest dit."),
        max_length=300,
    )


class PressForm(forms.Form):
    """Nothing but a button."""

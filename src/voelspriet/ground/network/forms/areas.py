# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser types about an area: faces, streets, the welcome, who is asked and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.network.choices import Service
from voelspriet.ground.network.forms.organisations import subjects_field
from voelspriet.ground.network.rules.key_figures import ROLE_LIMIT
from voelspriet.ground.people.forms import Choices, whole


class FaceCheckForm(forms.Form):
    """What to turn to a face for; sending it says that it was checked today."""

    subjects = subjects_field(_("Waarvoor kan iemand hier terecht"))


class ServiceForm(forms.Form):
    """Which service, of which organisation; an empty choice shows every service together."""

    dienst = forms.ChoiceField(
        label=_("Dienst"),
        required=False,
        choices=[("", _("Alle diensten")), *Service.choices],
    )
    organisatie = forms.TypedChoiceField(
        label=_("Organisatie"), required=False, coerce=whole, empty_value=None
    )

    def __init__(self, *args: Any, organisations: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        every = ("", _("Kies om straten aan te wijzen"))
        self.fields["organisatie"].choices = [every, *organisations]  # type: ignore[attr-defined]


class CoverForm(forms.Form):
    """The streets of a neighbourhood an organisation is there for."""

    streets = forms.TypedMultipleChoiceField(
        label=_("Straten"),
        coerce=whole,
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "vs-choices--row"}),
    )

    def __init__(self, *args: Any, streets: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["streets"].choices = list(streets)  # type: ignore[attr-defined]


class WelcomeForm(forms.Form):
    """When, where and what there is for everybody who moves in, in one language."""

    moment = forms.CharField(
        label=_("Wanneer"),
        help_text=_("Bijvoorbeeld: elke eerste woensdag, van 10 tot 12 uur."),
        max_length=120,
        required=False,
    )
    place = forms.CharField(label=_("Waar"), max_length=160, required=False)
    what = forms.CharField(
        label=_("Wat"),
        help_text=_("Voor iedereen die hier komt wonen. Vraag niet waar iemand vandaan komt."),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 3, "maxlength": 300}),
    )


class InviteForm(forms.Form):
    """In which role somebody is asked; nothing of the person."""

    role = forms.CharField(
        label=_("In welke rol vraagt u iemand?"),
        help_text=_("Bijvoorbeeld: coördinator van het buurtpreventieteam. Geen naam."),
        max_length=ROLE_LIMIT,
    )


class WhyForm(forms.Form):
    """Why somebody needs to know how to reach a key figure."""

    reason = forms.CharField(
        label=_("Waarom heeft u de gegevens nodig?"),
        help_text=_("Wij bewaren dat u keek, wanneer en waarom."),
        max_length=300,
    )

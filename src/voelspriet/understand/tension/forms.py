# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser says about tension, and what a policy adviser writes about help."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import DateInput
from voelspriet.understand.tension.choices import Domain, Phase
from voelspriet.understand.tension.rules import HELP_LIMIT, MATTER_LIMIT, REASON_LIMIT

TOLD = {
    Phase.REST: _("Rust: niets bijzonders."),
    Phase.DISCOMFORT: _("Ongemak: mensen ergeren zich of voelen zich onprettig."),
    Phase.TENSION: _("Spanning: mensen staan tegenover elkaar, of er is angst."),
    Phase.INCIDENT: _("Incident: er is iets gebeurd dat onrust geeft."),
}


class ReadingForm(forms.Form):
    """In which phase it is, since when, and why. Without a matter it is the area as a whole."""

    matter = forms.CharField(
        label=_("Gaat het over één plek of kwestie? Noem die."),
        help_text=_("Laat leeg voor het hele gebied. Noem geen mensen en geen groepen."),
        max_length=MATTER_LIMIT,
        required=False,
    )
    phase = forms.ChoiceField(
        label=_("Hoe is het nu?"), choices=list(TOLD.items()), widget=forms.RadioSelect
    )
    since = forms.DateField(
        label=_("Sinds wanneer?"),
        help_text=_("Blijft de fase gelijk, dan blijft ook de dag staan."),
        widget=DateInput(),
    )
    reason = forms.CharField(
        label=_("Waaraan ziet u dat?"),
        help_text=_(
            "Wat u zag of hoorde. Geen namen, adressen, herkomst of geloof. Deze tekst kan bij "
            "een verzoek openbaar worden."
        ),
        max_length=REASON_LIMIT,
        widget=forms.Textarea({"rows": 4, "maxlength": REASON_LIMIT}),
    )
    is_nobody = forms.BooleanField(
        label=_("Ik heb nog eens gekeken: hier staat niemand in die te herkennen is."),
        required=False,
    )

    def __init__(
        self, *args: Any, has_matter: bool = True, doubts: bool = False, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if not has_matter:
            del self.fields["matter"]
        if not doubts:
            del self.fields["is_nobody"]


class ThemeForm(forms.Form):
    """About which theme to look in the knowledge base."""

    thema = forms.ChoiceField(label=_("Thema"), required=False)

    def __init__(self, *args: Any, themes: list[tuple[str, Any]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["thema"].choices = themes  # type: ignore[attr-defined]


class PhaseForm(forms.Form):
    """Which phase's help to show or change."""

    fase = forms.ChoiceField(label=_("Fase"), required=False, choices=Phase.choices)


class HelpForm(forms.Form):
    """What a domain can do in a phase."""

    domain = forms.ChoiceField(choices=Domain.choices, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Wat kan helpen"),
        help_text=_("Schrijf geen namen van mensen op."),
        max_length=HELP_LIMIT,
        widget=forms.Textarea({"rows": 3, "maxlength": HELP_LIMIT}),
    )

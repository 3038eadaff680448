# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody in the room fills in: a question, a card about oneself, an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.evenings.choices import PresenceAspect
from voelspriet.listen.evenings.queries.presence import Categories
from voelspriet.listen.evenings.rules.room import QUESTION_LIMIT


class AskForm(forms.Form):
    """A question somebody in the room asks on a phone."""

    text = forms.CharField(
        label=_("Uw vraag"),
        max_length=QUESTION_LIMIT,
        help_text=_("Schrijf geen namen, telefoonnummers of adressen op."),
        widget=forms.Textarea({"rows": 3}),
    )
    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)


class CardForm(forms.Form):
    """About oneself, on a phone: age, how long here, which part. Nothing needs an answer."""

    def __init__(self, *args: Any, categories: Categories, **more: Any) -> None:
        super().__init__(*args, **more)
        for aspect, lines in categories.items():
            self.fields[aspect.value] = forms.ChoiceField(
                label=ASKED[aspect],
                choices=[*lines, ("", _("Zeg ik liever niet"))],
                required=False,
                initial="",
                widget=forms.RadioSelect,
            )
            self.fields[aspect.value].one_of = True  # type: ignore[attr-defined]

    def card(self) -> dict[PresenceAspect, str]:
        """Return what was answered; nothing where somebody rather said nothing."""
        return {PresenceAspect(name): said for name, said in self.cleaned_data.items() if said}


class AddressForm(forms.Form):
    """Where the report goes, and in which language."""

    address = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


ASKED = {
    PresenceAspect.AGE: _("Hoe oud bent u?"),
    PresenceAspect.LENGTH_OF_STAY: _("Hoe lang woont u in deze buurt?"),
    PresenceAspect.PART: _("In welk deel woont u?"),
}

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An initiative a colleague enters for a resident: the questions of the public page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voelspriet.act.initiatives.choices import InitiativeNeed
from voelspriet.act.initiatives.told import IDEA_LIMIT, WORDS_LIMIT, InitiativeTold
from voelspriet.ground.areas.queries import neighbourhoods
from voelspriet.listen.intake.actions.entering import HEARD_BY
from voelspriet.listen.intake.choices import Channel

OFF = {"autocomplete": "off"}
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("tr", "Türkçe"), ("ar", "العربية")]


def _short(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=WORDS_LIMIT,
        widget=forms.Textarea({"rows": 2, **OFF}),
    )


class EnterInitiativeForm(forms.Form):
    """What a resident wants to do, how it was heard and where. Only the idea is needed."""

    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)
    idea = forms.CharField(
        label=_("Wat wil de bewoner doen?"),
        help_text=_("In de woorden van de bewoner. Schrijf geen namen van anderen op."),
        max_length=IDEA_LIMIT,
        widget=forms.Textarea({"rows": 4, "autofocus": "", **OFF}),
    )
    channel = forms.TypedChoiceField(
        label=_("Hoe hoorde u het?"),
        choices=[(str(channel), channel.label) for channel in HEARD_BY],
        coerce=Channel,
        initial=Channel.DOOR,
        widget=forms.RadioSelect(attrs={"class": "vs-choices--row"}),
    )
    area = forms.TypedChoiceField(label=_("Buurt"), required=False, coerce=int, empty_value=None)
    needs = forms.MultipleChoiceField(
        label=_("Wat is er nodig?"),
        required=False,
        choices=InitiativeNeed.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    who = _short(_("Wie doen er mee?"))
    open_for = _short(_("Voor wie is het?"))
    who_missing = _short(_("Wie mist de bewoner nog?"))
    may_list = forms.BooleanField(
        label=_("Het idee mag op de pagina van de buurt staan"),
        help_text=_(
            "Alleen als de bewoner dat goed vindt. Zonder naam, in uw eigen korte woorden."
        ),
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Taal waarin u het opschrijft"), choices=LANGUAGES, initial="nl"
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, max_length=254, widget=forms.EmailInput(attrs=OFF)
    )
    phone = forms.CharField(
        label=_("Telefoon"), required=False, max_length=20, widget=forms.TextInput(attrs=OFF)
    )

    def __init__(self, *args: Any, municipality_id: int, own_area: int | None, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = neighbourhoods(municipality_id=municipality_id)
        self.fields["area"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Overal, of nog niet bekend")),
            *((row.id, row.name) for row in rows),
        ]
        self.fields["area"].initial = own_area

    def told(self) -> InitiativeTold:
        """Return what was told (after `is_valid`)."""
        given = self.cleaned_data
        return InitiativeTold(
            submission=given["submission"],
            idea=given["idea"],
            who=given["who"],
            area_id=given["area"],
            needs=tuple(InitiativeNeed(code) for code in given["needs"]),
            open_for=given["open_for"],
            who_missing=given["who_missing"],
            may_list=given["may_list"],
            email=given["email"],
            phone=given["phone"],
            language=given["language"],
        )

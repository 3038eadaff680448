# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a key figure types: the code, and everything that is kept of them."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.network.choices import Involvement, Pace
from voelspriet.ground.network.forms.organisations import subjects_field
from voelspriet.ground.network.rules.key_figures import NAME_LIMIT, PHONE_LIMIT, ROLE_LIMIT

OFF = {"autocomplete": "off"}


class KeyCodeForm(forms.Form):
    """The code somebody got with the question."""

    code = forms.CharField(
        label=_("Uw code"),
        help_text=_("16 cijfers. Spaties en streepjes maken niet uit."),
        max_length=80,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "inputmode": "numeric",
                "dir": "ltr",
                "data-code": "",
                "class": "vs-code-input",
                "spellcheck": "false",
            }
        ),
    )


class OwnEntryForm(forms.Form):
    """Everything that is kept of a key figure, to fill in or correct by themselves."""

    role = forms.CharField(
        label=_("Wat doet u in de buurt?"),
        max_length=ROLE_LIMIT,
        widget=forms.TextInput(OFF),
        error_messages={"required": _("Schrijf op wat u in de buurt doet.")},
    )
    name = forms.CharField(
        label=_("Hoe mogen wij u noemen?"),
        help_text=_("Een voornaam is genoeg."),
        max_length=NAME_LIMIT,
        widget=forms.TextInput(OFF),
        error_messages={"required": _("Schrijf op hoe wij u mogen noemen.")},
    )
    phone = forms.CharField(
        label=_("Uw telefoonnummer"),
        help_text=_("Een telefoonnummer of een e-mailadres is genoeg."),
        max_length=PHONE_LIMIT,
        required=False,
        widget=forms.TextInput(OFF | {"inputmode": "tel", "dir": "ltr"}),
    )
    email = forms.EmailField(
        label=_("Uw e-mailadres"), required=False, widget=forms.EmailInput(OFF | {"dir": "ltr"})
    )
    subjects = subjects_field(_("Waarover mogen wij u iets vragen?"))
    involvement = forms.ChoiceField(
        label=_("Hoe wilt u meedoen?"),
        required=False,
        choices=[("", _("Dat weet ik nog niet")), *Involvement.choices],
    )
    pace = forms.ChoiceField(
        label=_("Hoe vaak mogen wij u iets vragen?"),
        required=False,
        choices=[("", _("Dat weet ik nog niet")), *Pace.choices],
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in to let somebody help at an evening."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.ui.described import Described
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.rules.links import LABEL_LIMIT

ROLES = [
    (
        EveningRole.CO_FACILITATOR,
        Described(
            EveningRole.CO_FACILITATOR.label,
            _("Zet onderdelen aan en uit, laat uitslagen en vragen zien, legt toezeggingen vast."),
        ),
    ),
    (
        EveningRole.NOTE_TAKER,
        Described(EveningRole.NOTE_TAKER.label, _("Schrijft op wat er gezegd wordt. Meer niet.")),
    ),
    (
        EveningRole.SCREEN,
        Described(EveningRole.SCREEN.label, _("Laat zien wat de zaal mag zien. Kan niets doen.")),
    ),
]


class LinkForm(forms.Form):
    """For which part a link is, and where it goes."""

    role = forms.ChoiceField(
        label=_("Wat gaat deze persoon doen?"),
        choices=ROLES,
        initial=EveningRole.NOTE_TAKER,
        widget=forms.RadioSelect,
    )
    label = forms.CharField(
        label=_("Waar is deze link voor?"),
        max_length=LABEL_LIMIT,
        required=False,
        help_text=_("Bijvoorbeeld: tablet bij tafel 2. Een naam is niet nodig."),
    )

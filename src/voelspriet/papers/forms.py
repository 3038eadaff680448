# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an administrator chooses for how papers look."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.papers.styling import ALT_LIMIT


class PaperStyleForm(forms.Form):
    """Two colours, and a logo with what it shows in words."""

    colour = forms.CharField(
        label=_("Kleur van titels en verwijzingen"),
        help_text=_("Zes cijfers en letters na een hekje, zoals #0b5a61."),
        max_length=7,
    )
    line = forms.CharField(
        label=_("Kleur van lijnen"),
        help_text=_("Voor de lijnen van tabellen en briefhoofden."),
        max_length=7,
    )
    logo = forms.FileField(
        label=_("Logo"),
        help_text=_("PNG of JPEG, ten hoogste 2 MB en ten minste 100 beeldpunten hoog. Laat leeg "
                    "om het logo te houden."),
        required=False,
        widget=forms.FileInput({"accept": "image/png,image/jpeg"}),
    )  # fmt: skip
    logo_alt = forms.CharField(
        label=_("Wat staat er op het logo?"),
        help_text=_("Dit hoort wie het papier laat voorlezen, bijvoorbeeld: Gemeente Waterrijk."),
        max_length=ALT_LIMIT,
        required=False,
    )
    drop_logo = forms.BooleanField(label=_("Haal het logo weg"), required=False)

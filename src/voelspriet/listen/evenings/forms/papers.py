# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser chooses to have papers for the hall printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.evenings.rules.answers import HIGHEST_SLIP

USUAL_SLIPS = 20
MOST_SLIPS = 60
APART = 100  # between the first numbers of two languages: no slip of one has a number of another


class HallPaper(TextChoices):
    """Which paper for the hall (papier voor de zaal)."""

    SLIPS = "stroken", _("Stroken met alle vragen")
    POSTER = "affiche", _("Affiche met de QR-code")


class HallPaperForm(forms.Form):
    """Which paper, in which language, and how many slips from which number on."""

    soort = forms.ChoiceField(label=_("Wat wilt u printen?"), choices=HallPaper.choices)
    lang = forms.ChoiceField(label=_("Taal"))
    aantal = forms.IntegerField(
        label=_("Hoeveel stroken"), min_value=1, max_value=MOST_SLIPS, required=False
    )
    vanaf = forms.IntegerField(
        label=_("Eerste nummer"),
        help_text=_(
            "Leeg: Nederlands vanaf 1, Engels vanaf 101, Turks vanaf 201, Arabisch vanaf 301."
            " Zo komt geen nummer twee keer voor."
        ),
        min_value=1,
        max_value=HIGHEST_SLIP + 1 - MOST_SLIPS,
        required=False,
    )

    def __init__(self, *args: Any, languages: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.codes = [code for code, _name in languages]
        self.fields["lang"].choices = list(languages)  # type: ignore[attr-defined]

    @property
    def is_poster(self) -> bool:
        """Tell whether the poster was chosen, once the form is valid."""
        return bool(self.cleaned_data["soort"] == HallPaper.POSTER)

    def count(self) -> int:
        """Return how many slips, once the form is valid."""
        return self.cleaned_data["aantal"] or USUAL_SLIPS

    def first(self) -> int:
        """Return the number of the first slip, once the form is valid."""
        place: int = self.codes.index(self.cleaned_data["lang"])
        return self.cleaned_data["vanaf"] or place * APART + 1

    def values(self) -> dict[str, str | int]:
        """Return what was chosen as it stands in an address, once the form is valid."""
        chosen = {"soort": self.cleaned_data["soort"], "lang": self.cleaned_data["lang"]}
        if self.is_poster:
            return chosen
        return chosen | {"aantal": self.count(), "vanaf": self.first()}

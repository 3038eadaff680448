# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague fills in to hold a round, to find words, and to hand in a paper sheet."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import Choices, DateInput, whole
from voelspriet.lib.working_days import DUTCH_TIME
from voelspriet.listen.drawings.choices import SheetChannel
from voelspriet.listen.drawings.rules.legend import LegendEntry, legend, usual_kinds
from voelspriet.listen.drawings.told import QUESTION_LIMIT

END_OF_DAY = time(23, 59, 59)


class RoundForm(forms.Form):
    """A new round: where and what; the rest has a good start."""

    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    question = forms.CharField(label=_("Vraag aan bewoners"), max_length=QUESTION_LIMIT)
    kinds = forms.MultipleChoiceField(
        label=_("Wat kunnen mensen tekenen?"), widget=forms.CheckboxSelectMultiple
    )
    closes_on = forms.DateField(
        label=_("Laatste dag"),
        help_text=_("Leeg: tot u de ronde sluit."),
        required=False,
        widget=DateInput(),
    )
    question_en = forms.CharField(
        label=_("De vraag in het Engels"), required=False, max_length=QUESTION_LIMIT
    )
    question_tr = forms.CharField(
        label=_("De vraag in het Turks"), required=False, max_length=QUESTION_LIMIT
    )
    question_ar = forms.CharField(
        label=_("De vraag in het Arabisch"),
        required=False,
        max_length=QUESTION_LIMIT,
        widget=forms.TextInput({"dir": "rtl"}),
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        more["initial"] = {
            "question": str(_("Waar voelt u zich veilig, en waar niet?")),
            "kinds": usual_kinds(),
        } | (more.get("initial") or {})
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        self.fields["kinds"].choices = [  # type: ignore[attr-defined]
            (code, entry.label) for code, entry in legend().items()
        ]

    def closes_at(self) -> datetime | None:
        """Return the end of the last day in Dutch time; None when the round stays open."""
        day: date | None = self.cleaned_data["closes_on"]
        return datetime.combine(day, END_OF_DAY, DUTCH_TIME) if day else None

    def translations(self) -> dict[str, str]:
        """Return the question in the languages it was written in."""
        return {
            language: self.cleaned_data[f"question_{language}"]
            for language in ("en", "tr", "ar")
            if self.cleaned_data[f"question_{language}"]
        }


class KindFilterForm(forms.Form):
    """Of which kind to show words or squares."""

    soort = forms.ChoiceField(label=_("Soort"), required=False)

    def __init__(self, *args: Any, entries: tuple[LegendEntry, ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["soort"].choices = [  # type: ignore[attr-defined]
            ("", _("Alle")),
            *((str(entry.kind), entry.label) for entry in entries),
        ]


class PaperForm(forms.Form):
    """How a sheet came in, and its photo."""

    channel = forms.ChoiceField(
        label=_("Hoe kwam deze kaart binnen?"),
        choices=[
            (SheetChannel.PAPER, SheetChannel.PAPER.label),
            (SheetChannel.STAFF, _("Iemand vertelde het mij")),
        ],
        widget=forms.RadioSelect,
        initial=SheetChannel.PAPER,
    )
    photo = forms.FileField(
        label=_("Foto van het papieren kaartblad"),
        help_text=_("JPG, PNG of WEBP, ten hoogste 10 MB. Niemand buiten ons ziet de foto."),
        required=False,
        widget=forms.ClearableFileInput({"accept": "image/*", "data-photo": ""}),
    )
    corners = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)


class RemoveForm(forms.Form):
    """Which sheet to take away."""

    reference = forms.CharField(label=_("Kenmerk van het kaartblad"), max_length=16)

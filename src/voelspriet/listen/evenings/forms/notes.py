# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a note-taker fills in: a few words, what they are about, and off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.evenings.queries.notes import NotePart
from voelspriet.listen.evenings.rules.factors import FACTORS
from voelspriet.listen.evenings.rules.room import NOTE_LIMIT
from voelspriet.listen.surveys.choices import HotKind

ROW = {"class": "vs-choices--row"}


class NoteForm(forms.Form):
    """A note, with what it is about; the last field only once the guard doubted."""

    text = forms.CharField(
        label=_("Notitie"),
        max_length=NOTE_LIMIT,
        widget=forms.Textarea({"rows": 3, "autofocus": True, "data-note-text": ""}),
        help_text=_("Geen namen, telefoonnummers, kentekens of huisadressen. Dit kan openbaar"
                    " worden."),
    )  # fmt: skip
    hot = forms.ChoiceField(
        label=_("Gaat over één"),
        required=False,
        choices=[("", _("Niets daarvan")), *HotKind.choices],
        widget=forms.RadioSelect(ROW),
    )
    factors = forms.TypedMultipleChoiceField(
        label=_("Factoren van de Tafel van 12"),
        required=False,
        coerce=int,
        choices=[(number, f"{number}") for number in FACTORS],
        widget=forms.CheckboxSelectMultiple(ROW),
    )
    is_nobody = forms.BooleanField(
        label=_("Ik heb nog eens gekeken: hier staat niemand in die te herkennen is."),
        required=False,
    )

    def __init__(self, *args: Any, doubts: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["factors"].choices = [  # type: ignore[attr-defined]
            (number, f"{number}. {label}") for number, label in FACTORS.items()
        ]
        self.fields["hot"].one_of = True  # type: ignore[attr-defined]
        if not doubts:
            del self.fields["is_nobody"]


class NewNoteForm(NoteForm):
    """A new note at a part, sent exactly once."""

    field_order = ("probe", "text", "hot", "factors")
    probe = forms.ChoiceField(label=_("Antwoord op"), required=False, widget=forms.RadioSelect(ROW))
    item = forms.IntegerField(widget=forms.HiddenInput, max_value=2**62, min_value=0)
    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, part: NotePart, **more: Any) -> None:
        super().__init__(*args, **more)
        probes: Sequence[tuple[str, str]] = [(one.name, one.text) for one in part.probes]
        self.fields["probe"].choices = [("", _("Iets anders")), *probes]  # type: ignore[attr-defined]
        self.fields["probe"].one_of = True  # type: ignore[attr-defined]
        if not probes:
            del self.fields["probe"]

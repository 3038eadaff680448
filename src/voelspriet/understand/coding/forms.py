# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the coding room: codebooks, fragments, filters, a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import Choices, whole
from voelspriet.listen.conversations.choices import SourceKind
from voelspriet.understand.coding.choices import (
    ActingParty,
    CodebookKind,
    Dimension,
    MaterialKind,
    MaterialState,
    SensitiveReason,
    Side,
    Valence,
    World,
)
from voelspriet.understand.coding.rules.texts import Stretch

EVERY = ("", _("Alle"))
NOT_SAID = ("", _("Niet gezegd"))
# a code that was suggested, with the range it was suggested for
SHOWN = re.compile(r"(\d{1,9})-(\d{1,9})-(\d{1,18})")
DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class CodebookForm(forms.Form):
    """A new codebook."""

    name = forms.CharField(label=_("Hoe heet het codeboek?"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Wat ordent het?"), choices=CodebookKind.choices, initial=CodebookKind.THEMES
    )


class CodeForm(forms.Form):
    """What a code is called and means."""

    name = forms.CharField(label=_("Naam van de code"), max_length=120)
    definition = forms.CharField(
        label=_("Wanneer gebruikt u deze code?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    examples = forms.CharField(
        label=_("Voorbeelden"),
        help_text=_("Citaten waarbij de code past."),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class MoveCodeForm(forms.Form):
    """Under which code another one of a draft hangs."""

    parent = forms.TypedChoiceField(
        label=_("Onder welke code?"), coerce=whole, empty_value=None, required=False
    )

    def __init__(self, *args: Any, codes: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["parent"].choices = [  # type: ignore[attr-defined]
            ("", _("Bovenaan")),
            *codes,
        ]


class NewCodeForm(CodeForm, MoveCodeForm):
    """A new code, under another one or on top."""


class MergeForm(forms.Form):
    """Two codes: the one that goes, and the one that stays."""

    merged = forms.TypedChoiceField(label=_("Welke code verdwijnt?"), coerce=whole)
    kept = forms.TypedChoiceField(label=_("Welke code blijft?"), coerce=whole)
    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, codes: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("merged", "kept"):
            self.fields[name].choices = [  # type: ignore[attr-defined]
                ("", _("Kies een code")),
                *codes,
            ]

    def clean(self) -> dict[str, Any]:
        """Say beside the second code that it is the first one again."""
        values = super().clean() or {}
        if values.get("merged") is not None and values.get("merged") == values.get("kept"):
            self.add_error("kept", _("Kies twee verschillende codes."))
        return values


class FragmentForm(forms.Form):
    """A piece of a text and what is said of it.

    Without a script a piece is sentences, by number; a script fills `start` and `end`.
    """

    first = forms.IntegerField(label=_("Van zin"), min_value=1, required=False)
    last = forms.IntegerField(label=_("Tot en met zin"), min_value=1, required=False)
    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    codes = forms.TypedMultipleChoiceField(
        label=_("Codes"),
        coerce=whole,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één code.")},
    )
    valence = forms.ChoiceField(
        label=_("Waardering"),
        choices=Valence.choices,
        initial=Valence.NEUTRAL,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    dimension = forms.ChoiceField(
        label=_("Denken, voelen of doen"), choices=[NOT_SAID, *Dimension.choices], required=False
    )
    world = forms.ChoiceField(label=_("Wereld"), choices=[NOT_SAID, *World.choices], required=False)
    side = forms.ChoiceField(
        label=_("Kant"),
        choices=[("", _("Zoals de spreker of de tekst")), *Side.choices],
        required=False,
    )
    speaker = forms.TypedChoiceField(
        label=_("Spreker"), coerce=whole, empty_value=None, required=False
    )
    acting_party = forms.ChoiceField(
        label=_("Wie moet er iets doen?"), choices=[NOT_SAID, *ActingParty.choices], required=False
    )
    place = forms.TypedChoiceField(
        label=_("Gebied"), coerce=whole, empty_value=None, required=False
    )
    hot_spot = forms.CharField(
        label=_("Plek"), help_text=_("Nooit een huisadres."), max_length=80, required=False
    )
    hot_crime = forms.CharField(label=_("Misdrijf of overlast"), max_length=80, required=False)
    hot_time = forms.CharField(label=_("Tijd"), max_length=80, required=False)
    memo = forms.CharField(
        label=_("Memo"),
        help_text=_("Geen namen, en niets over herkomst, geloof, gerichtheid of gezondheid."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        codes: Choices = (),
        areas: Choices = (),
        speakers: Choices = (),
        sentences: Sequence[Stretch] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.sentences = {one.number: one for one in sentences}
        for name, choices in (
            ("codes", list(codes)),
            ("place", [NOT_SAID, *areas]),
            ("speaker", [NOT_SAID, *speakers]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Turn numbers of sentences into places in the text."""
        values = super().clean() or {}
        if values.get("start") is None or values.get("end") is None:
            self._place(values)
        values["suggested"] = self._suggested(values.get("start") or 0, values.get("end") or 0)
        return values

    def _suggested(self, start: int, end: int) -> frozenset[int]:
        """Return the codes that stood beside the form as suggestions for this piece or part of it.

        Those of the piece before may stand there still when somebody codes fast.
        """
        shown = self.data.getlist("shown") if hasattr(self.data, "getlist") else []
        told = (SHOWN.fullmatch(one) for one in shown)
        ranges = (tuple(map(int, one.groups())) for one in told if one is not None)
        return frozenset(code for first, last, code in ranges if first < end and start < last)

    def _place(self, values: dict[str, Any]) -> None:
        first = self.sentences.get(values.get("first") or 0)
        last = self.sentences.get(values.get("last") or values.get("first") or 0)
        if first is None or last is None or last.number < first.number:
            self.add_error("first", _("Kies de eerste en de laatste zin."))
        else:
            values |= {"start": first.start, "end": last.end}


class MaterialFilterForm(forms.Form):
    """What the inbox of material is narrowed to."""

    kind = forms.ChoiceField(
        label=_("Soort"), choices=[EVERY, *MaterialKind.choices], required=False
    )
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole, empty_value=None, required=False)
    study = forms.ChoiceField(label=_("Onderzoek"), required=False)
    state = forms.ChoiceField(
        label=_("Stand"), choices=[EVERY, *MaterialState.choices], required=False
    )

    def __init__(
        self, *args: Any, areas: Choices = (), studies: Sequence[tuple[str, str]] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = [EVERY, *areas]  # type: ignore[attr-defined]
        self.fields["study"].choices = [EVERY, *studies]  # type: ignore[attr-defined]


class FragmentFilterForm(forms.Form):
    """What a list of fragments is narrowed to."""

    study = forms.ChoiceField(label=_("Onderzoek"), required=False)
    code = forms.ChoiceField(label=_("Code"), required=False)
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole, empty_value=None, required=False)
    world = forms.ChoiceField(label=_("Wereld"), choices=[EVERY, *World.choices], required=False)
    side = forms.ChoiceField(label=_("Kant"), choices=[EVERY, *Side.choices], required=False)

    def __init__(
        self,
        *args: Any,
        codes: Sequence[tuple[str, str]] = (),
        areas: Choices = (),
        studies: Sequence[tuple[str, str]] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        for name, choices in (("code", codes), ("area", areas), ("study", studies)):
            self.fields[name].choices = [EVERY, *choices]  # type: ignore[attr-defined]


class SensitiveForm(forms.Form):
    """Why a text stays out of every output; empty lets it in again."""

    reason = forms.ChoiceField(
        label=_("Houd deze tekst buiten alles wat naar buiten gaat"),
        choices=[("", _("Nee, hij mag mee")), *SensitiveReason.choices],
        required=False,
    )


class FragmentFileForm(forms.Form):
    """A CSV file with fragments of a study."""

    file = forms.FileField(
        label=_("CSV-bestand"),
        help_text=_("Ten hoogste 5 MB en 10.000 rijen, in UTF-8."),
        widget=forms.ClearableFileInput({"accept": ".csv,text/csv"}),
    )
    kind = forms.ChoiceField(label=_("Wat was het?"), choices=SourceKind.choices)
    held_on = forms.DateField(label=_("Wanneer was het?"), widget=DAY)
    has_read = forms.BooleanField(
        label=_("Ik heb de teksten nagelezen: er staat niemand herkenbaar in."),
        error_messages={"required": _("Lees de teksten na en zet hier een vinkje.")},
    )

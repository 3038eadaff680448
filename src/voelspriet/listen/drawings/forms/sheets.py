# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody hands in: what they drew, and the streets they chose from the list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.drawings.choices import ShapeTime
from voelspriet.listen.drawings.rules.complaints import place_of
from voelspriet.listen.drawings.rules.legend import LegendEntry, legend
from voelspriet.listen.drawings.told import MOST_SHAPES, NOTE_LIMIT, WORDS_LIMIT, ShapeTold

DRAWN_LIMIT = 1_000_000
STREET_LIMIT = 120
STREETS = {"list": "straten", "autocomplete": "off"}


class SheetForm(forms.Form):
    """What was drawn, as the page's script wrote it; empty without one."""

    drawn = forms.CharField(required=False, max_length=DRAWN_LIMIT, widget=forms.HiddenInput)

    def clean_drawn(self) -> tuple[ShapeTold, ...]:
        """Read the drawings; say so when they cannot be read."""
        try:
            told = json.loads(self.cleaned_data["drawn"] or "[]")
        except (ValueError, RecursionError) as error:
            raise forms.ValidationError(self._unreadable()) from error
        if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
            raise forms.ValidationError(self._unreadable())
        return tuple(
            ShapeTold(
                kind=str(one.get("kind", ""))[:20],
                geometry=one.get("geometry"),
                note=str(one.get("note") or ""),
                time=str(one.get("time") or ""),
                why=str(one.get("why") or ""),
                instead=str(one.get("instead") or ""),
            )
            for one in told[: MOST_SHAPES + 1]
        )

    def _unreadable(self) -> str:
        return gettext("Wij kunnen uw tekening niet lezen. Teken opnieuw, of kies uit de lijst.")


class ChosenForm(forms.Form):
    """One thing chosen from lists instead of drawn: what, in which street, and words."""

    kind = forms.ChoiceField(label=_("Wat wilt u aangeven?"), required=False)
    street = forms.CharField(
        label=_("Straat of plek"),
        help_text=_("Typ de eerste letters en kies uit de lijst. Geen huisnummer."),
        required=False,
        max_length=STREET_LIMIT,
        widget=forms.TextInput(STREETS),
    )
    street_2 = forms.CharField(
        label=_("Nog een straat"),
        required=False,
        max_length=STREET_LIMIT,
        widget=forms.TextInput(STREETS),
    )
    note = forms.CharField(
        label=_("Wat is daar aan de hand?"),
        required=False,
        max_length=NOTE_LIMIT,
        widget=forms.Textarea({"rows": 2}),
    )
    time = forms.ChoiceField(
        label=_("Wanneer is dat zo?"),
        required=False,
        choices=[("", _("Weet ik niet")), *ShapeTime.choices],
    )
    why = forms.CharField(
        label=_("Waarom neemt u deze route niet?"), required=False, max_length=WORDS_LIMIT
    )
    instead = forms.CharField(
        label=_("Wat doet u in plaats daarvan?"), required=False, max_length=WORDS_LIMIT
    )

    def __init__(self, *args: Any, legend: Sequence[LegendEntry], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["kind"]
        field.choices = [  # type: ignore[attr-defined]
            ("", gettext("Kies")),
            *((str(entry.kind), entry.label) for entry in legend),
        ]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was filled in on this row."""
        return not any(str(self[name].data or "").strip() for name in self.fields)

    def clean(self) -> dict[str, Any]:
        """Ask for what and where when anything was filled in."""
        values = super().clean() or {}
        if "kind" in values and not values["kind"]:
            self.add_error("kind", gettext("Kies wat u wilt aangeven."))
        if "street" in values and not values["street"] and not values.get("street_2"):
            self.add_error("street", gettext("Kies een straat of plek uit de lijst."))
        return values

    def told(self) -> ShapeTold:
        """Return what was chosen."""
        values = self.cleaned_data
        streets = [values["street"], values["street_2"]]
        return ShapeTold(
            kind=values["kind"],
            streets=tuple(dict.fromkeys(name for name in streets if name)),
            note=values["note"],
            time=values["time"],
            why=values["why"],
            instead=values["instead"],
        )


class CodeForm(forms.Form):
    """The code of a round, from a poster or a letter."""

    code = forms.CharField(
        label=_("Code van de kaart"),
        help_text=_("Zes tekens. De code staat op de poster of in uw brief."),
        max_length=12,
        widget=forms.TextInput({"autocomplete": "off", "dir": "ltr", "class": "vs-short"}),
    )


def complain(
    refusal: Refused,
    form: SheetForm,
    rows: Sequence[ChosenForm],
    drawn: Sequence[ShapeTold],
) -> None:
    """Put what was refused beside the row it is about, or name the drawing it is about."""
    about = place_of(refusal)
    if about is None:
        form.add_error(None, refusal.reason)
        return
    name, place = about
    if place >= len(drawn):
        row = rows[place - len(drawn)]
        row.add_error(name if name in row.fields else None, refusal.reason)
        return
    entry = legend().get(drawn[place].kind)
    form.add_error(
        None,
        gettext("Tekening %(number)s (%(kind)s): %(reason)s")
        % {
            "number": place + 1,
            "kind": entry.label if entry else gettext("onbekend"),
            "reason": refusal.reason,
        },
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever helps types in from the floor: a slip, a promise, counted cards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import Choices, DateInput, whole
from voelspriet.listen.evenings.choices import PresenceAspect
from voelspriet.listen.evenings.queries.presence import Categories
from voelspriet.listen.evenings.rules.room import (
    MOST_COUNTED,
    OWNER_LIMIT,
    QUESTION_LIMIT,
    WHAT_LIMIT,
)

OTHER_DAY = "other"
SOMEBODY_ELSE = ""
Days = Iterable[tuple[str, str, date]]


class SlipForm(forms.Form):
    """A question on a slip of paper, typed over by whoever takes notes."""

    question = forms.CharField(
        label=_("Vraag van een briefje of uit de zaal"),
        max_length=QUESTION_LIMIT,
        widget=forms.Textarea({"rows": 2}),
    )
    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)


class PromiseForm(forms.Form):
    """What is promised, by whom, ready by when."""

    what = forms.CharField(
        label=_("Wat wordt er toegezegd?"),
        max_length=WHAT_LIMIT,
        help_text=_("De zaal leest dit op het grote scherm. Schrijf geen namen van mensen op."),
        widget=forms.Textarea({"rows": 2}),
    )
    organisation = forms.TypedChoiceField(
        label=_("Wie doet het"), coerce=whole, required=False, empty_value=None
    )
    owner = forms.CharField(
        label=_("Wie dan"),
        max_length=OWNER_LIMIT,
        required=False,
        help_text=_("Alleen als het geen organisatie is. Bijvoorbeeld: de bewoners van het plein."),
    )
    day = forms.ChoiceField(
        label=_("Wanneer klaar"), widget=forms.RadioSelect({"class": "vs-choices--row"})
    )
    due_on = forms.DateField(label=_("Andere dag"), required=False, widget=DateInput())

    def __init__(
        self, *args: Any, organisations: Choices = (), days: Days = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.days = {code: day for code, _label, day in days}
        nobody = (SOMEBODY_ELSE, _("Iemand anders, zie hieronder"))
        self.fields["organisation"].choices = [*organisations, nobody]  # type: ignore[attr-defined]
        self.fields["day"].choices = [  # type: ignore[attr-defined]
            *((code, f"{label} ({date_format(day, 'D j b')})") for code, label, day in days),
            (OTHER_DAY, _("Een andere dag")),
        ]

    def clean(self) -> dict[str, Any]:
        """Fill `due_on` from the day that was picked; somebody must take it up."""
        values = super().clean() or {}
        picked = self.days.get(values.get("day", ""))
        if picked is not None:
            values["due_on"] = picked
        elif values.get("day") == OTHER_DAY and values.get("due_on") is None:
            self.add_error("due_on", forms.ValidationError(_("Kies een dag."), code="required"))
        if values.get("organisation") is None and not values.get("owner", "").strip():
            self.add_error("owner", forms.ValidationError(_("Wie doet het?"), code="required"))
        return values


class PresenceForm(forms.Form):
    """Cards of paper and raised hands, counted by hand and added to the counters."""

    def __init__(self, *args: Any, categories: Categories, **more: Any) -> None:
        super().__init__(*args, **more)
        for aspect, lines in categories.items():
            for name, label in lines:
                self.fields[f"{aspect.value}--{name}"] = forms.IntegerField(
                    label=label,
                    required=False,
                    min_value=0,
                    max_value=MOST_COUNTED,
                    widget=forms.NumberInput({"inputmode": "numeric"}),
                )
                self.fields[f"{aspect.value}--{name}"].one_of = True  # type: ignore[attr-defined]

    def counts(self) -> dict[tuple[PresenceAspect, str], int]:
        """Return the numbers that were typed."""
        found = {}
        for name, number in self.cleaned_data.items():
            aspect, _sign, category = name.partition("--")
            if number:
                found[PresenceAspect(aspect), category] = number
        return found

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields per aspect, for a page."""
        return [
            (
                str(aspect.label),
                [self[name] for name in self.fields if name.startswith(f"{aspect.value}--")],
            )
            for aspect in PresenceAspect
        ]

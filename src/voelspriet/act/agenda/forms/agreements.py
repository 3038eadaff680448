# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in to agree, move or end something: few fields, most with a good start."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.rules import REASON_LIMIT, RESULT_LIMIT, WHAT_LIMIT, QuickDay
from voelspriet.ground.people.forms import Choices, DateInput, whole

OTHER_DAY = "other"
START_DAY = "two_weeks"


class PromiseForm(forms.Form):
    """Who does what, and for which area: what every agreement asks."""

    what = forms.CharField(
        label=_("Wat"),
        max_length=WHAT_LIMIT,
        help_text=_("Schrijf geen namen of andere dingen over personen op."),
        widget=forms.Textarea({"rows": 2}),
    )
    organisation = forms.TypedChoiceField(label=_("Wie doet het"), coerce=whole)
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)

    def __init__(
        self, *args: Any, organisations: Choices = (), areas: Choices = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        nobody = ("", _("Kies wie het doet"))
        self.fields["organisation"].choices = [nobody, *organisations]  # type: ignore[attr-defined]
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]


class AgreementForm(PromiseForm):
    """Who does what by when, visible to whom."""

    field_order = ("area", "organisation", "contact", "what")

    contact = forms.CharField(label=_("Contactpersoon"), max_length=120, required=False)
    day = forms.ChoiceField(
        label=_("Wanneer klaar"), widget=forms.RadioSelect({"class": "vs-choices--row"})
    )
    due_on = forms.DateField(label=_("Andere dag"), required=False, widget=DateInput())
    visibility = forms.ChoiceField(
        label=_("Wie mag het zien"),
        choices=Visibility.choices,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )

    def __init__(self, *args: Any, days: Iterable[QuickDay] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.days = {quick.code: quick.day for quick in days}
        self.fields["day"].choices = [  # type: ignore[attr-defined]
            *((one.code, f"{one.label} ({date_format(one.day, 'D j b')})") for one in days),
            (OTHER_DAY, _("Een andere dag")),
        ]

    def clean(self) -> dict[str, Any]:
        """Fill `due_on` from the quick day that was picked."""
        values = super().clean() or {}
        picked = self.days.get(values.get("day", ""))
        if picked is not None:
            values["due_on"] = picked
        elif values.get("day") == OTHER_DAY and values.get("due_on") is None:
            self.add_error("due_on", forms.ValidationError(_("Kies een dag."), code="required"))
        return values


class MoveForm(forms.Form):
    """The one time a day is moved."""

    to_on = forms.DateField(label=_("Nieuwe dag"), widget=DateInput())
    reason = forms.CharField(
        label=_("Waarom"),
        max_length=REASON_LIMIT,
        help_text=_("De eerste dag blijft tellen in de cijfers."),
        widget=forms.Textarea({"rows": 2}),
    )


class FinishForm(forms.Form):
    """What came of it, and for an adviser the message to everybody who waits to hear it."""

    done = forms.TypedChoiceField(
        label=_("Is het gedaan?"),
        choices=[("yes", _("Ja, gedaan")), ("no", _("Nee, niet gedaan"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    result = forms.CharField(
        label=_("Wat is er gebeurd, of waarom niet?"),
        max_length=RESULT_LIMIT,
        widget=forms.Textarea({"rows": 3}),
    )
    text = forms.CharField(
        label=_("Antwoord aan de melders"),
        help_text=_("Iedereen die hierover meldde, krijgt dit antwoord in de eigen taal."),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, waiting: int = 0, **more: Any) -> None:
        super().__init__(*args, **more)
        if not waiting:
            del self.fields["text"]


class TellForm(forms.Form):
    """The message to everybody behind an agreement that ended."""

    text = forms.CharField(
        label=_("Antwoord aan de melders"),
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
    )


class StoryStartForm(forms.Form):
    """The first words of a line on the neighbourhood's page: "you said, we did"."""

    said = forms.CharField(label=_("U zei"), max_length=300, widget=forms.Textarea({"rows": 2}))
    did = forms.CharField(label=_("Wij deden"), max_length=600, widget=forms.Textarea({"rows": 3}))


class AgreementFilterForm(forms.Form):
    """What part of the agreements to list."""

    stand = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=[
            ("open", _("Loopt")),
            ("overdue", _("Te laat")),
            ("to_tell", _("Klaar, nog niet verteld")),
            ("done", _("Gedaan")),
            ("not_done", _("Niet gedaan")),
            ("all", _("Alles")),
        ],
    )
    organisatie = forms.TypedChoiceField(
        label=_("Organisatie"), required=False, coerce=whole, empty_value=None
    )
    gebied = forms.TypedChoiceField(
        label=_("Gebied"), required=False, coerce=whole, empty_value=None
    )
    zoek = forms.CharField(
        label=_("Zoek in de tekst"),
        required=False,
        max_length=60,
        widget=forms.TextInput({"type": "search", "data-search": ""}),
    )

    def __init__(
        self, *args: Any, organisations: Choices = (), areas: Choices = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        every = ("", _("Alle"))
        self.fields["organisatie"].choices = [every, *organisations]  # type: ignore[attr-defined]
        self.fields["gebied"].choices = [every, *areas]  # type: ignore[attr-defined]


def day_of(values: dict[str, Any]) -> date:
    """Return the day that was picked."""
    day: date = values["due_on"]
    return day

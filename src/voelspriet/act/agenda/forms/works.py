# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written about planned works, and the file that is taken in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.actions.works import WorkGiven
from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.queries.works import WorkRow
from voelspriet.act.agenda.rules.works import CARRIER_LIMIT, SOURCE_LIMIT, WHAT_LIMIT
from voelspriet.act.agenda.works_file import MOST_BYTES
from voelspriet.ground.people.forms import Choices, DateInput, whole


class WorkForm(forms.Form):
    """Work by hand: what, where, when, by whom; the rest has a good start."""

    kind = forms.ChoiceField(label=_("Soort werk"), choices=WorkKind.choices)
    what = forms.CharField(label=_("Wat gebeurt er?"), max_length=WHAT_LIMIT)
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    streets = forms.CharField(
        label=_("Straten"),
        help_text=_("Met een komma ertussen."),
        max_length=400,
        required=False,
    )
    starts_on = forms.DateField(label=_("Eerste dag"), widget=DateInput())
    ends_on = forms.DateField(
        label=_("Laatste dag"), help_text=_("Leeg: één dag."), widget=DateInput(), required=False
    )
    carrier = forms.CharField(
        label=_("Wie doet het?"),
        max_length=CARRIER_LIMIT,
        widget=forms.TextInput({"list": "uitvoerders", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=_("Stand"), choices=WorkState.choices)
    is_public = forms.BooleanField(
        label=_("Iedereen mag dit weten"),
        help_text=_("Dan staat het op de pagina van de buurt, zolang het nog komt."),
        required=False,
    )
    source = forms.CharField(label=_("Hoe weten wij dit?"), max_length=SOURCE_LIMIT, required=False)

    def __init__(
        self,
        *args: Any,
        areas: Choices = (),
        behind: Mapping[str, str] = MappingProxyType({}),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        for language, name in settings.LANGUAGES[1:]:
            old = behind.get(language, "")
            self.fields[f"what_{language}"] = forms.CharField(
                label=name,
                help_text=_("Het Nederlands is veranderd. Hier stond: %(old)s") % {"old": old}
                if old
                else "",
                max_length=WHAT_LIMIT,
                required=False,
                widget=forms.TextInput({"lang": language, "dir": "auto"}),
            )

    def translations(self) -> list[forms.BoundField]:
        """Return the fields for what is done in other languages."""
        return [self[f"what_{language}"] for language, _name in settings.LANGUAGES[1:]]

    def has_translations(self) -> bool:
        """Tell whether there is something in them to see."""
        return any(one.errors or one.value() or one.help_text for one in self.translations())

    def clean(self) -> dict[str, Any]:
        """Fill the last day, and say beside it when it lies before the first."""
        values = super().clean() or {}
        start: date | None = values.get("starts_on")
        if "ends_on" in values:
            values["ends_on"] = values["ends_on"] or start
        if start and values.get("ends_on") and values["ends_on"] < start:
            self.add_error("ends_on", _("De laatste dag ligt voor de eerste."))
        return values

    def given(self, on: date) -> WorkGiven:
        """Return what was filled in, as known on a day."""
        values = self.cleaned_data
        return WorkGiven(
            kind=WorkKind(values["kind"]),
            what=values["what"],
            area_id=values["area"],
            street_names=values["streets"].split(","),
            starts_on=values["starts_on"],
            ends_on=values["ends_on"],
            carrier=values["carrier"],
            state=WorkState(values["state"]),
            is_public=values["is_public"],
            source=values["source"] or str(_("Zelf opgeschreven")),
            source_on=on,
            texts={
                language: values.get(f"what_{language}", "")
                for language, _name in settings.LANGUAGES[1:]
            },
        )


def start_of_work(row: WorkRow, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return what stands in the form to change a work before anything is typed."""
    return {
        "kind": row.kind,
        "what": row.what,
        "area": row.area_id,
        "streets": ", ".join(row.streets),
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "carrier": row.carrier,
        "state": row.state,
        "is_public": row.is_public,
        "source": row.source,
        **{f"what_{language}": text for language, text in texts.items()},
    }


class WorkFilterForm(forms.Form):
    """What part of the works to list."""

    toon = forms.ChoiceField(
        label=_("Wanneer"),
        required=False,
        choices=[("", _("Wat komt")), ("voorbij", _("Wat voorbij is"))],
    )
    soort = forms.ChoiceField(
        label=_("Soort werk"), required=False, choices=[("", _("Alle")), *WorkKind.choices]
    )
    gebied = forms.TypedChoiceField(
        label=_("Gebied"), required=False, coerce=whole, empty_value=None
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["gebied"].choices = [("", _("Alle")), *areas]  # type: ignore[attr-defined]


class WorksFileForm(forms.Form):
    """A file with works, and the name of where it comes from."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een CSV-bestand of een agenda (.ics), ten hoogste 500 kB."),
        widget=forms.ClearableFileInput({"accept": ".csv,.ics,text/csv,text/calendar"}),
    )
    source = forms.CharField(
        label=_("Waar komt het vandaan?"),
        help_text=_("Gebruik elke keer dezelfde naam: zo vinden wij hetzelfde werk terug."),
        max_length=SOURCE_LIMIT,
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too big before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Het bestand is te groot: ten hoogste 500 kB."))
        return file


class WorksConfirmForm(forms.Form):
    """The same file again, once somebody saw what it changes."""

    content = forms.CharField(widget=forms.HiddenInput, max_length=2 * MOST_BYTES)
    name = forms.CharField(widget=forms.HiddenInput, max_length=200)
    source = forms.CharField(widget=forms.HiddenInput, max_length=SOURCE_LIMIT)

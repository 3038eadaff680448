# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague fills in to take in a file, and to choose from a questionnaire."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import whole
from voelspriet.listen.surveys.rules.changes import can_switch_on, out_of_reach
from voelspriet.listen.surveys.rules.definitions import (
    QuestionDefinition,
    QuestionnaireDefinition,
    text_in,
)

TITLE_LIMIT = 200
LEFT_OUT = 0


class UploadForm(forms.Form):
    """A file with questions."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_(
            "Een XLSForm: een Excel-bestand (.xlsx) of markdown (.md), ten hoogste 500 kB."
        ),
        widget=forms.FileInput({"accept": ".xlsx,.md,.txt"}),
    )


class ChooseForm(forms.Form):
    """Which questions stay, in which order, and which probes are on."""

    title = forms.CharField(label=_("Naam van de vragenlijst"), max_length=TITLE_LIMIT)

    def __init__(
        self, *args: Any, definition: QuestionnaireDefinition, language: str, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.definition = definition
        default = definition.default_language
        self.language = language
        self.fields["title"].initial = text_in(definition.titles, default, default)
        count = len(definition.questions)
        self.places = [(LEFT_OUT, _("Weglaten")), *((n, str(n)) for n in range(1, count + 1))]
        for number, question in enumerate(definition.questions, 1):
            self._add(number, question)

    def _add(self, number: int, question: QuestionDefinition) -> None:
        default = self.definition.default_language
        self.fields[f"place-{question.name}"] = forms.TypedChoiceField(
            label=text_in(question.labels, self.language, default),
            coerce=whole,
            choices=self.places,
            initial=number,
        )
        for probe in question.probes:
            if can_switch_on(probe):
                self.fields[f"probe-{probe.name}"] = forms.BooleanField(
                    label=text_in(probe.texts, self.language, default),
                    help_text=probe.guard.label if probe.guard else "",
                    required=False,
                    initial=probe.guard is None,
                )

    def rows(self) -> list[dict[str, Any]]:
        """Return every question with its fields, and the probes that stay off."""
        default = self.definition.default_language
        return [
            {
                "place": self[f"place-{one.name}"],
                "probes": [self[f"probe-{p.name}"] for p in one.probes if can_switch_on(p)],
                "off": [
                    (text_in(p.texts, self.language, default), p.guard.label)
                    for p in one.probes
                    if not can_switch_on(p) and p.guard
                ],
            }
            for one in self.definition.questions
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse an empty list, a place given twice and a question that misses another."""
        values = super().clean() or {}
        if any(f"place-{one.name}" not in values for one in self.definition.questions):
            return values
        places: dict[int, str] = {}
        for question in self.definition.questions:
            place = values[f"place-{question.name}"]
            if place in places:
                self.add_error(f"place-{question.name}", _("Deze plaats is al gegeven."))
            elif place != LEFT_OUT:
                places[place] = question.name
        if not places:
            raise ValidationError(_("Laat ten minste één vraag staan."), code="empty")
        for name in out_of_reach(self.definition, [places[place] for place in sorted(places)]):
            words = _("Deze vraag kijkt naar een vraag die u weglaat of later zet.")
            self.add_error(f"place-{name}", words)
        return values

    def names(self) -> list[str]:
        """Return the questions that stay, in order."""
        kept = [
            (self.cleaned_data[f"place-{one.name}"], one.name)
            for one in self.definition.questions
            if self.cleaned_data[f"place-{one.name}"] != LEFT_OUT
        ]
        return [name for _place, name in sorted(kept)]

    def probes_on(self) -> set[str]:
        """Return the names of the probes that are on."""
        return {
            probe.name
            for question in self.definition.questions
            for probe in question.probes
            if self.cleaned_data.get(f"probe-{probe.name}")
        }

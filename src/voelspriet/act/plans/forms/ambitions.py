# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written of an ambition, and of a measurement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.choices import AmbitionKind, IndicatorKind, TargetDirection
from voelspriet.act.plans.forms.fields import NumberField, YearsField
from voelspriet.act.plans.told import AmbitionTold, MeasurementTold
from voelspriet.ground.people.forms import DateInput


class AmbitionForm(forms.Form):
    """An ambition: what it says, and as much of a test as there is."""

    key = forms.CharField(
        label=_("Afkorting"), help_text=_("Bijvoorbeeld JV-1, eenmalig."), max_length=60
    )
    statement = forms.CharField(
        label=_("Wat willen wij bereiken?"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    kind = forms.ChoiceField(
        label=_("Soort"),
        choices=AmbitionKind.choices,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    indicator = forms.CharField(
        label=_("Waaraan is het te merken?"),
        help_text=_("Eén cijfer, of één ding dat er dan is."),
        max_length=300,
        required=False,
    )
    indicator_kind = forms.ChoiceField(
        label=_("Waar komt het cijfer vandaan?"),
        choices=[("", _("Nog niet bekend")), *IndicatorKind.choices],
        required=False,
    )
    indicator_source = forms.CharField(label=_("Bron"), max_length=200, required=False)
    unit = forms.CharField(
        label=_("Eenheid"),
        help_text=_("%, meldingen per jaar, woningen, ja/nee."),
        max_length=60,
        required=False,
    )
    baseline_value = NumberField(label=_("Waarde aan het begin"), required=False)
    baseline_year = forms.IntegerField(
        label=_("Jaar daarvan"), min_value=1990, max_value=2100, required=False
    )
    target_direction = forms.ChoiceField(
        label=_("Wat moet het cijfer doen?"),
        choices=[("", _("Nog niet bekend")), *TargetDirection.choices],
        required=False,
    )
    target_value = NumberField(label=_("Streefwaarde"), required=False)
    is_relative = forms.BooleanField(
        label=_("Het doel is een verandering ten opzichte van het begin"), required=False
    )
    is_milestone = forms.BooleanField(
        label=_("Het is een mijlpaal: het is er dan, of het is er niet"), required=False
    )
    deadline = forms.CharField(
        label=_("Wanneer?"),
        help_text=_("2022, 2022-12-31, medio 2019, jaarlijks vanaf 2019."),
        max_length=80,
        required=False,
    )
    measured_how = forms.CharField(
        label=_("Hoe wordt het gemeten?"), max_length=300, required=False
    )
    measured_years = YearsField(
        label=_("In welke jaren?"),
        help_text=_("Met een komma ertussen: 2019, 2021."),
        max_length=200,
        required=False,
    )
    paid_from = forms.CharField(
        label=_("Uit welke begrotingsregel wordt het meten betaald?"),
        max_length=200,
        required=False,
    )
    paid_years = YearsField(
        label=_("In welke jaren is dat geld er?"), max_length=200, required=False
    )
    note = forms.CharField(
        label=_("Opmerking"), max_length=500, required=False, widget=forms.Textarea({"rows": 2})
    )

    def told(self) -> AmbitionTold:
        """Return what was written."""
        given = self.cleaned_data
        return AmbitionTold(**given | {"kind": AmbitionKind(given["kind"])})


class MeasurementForm(forms.Form):
    """What was measured."""

    measured_on = forms.DateField(
        label=_("Gemeten op"),
        help_text=_("Van een heel jaar: 1 juli van dat jaar."),
        widget=DateInput(),
    )
    value = NumberField(label=_("Waarde"))
    n = forms.IntegerField(
        label=_("Aantal antwoorden"),
        help_text=_("Laat leeg bij iets dat helemaal is geteld."),
        min_value=1,
        max_value=100_000_000,
        required=False,
    )
    design_effect = NumberField(
        label=_("Ontwerpeffect"),
        help_text=_(
            "Staat soms in het verslag van het onderzoek, als deff: 1 of meer. Leeg: gerekend als"
            " bij een enkelvoudige aselecte steekproef."
        ),
        min_value=1,
        max_value=999,
        required=False,
    )
    source = forms.CharField(label=_("Bron"), max_length=200)
    is_same_question = forms.BooleanField(
        label=_("Dezelfde vraag als die van het doel"), required=False, initial=True
    )
    difference = forms.CharField(
        label=_("Zo niet: wat is er anders?"), max_length=300, required=False
    )
    note = forms.CharField(label=_("Opmerking"), max_length=300, required=False)

    def told(self) -> MeasurementTold:
        """Return what was written."""
        return MeasurementTold(**self.cleaned_data)


class PayersForm(forms.Form):
    """Which projects of the budget pay for measuring an ambition."""

    projects = forms.MultipleChoiceField(
        label=_("Welke projecten betalen het meten?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, projects: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["projects"].choices = list(projects)  # type: ignore[attr-defined]


class TakeForm(forms.Form):
    """Which figure of the own work becomes a measurement."""

    figure = forms.ChoiceField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, figures: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["figure"].choices = list(figures)  # type: ignore[attr-defined]


class HeardForm(forms.Form):
    """Which question of an evening, of those that stand with an ambition."""

    heard = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class EveningAnswersForm(forms.Form):
    """Which answers to a question of an evening count as met."""

    answers = forms.MultipleChoiceField(
        label=_("Welke antwoorden tellen als gehaald?"),
        help_text=_("Kies vooraf, voordat u naar de uitkomst kijkt: dat houdt het eerlijk."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        choices: Iterable[tuple[str, str]] = (),
        only_one: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        if only_one:
            told = _("Kies er één: bij deze vraag mocht iemand meer antwoorden geven.")
            self.fields["answers"].help_text = told
        self.only_one = only_one
        self.fields["answers"].choices = list(choices)  # type: ignore[attr-defined]

    def clean_answers(self) -> tuple[str, ...]:
        """Refuse more answers than can be added up."""
        given = tuple(self.cleaned_data["answers"])
        if self.only_one and len(given) > 1:
            raise forms.ValidationError(str(self.fields["answers"].help_text))
        return given

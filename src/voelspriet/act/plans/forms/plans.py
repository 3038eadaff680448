# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written of a plan as a whole, of a theme, and of the cycle."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.choices import DecisionBody, MomentPurpose, SafetyField
from voelspriet.act.plans.forms.fields import FIRST_YEAR, LAST_YEAR, LinesField
from voelspriet.act.plans.told import PlanTold, ProgrammeTold, ThemeTold
from voelspriet.ground.people.forms import Choices, DateInput, whole

MEASURE_LIMIT = 500


def _words(label: Any, limit: int, help_text: Any = "", *, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=limit,
        required=False,
        widget=forms.Textarea({"rows": rows}),
    )


class PlanForm(forms.Form):
    """A plan as a whole."""

    title = forms.CharField(label=_("Hoe heet het plan?"), max_length=200)
    motto = forms.CharField(label=_("Motto"), max_length=200, required=False)
    first_year = forms.IntegerField(
        label=_("Eerste jaar"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    last_year = forms.IntegerField(
        label=_("Laatste jaar"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    vision = _words(_("Visie"), 4000, rows=6)
    looking_back = _words(_("Wat de vorige periode bracht"), 2000)
    framework = forms.CharField(label=_("Naam van de kadernota"), max_length=200, required=False)

    def told(self) -> PlanTold:
        """Return what was written."""
        return PlanTold(**self.cleaned_data)


class ThemeForm(forms.Form):
    """A theme with what is done for it."""

    label = forms.CharField(label=_("Hoe heet het thema?"), max_length=160)
    motto = forms.CharField(label=_("Motto"), max_length=200, required=False)
    safety_field = forms.ChoiceField(
        label=_("Veiligheidsveld van de VNG"),
        help_text=_("Thema's zijn vrij. Met een veld zijn plannen van gemeenten te vergelijken."),
        choices=[("", _("Geen of meer dan een")), *SafetyField.choices],
        required=False,
    )
    challenge = _words(_("Wat is de opgave van dit thema?"), 1000)
    background = _words(_("Achtergrond: cijfers en geschiedenis"), 1000)
    approach = LinesField(
        label=_("Wat gaan wij doen?"),
        help_text=_("Elke maatregel op een eigen regel."),
        line_limit=MEASURE_LIMIT,
        rows=6,
    )

    def told(self) -> ThemeTold:
        """Return what was written."""
        return ThemeTold(**self.cleaned_data)


class ProgrammeForm(forms.Form):
    """What is done in a part of a plan's years."""

    name = forms.CharField(label=_("Hoe heet het actieprogramma?"), max_length=160)
    first_year = forms.IntegerField(
        label=_("Eerste jaar"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    last_year = forms.IntegerField(
        label=_("Laatste jaar"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    approved_by = forms.ChoiceField(label=_("Wie stelt het vast?"), choices=DecisionBody.choices)

    def told(self) -> ProgrammeTold:
        """Return what was written."""
        given = self.cleaned_data
        return ProgrammeTold(**given | {"approved_by": DecisionBody(given["approved_by"])})


class ProgrammeMomentsForm(forms.Form):
    """Which moments of the cycle belong to a programme."""

    moments = forms.TypedMultipleChoiceField(
        label=_("Welke momenten horen bij dit actieprogramma?"),
        help_text=_("Een moment hoort bij één programma, of bij het hele plan."),
        coerce=whole,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, moments: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["moments"].choices = list(moments)  # type: ignore[attr-defined]


class MomentForm(forms.Form):
    """Something that falls due."""

    purpose = forms.ChoiceField(label=_("Soort"), choices=MomentPurpose.choices)
    what = forms.CharField(label=_("Wat moet er dan zijn?"), max_length=200)
    due_on = forms.DateField(label=_("Uiterlijk op"), widget=DateInput())


class HoldForm(forms.Form):
    """That something was done, and what came of it."""

    held_on = forms.DateField(label=_("Gedaan op"), widget=DateInput())
    outcome = forms.CharField(
        label=_("Wat kwam eruit?"),
        help_text=_("Geen namen van personen."),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )


class DecisionForm(forms.Form):
    """What college or council decided."""

    body = forms.ChoiceField(label=_("Wie besloot?"), choices=DecisionBody.choices)
    decided_on = forms.DateField(label=_("Wanneer?"), widget=DateInput())
    what = forms.CharField(label=_("Wat is besloten?"), max_length=300)
    document = forms.CharField(
        label=_("Stuk"), help_text=_("Naam of nummer."), max_length=200, required=False
    )
    amendment = _words(
        _("Gewijzigd ten opzichte van het voorstel"),
        1000,
        _("Laat leeg als er niets is gewijzigd. Een wijziging maakt een nieuwe versie."),
    )


class CriterionForm(forms.Form):
    """By what residents will judge the plan."""

    text = forms.CharField(
        label=_("Waaraan zien bewoners dat het goed gaat?"),
        help_text=_("In hun eigen woorden, zonder namen."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )
    set_by = forms.CharField(
        label=_("Wie stelden dit vast?"),
        help_text=_("Bijvoorbeeld: bewonersavond Stad en Lande, 32 deelnemers."),
        max_length=200,
    )
    set_on = forms.DateField(label=_("Wanneer?"), widget=DateInput())


class FindingForm(forms.Form):
    """What was found for a criterion."""

    finding = forms.CharField(
        label=_("Wat is ervan geworden?"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )
    reported_on = forms.DateField(label=_("Teruggekoppeld op"), widget=DateInput())


class PressForm(forms.Form):
    """A button alone."""

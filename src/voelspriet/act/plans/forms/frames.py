# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written of a plan's frame: a line of each kind, a role, and where it meets others."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.choices import PlanBody, PlanLineKind
from voelspriet.act.plans.forms.fields import LinesField
from voelspriet.act.plans.rules.frames import LINE_PARTS
from voelspriet.act.plans.told import ConsultationTold, LineTold, RoleTold

FUNCTIONS = _("Functies, geen namen: het plan blijft, ook als er iemand anders zit.")
# what each part of a line is called, by its kind
LABELS: dict[tuple[PlanLineKind, str], Any] = {
    (PlanLineKind.TREND, "label"): _("Welke trend?"),
    (PlanLineKind.TREND, "text"): _("Wat verandert er, en wat betekent dat?"),
    (PlanLineKind.MISSION, "text"): _("Wat is onze missie?"),
    (PlanLineKind.TOPIC, "label"): _("Welk onderwerp?"),
    (PlanLineKind.COMMUNICATION_LINE, "label"): _("Hoe heet de communicatielijn?"),
    (PlanLineKind.COMMUNICATION_LINE, "question"): _("Op welke vraag geeft zij antwoord?"),
    (PlanLineKind.COMMUNICATION_LINE, "text"): _("Hoe doen wij dat?"),
    (PlanLineKind.COMMUNICATION_PRINCIPLE, "label"): _("Welk uitgangspunt?"),
    (PlanLineKind.COMMUNICATION_PRINCIPLE, "text"): _("Wat houdt het in?"),
    (PlanLineKind.LISTENING_SOURCE, "label"): _("Waar luisteren wij naar?"),
    (PlanLineKind.DOUBT, "text"): _("Wat klopt niet, of is onzeker?"),
    (PlanLineKind.DOUBT, "label"): _("Waar staat dat?"),
}


class LineForm(forms.Form):
    """A line of a plan's frame, with the parts its kind has."""

    label = forms.CharField(max_length=200)
    question = forms.CharField(max_length=200, required=False)
    text = forms.CharField(max_length=1000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, kind: PlanLineKind, **more: Any) -> None:
        super().__init__(*args, **more)
        self.kind = kind
        parts = LINE_PARTS[kind]
        self.fields = {name: self.fields[name] for name in parts}
        for name, field in self.fields.items():
            field.label = LABELS[kind, name]
            field.required = name == parts[0]

    def told(self) -> LineTold:
        """Return what was written; a part its kind does not have stays as it was."""
        kept = {name: self.initial.get(name, "") for name in self.base_fields}
        return LineTold(kind=self.kind, **kept | self.cleaned_data)


class RoleForm(forms.Form):
    """Who has which task."""

    body = forms.ChoiceField(label=_("Wie?"), choices=PlanBody.choices)
    name = forms.CharField(
        label=_("Hoe heet deze rol in het plan?"), help_text=FUNCTIONS, max_length=120
    )
    task = forms.CharField(
        label=_("Welke taak?"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )

    def told(self) -> RoleTold:
        """Return what was written."""
        given = self.cleaned_data
        return RoleTold(**given | {"body": PlanBody(given["body"])})


class ConsultationForm(forms.Form):
    """In which body a role meets others."""

    name = forms.CharField(label=_("Hoe heet het overleg?"), max_length=160)
    members = LinesField(
        label=_("Wie zitten erin?"),
        help_text=_("Elke functie op een eigen regel. Geen namen van personen."),
        line_limit=160,
        rows=4,
    )
    municipalities = LinesField(
        label=_("Welke gemeenten doen mee?"),
        help_text=_("Laat leeg als het van de gemeente alleen is. Elke op een eigen regel."),
        line_limit=120,
        rows=2,
    )
    held_when = forms.CharField(label=_("Hoe vaak, of wanneer?"), max_length=120, required=False)

    def told(self) -> ConsultationTold:
        """Return what was written."""
        return ConsultationTold(**self.cleaned_data)

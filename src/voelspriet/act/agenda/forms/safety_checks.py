# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The safety check on one page, and what the department does with the advice."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.choices.safety_checks import (
    AdviceReply,
    PlanSector,
    SafetyAnswerKind,
    SafetyQuestion,
)
from voelspriet.act.agenda.rules.safety_checks import (
    ADVICE_LIMIT,
    PLAN_LIMIT,
    REPLY_LIMIT,
    WORDS_LIMIT,
)
from voelspriet.ground.people.forms import Choices, whole


class SafetyCheckForm(forms.Form):
    """The plan, a handful of questions that may stay open, and the advice."""

    plan = forms.CharField(label=_("Welk plan?"), max_length=PLAN_LIMIT)
    sector = forms.ChoiceField(label=_("Wat voor plan is het?"), choices=PlanSector.choices)
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    department = forms.TypedChoiceField(label=_("Van welke afdeling of partij?"), coerce=whole)
    advice = forms.CharField(
        label=_("Wat adviseert u?"),
        help_text=_("Kort en concreet. Schrijf geen namen of andere dingen over personen op."),
        max_length=ADVICE_LIMIT,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(
        self, *args: Any, areas: Choices = (), organisations: Choices = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        self.fields["department"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een organisatie")),
            *organisations,
        ]
        for question in SafetyQuestion:
            self.fields[question.value] = forms.ChoiceField(
                label=question.label,
                choices=[("", _("Nog open")), *SafetyAnswerKind.choices],
                required=False,
            )
            self.fields[f"{question.value}_words"] = forms.CharField(
                label=_("Toelichting bij: %(question)s") % {"question": question.label},
                max_length=WORDS_LIMIT,
                required=False,
            )

    def questions(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return each question with the field for its words."""
        return [(self[one.value], self[f"{one.value}_words"]) for one in SafetyQuestion]

    def answers(self) -> dict[SafetyQuestion, tuple[SafetyAnswerKind, str]]:
        """Return what was answered; a question that stayed open is left out."""
        values = self.cleaned_data
        return {
            one: (SafetyAnswerKind(values[one.value]), values[f"{one.value}_words"])
            for one in SafetyQuestion
            if values.get(one.value)
        }

    def clean(self) -> dict[str, Any]:
        """Say beside a question that words without an answer say too little."""
        values = super().clean() or {}
        for one in SafetyQuestion:
            if values.get(f"{one.value}_words") and not values.get(one.value):
                self.add_error(one.value, _("Kies hierbij ook een antwoord."))
        return values


class AdviceReplyForm(forms.Form):
    """What the department does with the advice, and why."""

    reply = forms.ChoiceField(
        label=_("Wat doet de afdeling met het advies?"),
        choices=AdviceReply.choices,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    words = forms.CharField(
        label=_("Wat gebeurt er, of waarom niet?"),
        max_length=REPLY_LIMIT,
        widget=forms.Textarea({"rows": 3}),
    )


class SafetyCheckFilterForm(forms.Form):
    """Of which area to list checks."""

    gebied = forms.TypedChoiceField(
        label=_("Gebied"), required=False, coerce=whole, empty_value=None
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["gebied"].choices = [("", _("Alle")), *areas]  # type: ignore[attr-defined]
